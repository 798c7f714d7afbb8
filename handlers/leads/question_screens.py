"""Questions about leads, and what came of the answers."""

from collections.abc import Collection, Sequence

from handlers.leads.choices import CLEAR, domain_rows, kind_rows, source_rows
from models.business_domain import BusinessDomain
from models.insurance_kind import InsuranceKind
from models.lead import LeadLostReason, LeadStage
from services.clients.identifiers import IdentifierProblem, format_phone
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Localized, Screen, Style, Text, text
from services.errors import AppError
from services.leads.assign import Assignee
from services.leads.queries import LeadCard
from services.leads.rules import BACK
from services.leads.words import LeadDeleteReason, lead_delete_words, lead_lost_words, who, who_line

YES = "yes"
LONGEST_ECHO = 60


def source() -> Screen:
    return Screen([text("ask-lead-source")], source_rows())


def source_problem(typed: str) -> Text:
    return text("err-source-not-understood", typed=typed[:LONGEST_ECHO])


def kinds(of: Sequence[InsuranceKind], chosen: Collection[int]) -> Screen:
    return Screen([text("ask-lead-kinds")], kind_rows(of, chosen))


def kind(lead_id: int, of: Sequence[InsuranceKind]) -> Screen:
    chips = [Chip(text("btn-kind", icon=one.icon, name=Localized(one.names)), str(one.id)) for one in of]
    return Screen([text("ask-lead-kind", lead=str(lead_id))], in_rows(chips), subject=f"lead:{lead_id}")


def kind_problem(typed: str) -> Text:
    return text("err-kind-not-understood", typed=typed[:LONGEST_ECHO])


def insured() -> Screen:
    return Screen([text("ask-lead-object")])


def insured_of(lead_id: int) -> Screen:
    return Screen([text("ask-lead-object-of", lead=str(lead_id))], subject=f"lead:{lead_id}")


def domain(of: Sequence[BusinessDomain]) -> Screen:
    return Screen([text("ask-lead-domain")], domain_rows(of))


def domain_of(lead_id: int, of: Sequence[BusinessDomain]) -> Screen:
    return Screen([text("ask-lead-domain-of", lead=str(lead_id))], domain_rows(of), subject=f"lead:{lead_id}")


def domain_problem(typed: str) -> Text:
    return text("err-domain-not-understood", typed=typed[:LONGEST_ECHO])


def known(not_added_to: int | None = None) -> Text:
    if not_added_to is None:
        return text("scr-lead-known")
    return text("scr-lead-contact-known", lead=str(not_added_to))


def known_of_others(refusal: AppError, not_added_to: int | None = None) -> Screen:
    lines = [
        text("scr-lead-known-others", **refusal.params),
        text("scr-lead-contact-not-added", lead=str(not_added_to)) if not_added_to is not None else None,
    ]
    return Screen(lines, [[Button(text("btn-menu"), "menu")]])


def move(lead_id: int, seen: LeadStage, to: LeadStage) -> Screen:
    """Says who could undo it."""
    lines = [
        text("ask-lead-move", lead=str(lead_id), before=text(f"stage-lead-{seen}"), after=text(f"stage-lead-{to}")),
        text("ask-lead-move-back") if to in BACK else text("ask-lead-move-final"),
    ]
    return Screen(lines, [[Chip(text("btn-lead-move-yes", stage=text(f"stage-lead-{to}")), YES, Style.SUCCESS)]])


def moved(to: LeadStage) -> Text:
    return text("scr-lead-moved", stage=text(f"stage-lead-{to}"))


def roll_back(lead_id: int, seen: LeadStage, to: LeadStage) -> Screen:
    before, after = text(f"stage-lead-{seen}"), text(f"stage-lead-{to}")
    return Screen([text("ask-lead-roll-back", lead=str(lead_id), before=before, after=after)])


def rolled_back(to: LeadStage) -> Text:
    return text("scr-lead-rolled-back", stage=text(f"stage-lead-{to}"))


def lost_reason(lead_id: int) -> Screen:
    rows = [[Chip(text(f"lead-lost-{reason}"), reason.value)] for reason in LeadLostReason]
    return Screen([text("ask-lead-lost-reason", lead=str(lead_id))], rows)


def lost_confirm(lead_id: int, reason: str) -> Screen:
    lines = [
        text("ask-lead-lost-confirm", lead=str(lead_id), reason=lead_lost_words(reason)),
        text("ask-lead-move-final"),
    ]
    return Screen(lines, [[Chip(text("btn-lost-confirm"), YES, Style.DANGER)]])


def lost() -> Text:
    return text("scr-lead-now-lost")


def note(lead_id: int) -> Screen:
    return Screen([text("ask-lead-note", lead=str(lead_id))])


