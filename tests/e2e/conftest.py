"""A running installation for the stories."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.processes import Installation


@pytest.fixture
async def installation(tmp_path: Path) -> AsyncIterator[Installation]:
    running = Installation(tmp_path / "var")
    await running.start()
    yield running
    await running.remove()
