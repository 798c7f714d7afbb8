"""Insurers' offers: entered, compared, chosen."""
