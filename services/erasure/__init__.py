"""A person's file: everything that is stored of a client, given out or erased."""
