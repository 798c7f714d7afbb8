"""Refusals about documents that are not the content's fault."""

from services.errors import AppError, NotFound


class DocumentNotFound(NotFound):
    code = "document-not-found"


class DocumentNotReady(AppError):  # noqa: N818 - reads as the fact it names
    """It is still being fetched, or was refused."""

    code = "document-not-ready"
    status = 409


class DocumentOfOthers(AppError):  # noqa: N818 - as above
    """Only who added it, the deal's seller and those who lead may change it."""

    code = "document-of-others"
    status = 403


class FolderEmpty(AppError):  # noqa: N818 - as above
    code = "folder-empty"
    status = 409


class PacketPlaced(AppError):  # noqa: N818 - as above
    """The files lie in a deal already."""

    code = "packet-placed"
    status = 409
