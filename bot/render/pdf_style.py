"""How our papers look: fonts, colours, paragraph styles, and the foot of each page."""

from collections.abc import Callable
from importlib.resources import as_file, files
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph

from bot.render.format import NARROW_SPACE

REGULAR, MEDIUM = "Roboto", "Roboto-Medium"
WIDTH, HEIGHT = A4
MARGIN = 18 * mm
FOOT = 20 * mm
INNER = WIDTH - 2 * MARGIN

INK = HexColor("#1d2733")
MUTED = HexColor("#66717f")
LINE = HexColor("#d5dbe2")
SHADE = HexColor("#f3f6f9")
ACCENT = HexColor("#14507a")
GOOD = HexColor("#1a7f4b")
GOOD_SHADE = HexColor("#eef8f2")


def _load(name: str, file: str) -> TTFont:
    with as_file(files("bot.render") / "fonts" / file) as path:
        font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    return font


_SHOWN = _load(REGULAR, "Roboto-Regular.ttf").face.charToGlyph.keys() & (
    _load(MEDIUM, "Roboto-Medium.ttf").face.charToGlyph.keys()
)
pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=MEDIUM, italic=REGULAR, boldItalic=MEDIUM)

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=10, leading=14, textColor=INK)
SMALL = ParagraphStyle("small", BODY, fontSize=8.5, leading=12, textColor=MUTED)
LABEL = ParagraphStyle("label", SMALL, leading=BODY.leading)
SMALL_RIGHT = ParagraphStyle("small-right", SMALL, alignment=TA_RIGHT)
HEAD = ParagraphStyle("head", SMALL, fontName=MEDIUM)
HEAD_RIGHT = ParagraphStyle("head-right", HEAD, alignment=TA_RIGHT)
STRONG = ParagraphStyle("strong", BODY, fontName=MEDIUM, fontSize=10.5)
STRONG_RIGHT = ParagraphStyle("strong-right", STRONG, alignment=TA_RIGHT)
GOOD_RIGHT = ParagraphStyle("good-right", SMALL_RIGHT, fontName=MEDIUM, textColor=GOOD)
BRAND = ParagraphStyle("brand", BODY, fontName=MEDIUM, fontSize=13, leading=16, textColor=ACCENT)
TITLE = ParagraphStyle("title", BODY, fontName=MEDIUM, fontSize=20, leading=25)
CONDITION_OF = ParagraphStyle("condition-of", BODY, fontName=MEDIUM, spaceBefore=6, keepWithNext=1)
CONDITION = ParagraphStyle("condition", BODY, fontSize=9.5, leading=13.5)
SECTION = ParagraphStyle(
    "section", BODY, fontName=MEDIUM, fontSize=12, leading=16, spaceBefore=18, spaceAfter=2, keepWithNext=1
)


def paragraph(words: str, style: ParagraphStyle) -> Paragraph:
    """Nothing typed is markup; its line breaks hold."""
    return Paragraph("<br/>".join(escape(line) for line in readable(words).split("\n")), style)


def readable(words: str) -> str:
    """Without what the fonts have no sign for, such as emoji; reportlab would break a line at a narrow space."""
    held = words.expandtabs(1).replace(NARROW_SPACE, "\N{NO-BREAK SPACE}")
    return "".join(sign for sign in held if sign == "\n" or ord(sign) in _SHOWN)


def page_frame() -> Frame:
    return Frame(MARGIN, FOOT, INNER, HEIGHT - MARGIN - FOOT, 0, 0, 0, 0)


class FootedCanvas(Canvas):
    """Draws a foot that knows how many pages there are: they are held back until the last."""

    def __init__(self, *args: Any, left: str, page_of: Callable[[int, int], str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._left = left
        self._page_of = page_of
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._held.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # the stubs leave out what begins with an underscore

    def save(self) -> None:
        for number, page in enumerate(self._held, start=1):
            self.__dict__.update(page)
            self._draw_foot(number)
            super().showPage()
        super().save()

    def _draw_foot(self, number: int) -> None:
        self.setStrokeColor(LINE)
        self.line(MARGIN, 15 * mm, WIDTH - MARGIN, 15 * mm)
        self.setFont(REGULAR, 8)
        self.setFillColor(MUTED)
        self.drawString(MARGIN, 10.5 * mm, self._left)
        self.drawRightString(WIDTH - MARGIN, 10.5 * mm, self._page_of(number, len(self._held)))
