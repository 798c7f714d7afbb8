"""What the audit looks like."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from handlers.audit.facts import fact_lines
from models.deal import DealStage
from models.document_kind import DocumentKind
from models.lead import LeadStage
from models.policy import PolicyState
from models.task import TaskState
from models.user import Role
from services.audit.names import Known
from services.audit.trail import RULE, THINGS, Entry, Line, Name, Scope
from services.conversation.numbers import number_rows
from services.conversation.paging import Page
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Moment, Param, Parts, Screen, Text, text
from services.events.event import EVENT_TYPES

PEOPLE = ("from_user_id", "to_user_id")
KNOWN = frozenset(
    [
        *THINGS,
        "policy",
        "task",
        "document",
        "user",
        "insurer",
        "kind",
        "domain",
        "invite",
        "delivery",
        "update",
        "event",
        "rule",
        "execution",
    ]
)
MOST_PEOPLE = 12
MOST_FACTS = 40
LONGEST_TYPED = 100
_MENU = Button(text("btn-menu"), "menu")
_WORDS: Mapping[tuple[str, str], tuple[str, frozenset[str]]] = {
    ("deal", "stage"): ("stage-deal", frozenset(DealStage)),
    ("lead", "stage"): ("stage-lead", frozenset(LeadStage)),
    ("policy", "state"): ("policy-state", frozenset(PolicyState)),
    ("task", "state"): ("task-state", frozenset(TaskState)),
    ("user", "role"): ("role", frozenset(Role)),
    ("document", "kind"): ("doc-kind", frozenset(DocumentKind)),
}


def trail(scope: Scope, page: Page[Line], names: Mapping[int, str], *, first: bool) -> Screen:
    lines = [_line(number, line, names) for number, line in enumerate(page.lines, 1)] or [text("scr-audit-none")]
    older = [] if page.next_before is None else [Button(text("btn-older"), "audit", f"{scope}:{page.next_before}")]
    newest = [] if first else [Button(text("btn-audit-newest"), "audit", str(scope))]
    rows = [
        *number_rows("audit.event", [f"{line.id}:{scope}" for line in page.lines], a_row=5),
        [*newest, *older],
        [Button(text("btn-audit-find"), "audit.find"), _MENU],
    ]
    return Screen([text("scr-audit-title"), _scope(scope, names), *lines], [row for row in rows if row])


def _scope(scope: Scope, names: Mapping[int, str]) -> Text:
    if scope.person_id is not None:
        return text("scr-audit-person", name=names.get(scope.person_id, str(scope.person_id)))
    if scope.thing is not None:
        return text("scr-audit-thing", thing=_about(scope.thing))
    return text("scr-audit-day", day=scope.day) if scope.day else text("scr-audit-all")


def _line(number: int, line: Line, names: Mapping[int, str]) -> Text:
    what = Parts([_about(line.about, line.called), _what(line), _change(line, names)])
    return text("scr-audit-line", number=str(number), at=Moment(line.at), who=_who(line), what=what)


def _who(line: Line) -> Param:
    if line.who is not None:
        return line.who
    return text("audit-automation" if line.source == "automation" else "audit-system")


def _about(thing: tuple[str, int], called: "Param | None" = None) -> Text:
    sort, number = thing
    if called is not None:
        return text(f"audit-of-{sort}-called", number=str(number), name=called)
    if sort in KNOWN:
        return text(f"audit-of-{sort}", number=str(number))
    return text("audit-of-other", sort=sort, number=str(number))


def _what(line: Line) -> Text:
    if line.name not in EVENT_TYPES:
        return text("audit-on-other", name=line.name)
    return text(f"audit-on-{line.name.replace('.', '-')}")


def _change(line: Line, names: Mapping[int, str]) -> Text | None:
    """Before and after, where the event tells them in a word each."""
    payload = line.payload
    if _told(line) == PEOPLE:
        before, after = (_person(payload[key], names) for key in PEOPLE)
        return text("scr-audit-change", **{"from": before, "to": after})
    for (sort, field), (prefix, _) in _WORDS.items():
        if line.about[0] == sort and _told(line) == _pair(field):
            was, became = (payload[key] for key in _pair(field))
            return text("scr-audit-change", **{"from": text(f"{prefix}-{was}"), "to": text(f"{prefix}-{became}")})
    return None


def _told(line: Line) -> tuple[str, ...]:
    """The names of what `_change` tells."""
    payload = line.payload
    if all(key in payload for key in PEOPLE):
        return PEOPLE
    for (sort, field), (_, known) in _WORDS.items():
        if line.about[0] == sort and all(payload.get(key) in known for key in _pair(field)):
            return _pair(field)
    return ()


def _pair(field: str) -> tuple[str, str]:
    return f"from_{field}", f"to_{field}"


def _person(user_id: int | None, names: Mapping[int, str]) -> Param:
    return text("audit-nobody") if user_id is None else names.get(user_id, str(user_id))


def entry(found: Entry, scope: Scope, known: Known) -> Screen:
    line = found.line
    people = {number: str(name) for (sort, number), name in known.items() if sort == "user" and isinstance(number, int)}
    what = Parts([_what(line), _change(line, people)])
    lines = [
        text("scr-audit-event", thing=_about(line.about, line.called), what=what),
        text("scr-audit-when", at=Moment(line.at), who=_who(line)),
        _origin(found),
        text("scr-audit-hidden") if found.hidden else None,
        text("scr-audit-erased") if found.erased else None,
    ]
    reveal = [Button(text("btn-audit-reveal"), "audit.reveal", f"{line.id}:{scope}")] if found.hidden else []
    rows = [reveal, _open(line), [Button(text("btn-audit-list"), "audit", str(scope)), _MENU]]
    facts = fact_lines(line.about[0], line.payload, found.personal or {}, known, told=_told(line))
    return Screen(lines, [row for row in rows if row], folded=facts[:MOST_FACTS])


def _origin(found: Entry) -> Text:
    kind, detail = found.origin.kind, found.origin.detail
    return text(f"scr-audit-from-{kind}", **({"verb": detail} if kind == "tap" else {"number": detail}))


def _open(line: Line) -> list[Button]:
    """All that was done about the same thing; a rule itself."""
    if line.about[0] == RULE:
        return [Button(text("btn-rule-card"), "auto.card", line.about[1])]
    if line.about[0] not in THINGS:
        return []
    return [Button(text("btn-audit-thing", thing=_about(line.about)), "audit", str(Scope(thing=line.about)))]


def not_understood(typed: str) -> Text:
    return text("err-audit-not-understood", typed=typed[:LONGEST_TYPED])


def ask_what(people: Sequence[Name], today: date, *, unknown: str | None) -> Screen:
    """`unknown` is what the command was given."""
    days = [
        Chip(text("btn-today"), str(Scope(day=today))),
        Chip(text("btn-yesterday"), str(Scope(day=today - timedelta(days=1)))),
    ]
    offered = [
        Chip(text("btn-audit-person", name=one.name), str(Scope(person_id=one.id))) for one in people[:MOST_PEOPLE]
    ]
    notes = [not_understood(unknown)] if unknown else []
    return Screen([text("ask-audit-what")], [days, *in_rows(offered, 3)], notes=notes)
