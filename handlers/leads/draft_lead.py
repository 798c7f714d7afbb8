"""The answers about a new lead as the draft keeps them: plain JSON."""

from collections.abc import Mapping, MutableMapping
from dataclasses import asdict
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients.parse import parse_email, parse_phones
from handlers.common.answers import short_text
from handlers.parsing.leads import Lead as TypedLead
from handlers.parsing.leads import parse_lead, parse_part
from handlers.parsing.result import Ask as Doubt
from models.client import ContactKind
from models.document import MediaKind
from models.document_kind import DocumentKind
from models.lead import LeadSource
from models.tax_number import TaxNumberKind
from services.brokerage import Brokerage
from services.clients.identifiers import TaxNumber
from services.deals.kinds import list_kinds
from services.documents.receive import IncomingFile
from services.domains.queries import list_domains
from services.leads.capture import CaptureLead

Values: TypeAlias = MutableMapping[str, Any]
LONGEST_NOTE = 4096
WORDS = ("name", "company", "position")
DOUBTFUL = ("phones", "email", "kinds", "source", "tax_id", "plate", "vin")


async def keep_line(session: AsyncSession, brokerage: Brokerage, values: Values, line: str) -> bool:
    """What the line told; an answer given before is not undone by silence. False when it is about no lead."""
    typed = parse_lead(line, region=brokerage.region)
    if typed is None:
        return False
    await _keep(session, brokerage, values, typed)
    values["doubts"] = [[doubt.why, dict(doubt.params), field] for field, doubt in _doubts(typed)]
    return True


async def keep_part(session: AsyncSession, brokerage: Brokerage, values: Values, line: str) -> bool:
    """A name or a wish alone, of a lead that is begun. False when it tells nothing, or other than what was said."""
    typed = parse_part(line, region=brokerage.region)
    if typed is None:
        return False
    told: dict[str, Any] = {}
    await _keep(session, brokerage, told, typed)
    if not told or any(values.get(name) for name in told):
        return False
    values.update(told)
    return True


async def keep_typed(session: AsyncSession, brokerage: Brokerage, values: Values, words: str) -> bool:
    """As a line, else as a part of what is told of a lead. False when it is neither."""
    return await keep_line(session, brokerage, values, words) or await keep_part(session, brokerage, values, words)


async def _keep(session: AsyncSession, brokerage: Brokerage, values: Values, typed: TypedLead) -> None:
    for name in WORDS:
        if (said := getattr(typed, name)) is not None:
            values[name] = short_text(said)
    _keep_contacts(values, typed)
    await _keep_kinds(session, brokerage, values, typed)
    if typed.business_domain is not None:
        values["domain_id"] = await _domain_id(session, typed.business_domain)
    if isinstance(typed.source, LeadSource):
        values["source"] = typed.source.value
    if isinstance(typed.tax_id, TaxNumber):
        values["tax"] = [typed.tax_id.kind.value, typed.tax_id.value]
    insured = ", ".join(said for said in (typed.object, typed.plate, typed.vin) if isinstance(said, str))
    if insured:
        values["object"] = short_text(insured)
    if typed.note:
        add_note(values, typed.note)


def _doubts(typed: TypedLead) -> list[tuple[str, Doubt]]:
    """What of the line can't be known; its words stand in the note."""
    said = ((field, getattr(typed, field)) for field in DOUBTFUL)
    return [(field, doubt) for field, doubt in said if isinstance(doubt, Doubt)]


def settle(values: Values, *fields: str) -> None:
    """What was doubtful is answered by now."""
    values["doubts"] = [doubt for doubt in values.get("doubts") or () if doubt[-1] not in fields]


def _keep_contacts(values: Values, typed: TypedLead) -> None:
    if isinstance(typed.phones, tuple) and typed.phones:
        values["phones"] = list(typed.phones)
    if isinstance(typed.email, str):
        values["emails"] = [typed.email]


async def _keep_kinds(session: AsyncSession, brokerage: Brokerage, values: Values, typed: TypedLead) -> None:
    if isinstance(typed.kinds, frozenset) and typed.kinds:
        kinds = await list_kinds(session, brokerage.region)
        values["kind_ids"] = [kind.id for kind in kinds if kind.code in typed.kinds]


