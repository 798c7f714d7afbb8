"""A brokerage with a deal, a policy, a payment and a document, and where its backups go."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.backup.cipher import Cipher, new_key
from bot.backup.restore import NewPlace
from bot.backup.take import Installation, Taken, take_backup
from integrations.storage import open_storage
from tests.handlers.documents.sending import document, filed
from tests.handlers.policies.filed import chosen_deal, file_chosen
from tests.harness import Play
from tests.people import SELLER


@dataclass(slots=True)
class Brokerage:
    """`backups` holds what was taken of it, `new` is where one may be restored."""

    play: Play
    installation: Installation
    backups: Path
    new: NewPlace

    async def back_up(self, *, cipher: Cipher | None = None) -> Taken:
        self.installation = Installation(
            database=self.installation.database,
            data_dir=self.installation.data_dir,
            storage=self.installation.storage,
            cipher=cipher,
        )
        self.play.clock.advance(seconds=1)
        return await take_backup(self.installation, self.backups, now=self.play.clock.now())

    @property
    def restored_url(self) -> str:
        if self.new.database_url:
            return self.new.database_url.replace("postgresql://", "postgresql+psycopg://")
        return f"sqlite+aiosqlite:///{self.new.data_dir / 'crm.sqlite3'}"


@pytest.fixture
async def brokerage(play: Play, database_url: str, tmp_path: Path):
    storage = open_storage(None, tmp_path / "old" / "documents")
    play.use(storage=storage)
    deal_id = await chosen_deal(play)
    await filed(play, document(play))
    await file_chosen(play, deal_id, number="AI-1")
    for label in ("Оплата", "сегодня", "✅ Записать"):
        await play.tap(SELLER, label)
    await play.run_events()
    server = None if database_url.startswith("sqlite") else f"{database_url.replace('+psycopg', '')}_new"
    installation = Installation(database=database_url, data_dir=tmp_path / "old", storage=storage, cipher=None)
    new = NewPlace(data_dir=tmp_path / "new", database_url=server)
    yield Brokerage(play, installation, tmp_path / "backups", new)
    if server:
        from bot.backup.postgres import drop_database

        drop_database(server)


@pytest.fixture
def cipher() -> Cipher:
    return Cipher(new_key())
