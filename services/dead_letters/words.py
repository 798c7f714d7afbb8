"""A dead letter in words, and the buttons to deal with it: for the alarm and the screens."""

from services.automation.rules.words import called
from services.conversation.values import Button, Moment, Style, Text, text
from services.dead_letters.letter import REMINDERS, Letter, LetterState
from services.events.consumers import CONSUMERS

KNOWN = frozenset({"client", "deal", "document", "execution", "kind", "lead", "policy", "task", "user"})
REASONS = {
    "TimeoutError": "dead-why-timeout",
    "no such consumer": "dead-why-no-consumer",
    "FilesUnreachable": "dead-why-files",
    "StorageUnreachable": "dead-why-storage",
    "storage unreachable": "dead-why-storage",
    "unreachable": "rule-fault-unreachable",
    "unresolved": "rule-fault-unresolved",
    "timeout": "rule-fault-timeout",
    "redirect": "rule-fault-redirect",
    "not-https": "rule-fault-not-https",
    "not-public": "rule-fault-not-public",
    "address": "rule-fault-address",
    "recipient": "rule-fault-recipient",
    "too-large": "rule-fault-too-large",
    "webhooks-off": "rule-fault-webhooks-off",
    "email-off": "rule-fault-email-off",
}
UNREADABLE = "PoisonUpdateError"
ANSWERED = "status-"


def what_failed(consumer: str | None) -> Text:
    """Of an update there is no consumer."""
    if consumer is None:
        return text("dead-update")
    if consumer == REMINDERS:
        return text("dead-reminder")
    if consumer not in CONSUMERS.by_name:
        return text("dead-unknown", name=consumer)
    return text(f"dead-by-{consumer}")


def letter_lines(letter: Letter) -> list[Text]:
    """What, about what, why, and when after how many tries; of one that is dead no more, what became of it."""
    lines = [text("scr-dead-letter", what=what_failed(letter.consumer)), _about_line(letter)]
    if letter.state is LetterState.AGAIN or letter.state is LetterState.DONE:
        return [*lines, text(f"scr-dead-{letter.state}")]
    lines.append(text("scr-dead-why", reason=reason_words(letter.reason)))
    if letter.died_at is not None:
        lines.append(text("scr-dead-when", at=Moment(letter.died_at), count=max(letter.attempts, 1)))
    return [*lines, text("scr-dead-dropped")] if letter.state is LetterState.DROPPED else lines


def letter_rows(letter: Letter, *, in_detail: bool = False) -> list[list[Button]]:
    look = [] if in_detail else [Button(text("btn-dead-details"), "dead.details", str(letter.ref))]
    return [row for row in ([*_ways_out(letter), *look], _rule_of(letter)) if row]


def _ways_out(letter: Letter) -> list[Button]:
    if letter.state is not LetterState.DEAD:
        return []
    again = Button(text("btn-dead-requeue"), "dead.requeue", str(letter.ref), Style.PRIMARY)
    drop = Button(text("btn-dead-drop"), "dead.drop", str(letter.ref), Style.DANGER)
    return [again, drop]


def _rule_of(letter: Letter) -> list[Button]:
    """Where a wrong address is put right."""
    if letter.about is None or letter.about[0] != "execution":
        return []
    return [Button(text("btn-dead-rule"), "auto.of", letter.about[1])]


def about_words(letter: Letter) -> Text:
    """An update's number is what its person was told to quote."""
    if letter.about is None:
        return text("dead-about-update", number=letter.incident or str(letter.ref))
    if letter.rule is not None:
        rule = letter.rule
        name, about = called(rule.name, rule.template), _thing(rule.about)
        return text("dead-about-rule", number=str(rule.id), name=name, about=about)
    return _thing(letter.about)


def _thing(about: tuple[str, int]) -> Text:
    sort, number = about
    if sort in KNOWN:
        return text(f"dead-about-{sort}", number=str(number))
    return text("dead-about-other", sort=sort, number=str(number))


def _about_line(letter: Letter) -> Text:
    about = about_words(letter)
    if letter.event_name is not None:
        return text("scr-dead-about", about=about, event=_event_words(letter.event_name))
    return (
        text("scr-dead-about", about=about, event=letter.person) if letter.person else text("scr-dead-of", about=about)
    )


def _event_words(name: str) -> Text:
    if not CONSUMERS.of(name):
        return text("dead-event-other", name=name)
    return text(f"dead-on-{name.replace('.', '-')}")


def reason_words(reason: str) -> Text:
    if reason.startswith(UNREADABLE):
        return text("dead-why-unreadable")
    if reason.startswith(ANSWERED):
        return text("rule-fault-status", status=reason.removeprefix(ANSWERED))
    if reason in REASONS:
        return text(REASONS[reason])
    return text("dead-why-error", error=reason)
