"""The kind of a document from its file name or caption.

* A name is cut at signs, digits and capitals; each word leaves a mark, with a slip, in Latin letters or on a wrong
  keyboard too.
* Of several kinds in one name the earlier rank wins: a paper about papers («чек за полис», «заявление на осаго»),
  then a paper by its own name («паспорт», «полис»), then what is insured («каско»), then anything else that is known.
* Within a rank the kind said first wins.
"""

import re
from collections.abc import Sequence

from handlers.parsing.dates.translit import to_cyrillic
from handlers.parsing.documents.words import BEGINNINGS, VOCABULARY
from handlers.parsing.text import clean, other_keyboards
from models.document_kind import DocumentKind

_LONGEST = 1024
_EXTENSION = re.compile(r"\.(?=[A-Za-z0-9]{2,5}$)[A-Za-z]{1,4}[0-9]?$")
_CAMEL = re.compile(r"(?<=[a-zа-яёіїєґ])(?=[A-ZА-ЯЁІЇЄҐ])")
_WORD = re.compile(r"\bв/у\b|[^\W\d_]+(?:'[^\W\d_]+)*")
_PHRASES = (
    (re.compile(r"(?<!тех)(?<!тех )(паспорт|passport|pasport)\w*[ _-]+(тс|тз|авто|транспортн|машины|ts\b)"), "птс "),
    (re.compile(r"(vehicle|car)[ _-]+(passport|title)"), "птс "),
    (re.compile(r"(договор|dogovor)\w*[ _-]+(кп|kp)\b"), "дкп"),
)

_RANKS: tuple[tuple[tuple[frozenset[str], DocumentKind], ...], ...] = tuple(
    tuple((frozenset(marks.split()), kind) for marks, kind in rank)
    for rank in (
        (("sale contract", DocumentKind.SALE_CONTRACT), ("attorney", DocumentKind.POWER_OF_ATTORNEY)),
        (("act inspection", DocumentKind.INSPECTION_ACT), ("diagnostic", DocumentKind.DIAGNOSTIC_CARD)),
        (("proof", DocumentKind.PAYMENT_PROOF), ("application", DocumentKind.APPLICATION), ("act", DocumentKind.ACT)),
        (
            ("invoice", DocumentKind.INVOICE),
            ("payment", DocumentKind.PAYMENT_PROOF),
            ("details", DocumentKind.COMPANY_DETAILS),
            ("card company", DocumentKind.COMPANY_DETAILS),
        ),
        (
            ("quote", DocumentKind.QUOTE),
            ("terms", DocumentKind.TERMS),
            ("sale", DocumentKind.SALE_CONTRACT),
            ("inspection", DocumentKind.INSPECTION_ACT),
        ),
        (
            ("licence", DocumentKind.DRIVER_LICENCE),
            ("identity driver", DocumentKind.DRIVER_LICENCE),
            ("sts", DocumentKind.STS),
            ("certificate registration", DocumentKind.STS),
            ("registration vehicle", DocumentKind.STS),
            ("technical passport", DocumentKind.STS),
            ("pts", DocumentKind.PTS),
            ("foreign", DocumentKind.FOREIGN_PASSPORT),
            ("foreign passport", DocumentKind.FOREIGN_PASSPORT),
            ("snils", DocumentKind.SNILS),
            ("tax", DocumentKind.TAX_ID),
            ("green card", DocumentKind.POLICY),
            ("policy", DocumentKind.POLICY),
            ("passport", DocumentKind.PASSPORT),
            ("identity card", DocumentKind.PASSPORT),
            ("identity person", DocumentKind.PASSPORT),
        ),
        (("insurance", DocumentKind.POLICY),),
        (("other", DocumentKind.OTHER), ("transfer", DocumentKind.PAYMENT_PROOF)),
        (("view", DocumentKind.VEHICLE_PHOTO), ("vehicle", DocumentKind.VEHICLE_PHOTO)),
        (("contract", DocumentKind.OTHER), ("certificate", DocumentKind.OTHER)),
        (("identity", DocumentKind.PASSPORT),),
    )
)


def guess_document_kind(name: str) -> DocumentKind:
    """UNKNOWN where the name says nothing («IMG_2031.jpg», «scan0001»)."""
    typed = _EXTENSION.sub("", name[:_LONGEST].strip())
    plain = clean(_CAMEL.sub(" ", typed)).replace("_", " ")
    spellings = (plain, *other_keyboards(plain, shortest=3))
    kinds = (_kind_of(_marks(spelling)) for spelling in spellings)
    return next((kind for kind in kinds if kind is not DocumentKind.UNKNOWN), DocumentKind.UNKNOWN)


def _marks(plain: str) -> list[str]:
    for phrase, short in _PHRASES:
        plain = phrase.sub(short, plain)
    return [mark for word in _WORD.findall(plain) if (mark := _mark(word))]


def _mark(word: str) -> str | None:
    found = VOCABULARY.find(word)
    if found is None and word.isascii():
        found = VOCABULARY.find(to_cyrillic(word))
    return found or next((mark for beginning, mark in BEGINNINGS if word.startswith(beginning)), None)


def _kind_of(marks: Sequence[str]) -> DocumentKind:
    said = frozenset(marks)
    for rank in _RANKS:
        kinds = [(_first_place(needed, marks), -len(needed), kind) for needed, kind in rank if needed <= said]
        if kinds:
            return min(kinds)[2]
    return DocumentKind.UNKNOWN


def _first_place(needed: frozenset[str], marks: Sequence[str]) -> int:
    return min(place for place, mark in enumerate(marks) if mark in needed)
