"""Questions about a new lead, and what was understood of him so far."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.common.doubts import doubt_text
from handlers.common.hand import to_hand
from handlers.kit.draft import Search
from handlers.leads.choices import source_rows
from handlers.leads.question_screens import LONGEST_ECHO, YES
from handlers.parsing.result import Ask as Doubt
from models.business_domain import BusinessDomain
from models.insurance_kind import InsuranceKind
from services.clients.identifiers import format_phone
from services.conversation.values import Button, Chip, Localized, Parts, Screen, Style, Text, text
from services.documents.words import shorten
from services.leads.words import who, who_line

LONGEST_SHOWN = 500
SKIP = [Chip(text("btn-skip"), "skip")]
AGAIN = ("name", "contact", "source", "kinds", "object", "domain")


def line() -> Screen:
    return Screen([text("ask-lead"), text("ask-lead-example")])


def no_lead(typed: str) -> Text:
    return text("err-no-lead", typed=typed[:LONGEST_ECHO])


def name() -> Screen:
    return Screen([text("ask-lead-name")])


def contact_of(values: Mapping[str, Any], kinds: Sequence[InsuranceKind]) -> Screen:
    """Below what is known already."""
    told = [*_doubted(values), *_told(values, kinds)]
    return Screen([text("scr-lead-draft"), *told, text("ask-lead-contact")], [SKIP])


def contact_problem(doubt: Doubt | None, typed: str) -> Text:
    return doubt_text(doubt, typed, "err-lead-contact-not-understood")


def source_of(values: Mapping[str, Any], kinds: Sequence[InsuranceKind]) -> Screen:
    """Below what is known already."""
    return Screen([text("scr-lead-draft"), *_told(values, kinds), text("ask-lead-source")], source_rows())


def confirm(values: Mapping[str, Any], kinds: Sequence[InsuranceKind], of_domain: BusinessDomain | None) -> Screen:
    """In full: this is the moment to notice a wrong digit."""
    files = (values.get("files") or 0) + len(values.get("kept") or ())
    lines = [
        text("ask-lead-confirm"),
        *_doubted(values),
        *_told(values, kinds),
        text("scr-lead-domain", domain=Localized(of_domain.names)) if of_domain else None,
        text("scr-lead-tax", number=values["tax"][1]) if values.get("tax") else None,
        text("scr-lead-from", source=text(f"source-{values['source']}")) if values.get("source") else None,
        text("scr-lead-note", words=values["said"]) if values.get("said") else None,
        *_words_of_his(values),
        text("scr-lead-note", words=values["note"]) if values.get("note") else None,
        text("ask-lead-with-files", count=files) if files else None,
        text("ask-lead-more"),
    ]
    again = [Chip(text(f"btn-lead-fix-{answer}"), answer) for answer in AGAIN]
    return Screen(lines, [[Chip(text("btn-save"), YES, Style.SUCCESS)], again[:3], again[3:]])


def _doubted(values: Mapping[str, Any]) -> list[Text]:
    doubts = (Doubt(why, params) for why, params, *_ in values.get("doubts") or ())
    return [doubt_text(doubt, values.get("note") or "", "err-lead-doubt") for doubt in doubts]


def _told(values: Mapping[str, Any], kinds: Sequence[InsuranceKind]) -> list[Text | None]:
    """Who it is, how to reach him, what he wants."""
    contacts = [*map(format_phone, values.get("phones") or ()), *(values.get("emails") or ())]
    wish = [*(Localized(kind.names) for kind in kinds), values.get("object")]
    called = who(values.get("name"), values.get("company"), None, None)
    return [
        who_line(called, values.get("position")),
        text("scr-lead-reach", parts=Parts(contacts or [text("lead-no-contact")])),
        text("scr-lead-wish", parts=Parts(wish)) if any(wish) else None,
    ]


def _words_of_his(values: Mapping[str, Any]) -> list[Text]:
    return [text("scr-lead-note", words=shorten(words, LONGEST_SHOWN)) for words in values.get("words") or ()]


def of_another(sender: str) -> Text:
    return text("scr-lead-of-another", name=shorten(sender, LONGEST_ECHO))


def file_kept() -> Text:
    return text("scr-lead-file-kept")


def instead(search: Search, deal_id: int | None, lead_id: int | None) -> list[Button]:
    """What else the words may have been meant for."""
    return [
        Button(text("btn-search-instead"), "client.found", f"{search.token}:"),
        *to_hand(search, deal_id, lead_id),
    ]


def captured(*, in_pool: bool) -> Text:
    """A seller's own waits in the pool when he has no room for it."""
    return text("scr-lead-captured-to-pool" if in_pool else "scr-lead-captured")
