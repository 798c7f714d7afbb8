"""A partner by trade who sent somebody: «дилер ТТС прислал клиента: …», «риелтор Гузель (8 927…) дала Тимура Валеева».

* The clause with his name and number stays in the note; who is named behind the verb is the lead.
"""

from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet

_PARTNERS_TEXT = """
    дилер ділер автодилер автосалон риелтор риэлтор ріелтор рієлтор агент брокер застройщик забудовник посредник
    посередник автосервис автосервіс турагент турфирм турфірм нотариус нотаріус dealer realtor broker
"""
_PARTNERS = tuple(_PARTNERS_TEXT.split())
_SENT_TEXT = """
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
_LONGEST = 9


def take_partner(sheet: Sheet) -> bool:
    """Whether a partner sent the lead; one that is named by the word «партнёр» itself is a source like others."""
    for at, token in enumerate(sheet.tokens):
        if token.plain not in _SENT or not sheet.is_free(at) or sheet.plain(at + 1) in _NOBODY:
            continue
        start = _start_of_clause(sheet, at)
        if any(sheet.plain(place).startswith(_PARTNERS) for place in range(start, at)):
            sheet.take(start, at + 1, "note")
            return True
    return False


def _start_of_clause(sheet: Sheet, at: int) -> int:
    """Not behind a source that is said: «партнёр автосалон Автоплюс передал»."""
    start = at
    while start and at - start < _LONGEST and not _parts(sheet, start - 1):
        start -= 1
    return start


def _parts(sheet: Sheet, at: int) -> bool:
    is_said = sheet.role(at) in {Role.SOURCE, Role.KIND} or not sheet.is_free(at)
    return is_said or sheet.kind(at) == "line" or sheet.plain(at) in {",", ".", ";", ":", "!"}
