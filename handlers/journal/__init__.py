"""The deal's journal: reading it, writing into it."""
