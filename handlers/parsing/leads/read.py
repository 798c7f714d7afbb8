"""A message made ready for its readers: tokens and the phrases they belong to."""

from handlers.parsing.leads.lexer import tokens_of, typed_text
from handlers.parsing.leads.namesakes import mark_namesakes
from handlers.parsing.leads.phrases import PhraseBook
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.leads.spoken import with_dictated_phones
from handlers.parsing.leads.words import ENTRIES

_FORGIVEN = frozenset({Role.KIND, Role.SOURCE, Role.MAKE, Role.MODEL, Role.PLACE, Role.INSURE, Role.SPAM})
_INFLECTED = frozenset(
    {
        Role.TRADE,
        Role.DOMAIN,
        Role.PLACE,
        Role.VEHICLE_TYPE,
        Role.VEHICLE,
        Role.MAKE,
        Role.MODEL,
        Role.KIND,
        Role.SOMEBODY,
        Role.WHERE,
    }
)
_BOOK = PhraseBook(ENTRIES, forgiven=_FORGIVEN, inflected=_INFLECTED)


def read(text: str, region: str) -> Sheet:
    typed = typed_text(text)
    tokens = with_dictated_phones(tokens_of(typed, region), region)
    count = len(tokens)
    sheet = Sheet(typed, region, tokens, [None] * count, [(at, at + 1) for at in range(count)], [""] * count)
    at = 0
    while at < count:
        found = _BOOK.longest_at(tokens, at)
        if found is None:
            at += 1
            continue
        meaning, end = found
        for place in range(at, end):
            sheet.meanings[place], sheet.spans[place] = meaning, (at, end)
        at = end
    mark_namesakes(sheet)
    return sheet
