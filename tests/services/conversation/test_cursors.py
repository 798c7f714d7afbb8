"""Cursors come back as they were given out, or not at all."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.conversation.cursors import seal, unseal
from services.errors import ScreenOutdated

MOMENTS = st.datetimes(timezones=st.just(UTC))
IDS = st.integers(0, 2**62)


@given(st.tuples(MOMENTS, IDS) | st.tuples(st.integers(-(2**40), 2**40), IDS))
def test_a_sealed_place_is_read_back(position):
    assert unseal(seal(position, key="k", about="list"), key="k", about="list") == position


@given(MOMENTS, IDS, st.integers(0, 31), st.characters(codec="ascii"))
def test_one_changed_character_is_outdated(moment, row_id, place, character):
    sealed = seal((moment, row_id), key="k", about="list")
    changed = sealed[:place] + character + sealed[place + 1 :]
    if changed == sealed:
        return
    with pytest.raises(ScreenOutdated):
        unseal(changed, key="k", about="list")


@given(st.text(max_size=60))
def test_whatever_else_comes_back_is_outdated(text):
    with pytest.raises(ScreenOutdated):
        unseal(text, key="k", about="list")


@pytest.mark.parametrize(("key", "about"), [("other", "list"), ("k", "another list")])
def test_a_cursor_of_another_person_or_list_is_outdated(key, about):
    with pytest.raises(ScreenOutdated):
        unseal(seal((datetime(2026, 11, 23, tzinfo=UTC), 5), key="k", about="list"), key=key, about=about)


def test_a_cursor_leaves_room_in_a_button():
    assert len(seal((datetime(9999, 1, 1, tzinfo=UTC), 2**62), key="k", about="")) == 32
