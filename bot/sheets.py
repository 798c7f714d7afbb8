"""Tables as XLSX files, behind the port of `services`."""

from bot.render import Renderer
from models.user import Language
from services.brokerage import Brokerage
from services.ports import Sheet


class XlsxSheets:
    def __init__(self, renderer: Renderer, brokerage: Brokerage) -> None:
        self._renderer = renderer
        self._zone = brokerage.zone

    def write(self, sheet: Sheet, language: Language) -> bytes:
        from bot.render.sheet_xlsx import write_sheet  # noqa: PLC0415 - a start needs no spreadsheets

        return write_sheet(sheet, self._renderer, language, zone=self._zone)
