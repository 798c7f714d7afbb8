"""The sender's loop: a queue per chat, dialogue before notices."""

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Any

import structlog
from aiogram.exceptions import TelegramRetryAfter

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.lanes import Lanes
from bot.sender.deliver import Deliverer, Parcel
from bot.sender.outcome import Settled, TryAgain, Verdict, judge
from bot.sender.store import MOST_PARCELS, find_waiting_chats, is_anything_pending, list_parcels, record
from bot.signals import Wakeups
from models.outgoing import OutgoingKind, OutgoingState
from models.user import Language
from services.health.tallies import SendOutcome, count_flood_wait, count_send, time_send
from services.signals import Signal

log = structlog.get_logger(service="sender")

SWEEP_SECONDS = 0.5
IDLE_SECONDS = 2.0
MOST_BULK_CHATS = 64
MOST_CHATS = 512


class Sender:
    def __init__(
        self, database: Database, deliverer: Deliverer, clock: Clock, wakeups: Wakeups, fallback: Language
    ) -> None:
        self._database = database
        self._deliverer = deliverer
        self._clock = clock
        self._wakeups = wakeups
        self._fallback = fallback
        self._chats = Lanes(wakeups, Signal.OUTGOING, self._drain)
        self._bulk: set[int] = set()
        self._stopping = False

    async def run(self) -> None:
        """Until `stop`; cancelled, as when the role is lost, it leaves the messages in flight to the next sender."""
        try:
            await self._run()
        except asyncio.CancelledError:
            self._chats.cancel()
            raise

    async def _run(self) -> None:
        pause = SWEEP_SECONDS
        while not self._stopping:
            talking = await self._wakeups.wait(Signal.OUTGOING, timeout=pause)
            if talking is not None:
                self._serve(talking)
                pause = SWEEP_SECONDS
                continue
            try:
                pause = await self._look()
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("outgoing.unreadable", reason=type(error).__name__)

    async def stop(self) -> None:
        """Lets the messages in flight be recorded and sends no more."""
        self._stopping = True
        self._wakeups.look(Signal.OUTGOING)
        if self._chats.tasks:
            await asyncio.wait(self._chats.tasks.values(), timeout=5)

    async def _look(self) -> float:
        """What no signal told of: notices, rows whose time has come, those of an earlier life. Seconds until the next
        look: signals come at once, another process may be without them.
        """
        if not await self._database.read(is_anything_pending):
            return IDLE_SECONDS
        self._serve(await self._find(dialogue=True, room=MOST_CHATS - len(self._chats.tasks)))
        notified = await self._find(dialogue=False, room=MOST_BULK_CHATS - len(self._bulk))
        self._bulk.update(notified)
        self._serve(notified)
        return SWEEP_SECONDS

    async def _find(self, *, dialogue: bool, room: int) -> set[int]:
        if room <= 0:
            self._chats.crowd_out()
            return set()
        busy = list(self._chats.tasks)
        find = partial(find_waiting_chats, now=self._clock.now(), busy=busy, dialogue=dialogue, limit=room)
        found = await self._database.read(find)
        if len(found) == room:
            self._chats.crowd_out()
        return set(found)

    def _serve(self, chats: Iterable[int]) -> None:
        for chat_id in chats:
            self._chats.enter(chat_id)

    async def _drain(self, chat_id: int) -> None:
        try:
            while not self._stopping and await self._send_some(chat_id):
                pass
        finally:
            self._bulk.discard(chat_id)

    async def _send_some(self, chat_id: int) -> bool:
        """Whether more may wait: an album takes its time, so the dialogue is looked at again after each."""
        load = partial(list_parcels, chat_id=chat_id, now=self._clock.now(), fallback=self._fallback)
        parcels = await self._database.read(load)
        slots: dict[str, int] = {}
        for index, parcel in enumerate(parcels):
            if self._stopping:
                return False
            current = replace(parcel, slot_message_id=slots.get(parcel.surface or "", parcel.slot_message_id))
            verdict, unanswered = await self._deliver(current, superseded=_superseded(parcel, parcels[index + 1 :]))
            await self._record(current, verdict, unanswered)
            if not isinstance(verdict, Settled):
                return False
            if parcel.kind is OutgoingKind.FILE:
                return True
            if verdict.message_id is not None and parcel.surface is not None:
                slots[parcel.surface] = verdict.message_id
        return len(parcels) == MOST_PARCELS

    async def _deliver(self, parcel: Parcel, *, superseded: bool) -> tuple[Verdict, TryAgain | None]:
        """What became of the message, and whether its tap must be answered later: one never repeats the other."""
        if parcel.kind is OutgoingKind.ANSWER:
            tap = await self._judged(parcel, self._deliverer.answer_tap(parcel))
            return tap, tap if isinstance(tap, TryAgain) else None
        shown = self._supersede() if superseded else self._judged(parcel, self._show(parcel))
        if parcel.callback_query_id is None:
            return await shown, None
        verdict, tap = await asyncio.gather(shown, self._judged(parcel, self._deliverer.answer_tap(parcel)))
        return verdict, tap if isinstance(tap, TryAgain) else None

    async def _show(self, parcel: Parcel) -> int | None:
        return await self._deliverer.show(parcel, now=self._clock.now())

    async def _supersede(self) -> Verdict:
        return Settled(OutgoingState.SUPERSEDED)

    async def _judged(self, parcel: Parcel, call: Coroutine[Any, Any, int | None]) -> Verdict:
        begun = monotonic()
        try:
            sent = Settled(OutgoingState.SENT, message_id=await call)
        except Exception as error:  # noqa: BLE001 - every refusal becomes an outcome of the row
            return self._refused(parcel, error)
        time_send(monotonic() - begun)
        return sent

    def _refused(self, parcel: Parcel, error: Exception) -> Verdict:
        """Telegram's own words may quote the message, so the line has none."""
        verdict = judge(error, attempts=parcel.attempts)
        if isinstance(error, TelegramRetryAfter):
            count_flood_wait(parcel.kind.value)
        log.warning(
            "send.refused",
            outgoing_id=parcel.id,
            kind=parcel.kind.value,
            status=verdict.state.value if isinstance(verdict, Settled) else type(verdict).__name__,
            reason=type(error).__name__,
        )
        return verdict

    async def _record(self, parcel: Parcel, verdict: Verdict, unanswered: TryAgain | None) -> None:
        """As often as it takes: what is not recorded would be sent again."""
        work = partial(record, parcel=parcel, verdict=verdict, unanswered=unanswered, now=self._clock.now())
        while True:
            try:
                await self._database.write(work)
                break
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("outgoing.unrecorded", outgoing_id=parcel.id, reason=type(error).__name__)
                await asyncio.sleep(SWEEP_SECONDS)
        count_send(SendOutcome(verdict.state.value) if isinstance(verdict, Settled) else SendOutcome.RETRIED)
        for again in (verdict, unanswered):
            if isinstance(again, TryAgain) and (delay := again.delay.total_seconds()) < 1:
                asyncio.get_running_loop().call_later(delay, partial(self._wakeups.look, Signal.OUTGOING))


def _superseded(parcel: Parcel, later: Sequence[Parcel]) -> bool:
    """A newer screen waits for the same slot, so this one would only flicker; unless it also says what was refused."""
    if parcel.surface is None or parcel.payload.get("noted"):
        return False
    return any(other.surface == parcel.surface and _replaces(other, parcel) for other in later)


def _replaces(newer: Parcel, older: Parcel) -> bool:
    return newer.edit_message_id == older.edit_message_id and newer.fresh == older.fresh
