"""What the lead wants, and how he came: kinds of insurance and the source."""

from collections.abc import Sequence

from handlers.parsing.leads.geography import COUNTRY, TO
from handlers.parsing.leads.kinds import UKRAINIAN_LIABILITY, code_in
from handlers.parsing.leads.mentions import is_mentioned
from handlers.parsing.leads.names import VERB_ENDINGS, is_nominative_first_name
from handlers.parsing.leads.others import end_of_brackets, phone_behind
from handlers.parsing.leads.roles import Meaning, Role
from handlers.parsing.leads.runs import end_of_name
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.leads.sources import WEAK
from handlers.parsing.result import Ask
from models.lead import LeadSource

_TELLING = ("шенген", "schengen", "виз", "віз", "накопит", "накопич", "клещ", "кліщ", "травм")
"""Beside its kind such a word tells which of that kind: it stays in the note too."""
_FORCED = ("заставля", "змуш", "примуш", "навяз", "нав'яз", "впар", "втюх", "впих", "всучи")
_OF_REFERRER_TEXT = """
    нашего нашей вашего вашей моего моей его ее её нашого нашої вашого вашої мого моєї його її
    клиента клиентки клієнта клієнтки постоянного постоянной постійного постійної старого старой
    мне ему ей им нам мені йому їй їм my our his her client friend
"""
_OF_REFERRER = frozenset(_OF_REFERRER_TEXT.split())


def take_kinds(sheet: Sheet) -> frozenset[str] | Ask:
    """Codes of the region. A kind that is not wanted stays in the note, and all of them where one is asked."""
    if sheet.region == "RU" and any(value == UKRAINIAN_LIABILITY for *_, value in sheet.phrases(Role.KIND)):
        for start, end, _ in list(sheet.phrases(Role.KIND)):
            sheet.take(start, end, "note")
        return Ask("which-country")
    found: set[str] = set()
    for start, end, value in _wanted(sheet):
        code = code_in(sheet.region, value)
        if code == "dms" and _is_for_journey(sheet, start, end):
            code = "vzr"
        refusal = _refusal(sheet, start, end) or _complaint(sheet, start, end)
        if _is_citizen(sheet, start):
            continue
        if refusal:
            sheet.take(*refusal, "note")
        elif code and _is_counted(sheet, start):
            found.add(code)
            sheet.take(start - 1, end, "note")
        elif code:
            is_more = _tells_which(sheet, start, end)
            begun = sheet.spans[start - 1][0] if is_more and code in found and _is_wanted(sheet, start - 1) else start
            found.add(code)
            sheet.take(begun, end, "note" if is_more else "kinds")
    return frozenset(found)


def _wanted(sheet: Sheet) -> list[tuple[int, int, str]]:
    """Without those of another liability, and without those that are only mentioned where another is wished."""
    told = [each for each in sheet.phrases(Role.KIND) if not _is_before_others(sheet, each[1])]
    wanted = [each for each in told if not is_mentioned(sheet, *each[:2])]
    return wanted or told


def _is_before_others(sheet: Sheet, end: int) -> bool:
    """«гражданка перед соседями»: none of motorists."""
    return sheet.plain(end) in {"перед", "соседей", "сусідів"}


def _is_citizen(sheet: Sheet, at: int) -> bool:
    """«гражданка РФ», not «гражданка на форд»."""
    is_word = sheet.plain(at).startswith("гражданк")
    return is_word and (
        sheet.role(at + 1) is Role.WHERE or (sheet.kind(at + 1) == "word" and sheet.tokens[at + 1].is_capital)
    )


def _is_for_journey(sheet: Sheet, start: int, end: int) -> bool:
    """«медстраховка в Египет»; ДМС itself is for home."""
    is_abroad = sheet.plain(end) in TO and sheet.meanings[end + 1 : end + 2] == [Meaning(Role.WHERE, COUNTRY)]
    return is_abroad and sheet.plain(start) not in {"дмс", "dms"}


def _is_counted(sheet: Sheet, at: int) -> bool:
    """«2 взр + 1 реб»: travellers, whom the note keeps."""
    return sheet.plain(at) == "взр" and sheet.kind(at - 1) == "number"


def _tells_which(sheet: Sheet, start: int, end: int) -> bool:
    return end <= start + 2 and any(sheet.plain(at).startswith(_TELLING) for at in range(start, end))


def _is_wanted(sheet: Sheet, at: int) -> bool:
    """«хочет накопительное»."""
    return sheet.is_free(at) and sheet.role(at) is Role.WISH


