"""Business domains as an admin keeps them."""
