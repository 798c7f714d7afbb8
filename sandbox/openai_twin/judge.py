"""A plausible judgement of a lead out of the facts that the CRM sends, in the language it asks for."""

import json
from typing import Any

SOURCES = {"referral": 0.2, "partner": 0.17, "callback": 0.17, "web": 0.12, "registration": 0.12, "message": 0.1}
STAGES = {"contacted": 0.1, "qualified": 0.22}
QUIET_DAYS = 14

WORDS: dict[str, dict[str, str]] = {
    "Russian": {
        "for": "За: {}.",
        "against": "Против: {}.",
        "nothing": "пока ничего существенного",
        "source": "лид пришёл по каналу, который часто приводит покупателей",
        "messages": "переписка идёт живо",
        "domain": "понятно, чем занимается бизнес",
        "stage": "с ним уже говорили, и интерес подтвердился",
        "complete": "есть и телефон, и почта",
        "company": "известны компания и должность",
        "cold": "канал обычно приводит мало покупателей",
        "silent": "сам он почти не писал",
        "quiet": "давно не было никаких действий",
        "incomplete": "не хватает телефона или почты",
        "new": "с ним ещё не говорили",
    },
    "Ukrainian": {
        "for": "За: {}.",
        "against": "Проти: {}.",
        "nothing": "поки що нічого суттєвого",
        "source": "лід прийшов каналом, який часто приводить покупців",
        "messages": "листування жваве",
        "domain": "зрозуміло, чим займається бізнес",
        "stage": "з ним уже говорили, й інтерес підтвердився",
        "complete": "є і телефон, і пошта",
        "company": "відомі компанія та посада",
        "cold": "канал зазвичай приводить мало покупців",
        "silent": "сам він майже не писав",
        "quiet": "давно не було жодних дій",
        "incomplete": "бракує телефону або пошти",
        "new": "з ним іще не говорили",
    },
    "English": {
        "for": "For: {}.",
        "against": "Against: {}.",
        "nothing": "nothing of weight yet",
        "source": "leads of this source often buy",
        "messages": "the lead writes a lot",
        "domain": "it is known what the business does",
        "stage": "somebody has talked to the lead and found interest",
        "complete": "a phone and an e-mail address are there",
        "company": "company and position are known",
        "cold": "leads of this source seldom buy",
        "silent": "the lead has hardly written anything",
        "quiet": "nothing has happened for a long time",
        "incomplete": "the phone or the e-mail address is missing",
        "new": "nobody has talked to the lead yet",
    },
}


def judge(content: str) -> dict[str, Any]:
    """`content` is the user message; anything that is not the CRM's is judged as a lead without facts."""
    try:
        asked = json.loads(content)
        features, words = asked["features"], WORDS[asked["answer_language"]]
    except (ValueError, TypeError, LookupError):
        features, words = {}, WORDS["English"]
    score = _score(features)
    pros, cons = _reasons(features)
    said = (_sentence(words, name, reasons) for name, reasons in (("for", pros), ("against", cons)))
    return {"score": score, "recommendation": _advice(score), "reason": " ".join(said)}


def _score(features: dict[str, Any]) -> float:
    score: float = 0.15 + SOURCES.get(features.get("source", ""), 0.05) + STAGES.get(features.get("stage", ""), 0.0)
    score += 0.02 * min(features.get("message_count", 0), 10)
    score += 0.12 * (features.get("business_domain") is not None)
    score += 0.1 * bool(features.get("contact_completeness")) + 0.1 * bool(features.get("b2b_qualification"))
    score -= 0.01 * min(features.get("days_since_last_activity", 0), 30)
    return round(min(max(score, 0.02), 0.98), 2)


def _advice(score: float) -> str:
    if score >= 0.6:
        return "transfer_to_sales"
    return "continue_nurturing" if score >= 0.3 else "lost"


def _reasons(features: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Names of words that speak for the lead and against it."""
    told = [
        ("source", "cold", features.get("source") in SOURCES),
        ("messages", "silent", features.get("message_count", 0) >= 2),
        ("complete", "incomplete", bool(features.get("contact_completeness"))),
        ("stage", "new", features.get("stage") in STAGES),
        ("domain", None, features.get("business_domain") is not None),
        ("company", None, bool(features.get("b2b_qualification"))),
        (None, "quiet", features.get("days_since_last_activity", 0) <= QUIET_DAYS),
    ]
    pros = [good for good, _, holds in told if holds and good]
    return pros, [bad for _, bad, holds in told if not holds and bad]


def _sentence(words: dict[str, str], name: str, reasons: list[str]) -> str:
    return words[name].format(", ".join(words[reason] for reason in reasons) or words["nothing"])
