"""The scorer of leads as the process has it: within the day's cap, behind a circuit, or none."""

import asyncio
from datetime import datetime, time
from functools import partial

from pydantic import SecretStr

from bot.clock import Clock
from bot.database import Database
from bot.sandbox_process import SandboxAddress
from bot.settings import Region, Settings
from integrations.circuit import Circuit, GuardedScorer
from integrations.openai_scorer import OpenAiScorer
from models.user import Language
from services.brokerage import Brokerage
from services.scoring.ports import Asked, Fault, Question, Scorer, Scoring
from services.scoring.queries import count_model_calls, list_recorded_calls


class CappedScorer:
    """Calls of a day of the brokerage's zone: those recorded, and those that are on their way to be.

    The relay is one per installation, so nobody else makes any. What is on its way when the process dies is forgotten.
    """

    def __init__(self, scorer: Scorer, database: Database, clock: Clock, brokerage: Brokerage) -> None:
        self._scorer = scorer
        self._database = database
        self._clock = clock
        self._brokerage = brokerage
        self._taking = asyncio.Lock()
        self._taken: set[int] = set()

    async def ask(self, question: Question) -> Asked:
        if not await self._take(question.event_id):
            return Asked(fault=Fault.CAP)
        return await self._scorer.ask(question)

    async def _take(self, event_id: int) -> bool:
        async with self._taking:
            self._taken -= set(await self._database.read(partial(list_recorded_calls, event_ids=self._taken)))
            made = await self._database.read(partial(count_model_calls, since=self._midnight()))
            if made + len(self._taken) >= self._brokerage.lead_limits.model_calls_a_day:
                return False
            self._taken.add(event_id)
            return True

    def _midnight(self) -> datetime:
        return datetime.combine(self._brokerage.today(self._clock.now()), time(), self._brokerage.zone)


def open_model(settings: Settings) -> OpenAiScorer | None:
    access = settings.model_access
    return None if access is None else OpenAiScorer(access)


def open_scoring(
    settings: Settings, model: Scorer | None, database: Database, clock: Clock, circuit: Circuit
) -> Scoring:
    language = Language.UK if settings.region is Region.UA else Language.RU
    if model is None:
        return Scoring(language=language)
    capped = CappedScorer(model, database, clock, settings.brokerage)
    return Scoring(GuardedScorer(capped, circuit), settings.ai_send_personal_data, language)


def with_local_model(settings: Settings, sandbox: SandboxAddress) -> Settings:
    """The sandbox's own model, unless one is configured."""
    if settings.openai_api_key is not None or settings.openai_base_url is not None:
        return settings
    local = {"openai_api_key": SecretStr(sandbox.model_key), "openai_base_url": sandbox.model_url}
    return settings.model_copy(update=local)
