"""Backups: when one was taken, what is told of them, and why one is refused."""
