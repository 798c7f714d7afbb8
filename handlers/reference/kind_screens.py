"""What kinds of insurance look like to who keeps them."""

from collections.abc import Sequence

from handlers.reference.choices import Choice
from handlers.reference.fields import Field
from handlers.reference.screens import BOOKS, IN_A_ROW, MENU
from models.document_kind import DocumentKind
from models.insurance_kind import InsuranceKind
from models.user import Language
from services.calculations.plans import PaymentPlan
from services.calculations.words import plan_words
from services.conversation.listed import listed
from services.conversation.numbers import number_rows
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Localized, Screen, Style, Text, text
from services.documents.words import kind_word

DONE = "done"
KINDS = Button(text("btn-kinds"), "kind.list")
CHANGES = (
    *("term", "earliest", "schedules", "names"),
    *("documents", "proprietors", "companies"),
    *("renewal", "instalment", "commission"),
)


def kinds(all_kinds: Sequence[InsuranceKind]) -> Screen:
    lines = [
        text(
            "scr-kinds-line" if kind.enabled else "scr-kinds-line-off",
            number=str(number),
            icon=kind.icon,
            name=Localized(kind.names),
        )
        for number, kind in enumerate(all_kinds, start=1)
    ]
    rows = [*number_rows("kind.card", [kind.id for kind in all_kinds], a_row=IN_A_ROW), [BOOKS, MENU]]
    return Screen([text("scr-kinds"), *lines], rows)


def kind(one: InsuranceKind) -> Screen:
    lines = [
        text("scr-kind", icon=one.icon, name=Localized(one.names)),
        None if one.enabled else text("scr-kind-off"),
        text("scr-kind-names", ru=one.name_ru, uk=one.name_uk, en=one.name_en),
        text("scr-kind-term", term=_term(one)),
        text("scr-kind-at-once")
        if one.earliest_start_days == 0
        else text("scr-kind-wait", days=one.earliest_start_days),
        text("scr-kind-schedules", plans=listed([plan_words(PaymentPlan.from_json(each)) for each in one.schedules])),
        _documents("documents", one.required_documents),
        _documents("proprietors", one.proprietor_documents),
        _documents("companies", one.company_documents),
        text("scr-kind-renewal", days=_ladder(one.renewal_ladder)),
        text("scr-kind-instalment", days=_ladder(one.instalment_ladder)),
        text("scr-kind-commission-each" if one.commission_on_payment else "scr-kind-commission-first"),
    ]
    changes = [Button(text(f"btn-kind-{field}"), "kind.set", f"{one.id}:{field}") for field in CHANGES]
    use = (
        Button(text("btn-kind-off"), "kind.off", one.id, Style.DANGER)
        if one.enabled
        else Button(text("btn-kind-on"), "kind.on", one.id, Style.SUCCESS)
    )
    return Screen(lines, [*in_rows(changes), [use], [KINDS, BOOKS]])


def _term(one: InsuranceKind) -> Text:
    if one.default_term_months is not None:
        return text("kind-term-months", count=one.default_term_months)
    if one.default_term_days is not None:
        return text("kind-term-days", count=one.default_term_days)
    return text("kind-term-unsaid")


def _documents(whose: str, required: Sequence[str]) -> Text:
    if not required:
        return text(f"scr-kind-{whose}-none")
    return text(f"scr-kind-{whose}", kinds=listed([kind_word(DocumentKind(code)) for code in required]))


def _ladder(days: Sequence[int]) -> Text:
    """The days before in one go, the day itself, the days after in another."""
    before = ", ".join(str(day) for day in days if day > 0)
    after = ", ".join(str(-day) for day in days if day < 0)
    steps = [
        text("ladder-before", days=before) if before else None,
        text("ladder-same-day") if 0 in days else None,
        text("ladder-after", days=after) if after else None,
    ]
    said = [step for step in steps if step is not None]
    return listed(said) if said else text("ladder-none")


def ask_language(one: InsuranceKind) -> Screen:
    chips = [Chip(text(f"language-{language}"), language.value) for language in Language]
    return Screen([text("ask-kind-language", name=Localized(one.names))], [chips])


def ask_value(one: InsuranceKind, name: str, field: Field) -> Screen:
    chips = [Chip(label, value) for label, value in field.chips]
    return Screen([text(f"ask-kind-{name}", name=Localized(one.names))], in_rows(chips))


def ask_name(one: InsuranceKind, language: Language) -> Screen:
    said = text("ask-kind-name", language=text(f"language-{language}"), name=one.names[language.value])
    return Screen([said])


def ask_choice(one: InsuranceKind, name: str, choice: Choice, chosen: Sequence[str]) -> Screen:
    """What is ticked comes first, in the order that it will be shown in."""
    shown = dict.fromkeys([*choice.chosen(one), *choice.usual, *chosen])
    chips = [
        Chip(text("btn-ticked" if code in chosen else "btn-unticked", what=choice.words(code)), code) for code in shown
    ]
    rows = in_rows(chips)
    rows.append([Chip(text("btn-ticked-done"), DONE, Style.SUCCESS)])
    return Screen([text(f"ask-kind-{name}", name=Localized(one.names))], rows)


def value_problem(name: str, typed: str) -> Text:
    return text(f"err-kind-{name}-not-understood", typed=typed[:60])


def choice_problem() -> Text:
    return text("err-nothing-ticked")


def language_problem(typed: str) -> Text:
    return text("err-kind-language-not-understood", typed=typed[:60])
