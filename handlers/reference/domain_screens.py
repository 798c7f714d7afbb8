"""What business domains look like to who keeps them."""

from collections.abc import Sequence

from handlers.reference.screens import BOOKS, IN_A_ROW, MENU
from models.business_domain import BusinessDomain
from models.user import Language
from services.conversation.numbers import number_rows
from services.conversation.values import Button, Chip, Localized, Screen, Style, Text, text

DOMAINS = Button(text("btn-domains"), "domain.list")


def domains(of: Sequence[BusinessDomain]) -> Screen:
    lines = [
        text(
            "scr-domains-line" if domain.enabled else "scr-domains-line-off",
            number=str(number),
            name=Localized(domain.names),
        )
        for number, domain in enumerate(of, start=1)
    ]
    rows: list[list[Button]] = number_rows("domain.card", [domain.id for domain in of], a_row=IN_A_ROW)
    add = [Button(text("btn-domain-add"), "domain.add", style=Style.PRIMARY)]
    return Screen([text("scr-domains"), *lines], [*rows, add, [BOOKS, MENU]])


def domain(one: BusinessDomain) -> Screen:
    use = (
        Button(text("btn-domain-off"), "domain.off", one.id, Style.DANGER)
        if one.enabled
        else Button(text("btn-domain-on"), "domain.on", one.id, Style.SUCCESS)
    )
    lines = [
        text("scr-domain", name=Localized(one.names)),
        None if one.enabled else text("scr-domain-off"),
        text("scr-kind-names", ru=one.name_ru, uk=one.name_uk, en=one.name_en),
    ]
    rows = [
        [Button(text("btn-domain-up"), "domain.up", one.id), Button(text("btn-domain-down"), "domain.down", one.id)],
        [Button(text("btn-kind-names"), "domain.rename", one.id), use],
        [DOMAINS, BOOKS],
    ]
    return Screen(lines, rows)


def ask_new_name(language: Language, before: str | None) -> Screen:
    """The name given in the language before may serve in this one, too."""
    chips = [[Chip(text("btn-domain-same", name=before), "same")]] if before else []
    return Screen([text("ask-domain-name", language=text(f"language-{language}"))], chips)


def ask_language(one: BusinessDomain) -> Screen:
    chips = [Chip(text(f"language-{language}"), language.value) for language in Language]
    return Screen([text("ask-kind-language", name=Localized(one.names))], [chips])


def ask_name(one: BusinessDomain, language: Language) -> Screen:
    return Screen([text("ask-kind-name", language=text(f"language-{language}"), name=one.names[language.value])])


def language_problem(typed: str) -> Text:
    return text("err-kind-language-not-understood", typed=typed[:60])
