"""Until which day an offer holds, said among its terms: «до 5.12», «действует до пятницы», «valid for 14 days».

* A day within three months; an earlier or a later one is no validity, nor is one that a payment or the policy has.
* «14 дней» counts from today, and only after a word that says what holds: alone it is the policy's term.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from handlers.parsing.dates import parse_date
from handlers.parsing.offers.patterns import MONTHS
from handlers.parsing.result import Day

_WORD_END = r"[^\W\d_]*"
_EN_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ALL_MONTHS = rf"(?:{MONTHS}|{_EN_MONTHS}){_WORD_END}"
_UNITS = r"(?:тыс|тис|т(?!\w)|к(?!\w)|k(?!\w)|млн|mln|м(?!\w)|км|km|л(?!\w)|руб|грн|р(?!\w)|[%₽₴$€])"
_IN_FIGURES = (
    r"[0-3]?\d(?:\.(?:0?[1-9]|1[0-2])(?:\.(?:20)?\d\d)?|/(?:0[1-9]|1[0-2])(?:/(?:20)?\d\d)?)"
    rf"(?!\d|[.,/]\d| ?{_UNITS})"
)
_BY_NAME = (
    rf"\d{{1,2}}(?:-?(?:го|th|st|nd|rd))? (?:of )?{_ALL_MONTHS}\.?(?:,? 20\d\d)?"
    rf"|(?:{_EN_MONTHS})[a-z]*\.? \d{{1,2}}(?:th|st|nd|rd)?(?:,? 20\d\d)?(?![\d.])"
)
_WEEKDAYS = (
    "(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень|понеділ|вівтор|серед|четвер|п'ятниц|субот|неділ"
    rf"|monday|tuesday|wednesday|thursday|friday|saturday|sunday){_WORD_END}|(?:пн|вт|ср|чт|пт|сб|вс|нд|fri)(?!\w)"
)
_ENDS = (
    rf"конца (?:месяца|года|{_ALL_MONTHS})|кінця (?:місяця|року|{_ALL_MONTHS})"
    rf"|(?:the )?end of (?:the )?(?:month|year|{_ALL_MONTHS})"
)
_DAY_SAID = rf"{_IN_FIGURES}|{_BY_NAME}|{_WEEKDAYS}|{_ENDS}|завтра|tomorrow"
_OFFER = rf"(?:(?:предложен|цен|расчет|котировк|тариф|пропозиц|цін|розрахун|offer|price|quote){_WORD_END}|кп) "
_HOLDS = (
    rf"(?:(?:действ|актуал|дійсн|діят|чинн){_WORD_END}\.?|годен|годна|годны|діє|в силе|у силі"
    r"|срок действия|(?:строк|термін) дії|(?:is )?valid|(?:is )?good|holds|expires)[:,]? "
)
_INCLUSIVE = r"(?: \(?(?:включительно|включно|inclusive)\)?)?"
_DURATION = (
    r"(?:еще |ще |в течение |протягом |for )?(?:(?P<count>\d{1,2}) ?|(?:a |one )?)"
    r"(?:(?P<days>дней|дня|день|дн|днів|дні|сут(?:ок|ки)|доб[иу]?|days?)"
    r"|(?P<weeks>недел[юиь]|нед|тиж(?:день|ня|ні|нів)|weeks?))\.?(?!\w)"
)
_SAID = re.compile(
    rf"(?<!\w)(?:(?:{_OFFER})?{_HOLDS}"
    rf"(?:(?:до|по|until|till|til|to|through|on) (?P<held>{_DAY_SAID}){_INCLUSIVE}|{_DURATION})"
    rf"|(?:до|until|till|til) (?P<bare>{_DAY_SAID}){_INCLUSIVE})"
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:(?:оплат|плат|взнос|внес|доплат|остат|решт|залиш|скидк|знижк|аванс|pay|discount)\w*"
    rf"|(?:полис|поліс|policy|договор|договір|contract|покрыт|покрит|cover|страховк){_WORD_END}"
    r"|(?:рассроч|розстроч|instal)\w*(?: \d+)?"
    rf"|(?<!\w)(?<!без )фр{_WORD_END}|(?<!\w)(?:кв|ком{_WORD_END})|(?<!\w)(?:с|з|from) [\d.]+(?: {_ALL_MONTHS})?)\W*$"
)
_LONGEST = timedelta(days=92)
_FIRST_PLACE = 0xF000


def put_validity_aside(plain: str, today: date) -> tuple[str, list[date]]:
    """Marks in place of the days that the offers of a plain line hold until, and these days."""
    days: list[date] = []

    def put_aside(match: re.Match[str]) -> str:
        day = None if _OF_SOMETHING_ELSE.search(plain[: match.start()]) else _day(match, today)
        if day is None or not today <= day <= today + _LONGEST:
            return match[0]
        days.append(day)
        return f" {chr(_FIRST_PLACE + len(days) - 1)} "

    return _SAID.sub(put_aside, plain), days


def validity_at(mark: str, days: list[date]) -> date | None:
    place = ord(mark) - _FIRST_PLACE
    return days[place] if 0 <= place < len(days) else None


def _day(match: re.Match[str], today: date) -> date | None:
    words = match["held"] or match["bare"]
    if words:
        said = parse_date(words, now=datetime.combine(today, time(), UTC))
        return said.date if isinstance(said, Day) else None
    if match["count"] is None and match["weeks"] is None:
        return None
    count = int(match["count"] or 1)
    return today + (timedelta(weeks=count) if match["weeks"] else timedelta(days=count))
