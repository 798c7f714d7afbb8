"""`crm doctor`: looks at each configured part and says in a sentence what is wrong and what to do."""

import asyncio
import json
import shutil
import socket
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import open_database
from bot.database.migrate import newest_revision
from bot.database.reach import reason_of
from bot.run import prepare_data_dir
from bot.settings import Settings
from bot.telegram.lazy_models import import_aiogram

LEAST_FREE_MB = 500
OLDEST_SQLITE = (3, 34)
TELEGRAM_SECONDS = 15
PORT_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Finding:
    fine: bool
    words: str


def fine(words: str) -> Finding:
    return Finding(fine=True, words=words)


def wrong(words: str) -> Finding:
    return Finding(fine=False, words=words)


Check = Callable[[Settings], Awaitable[Sequence[Finding]]]


async def examine(settings: Settings) -> list[tuple[str, Finding]]:
    """Findings by part. A check that fails in an unforeseen way is a finding too."""
    checks: list[tuple[str, Check]] = [
        ("data folder", check_data_dir),
        ("database", check_database),
        ("documents", check_storage),
        ("backups", check_backups),
        ("sandbox", check_sandbox) if settings.sandbox else ("telegram", check_telegram),
        ("web", check_web),
        ("model", check_model),
    ]
    found = [("settings", fine("every value can be read"))]
    for part, check in checks:
        try:
            found += [(part, finding) for finding in await check(settings)]
        except Exception as error:  # noqa: BLE001 - the other parts are looked at as well
            found.append((part, wrong(f"the check itself failed: {reason_of(error)}")))
    return found


async def check_data_dir(settings: Settings) -> Sequence[Finding]:
    folder = settings.data_dir.absolute()
    try:
        prepare_data_dir(folder)
    except OSError as error:
        return [wrong(f"DATA_DIR: {folder} can't be written: {error.strerror}; name another or change its owner")]
    free = shutil.disk_usage(folder).free // 2**20
    if free < LEAST_FREE_MB:
        return [wrong(f"DATA_DIR: only {free} MB are free in {folder}; make room")]
    return [fine(f"{folder} can be written, {free} MB free")]


async def check_database(settings: Settings) -> Sequence[Finding]:
    if settings.database_url is None and not (settings.data_dir / "crm.sqlite3").exists():
        return [fine("SQLite; the first `crm run` makes it")]
    database = open_database(settings.database)
    try:
        look = _look_at_sqlite if database.dialect == "sqlite" else _look_at_postgres
        return [*await database.read(look), await database.read(_look_at_schema)]
    except (SQLAlchemyError, RuntimeError, OSError) as error:
        name = "DATABASE_URL" if settings.database_url else "DATA_DIR"
        return [wrong(f"{name}: the database does not answer: {reason_of(error)}")]
    finally:
        await database.close()


async def _look_at_sqlite(session: AsyncSession) -> Sequence[Finding]:
    """That the pragmas hold is read back on every connection."""
    version: str = (await session.execute(text("SELECT sqlite_version()"))).scalar_one()
    if tuple(map(int, version.split(".")[:2])) < OLDEST_SQLITE:
        return [wrong(f"SQLite {version} has no trigram search; Python needs 3.34 or newer")]
    damage: str = (await session.execute(text("PRAGMA quick_check(1)"))).scalar_one()
    if damage != "ok":
        return [wrong(f"the file is damaged ({damage}); restore the last backup")]
    return [fine(f"SQLite {version}, undamaged, every commit synced to the disk")]


async def _look_at_postgres(session: AsyncSession) -> Sequence[Finding]:
    version: str = (await session.execute(text("SHOW server_version"))).scalar_one()
    folds: bool = (await session.execute(text("SELECT lower('Ж') = 'ж'"))).scalar_one()
    extensions = await session.execute(
        text("SELECT name FROM pg_available_extensions WHERE name IN ('pg_trgm', 'btree_gin') ORDER BY name")
    )
    problems = []
    if not folds:
        problems.append(wrong("its LC_CTYPE does not know Cyrillic letters; create it with LC_CTYPE 'C.UTF-8'"))
    if extensions.scalars().all() != ["btree_gin", "pg_trgm"]:
        problems.append(wrong("the extension pg_trgm or btree_gin is missing; install PostgreSQL's contrib package"))
    return problems or [fine(f"PostgreSQL {version} with Cyrillic letters and trigrams")]


async def _look_at_schema(session: AsyncSession) -> Finding:
    newest, found = newest_revision(), None
    if await session.run_sync(lambda sync: inspect(sync.connection()).has_table("alembic_version")):
        found = (await session.execute(text("SELECT version_num FROM alembic_version"))).scalar_one_or_none()
    if found == newest:
        return fine(f"schema at {newest}, the newest")
    return wrong(
        f"schema at {found or 'nothing'}, the newest is {newest}; `crm migrate` or the next `crm run` brings it"
    )


