"""A table as an XLSX file.

No cell is ever a formula: what is typed is written as a string, and one that begins like a formula is marked as text
for whoever edits it later.
"""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.render.renderer import Renderer
from models.user import Language
from services.conversation.values import Localized, Parts, Text, text
from services.ports import Sheet, Value

LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 32_767
LONGEST_TITLE = 31
WIDEST, NARROWEST = 40, 9
NO_DAY = date.min
"""What cells say has no today in it."""


class SheetWriter:
    def __init__(self, book: Workbook, renderer: Renderer, language: Language, zone: ZoneInfo) -> None:
        self._renderer = renderer
        self._language = language
        self._zone = zone
        self._plain: Format = book.add_format({"num_format": "@"})
        self._like_formula: Format = book.add_format({"num_format": "@", "quote_prefix": True})
        self._moment: Format = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        self.heading: Format = book.add_format({"bold": True, "bg_color": "#E8EEF7", "bottom": 1})

    def say(self, words: Text) -> str:
        return self._renderer.plain(words, self._language, NO_DAY)

    def write(self, page: Worksheet, row: int, column: int, value: Value) -> int:
        """How many characters wide it is."""
        match value:
            case None:
                return 0
            case datetime():
                page.write_datetime(row, column, value.astimezone(self._zone).replace(tzinfo=None), self._moment)
                return 16
            case int() | Decimal():
                page.write_number(row, column, value)
                return len(str(value))
            case _:
                words = self._words(value)
                written = self._like_formula if words.startswith(LIKE_FORMULAS) else self._plain
                page.write_string(row, column, words, written)
                return len(words)

    def _words(self, value: str | Localized | Parts | Text) -> str:
        words = value if isinstance(value, str) else self.say(text("sheet-cell", value=value))
        return words[:LONGEST_CELL]


def write_sheet(sheet: Sheet, renderer: Renderer, language: Language, *, zone: ZoneInfo) -> bytes:
    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        writer = SheetWriter(book, renderer, language, zone)
        page = book.add_worksheet(writer.say(sheet.title)[:LONGEST_TITLE])
        widths = [max(NARROWEST, len(writer.say(name)) + 2) for name in sheet.heading]
        for column, name in enumerate(sheet.heading):
            page.write_string(0, column, writer.say(name), writer.heading)
        for row, values in enumerate(sheet.rows, start=1):
            for column, value in enumerate(values):
                widths[column] = max(widths[column], writer.write(page, row, column, value))
        for column, width in enumerate(widths):
            page.set_column(column, column, min(width, WIDEST))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heading) - 1)
    return file.getvalue()
