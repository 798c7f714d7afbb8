"""A client in one line: phones, addresses, a tax number and a birth date stand out, what is left is the name.

- A number after its name («ИНН 7707083893») is that number; ten or twelve bare digits are a tax number when the check
  digit holds and they do not begin like a phone of the region.
- The legal form in front («ООО», «ФОП») tells the kind of client, and so does the length of the tax number.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from handlers.parsing.dates import parse_date
from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Ask as Doubt
from handlers.parsing.result import Day, Phone
from models.client import ClientKind
from models.tax_number import TaxNumberKind
from services.clients.identifiers import TaxNumber, parse_tax_number

MOST_TOKENS = 40
LONGEST_PHONE = 7

EMAIL = re.compile(r"[^\s<>()\[\],;:]+@[^\s<>()\[\],;:@]+")
PHONE_LIKE = re.compile(r"[+(]?\d[\d ().-]{5,24}")
DIGITS = re.compile(r"\d{10}|\d{12}", re.ASCII)
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}", re.ASCII)
LABELLED_TAX = re.compile(r"\b(?:инн|іпн|ипн|рнокпп|єдрпоу|едрпоу|edrpou|inn)\b\W{0,3}([0-9]{8,12})\b", re.IGNORECASE)
PHONE_START = {"RU": ("9", "380"), "UA": ("0", "380")}
PUNCTUATION = " ,;:·|—–-"

LABELS = frozenset(
    [
        "тел",
        "телефон",
        "моб",
        "мобильный",
        "мобільний",
        "phone",
        "tel",
        "mob",
        "почта",
        "пошта",
        "email",
        "e-mail",
        "mail",
        "емейл",
        "имейл",
        "др",
        "д.р",
        "дата",
        "рождения",
        "народження",
        "родился",
        "родилась",
        "birthday",
        "born",
    ]
)
FORMS = {
    **dict.fromkeys(
        [
            "ооо",
            "оао",
            "зао",
            "пао",
            "ао",
            "нко",
            "тов",
            "тзов",
            "прат",
            "пат",
            "ат",
            "пп",
            "llc",
            "ltd",
            "inc",
            "gmbh",
        ],
        ClientKind.COMPANY,
    ),
    **dict.fromkeys(["ип", "фоп", "спд"], ClientKind.SOLE_PROPRIETOR),
}
KINDS = {
    **dict.fromkeys(
        [
            "физлицо",
            "физ",
            "физик",
            "человек",
            "гражданин",
            "фізособа",
            "фізична",
            "фізик",
            "людина",
            "person",
            "individual",
        ],
        ClientKind.INDIVIDUAL,
    ),
    **dict.fromkeys(["ип", "фоп", "спд", "предприниматель", "підприємець", "entrepreneur"], ClientKind.SOLE_PROPRIETOR),
    **dict.fromkeys(
        [
            "компания",
            "компанія",
            "фирма",
            "фірма",
            "юрлицо",
            "юрособа",
            "организация",
            "організація",
            "company",
            "firm",
        ],
        ClientKind.COMPANY,
    ),
}


@dataclass(slots=True)
class TypedClient:
    """What a line told; `kind` only when the line gives it away."""

    name: str | None = None
    kind: ClientKind | None = None
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    tax: TaxNumber | None = None
    birth_date: date | None = None


def parse_kind(text: str) -> ClientKind | None:
    return KINDS.get(text.strip(" .!").casefold())


def parse_email(text: str) -> str | None:
    """The address in lower case; whether its domain exists is not asked."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - most starts never see an address

    try:
        return validate_email(text.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None


def parse_birth_date(text: str, language: str, now: datetime) -> date | Doubt | None:
    """`now` is aware and in the brokerage's zone."""
    said = parse_date(text, now=now, want="past", lang=language)
    return said.date if isinstance(said, Day) else said


def parse_phones(text: str, region: str) -> list[str] | Doubt | None:
    """All the E.164 phones of an answer that holds nothing else; else what is doubtful about it."""
    tokens, phones = _take_phones(text.replace(",", " ").replace(";", " ").split()[:MOST_TOKENS], region)
    if phones and not any(character.isdigit() for token in tokens for character in token):
        return phones
    single = parse_phone(text, region)
    return [single.e164] if isinstance(single, Phone) else single


def parse_client(text: str, region: str, now: datetime) -> TypedClient:
    typed = TypedClient()
    rest = _take_labelled_tax(" ".join(text.split()), region, typed)
    tokens = rest.split()
    if len(tokens) > MOST_TOKENS:
        return TypedClient(name=text)
    for take in (_take_emails, _take_birth_date, _take_bare_tax):
        tokens = take(tokens, typed, region, now)
    tokens, typed.phones = _take_phones(tokens, region)
    typed.name = _name(tokens)
    typed.kind = _kind(tokens, typed.tax)
    return typed


def _take_labelled_tax(text: str, region: str, typed: TypedClient) -> str:
    found = LABELLED_TAX.search(text)
    tax = parse_tax_number(found[1], region) if found else None
    if found is None or not isinstance(tax, TaxNumber):
        return text
    typed.tax = tax
    return text[: found.start()] + " " + text[found.end() :]


def _take_emails(tokens: list[str], typed: TypedClient, region: str, now: datetime) -> list[str]:  # noqa: ARG001 - one shape of takers
    rest = []
    for token in tokens:
        found = EMAIL.search(token)
        address = parse_email(found[0].strip(".")) if found else None
        if address is None:
            rest.append(token)
        elif address not in typed.emails:
            typed.emails.append(address)
    return rest


def _take_birth_date(tokens: list[str], typed: TypedClient, region: str, now: datetime) -> list[str]:  # noqa: ARG001 - as above
    rest = []
    for token in tokens:
        bare = token.strip(PUNCTUATION)
        day = parse_birth_date(bare, "ru", now) if DATE.fullmatch(bare) and typed.birth_date is None else None
        if isinstance(day, date):
            typed.birth_date = day
        else:
            rest.append(token)
    return rest


def _take_bare_tax(tokens: list[str], typed: TypedClient, region: str, now: datetime) -> list[str]:  # noqa: ARG001 - as above
    rest = []
    for token in tokens:
        bare = token.strip(PUNCTUATION)
        tax = parse_tax_number(bare, region) if _may_be_tax(bare, region) and typed.tax is None else None
        if isinstance(tax, TaxNumber):
            typed.tax = tax
        else:
            rest.append(token)
    return rest


def _may_be_tax(bare: str, region: str) -> bool:
    return DIGITS.fullmatch(bare) is not None and not bare.startswith(PHONE_START[region])


def _take_phones(tokens: list[str], region: str) -> tuple[list[str], list[str]]:
    """The longest run of tokens that makes a phone is one."""
    rest: list[str] = []
    phones: list[str] = []
    at = 0
    while at < len(tokens):
        length, phone = _phone_at(tokens[at : at + LONGEST_PHONE], region)
        if phone is None:
            rest.append(tokens[at])
        elif phone not in phones:
            phones.append(phone)
        at += length
    return rest, phones


def _phone_at(tokens: list[str], region: str) -> tuple[int, str | None]:
    for length in range(len(tokens), 0, -1):
        candidate = " ".join(tokens[:length]).strip(PUNCTUATION)
        if PHONE_LIKE.fullmatch(candidate):
            phone = parse_phone(candidate, region)
            if isinstance(phone, Phone):
                return length, phone.e164
    return 1, None


def _name(tokens: list[str]) -> str | None:
    words = [token for token in tokens if token.strip(".:,;-").casefold() not in LABELS]
    name = " ".join(words).strip(PUNCTUATION)
    return name if any(character.isalpha() for character in name) else None


def _kind(tokens: list[str], tax: TaxNumber | None) -> ClientKind | None:
    form = FORMS.get(tokens[0].strip("«»\"'.,").casefold()) if tokens else None
    if form is not None or tax is None:
        return form
    company = tax.kind is TaxNumberKind.EDRPOU or (tax.kind is TaxNumberKind.INN and len(tax.value) == 10)
    return ClientKind.COMPANY if company else None