async def _domain_id(session: AsyncSession, code: str) -> int | None:
    return next((domain.id for domain in await list_domains(session) if domain.code == code), None)


def add_note(values: Values, words: str) -> None:
    values["note"] = "\n".join(filter(None, (values.get("note"), words)))[:LONGEST_NOTE]


async def keep_message(session: AsyncSession, brokerage: Brokerage, values: Values, sender: str, words: str) -> bool:
    """One of his own, kept whole; it undoes no answer. False when it is of somebody else: of another sender, or the
    first one, with another phone than the one that was typed.
    """
    told: dict[str, Any] = {}
    await keep_line(session, brokerage, told, words)
    told.pop("note", None)
    typed, phones = values.get("phones") or [], told.get("phones") or []
    another = values.get("forwarded_from") is None and typed and phones and not set(typed) & set(phones)
    if another or not is_his(values, sender):
        return False
    values.update({name: value for name, value in told.items() if not values.get(name)})
    if phones:
        values["phones"] = list(dict.fromkeys([*typed, *phones]))
    keep_sender(values, sender)
    values["words"] = [*(values.get("words") or ()), words]
    return True


def is_his(values: Mapping[str, Any], sender: str) -> bool:
    """Whoever's message came first is the lead."""
    return values.get("forwarded_from") in (None, sender)


def keep_sender(values: Values, sender: str) -> None:
    """Whoever's message was forwarded, is called as he calls himself unless he said who he is."""
    values["forwarded_from"] = sender
    values["source"] = values.get("source") or LeadSource.MESSAGE.value
    values["name"] = values.get("name") or values.get("company") or short_text(sender)


def keep_contacts(values: Values, contacts: list[tuple[ContactKind, str]]) -> None:
    """Of each kind those given last."""
    settle(values, "phones", "email")
    for of, key in ((ContactKind.PHONE, "phones"), (ContactKind.EMAIL, "emails")):
        if any(kind is of for kind, _ in contacts):
            values[key] = [value for kind, value in contacts if kind is of]


def contacts_of(values: Mapping[str, Any]) -> list[tuple[ContactKind, str]]:
    phones = [(ContactKind.PHONE, phone) for phone in values.get("phones") or ()]
    return [*phones, *((ContactKind.EMAIL, email) for email in values.get("emails") or ())]


def typed_contacts(typed: str, region: str) -> list[tuple[ContactKind, str]] | Doubt | None:
    """Phones, or an address; else why not."""
    email = parse_email(typed) if "@" in typed else None
    if email is not None:
        return [(ContactKind.EMAIL, email)]
    phones = parse_phones(typed, region)
    return [(ContactKind.PHONE, phone) for phone in phones] if isinstance(phones, list) else phones


def keep_file(values: Values, file: IncomingFile) -> None:
    """A message that was sent twice is one file."""
    kept = {**asdict(file), "received_on": file.received_on.isoformat()}
    values["kept"] = [one for one in values.get("kept") or () if one["message_id"] != file.message_id] + [kept]


def files_of(values: Mapping[str, Any]) -> list[IncomingFile]:
    return [
        IncomingFile(
            **{
                **kept,
                "media": MediaKind(kept["media"]),
                "kind": DocumentKind(kept["kind"]),
                "received_on": date.fromisoformat(kept["received_on"]),
            }
        )
        for kept in values.get("kept") or ()
    ]


def capture_command(values: Mapping[str, Any], token: str) -> CaptureLead:
    tax = values.get("tax")
    return CaptureLead(
        source=LeadSource(values["source"]),
        contacts=contacts_of(values),
        name=values.get("name"),
        company=values.get("company"),
        position=values.get("position"),
        domain_id=values.get("domain_id"),
        tax=TaxNumber(TaxNumberKind(tax[0]), tax[1]) if tax else None,
        kind_ids=values.get("kind_ids") or [],
        object=values.get("object"),
        note=values.get("note"),
        words=values.get("words") or [],
        forwarded_from=values.get("forwarded_from"),
        intent_key=f"lead-{token}",
    )
