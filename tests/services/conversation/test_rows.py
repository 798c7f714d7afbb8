"""Keys side by side."""

from services.conversation.rows import in_rows


def test_the_last_row_holds_what_is_left() -> None:
    assert in_rows("abcde") == [["a", "b"], ["c", "d"], ["e"]]
    assert in_rows("abcde", 3) == [["a", "b", "c"], ["d", "e"]]


def test_no_keys_make_no_row() -> None:
    assert in_rows([]) == []
