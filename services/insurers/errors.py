"""Refusals about insurers."""

from services.errors import NotFound


class InsurerNotFound(NotFound):
    code = "insurer-not-found"
