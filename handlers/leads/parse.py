"""What is typed after /leads: filters in three languages, and whatever is left over is looked for.

Only whole words count: "новые" is a stage, Новиков is somebody.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.lead import LeadSource, LeadStage, Tier
from services.leads.filters import EVERY, IDLE_DAYS, OPEN, PAID, LeadFilter, Whose

_SAID: Mapping[str, Mapping[Any, str]] = {
    "tier": {
        Tier.HOT: "hot|горяч(?:ие|ий|ая|их)|гаряч(?:і|ий|а|их)|🔥",
        Tier.WARM: "warm|т[её]пл(?:ые|ый|ая|ых)|тепл(?:і|ий|а|их)",
        Tier.COLD: "cold|холодн(?:ые|ый|ая|ых|і|ий|а|их)",
        Tier.DEAD: "dead|пуст(?:ые|ой|ых)|порожн(?:і|ій|іх)",
    },
    "stage": {
        LeadStage.NEW: "new|нов(?:ые|ый|ых|і|ий|их)",
        LeadStage.CONTACTED: "contacted|связались|зв.?язались",
        LeadStage.QUALIFIED: "qualified|квалифицированн?(?:ый|ые|ых)?|кваліфікован(?:ий|і|их)",
        LeadStage.TRANSFERRED: "transferred|переданн?(?:ые|ный|ных|і|ий|их)",
        LeadStage.LOST: "lost|отказ(?:ы|ались)?|відмов(?:а|и|ились)",
        PAID: "paid|оплаченн?(?:ые|ый|ых)|оплатил[аи]?|оплатившие|оплачен[іиы]?|сплатили|💰",
        OPEN: "open|открыт(?:ые|ый|ых)|відкрит(?:і|ий|их)",
        EVERY: "closed too|с закрытыми|із закритими|every stage|все этапы|усі етапи|всі етапи",
    },
    "whose": {
        Whose.MINE: "my|mine|мои|мой|мо[їє]|мій",
        Whose.POOL: "pool|unassigned|общие|ничьи|спільні|нічиї",
        Whose.ANYBODY: "all|everybody|все|всі|усі",
    },
    "source": {
        LeadSource.WEB: "web|(?:from the )?site|(?:с )?сайта?|(?:з )?сайту",
        LeadSource.REFERRAL: "referrals?|(?:по )?рекомендации|(?:за )?рекомендаці(?:єю|я)",
        LeadSource.SOCIAL: "social|(?:из )?соцсетей|соцсети|(?:із |з )?соцмереж[иі]?",
        LeadSource.MANUAL: "manual|вручную|вручну",
        LeadSource.SCANNER: "scanner|сканера?",
        LeadSource.PARTNER: "partners?|(?:от )?партн[её]р(?:а|ы|ов)?|(?:від )?партнер(?:а|и|ів)?",
        LeadSource.REGISTRATION: "registration|регистрация|реєстрація",
        LeadSource.CALLBACK: "callback|перезвонить|передзвонити",
        LeadSource.LEAD_MAGNET: "lead.magnet|лид.магнит|лід.магніт",
        LeadSource.MESSAGE: "messages?|сообщения?|повідомлення",
    },
    "best": {True: "best|лучшие|по оценке|найкращі|за оцінкою"},
    "idle": {
        7: "(?:for a |a )?week|неделю|тиждень",
        30: "(?:for a |a )?month|месяц|місяць",
    },
}
_DAYS = re.compile(rf"(?<!\w)({'|'.join(map(str, IDLE_DAYS))})\s*\+?\s*(?:d|days?|д|дн|дня|дней|дні|днів)(?!\w)")
_IDLE = re.compile(r"(?<!\w)(?:idle|silent|no activity|без движения|молчат|без руху|мовчать)(?!\w)(?:\s+for)?")
_PATTERNS = [
    (part, value, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for part, values in _SAID.items()
    for value, words in values.items()
]
_NOTHING = re.compile(r"[\s,;.+·]+")


def parse_filter(typed: str, plain: LeadFilter) -> LeadFilter:
    """`plain` is what it is without a word. Somebody by name is looked for in every stage, whoever works on him."""
    said: dict[str, Any] = {}
    left = f" {typed.casefold().strip()} "
    if (days := _DAYS.search(left)) is not None:
        said["idle"] = int(days[1])
        left = f"{left[: days.start()]} {left[days.end() :]}"
    left = _IDLE.sub(" ", left)
    for part, value, pattern in _PATTERNS:
        if part not in said and (found := pattern.search(left)) is not None:
            said[part] = value
            left = f"{left[: found.start()]} {left[found.end() :]}"
    words = _as_typed(typed, _NOTHING.sub(" ", left).split())
    if words:
        said = {"stage": EVERY, "whose": Whose.ANYBODY, **said, "words": words}
    return replace(plain, **said)


def _as_typed(typed: str, left: list[str]) -> str:
    """The words that nothing else was understood of, in their own spelling."""
    kept = []
    for word in _NOTHING.sub(" ", typed).split():
        if word.casefold() in left:
            left.remove(word.casefold())
            kept.append(word)
    return " ".join(kept)
