"""Policies, their instalments and what clients pay."""