async def check_storage(settings: Settings) -> Sequence[Finding]:
    from integrations.storage import open_storage  # noqa: PLC0415 - slow to import, and only this check needs it

    where = settings.document_storage or str((settings.data_dir / "documents").absolute())
    key, probe = f"doctor/{uuid4().hex}", b"probe"
    try:
        storage = open_storage(settings.document_storage, settings.data_dir / "documents")
        await storage.put(key, probe)
        same = await storage.get(key) == probe
        await storage.delete(key)
    except Exception as error:  # noqa: BLE001 - each storage has errors of its own
        hint = "; check the endpoint, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY" if settings.document_storage else ""
        return [wrong(f"DOCUMENT_STORAGE: {where} does not take a file: {reason_of(error)}{hint}")]
    if not same:
        return [wrong(f"DOCUMENT_STORAGE: {where} returns other bytes than it was given")]
    return [fine(f"{where} keeps files")]


async def check_backups(settings: Settings) -> Sequence[Finding]:
    from bot.backup.keep import list_backups  # noqa: PLC0415 - only this check needs it

    folder = settings.backups.absolute()
    try:
        prepare_data_dir(folder)
    except OSError as error:
        return [wrong(f"BACKUP_FOLDER: {folder} can't be written: {error.strerror}; name another or change its owner")]
    if settings.database_url and not shutil.which("pg_dump"):
        return [wrong("pg_dump is not on this machine; install the client tools of PostgreSQL")]
    taken = list_backups(folder)
    last = f"the last one is {taken[-1].name}" if taken else "none was taken yet"
    sealed = "sealed with BACKUP_KEY" if settings.backup_key else "not sealed: BACKUP_KEY is not set"
    return [fine(f"{folder} can be written, {last}, {sealed}")]


async def check_telegram(settings: Settings) -> Sequence[Finding]:
    import_aiogram()
    from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError  # noqa: PLC0415 - slow to import

    from bot.telegram.connect import connect  # noqa: PLC0415 - as above

    assert settings.telegram_bot_token is not None  # noqa: S101 - without it the sandbox is checked instead
    bot = connect(settings, token=settings.telegram_bot_token.get_secret_value(), api_url=settings.telegram_api_url)
    try:
        async with asyncio.timeout(TELEGRAM_SECONDS):
            me, hook = await bot.me(), await bot.get_webhook_info()
    except TelegramUnauthorizedError:
        return [wrong("TELEGRAM_BOT_TOKEN: Telegram refuses it; get the current one from @BotFather")]
    except (TelegramAPIError, OSError, TimeoutError) as error:
        words = f"it can't be reached ({type(error).__name__}); check the network, TELEGRAM_PROXY and TELEGRAM_API_URL"
        return [wrong(words)]
    finally:
        await bot.session.close()
    return [fine(f"answers, the bot is @{me.username}"), _judge_webhook(settings, hook.url, hook.last_error_message)]


def _judge_webhook(settings: Settings, url: str, last_error: str | None) -> Finding:
    wanted = settings.telegram_webhook_url
    if wanted is None:
        return fine("long polling; `crm run` removes the webhook that is set" if url else "long polling")
    if url != wanted:
        return fine("another webhook or none is set; `crm run` sets TELEGRAM_WEBHOOK_URL")
    if last_error:
        return wrong(f"TELEGRAM_WEBHOOK_URL: Telegram's last call failed: {last_error}")
    return fine("the webhook is set and works")


async def check_sandbox(settings: Settings) -> Sequence[Finding]:
    port = settings.sandbox_port
    state = await _ask(f"http://127.0.0.1:{port}/sim/state")
    if state is not None and state.get("ready"):
        return [fine(f"no token is set; the local Telegram runs on port {port}")]
    if _is_free("127.0.0.1", port):
        return [fine(f"no token is set; port {port} is free for the local Telegram")]
    return [wrong(f"SANDBOX_PORT: another program listens on {port}; end it or name another port")]


async def check_web(settings: Settings) -> Sequence[Finding]:
    host, port = settings.web_host, settings.web_port
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound to
    health = await _ask(f"http://{f'[{asked}]' if ':' in asked else asked}:{port}/health")
    if health is not None and "problems" in health:
        if health["problems"]:
            return [wrong(f"the CRM runs on port {port} and is failing: {', '.join(health['problems'])}")]
        return [fine(f"the CRM {health['version']} runs on port {port} and is well")]
    if _is_free(host, port):
        return [fine(f"port {port} is free")]
    return [wrong(f"WEB_PORT: {port} on {host} can't be listened on; end the other program or name another port")]


async def check_model(settings: Settings) -> Sequence[Finding]:
    access = settings.model_access
    if access is None:
        who = "the sandbox's model scores leads" if settings.sandbox else "leads are scored by rules"
        return [fine(f"no OPENAI_API_KEY is set; {who}")]
    from integrations.openai_scorer import OpenAiScorer  # noqa: PLC0415 - only this check needs it

    model = OpenAiScorer(access)
    try:
        fault = await model.probe()
    finally:
        await model.close()
    if fault is None:
        return [fine(f"the service answers, {access.model} is asked to score leads")]
    where = access.base_url or "OpenAI"
    return [wrong(f"OPENAI_API_KEY: {where} does not answer ({fault}); check the key and OPENAI_BASE_URL")]


async def _ask(url: str) -> dict[str, Any] | None:
    """The JSON object that is served there, also with an error status; None when there is none."""

    def get() -> Any:
        try:
            with urllib.request.urlopen(url, timeout=PORT_SECONDS) as response:  # noqa: S310 - our own addresses
                return json.load(response)
        except urllib.error.HTTPError as error:
            return json.load(error)

    try:
        answer = await asyncio.to_thread(get)
    except (OSError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError:
        return False
    return True
