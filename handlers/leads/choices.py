"""Answers that are chosen from a list: source, kinds of insurance, business domain."""

from collections.abc import Collection, Sequence

from models.business_domain import BusinessDomain
from models.insurance_kind import InsuranceKind
from models.lead import LeadSource
from services.conversation.rows import in_rows
from services.conversation.values import Chip, Localized, Style, text

DONE = "done"
CLEAR = "clear"
OFFERED = (
    LeadSource.MANUAL,
    LeadSource.WEB,
    LeadSource.REFERRAL,
    LeadSource.SOCIAL,
    LeadSource.PARTNER,
    LeadSource.CALLBACK,
    LeadSource.MESSAGE,
    LeadSource.SCANNER,
    LeadSource.REGISTRATION,
    LeadSource.LEAD_MAGNET,
)


def source_rows() -> list[list[Chip]]:
    chips = [Chip(text(f"btn-source-{source}"), source.value) for source in OFFERED]
    return in_rows(chips)


def kind_rows(kinds: Sequence[InsuranceKind], chosen: Collection[int]) -> list[list[Chip]]:
    """Each is switched by a tap; what is chosen is marked."""
    chips = [
        Chip(
            text("btn-kind-chosen" if kind.id in chosen else "btn-kind", icon=kind.icon, name=Localized(kind.names)),
            str(kind.id),
            Style.PRIMARY if kind.id in chosen else Style.PLAIN,
        )
        for kind in kinds
    ]
    return [*in_rows(chips), [Chip(text("btn-done"), DONE, Style.SUCCESS)]]


def switched(chosen: Collection[int], kind_id: int) -> list[int]:
    """What is chosen after a tap on one of them."""
    return [one for one in chosen if one != kind_id] if kind_id in chosen else [*chosen, kind_id]


def domain_rows(domains: Sequence[BusinessDomain]) -> list[list[Chip]]:
    chips = [Chip(text("btn-domain", name=Localized(domain.names)), str(domain.id)) for domain in domains]
    return in_rows(chips)


def domain_named(domains: Sequence[BusinessDomain], typed: str) -> BusinessDomain | None:
    """By a part of its name in any language; None when it fits none or several."""
    said = typed.strip().casefold()
    found = [domain for domain in domains if any(said in name.casefold() for name in domain.names.values())]
    return found[0] if said and len(found) == 1 else None
