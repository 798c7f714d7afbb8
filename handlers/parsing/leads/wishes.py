"""What the lead wants, and how he came: kinds of insurance and the source."""

from collections.abc import Sequence

from handlers.parsing.leads.kinds import UKRAINIAN_LIABILITY, code_in
from handlers.parsing.leads.others import end_of_brackets
from handlers.parsing.leads.people import end_of_name
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.result import Ask
from models.lead import LeadSource

_ALREADY_SOMEBODY = frozenset({Role.SOURCE, Role.REFERRER})


def take_kinds(sheet: Sheet) -> frozenset[str] | Ask:
    """Codes of the region. A kind that is not wanted stays in the note, and all of them where one is asked."""
    if sheet.region == "RU" and any(value == UKRAINIAN_LIABILITY for *_, value in sheet.phrases(Role.KIND)):
        for start, end, _ in list(sheet.phrases(Role.KIND)):
            sheet.take(start, end, "note")
        return Ask("which-country")
    found: set[str] = set()
    for start, end, value in list(sheet.phrases(Role.KIND)):
        code = code_in(sheet.region, value)
        refusal = _refusal(sheet, start, end)
        if refusal:
            sheet.take(*refusal, "note")
        elif code and _is_counted(sheet, start):
            found.add(code)
            sheet.take(start - 1, end, "note")
        elif code:
            found.add(code)
            sheet.take(start, end, "kinds")
    return frozenset(found)


def _is_counted(sheet: Sheet, at: int) -> bool:
    """«2 взр + 1 реб»: travellers, whom the note keeps."""
    return sheet.plain(at) == "взр" and sheet.kind(at - 1) == "number"


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


def take_source(sheet: Sheet) -> LeadSource | Ask | None:
    """The one that tells most; two that tell as much are asked, the others stay in the note."""
    told = [each for each in sheet.phrases(Role.SOURCE, Role.SENDER) if each[2]]
    said = [(value[0], LeadSource(value[1:]), start, end) for start, end, value in told]
    referrers = [("2", LeadSource.REFERRAL, start, end) for start, end, _ in sheet.phrases(Role.REFERRER)]
    referred = [each for each in referrers if _end_of_referrer(sheet, each[3]) is not None]
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
    if sheet.role(at) is Role.RELATION:
        end = sheet.spans[at][1]
        return end_of_name(sheet, end) or end
    after = end_of_name(sheet, at)
    return end_of_brackets(sheet, after) if after is not None else None
