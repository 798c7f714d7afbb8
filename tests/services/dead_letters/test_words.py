"""Whatever dies can be said in every language."""

import pytest

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


def test_everything_that_an_event_may_be_about_has_words() -> None:
    assert {EVENT_TYPES[name].aggregate for name in HEARD} <= KNOWN
