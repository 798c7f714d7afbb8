"""Words side by side that may be a person's name.

* First names, patronymics, surnames by their endings and initials make a name; an unknown word in capitals may.
* In small letters a name is one where it was dictated: «петро степанович козак хоче…».
"""

from dataclasses import dataclass

from handlers.parsing.leads.first_names import FIRST_NAMES
from handlers.parsing.leads.names import (
    VERB_ENDINGS,
    Sign,
    is_case_of_first_name,
    is_no_name,
    is_patronymic,
    may_be_name,
    sign_of,
)
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet

_LONGEST = 4
PHONES = frozenset({"phone", "broken-phone"})
_JOINTS = frozenset({Role.CONJUNCTION, Role.PREPOSITION})
_LONGEST_CUT = 4
CALLING = ("позвон", "набрать", "набери", "звонить", "зателефон", "подзвон", "дзвонити")
_SOFT = frozenset(
    {Role.TRIM, Role.AREA, Role.YEAR, Role.PREPOSITION, Role.CONJUNCTION, Role.OWN_PHONE, Role.FILLER, Role.WHERE}
)


@dataclass(frozen=True, slots=True)
class Run:
    """`strength` is the sum of its words' signs; 0 for one unknown word in small letters."""

    start: int
    end: int
    strength: int


def sign_at(sheet: Sheet, at: int) -> Sign:
    """NONE for what is taken or means something else."""
    if sheet.kind(at) != "word" or not sheet.is_free(at):
        return Sign.NONE
    token, role = sheet.tokens[at], sheet.role(at)
    if role is Role.NAME:
        return Sign.SURNAME
    sign = sign_of(token.text, token.plain)
    if token.plain.endswith("'s"):
        return Sign.NONE
    if role is None and not token.plain.startswith(CALLING):
        return sign
    is_first = role in _SOFT and sign is Sign.FIRST and token.is_capital and len(token.plain) > 2
    is_known = role is not Role.FILLER or token.plain in FIRST_NAMES
    return sign if is_first and is_known else Sign.NONE


def end_of_name(sheet: Sheet, start: int) -> int | None:
    """Where the person's name ends that begins exactly here; an unknown word is one only in capitals."""
    run = _run_at(sheet, start)
    return run.end if run else None


def runs_of(sheet: Sheet) -> list[Run]:
    runs = []
    at = 0
    while at < len(sheet.tokens):
        run = _run_at(sheet, at, small=True)
        if run is None:
            at += 1
        else:
            runs.append(run)
            at = run.end
    return runs


def _run_at(sheet: Sheet, start: int, *, small: bool = False) -> Run | None:
    """`small` lets a name begin with an unknown word in small letters: «коваль 050…»."""
    at, words, strength = start, 0, 0
    end = start
    while words < _LONGEST:
        length = _initial_at(sheet, at)
        is_plain = not length and not (strength >= Sign.FIRST and _is_short_surname(sheet, at))
        sign = sign_at(sheet, at) if is_plain else Sign.CAPITAL
        if sign is Sign.NONE and small and _is_dictated_surname(sheet, start, at):
            sign = Sign.CAPITAL
        is_small = words == 1 and strength == Sign.SURNAME and _is_small_first_name(sheet, at)
        sign = Sign.FIRST if is_small else sign
        if words and sheet.tokens[start].is_capital and not (is_small or _is_capital(sheet, at)):
            break
        if not length and (
            sign is Sign.NONE or (words and sign is Sign.CAPITAL and strength < Sign.SURNAME and words > 2)
        ):
            break
        strength += _weight(sign, words, at - start, is_initial=length > 0)
        words += 1
        at += length or 1
        end = at
        at += _is_joined(sheet, at)
    if words:
        return Run(start, end, strength) if strength else None
    return Run(start, start + 1, 0) if small and _is_unknown_word(sheet, start) else None


def _is_small_first_name(sheet: Sheet, at: int) -> bool:
    """«Рогозину любу», «Сидоров коля»."""
    is_word = sheet.kind(at) == "word" and sheet.is_free(at) and sheet.role(at) is None and len(sheet.plain(at)) > 3
    return is_word and (sheet.plain(at) in FIRST_NAMES or is_case_of_first_name(sheet.plain(at)))


def _is_joined(sheet: Sheet, at: int) -> bool:
    """By the hyphen of a double name, or by the point of a name cut short."""
    if sheet.plain(at) == "-":
        return sheet.are_glued(at) and sheet.are_glued(at - 1) and sign_at(sheet, at + 1) > Sign.NONE
    return _is_cut(sheet, at - 1) and (_is_cut(sheet, at + 1) or sign_at(sheet, at + 1) is Sign.FIRST)


