"""Proposals as PDFs, behind the port of `services`."""

from bot.render import Renderer
from models.user import Language
from services.calculations.client_version import ClientVersion
from services.ports import Proposal


class PdfProposals:
    def __init__(self, renderer: Renderer, brokerage: str | None) -> None:
        self._renderer = renderer
        self._brokerage = brokerage

    def write(self, version: ClientVersion, language: Language) -> Proposal:
        from bot.render.proposal_pdf import write_proposal  # noqa: PLC0415 - a start needs no PDFs

        return write_proposal(version, self._renderer, language, brokerage=self._brokerage)
