"""Whatever dies can be said in every language."""

import pytest

from handlers.dead_letters.facts import CODES, NAMED
from models.reminder import ReminderSubject
from models.user import Language
from services.automation import CONSUMERS
from services.dead_letters.words import KNOWN
from services.events.event import EVENT_TYPES
from tests.architecture.test_locales import texts

HEARD = {event for consumer in CONSUMERS.by_name.values() for event in consumer.events}


@pytest.mark.parametrize("language", list(Language))
def test_every_consumer_and_every_event_that_one_hears_has_words_and_nobody_else(language: Language) -> None:
    spoken = texts(language)
    assert {key for key in spoken if key.startswith("dead-by-")} == {f"dead-by-{name}" for name in CONSUMERS.by_name}
    events = {f"dead-on-{name.replace('.', '-')}" for name in HEARD}
    assert {key for key in spoken if key.startswith("dead-on-")} == events


@pytest.mark.parametrize("language", list(Language))
def test_details_have_words_for_all_that_is_named_there(language: Language) -> None:
    codes = {f"dead-{name}-{code}" for name, known in CODES.items() for code in known}
    subjects = {f"dead-subject-{subject}" for subject in ReminderSubject}
    assert codes | subjects | {f"dead-fact-{name}" for name in NAMED} <= texts(language).keys()


def test_everything_that_an_event_may_be_about_has_words() -> None:
    assert {EVENT_TYPES[name].aggregate for name in HEARD} <= KNOWN
