"""A running installation for the stories."""

from collections.abc import AsyncIterator

import pytest

from tests.e2e.processes import Installation


@pytest.fixture(scope="module")
async def installed(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Installation]:
    place = Installation(tmp_path_factory.mktemp("installation") / "var")
    yield place
    await place.remove()


@pytest.fixture
async def installation(installed: Installation) -> Installation:
    """It runs, whatever the test before has done to it."""
    if not installed.crm.running:
        await installed.start()
    return installed