def _complaint(sheet: Sheet, start: int, end: int) -> tuple[int, int] | None:
    """«говорит везде навязывают жизнь»: the whole clause up to the kind."""
    begun = start
    while begun and sheet.kind(begun - 1) == "word" and sheet.is_free(begun - 1):
        begun -= 1
    forced = any(sheet.plain(at).startswith(_FORCED) for at in range(begun, start))
    return (begun, end) if forced else None


def _refusal(sheet: Sheet, start: int, end: int) -> tuple[int, int] | None:
    """«каско не нужно», «не нужно каско», «без осаго»: from where to where."""
    if sheet.role(end) is Role.UNWANTED:
        return start, sheet.spans[end][1]
    if start and sheet.role(start - 1) is Role.UNWANTED:
        before = sheet.spans[start - 1][0]
        is_of_kind_before = before > 0 and sheet.role(before - 1) is Role.KIND
        return None if is_of_kind_before else (before, end)
    if start and sheet.plain(start - 1) in {"без", "кроме", "крім", "without", "except"}:
        return start - 1, end
    return None


def take_source(sheet: Sheet, sent: LeadSource | None) -> LeadSource | Ask | None:
    """The one that tells most; two that tell as much are asked, the others stay in the note.

    That somebody `sent` him tells more than a request to be called, less than a source that is named.
    """
    told = [each for each in sheet.phrases(Role.SOURCE, Role.SENDER) if each[2]]
    said = [(value[0], LeadSource(value[1:]), start, end) for start, end, value in told]
    referrers = [("2", LeadSource.REFERRAL, start, end) for start, end, _ in sheet.phrases(Role.REFERRER)]
    referred = [each for each in referrers if _end_of_referrer(sheet, each[3]) is not None]
    if sent and all(rank == WEAK for rank, *_ in (*said, *referred)):
        return sent
    if not said and not referred:
        return None
    return _choose(sheet, sorted([*said, *referred], key=lambda each: each[2]))


def _choose(sheet: Sheet, said: Sequence[tuple[str, LeadSource, int, int]]) -> LeadSource | Ask:
    most = max(rank for rank, *_ in said)
    best = {source for rank, source, *_ in said if rank == most}
    if len(best) > 1:
        for _, _, start, end in said:
            sheet.take(start, end, "note")
        return Ask("two-sources")
    [source] = best
    for _, told, start, end in said:
        if told is source:
            _take(sheet, source, start, end)
    return source


def _take(sheet: Sheet, source: LeadSource, start: int, end: int) -> None:
    """A referrer's name stays in the note together with the words before it."""
    referrer = _end_of_referrer(sheet, end) if source is LeadSource.REFERRAL else None
    if referrer is None:
        sheet.take(start, end, "source")
    else:
        sheet.take(start, referrer, "note")


def _end_of_referrer(sheet: Sheet, at: int) -> int | None:
    """Behind his name, what is said of him and his phone: «нашего клиента Гордиенко», «Петровой (8 912…)»."""
    begun = at
    while sheet.plain(at) in _OF_REFERRER:
        at += 1
    if sheet.role(at) is Role.RELATION:
        end = sheet.spans[at][1]
        return _end_of_declined_name(sheet, end) or end
    is_subject = sheet.plain(begun - 1).endswith((*VERB_ENDINGS, "ел", "ела", "али"))
    is_of_source = sheet.role(at - 1) is Role.SOURCE and not is_subject
    after = _end_of_declined_name(sheet, at) if is_of_source else end_of_name(sheet, at)
    if after is None:
        return None
    after = after if is_subject else _before_lead(sheet, at, after)
    phone = phone_behind(sheet, after)
    if phone is not None and (sheet.plain(after) == "(" or _is_reached_elsewhere(sheet, phone)):
        return phone + 1 + (sheet.plain(phone + 1) == ")")
    return end_of_brackets(sheet, after)


def _end_of_declined_name(sheet: Sheet, at: int) -> int | None:
    """«по рекомендации Олега»; in «по рекомендации Олег» it is the lead who is named."""
    after = end_of_name(sheet, at)
    return None if after is None or is_nominative_first_name(sheet.plain(at)) else _before_lead(sheet, at, after)


def _before_lead(sheet: Sheet, start: int, end: int) -> int:
    """«от Ольги Анна», «от Петровой Сергей»: whose name is not declined is the lead."""
    if is_nominative_first_name(sheet.plain(start)):
        return end
    return next((at for at in range(start + 1, end) if is_nominative_first_name(sheet.plain(at))), end)


def _is_reached_elsewhere(sheet: Sheet, phone: int) -> bool:
    return any(token.kind == "phone" and at != phone and sheet.is_free(at) for at, token in enumerate(sheet.tokens))
