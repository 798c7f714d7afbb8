"""What stands on a chip is understood when it is typed."""

import pytest

from bot.render import Translator
from handlers.leads.choices import OFFERED
from handlers.parsing.leads import parse_lead
from models.lead import LeadSource
from models.user import Language

TRANSLATOR = Translator()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("source", OFFERED)
def test_a_source_is_typed_as_its_chip_names_it(source: LeadSource, language: Language) -> None:
    label = TRANSLATOR.format(f"btn-source-{source}", language, {})
    lead = parse_lead(f"Иванов 916 123-45-67, {label}", region="RU")
    assert lead is not None
    assert lead.source is source


def test_every_source_has_a_chip() -> None:
    assert set(OFFERED) == set(LeadSource)
