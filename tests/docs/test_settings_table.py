"""The README and the example of the environment know every setting."""

from tests.docs.settings_table import BEGIN, EXAMPLE, README, settings_example, settings_table


def test_readme_lists_every_setting_as_it_is() -> None:
    assert BEGIN + settings_table() in README.read_text(encoding="utf-8")


def test_example_environment_lists_every_setting() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == settings_example()