def _weight(sign: Sign, words: int, tokens: int, *, is_initial: bool) -> int:
    """An unknown word behind two initials is a surname: «Ф. А. Рау»."""
    if is_initial:
        return 1 if words else 0
    return Sign.SURNAME if words == 2 and tokens == 4 and sign is Sign.CAPITAL else sign


def _is_dictated_surname(sheet: Sheet, start: int, at: int) -> bool:
    """«зовут вячеслав рыбак телефон 8 912…», «зима ольга 8 962…»: both words begin the message, a phone ends them."""
    if at == start + 2:
        return _is_surname_of_dictated(sheet, start)
    is_begun = start == 0 or sheet.kind(start - 1) == "line" or sheet.role(start - 1) is Role.SENDER
    last = start + 1
    is_ended = sheet.kind(last + 1) in PHONES or sheet.role(last + 1) is Role.OWN_PHONE
    if not (is_begun and is_ended and at <= last and _is_unknown_word(sheet, at) and may_be_name(sheet.plain(at))):
        return False
    if at == last:
        return sign_at(sheet, start) is Sign.FIRST
    return sign_at(sheet, last) is Sign.FIRST and not _is_capital(sheet, start)


def _is_surname_of_dictated(sheet: Sheet, start: int) -> bool:
    """«петро степанович козак хоче…», not «сергей петрович просил…»."""
    last = start + 2
    is_named = sheet.plain(start) in FIRST_NAMES and is_patronymic(sheet.plain(start + 1))
    is_word = _is_unknown_word(sheet, last) and may_be_name(sheet.plain(last)) and not _is_capital(sheet, last)
    after = sheet.role(last + 1)
    is_ended = sheet.kind(last + 1) in {"mark", "line", *PHONES}
    return is_named and is_word and (is_ended or after in {Role.WISH, Role.OWN_PHONE, Role.KIND})


def _is_short_surname(sheet: Sheet, at: int) -> bool:
    """«Света Ли»: the last word of a piece in capitals, whatever it means in small letters."""
    is_word = sheet.kind(at) == "word" and sheet.is_free(at) and len(sheet.plain(at)) == 2 and _is_capital(sheet, at)
    return is_word and sheet.kind(at + 1) in {"mark", "line", *PHONES} and not sheet.tokens[at].text.isupper()


def _is_capital(sheet: Sheet, at: int) -> bool:
    return at < len(sheet.tokens) and sheet.tokens[at].is_capital


def _initial_at(sheet: Sheet, at: int) -> int:
    """Tokens of an initial: a capital letter with its point, or without one behind a surname."""
    if sheet.kind(at) != "word" or not sheet.is_free(at) or len(sheet.plain(at)) != 1:
        return 0
    is_behind_surname = at > 0 and (sign_at(sheet, at - 1) >= Sign.SURNAME or _is_small_initial(sheet, at - 2))
    if not sheet.tokens[at].is_capital and not (is_behind_surname and _is_small_initial(sheet, at)):
        return 0
    if sheet.plain(at + 1) == "." and sheet.are_glued(at):
        return 2
    is_joint = sheet.role(at) in _JOINTS and sheet.kind(at + 1) == "word" and sheet.tokens[at - 1].text.isupper()
    return 1 if is_behind_surname and not is_joint else 0


def _is_cut(sheet: Sheet, at: int) -> bool:
    """A patronymic cut short: «Хлебникова Тат. Юр.»."""
    is_name = sign_at(sheet, at) >= Sign.CAPITAL and _is_capital(sheet, at)
    return is_name and 1 < len(sheet.plain(at)) <= _LONGEST_CUT and sheet.plain(at + 1) == "." and sheet.are_glued(at)


def _is_small_initial(sheet: Sheet, at: int) -> bool:
    """One letter with its point: «кузнецов а.п.»."""
    return sheet.kind(at) == "word" and len(sheet.plain(at)) == 1 and sheet.plain(at + 1) == "." and sheet.are_glued(at)


def _is_unknown_word(sheet: Sheet, at: int) -> bool:
    plain = sheet.plain(at)
    is_word = sheet.kind(at) == "word" and sheet.is_free(at) and sheet.role(at) is None
    return (
        is_word
        and len(plain) >= 3
        and not is_no_name(plain)
        and plain.replace("'", "").isalpha()
        and not plain.endswith(VERB_ENDINGS)
    )