def note_confirm(lead_id: int, words: str) -> Screen:
    lines = [text("ask-lead-note-confirm", lead=str(lead_id)), text("jrn-said", words=words)]
    return Screen(lines, [[Chip(text("btn-journal-save"), YES, Style.SUCCESS)]], subject=f"lead:{lead_id}")


def noted() -> Text:
    return text("scr-lead-noted")


def person(lead_id: int, people: Sequence[Assignee], capacity: int) -> Screen:
    return Screen([text("ask-lead-assignee", lead=str(lead_id))], person_rows(people, capacity))


def person_rows(people: Sequence[Assignee], capacity: int) -> list[list[Chip]]:
    """Each with how many leads he has of how many he takes on; `capacity` is whose own is not set."""
    return [[Chip(_with_load(one, capacity), str(one.id))] for one in people]


def _with_load(one: Assignee, capacity: int) -> Text:
    most = capacity if one.capacity is None else one.capacity
    return text("btn-lead-person", name=one.name, count=str(one.open_leads), most=str(most))


def person_problem(typed: str) -> Text:
    return text("err-person-not-understood", typed=typed[:LONGEST_ECHO])


def assigned(name: str) -> Text:
    return text("scr-lead-assigned", name=name)


def released() -> Text:
    return text("scr-lead-released")


def gone(lead_id: int, done: Text) -> Screen:
    """Somebody else's now."""
    leads = Button(text("btn-leads"), "lead.list")
    return Screen([text("scr-lead-left", lead=str(lead_id))], [[leads, Button(text("btn-menu"), "menu")]], notes=[done])


def field(lead: LeadCard, fields: Sequence[str]) -> Screen:
    chips = [Chip(text(f"btn-lead-field-{one.replace('_', '-')}"), one) for one in fields]
    return Screen(
        [text("ask-lead-field", lead=str(lead.id))],
        in_rows(chips, 3),
        subject=f"lead:{lead.id}",
    )


def choose_field() -> Text:
    return text("err-lead-choose-field")


def value(of: str) -> Screen:
    return Screen([text(f"ask-lead-value-{of.replace('_', '-')}")], [[Chip(text("btn-lead-clear"), CLEAR)]])


def tax_problem(problem: IdentifierProblem, typed: str) -> Text:
    return text(f"err-tax-{problem.value}", typed=typed[:LONGEST_ECHO])


def contacts(lead: LeadCard) -> Screen:
    """Typing adds one, a tap takes one away."""
    shown = [(c.id, format_phone(c.value) if c.kind == "phone" else c.value) for c in lead.contacts]
    rows = [[Chip(text("btn-lead-contact-remove", value=value), str(row_id))] for row_id, value in shown]
    return Screen([text("ask-lead-contacts", lead=str(lead.id))], rows)


def saved() -> Text:
    return text("scr-lead-saved")


def transfer(lead: LeadCard, of: InsuranceKind, insured: str) -> Screen:
    lines = [
        text("ask-lead-transfer", lead=str(lead.id)),
        who_line(who(lead.name, lead.company, lead.phone, lead.email), lead.position),
        text("scr-confirm-kind", kind=Localized(of.names)),
        text("scr-confirm-object", object=insured),
        text("ask-lead-move-final"),
    ]
    yes = Chip(text("btn-lead-transfer-yes"), YES, Style.SUCCESS)
    return Screen(lines, [[yes]], subject=f"lead:{lead.id}")


def transferred(lead_id: int) -> Text:
    return text("scr-lead-now-transferred", lead=str(lead_id))


def transferred_before() -> Text:
    return text("scr-lead-transferred-before")


def delete(lead_id: int, reason: str | None) -> Screen:
    sure = Chip(text("btn-lead-delete-yes"), YES, Style.DANGER)
    lines = [text("ask-lead-delete", lead=str(lead_id)), delete_reason(reason)]
    return Screen(lines, [*delete_reasons(), [sure]])


def delete_reason(reason: str | None) -> Text:
    """Whoever works on it is told."""
    return text("ask-lead-delete-why") if reason is None else text("ntf-lead-reason", reason=lead_delete_words(reason))


def delete_reasons() -> list[list[Chip]]:
    return in_rows([Chip(text(f"lead-delete-{reason}"), reason.value) for reason in LeadDeleteReason])


def deleted(lead_id: int) -> Screen:
    undo = Button(text("btn-lead-restore"), "lead.restore", lead_id)
    leads = Button(text("btn-leads"), "lead.list")
    return Screen([text("scr-lead-deleted", lead=str(lead_id))], [[undo, leads]])


def restored(*, to_pool: bool) -> Text:
    return text("scr-lead-restored-to-pool" if to_pool else "scr-lead-restored")


def collides() -> Text:
    return text("scr-lead-collides")
