"""Kinds of documents by their file names and captions in Russian, Ukrainian and English."""

from handlers.parsing.documents.guess import guess_document_kind

__all__ = ["guess_document_kind"]
