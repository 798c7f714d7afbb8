"""Who sent the lead: «дилер ТТС прислал клиента: …», «риелтор Гузель (8 927…) дала Тимура», «кум дал контакт: …».

* The clause with his name and number stays in the note; who is named behind the verb is the lead.
"""

from handlers.parsing.leads.companies import end_of_quotes
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.runs import end_of_name
from handlers.parsing.leads.sheet import Sheet
from models.lead import LeadSource

_PARTNERS_TEXT = """
    дилер ділер автодилер автосалон риелтор риэлтор ріелтор рієлтор агент брокер застройщик забудовник посредник
    посередник автосервис автосервіс турагент турфирм турфірм нотариус нотаріус dealer realtor broker
"""
_PARTNERS = tuple(_PARTNERS_TEXT.split())
_SENT_TEXT = """
    дають дает переслал переслала переслали кинул кинула кинули кинув сбросил сбросила поделился поделилась подсказал
    подсказала поділився поділилась підказав підказала переслав переслали gave shared
    прислал прислала прислали передал передала передали дал дала дали скинул скинула скинули направил направила
    направили
    отправил отправила привел привела подогнал подогнала
    надіслав надіслала надіслали передав передали дав скинув скерував скерувала скерували направив привів привела
    підігнав
    sent
"""
_SENT = frozenset(_SENT_TEXT.split())
_NOBODY_TEXT = """
    ваш ваши вашу наш ваші your расчет рассчет розрахунок кп цену ціну полис поліс счет рахунок скан документы документи
    договор договір скидку знижку предложение пропозицію прайс ссылку посилання
"""
_NOBODY = frozenset(_NOBODY_TEXT.split())
"""Behind the verb they tell that no client was sent."""
_GIVEN_TEXT = """
    контакт контакты контакти номер номера номерок телефон тел координаты координати клиента клиентку клієнта клієнтку
    лида ліда человека людину знакомого знакомую знайомого знайому contact number phone
"""
_GIVEN = frozenset(_GIVEN_TEXT.split())
_MOST_GIVEN = 3
_FROM = frozenset({"из", "от", "з", "із", "від", "from"})
_LONGEST = 9


def take_sent(sheet: Sheet) -> LeadSource | None:
    """How a lead came whom somebody sent; a partner that is named by the word itself is a source like others."""
    for at, token in enumerate(sheet.tokens):
        if token.plain not in _SENT or not sheet.is_free(at) or sheet.plain(at + 1) in _NOBODY:
            continue
        start = _start_of_clause(sheet, at)
        if any(sheet.plain(place).startswith(_PARTNERS) for place in range(start, at)):
            sheet.take(start, at + 1, "note")
            return LeadSource.PARTNER
        end = _end_of_given(sheet, at + 1)
        if _is_told_of_person(sheet, start, at) and _names_somebody(sheet, end):
            sheet.take(start, end, "note")
            return LeadSource.REFERRAL
        house = _end_of_house(sheet, at + 1)
        if house is not None:
            sheet.take(start, house, "note")
    return None


def _end_of_given(sheet: Sheet, at: int) -> int:
    """«контакт», «номер сестры», «ось телефон»; the same place where it is not said."""
    end = at
    while end < at + _MOST_GIVEN and sheet.kind(end) == "word" and (end > at or sheet.plain(end) in _GIVEN):
        if end > at and sheet.role(end) is not Role.RELATION:
            break
        end += 1
    return end


def _is_told_of_person(sheet: Sheet, start: int, end: int) -> bool:
    return any(
        sheet.role(at) is Role.RELATION or (end_of_name(sheet, at) or end + 1) <= end for at in range(start, end)
    )


def _names_somebody(sheet: Sheet, at: int) -> bool:
    """Behind a sign, or behind what was given at once."""
    place = at + 1 if sheet.plain(at) in {":", ",", "-"} else at
    is_given = sheet.plain(at - 1) not in _SENT or place > at
    return is_given and (sheet.role(place) is Role.RELATION or end_of_name(sheet, place) is not None)


def _end_of_house(sheet: Sheet, at: int) -> int | None:
    """«прислали из «Юг-Моторс»», «передали з банку»: the house that sent him is not his own."""
    if sheet.plain(at) not in _FROM:
        return None
    quoted = end_of_quotes(sheet, at + 1)
    return quoted if quoted is not None else at + 2 if sheet.kind(at + 1) == "word" else None


def _start_of_clause(sheet: Sheet, at: int) -> int:
    """Not behind a source that is said: «партнёр автосалон Автоплюс передал»."""
    start = at
    while start and at - start < _LONGEST and not _parts(sheet, start - 1):
        start -= 1
    return start


def _parts(sheet: Sheet, at: int) -> bool:
    is_said = sheet.role(at) in {Role.SOURCE, Role.KIND} or not sheet.is_free(at)
    return is_said or sheet.kind(at) == "line" or sheet.plain(at) in {",", ".", ";", ":", "!"}
