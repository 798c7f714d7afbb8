"""Whose lead it is: the name that looks most like a person's and stands where names stand.

* A name stands first, or beside the phone, or on a line of its own, or behind «меня зовут».
* Who is named again is meant, with the whole of his name.
"""

from handlers.parsing.leads.names import VERB_ENDINGS, Sign, may_be_name
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.runs import CALLING, PHONES, Run, runs_of
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.leads.talk import GREETING

_LEAST = {Sign.NONE: 5, Sign.CAPITAL: 4, Sign.SURNAME: 4, Sign.FIRST: 3}
"""The score that a name needs, by its strength."""
_REACHED_AT = PHONES | {"email"}
_SILENT = frozenset(
    {
        Role.FILLER,
        Role.WISH,
        Role.OWN_PHONE,
        Role.OFFICE_PHONE,
        Role.INSURE,
        Role.CONJUNCTION,
        Role.SENDER,
        Role.POSITION,
        Role.SOMEBODY,
    }
)


def take_name(sheet: Sheet) -> str | None:
    runs = [(_score(sheet, run), run) for run in runs_of(sheet)]
    if not runs:
        return None
    score, run = _likeliest(sheet, runs)
    is_alone_by_phone = run.strength == Sign.CAPITAL and sheet.kind(run.end) in PHONES
    if score < _LEAST[Sign(min(run.strength, Sign.FIRST))] - is_alone_by_phone:
        return None
    return sheet.take(run.start, run.end, "name")


def _likeliest(sheet: Sheet, runs: list[tuple[int, Run]]) -> tuple[int, Run]:
    """Who is named again is meant: «Дубровин Игорь хочет… Игорь 8912…» gives him his whole name."""
    has_first = any(run.strength >= Sign.FIRST and score >= _LEAST[Sign.FIRST] for score, run in runs)
    ranked = [
        (score + _is_named_again(sheet, run, runs) - 2 * (has_first and run.strength == Sign.CAPITAL), run)
        for score, run in runs
    ]
    score, run = max(ranked, key=lambda scored: (scored[0], scored[1].strength, -scored[1].start))
    if run.end > run.start + 1 or run.strength < Sign.FIRST:
        return score, run
    named = sheet.plain(run.start)
    whole = (other for _, other in runs if _is_whole(sheet, other, named))
    return score, next(whole, run)


def _is_named_again(sheet: Sheet, run: Run, runs: list[tuple[int, Run]]) -> int:
    named = sheet.plain(run.start)
    return 2 * any(
        other is not run and other.end == other.start + 1 and sheet.plain(other.start) == named for _, other in runs
    )


def _is_whole(sheet: Sheet, run: Run, first: str) -> bool:
    is_longer = run.end > run.start + 1 and run.strength > Sign.FIRST
    return is_longer and any(sheet.plain(at) == first for at in range(run.start, run.end))


def _score(sheet: Sheet, run: Run) -> int:
    before, after = _before(sheet, run.start), _after(sheet, run.end)
    score = run.strength
    score += _score_of_sender(sheet, run.start)
    if sheet.role(run.start - 1) in {Role.POSITION, Role.SOMEBODY} or sheet.role(run.end) is Role.POSITION:
        score += 3
    score += 3 if before is None else 0
    score += 2 if _is_behind_first_phone(sheet, run) else 0
    score += 2 if after in _REACHED_AT else 1 if before in PHONES else 0
    if run.strength and _is_alone(sheet, run):
        score += 2
    if run.end == run.start + 1 and len(sheet.plain(run.start)) <= 3 and sheet.tokens[run.start].text.isupper():
        score -= 3
    if sheet.plain(run.start - 1).startswith(CALLING):
        return score + 2
    return score - (3 if _is_in_sentence(sheet, run) or _is_addressed(sheet, run.start) else 0)


def _score_of_sender(sheet: Sheet, start: int) -> int:
    """Who forwards somebody's words is the lead only where they name nobody."""
    place = start - 2 if sheet.plain(start - 1) in {":", "-", ",", "."} else start - 1
    meaning = sheet.meanings[place] if place >= 0 else None
    if meaning is None or meaning.role is not Role.SENDER:
        return 0
    return -2 if meaning.value else 4


def _is_in_sentence(sheet: Sheet, run: Run) -> bool:
    """«Попала в ДТП», «виновника Росгосстрах»: the name would be torn out of it."""
    if run.strength > Sign.SURNAME:
        return False
    is_verb = run.strength <= Sign.CAPITAL and sheet.plain(run.start).endswith(VERB_ENDINGS)
    is_begun = sheet.role(run.end) is Role.PREPOSITION and (is_verb or _is_english_verb(sheet, run))
    return is_begun or _is_talk(sheet, run.end) or _is_talk(sheet, run.start - 1)


def _is_behind_first_phone(sheet: Sheet, run: Run) -> bool:
    """«067-330-15-84 Лоза з гаражів»: the line begins with the phone and the name is next."""
    is_first = run.start == 1 or (run.start > 1 and sheet.kind(run.start - 2) == "line")
    is_behind = is_first and sheet.kind(run.start - 1) in PHONES
    return is_behind and run.strength > 0 and may_be_name(sheet.plain(run.start))


def _is_english_verb(sheet: Sheet, run: Run) -> bool:
    """«Met at the expo», «Looked for casco»."""
    is_unknown = run.strength == Sign.CAPITAL and run.end == run.start + 1
    return is_unknown and sheet.plain(run.start).isascii() and sheet.plain(run.end) in {"at", "in", "on", "for", "to"}


def _is_addressed(sheet: Sheet, start: int) -> bool:
    """«Добрый день, Антон»: the one who is written to."""
    place = start - 2 if sheet.plain(start - 1) == "," else start - 1
    meaning = sheet.meanings[place] if place >= 0 else None
    return meaning is not None and meaning.value == GREETING


def _before(sheet: Sheet, at: int) -> str | None:
    """The kind of the last token before that tells anything; None where the name stands first."""
    for place in range(at - 1, -1, -1):
        if not _tells_nothing(sheet, place):
            return sheet.kind(place)
    return None


def _after(sheet: Sheet, at: int) -> str | None:
    for place in range(at, len(sheet.tokens)):
        if sheet.role(place) in {Role.OWN_PHONE, Role.OFFICE_PHONE} or sheet.kind(place) == "mark":
            continue
        return sheet.kind(place)
    return None


def _tells_nothing(sheet: Sheet, at: int) -> bool:
    return sheet.kind(at) in {"mark", "line"} or sheet.owners[at] == "dropped" or sheet.role(at) in _SILENT


def _is_alone(sheet: Sheet, run: Run) -> bool:
    """Between commas, dashes or line ends."""
    is_begun = run.start == 0 or sheet.kind(run.start - 1) in {"line", "mark", *PHONES}
    is_ended = run.end >= len(sheet.tokens) or sheet.kind(run.end) in {"line", "mark", *PHONES}
    return is_begun and is_ended


def _is_talk(sheet: Sheet, at: int) -> bool:
    """A word in small letters that no field has taken: the name would be torn out of a sentence."""
    is_word = sheet.kind(at) == "word" and sheet.is_free(at) and not sheet.tokens[at].is_capital
    return is_word and sheet.role(at) in {None, Role.TALK, Role.RELATION}
