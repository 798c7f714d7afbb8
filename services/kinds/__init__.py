"""Kinds of insurance as an admin keeps them."""
