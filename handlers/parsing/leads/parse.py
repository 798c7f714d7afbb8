"""A lead from a message, or none.

* A phone or an e-mail is enough for a lead; without them a person or a company and a wish are, or a question about an
  insurance of something named.
* Offers of work, loans, casinos and promotion are none, nor is talk about deals that run.
"""

from dataclasses import replace

from handlers.parsing.leads.companies import take_company
from handlers.parsing.leads.contacts import take_email, take_phones, take_plate, take_tax_number, take_vin
from handlers.parsing.leads.geography import COUNTRY, TO
from handlers.parsing.leads.labels import take_labelled
from handlers.parsing.leads.notes import note_of
from handlers.parsing.leads.objects import are_persons_insured, take_object
from handlers.parsing.leads.others import take_name_of_other, take_others
from handlers.parsing.leads.partners import take_sent
from handlers.parsing.leads.people import take_name
from handlers.parsing.leads.read import read
from handlers.parsing.leads.result import Lead
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.leads.talk import ALWAYS
from handlers.parsing.leads.wishes import take_kinds, take_source
from handlers.parsing.leads.work import take_domain, take_position

_FEWEST_PITCHES = 2
_MOST_UNREAD = 1
"""Words of the note beside a name and an object, where nothing else makes a lead of them."""
_SHOPPING = ("куп", "докуп", "закуп", "заказ", "замов", "забра", "принес")
"""What colleagues ask each other for: «купить бумагу А4»."""
_RISKS = (
    "залив",
    "затоп",
    "потоп",
    "пожар",
    "пожеж",
    "огн",
    "вогн",
    "град",
    "ураган",
    "бур",
    "стих",
    "краж",
    "крад",
    "взлом",
    "прильот",
    "прилет",
    "обстр",
    "ракет",
    "дрон",
)
_AGAINST = frozenset({"от", "від", "и", "і", "та", "боится", "боїться"})
_BUILDINGS = frozenset({Role.PLACE, Role.TRADE})


def parse_lead(text: str, *, region: str) -> Lead | None:
    """`region` is RU or UA: its phones, kinds and tax numbers are meant; None where the message is no lead."""
    sheet = read(text, region)
    if _is_spam(sheet):
        return None
    lead = _with_inferred(_lead(sheet), sheet)
    return lead if _is_lead(lead, sheet) else None


def parse_part(text: str, *, region: str) -> Lead | None:
    """More about a lead that is begun already: a name alone will do; None where a word of it is not understood."""
    sheet = read(text, region)
    if _is_spam(sheet) or sheet.has(Role.TALK):
        return None
    lead = _with_inferred(_lead(sheet), sheet)
    return None if lead.note or lead == Lead() else lead


def _lead(sheet: Sheet) -> Lead:
    """Each reader takes its words from the sheet, so that the next ones don't see them."""
    said = take_labelled(sheet)
    sent = take_sent(sheet)
    company = said.get("company") or take_company(sheet)
    kinds = take_kinds(sheet)
    source = take_source(sheet, sent)
    others = take_others(sheet, are_insured=are_persons_insured(kinds))
    position = said.get("position") or take_position(sheet)
    domain = take_domain(sheet, position)
    insured = said.get("object") or take_object(sheet, kinds)
    name = said.get("name") or take_name(sheet) or take_name_of_other(sheet, others)
    return Lead(
        company=company,
        kinds=kinds,
        source=source,
        position=position,
        object=insured,
        business_domain=domain,
        phones=take_phones(sheet),
        email=take_email(sheet),
        plate=take_plate(sheet),
        vin=take_vin(sheet),
        tax_id=take_tax_number(sheet, is_company=company is not None),
        name=name,
        note=note_of(sheet),
    )


def _with_inferred(lead: Lead, sheet: Sheet) -> Lead:
    """«застраховать квартиру», «страховка в Чехию» name no kind, and there is but one."""
    if not lead.kinds and not lead.object and sheet.has(Role.INSURE) and _is_journey(sheet):
        return replace(lead, kinds=frozenset({"vzr"}))
    is_place = (sheet.has(Role.INSURE) or _is_at_risk(sheet)) and any(
        owner == "object" and sheet.role(at) in _BUILDINGS for at, owner in enumerate(sheet.owners)
    )
    return replace(lead, kinds=frozenset({"property"})) if is_place and not lead.kinds else lead


def _is_at_risk(sheet: Sheet) -> bool:
    """«квартира… от залива»: buildings have no other insurance."""
    return any(
        token.plain.startswith(_RISKS) and sheet.plain(at - 1) in _AGAINST for at, token in enumerate(sheet.tokens)
    )


def _is_journey(sheet: Sheet) -> bool:
    return any(
        sheet.role(at - 1) is Role.PREPOSITION and sheet.plain(at - 1) in TO
        for at, _, value in sheet.phrases(Role.WHERE)
        if value == COUNTRY
    )


def _is_spam(sheet: Sheet) -> bool:
    spam = {meaning.value for meaning in sheet.meanings if meaning is not None and meaning.role is Role.SPAM}
    return ALWAYS in spam or (bool(spam) and not sheet.has(Role.KIND, Role.INSURE))


def _is_pitch(lead: Lead, sheet: Sheet) -> bool:
    """«Скидка 70 %… только сегодня»: who sells tells neither his name nor an insurance."""
    is_about_insurance = lead.name or lead.source or lead.plate or lead.vin or sheet.has(Role.KIND, Role.INSURE)
    return not is_about_insurance and sum(1 for _ in sheet.phrases(Role.PITCH)) >= _FEWEST_PITCHES


def _is_lead(lead: Lead, sheet: Sheet) -> bool:
    if _is_pitch(lead, sheet):
        return False
    if lead.phones or lead.email:
        return True
    is_known = bool(lead.name or lead.company or lead.plate or lead.vin or lead.tax_id)
    is_wish = bool(lead.kinds or lead.object)
    if sheet.has(Role.TALK):
        return False
    if lead.company and lead.tax_id:
        return True
    if sheet.plain(0).startswith(_SHOPPING) and not sheet.has(Role.KIND, Role.INSURE):
        return False
    if is_known and not lead.kinds and not lead.source and not sheet.has(Role.WISH, Role.INSURE):
        return is_wish and len((lead.note or "").split()) <= _MOST_UNREAD
    if is_known:
        return is_wish or lead.source is not None
    return is_wish and bool(lead.object or lead.note) and sheet.has(Role.WISH, Role.INSURE)
