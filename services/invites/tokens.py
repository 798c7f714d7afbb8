"""Tokens of links: 128 random bits for the person, their SHA-256 for the database."""

import hashlib
import secrets


def new_token() -> str:
    """22 characters that a t.me link may carry."""
    return secrets.token_urlsafe(16)


def hash_token(token: str) -> str:
    """Whatever was typed is hashed, so that comparing takes the same time for all of it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
