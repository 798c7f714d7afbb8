"""Insurers of a brokerage and what people call them."""
