"""What a story changes in the reference books is put back after it."""

import pytest


@pytest.fixture(autouse=True)
def _books_as_seeded(books_as_seeded: None) -> None: ...
