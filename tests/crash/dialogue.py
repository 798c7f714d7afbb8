"""A seller at the chat who knows only what the chat shows, and goes on from there whatever has happened to the CRM."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from sandbox.client import Message, SandboxClient

ANSWER_SECONDS = 30.0
"""Of the CRM's life: while it is dead nobody answers, however long it takes this machine to start it again."""
TAP_WAITS_SECONDS = 60.0
COPY_SECONDS = 4.0
TAP_SECONDS = 15.0
POLL_SECONDS = 0.1
RECENT = 30
LETTERS = "абвгдежзиклмнопрстуфхцчшэюя"
PAPERS = 3

Move: TypeAlias = Callable[["Player", Message], Awaitable[None]]


class UnansweredError(AssertionError):
    """The CRM runs, and what the person wrote or tapped was left without an answer."""


class Player:
    """Opens one deal after another, each for a client of its own, and takes some as far as the first payment.

    He says no word twice but «каско».

    `papers` are the messages that carried a document; `lived` says how many seconds the CRM was up.
    """

    def __init__(self, telegram: SandboxClient, chat: int, chance: random.Random, lived: Callable[[], float]) -> None:
        self.papers: list[int] = []
        self._lived = lived
        self._telegram = telegram
        self._chat = chat
        self._chance = chance
        self._newest = 0

    async def play(self, ended: asyncio.Event) -> None:
        """Raises UnansweredError."""
        await self._say("/newdeal")
        while not ended.is_set():
            screen = (await self._seen())[-1]
            await _move_for(screen["text"])(self, screen)

    async def give_name(self, screen: Message) -> None:
        await self._answer("".join(self._chance.choices(LETTERS, k=10)).capitalize())

    async def give_phone(self, screen: Message) -> None:
        if self._chance.random() < 0.3:
            await self._tap(screen, "Пропустить")
        else:
            await self._answer(f"8 9{self._chance.randrange(10**8, 10**9)}")

    async def give_kind(self, screen: Message) -> None:
        if self._chance.random() < 0.5:
            await self._tap(screen, "КАСКО")
        else:
            await self._answer("каско")

    async def give_object(self, screen: Message) -> None:
        await self._answer(f"Toyota {self._chance.randrange(10**9)}")

    async def confirm(self, screen: Message) -> None:
        """By tapping, now and then twice: the card then stands in this very message, however late it comes."""
        if self._chance.random() < 0.1:
            await self._say("/cancel")
        else:
            await self._tap(screen, "Открыть сделку", times=self._times())

    async def pick_new_client(self, screen: Message) -> None:
        await self._tap(screen, "Новый клиент")

    async def drop_papers(self, screen: Message) -> None:
        before = await self._seen()
        for _ in range(PAPERS):
            number = self._chance.randrange(10**9)
            paper = await self._telegram.send_file(self._chat, f"полис {number}".encode(), name=f"{number}.txt")
            self.papers.append(paper)
        await self._hear(before)

    async def await_files(self, screen: Message) -> None:
        await self._hear(await self._seen())

    async def place_papers(self, screen: Message) -> None:
        await self._tap(screen, " · ")

    async def write_entry(self, screen: Message) -> None:
        """In reply to the card of the deal opened last."""
        cards = [message["id"] for message in await self._seen() if "Сделка открыта" in message["text"]]
        if not cards:
            await self.go_on(screen)
        else:
            words = f"Просит скидку {self._chance.randrange(10**9)}"
            offer = f"Ингос {self._chance.randrange(10_000, 99_999)} 2 платежа КВ22"
            await self._say(self._chance.choice((words, offer)), reply_to=cards[-1])

    async def save_entry(self, screen: Message) -> None:
        await self._tap(screen, "Записать")

    async def save_offers(self, screen: Message) -> None:
        await self._tap(screen, "Сохранить", times=self._times())

    async def open_offer(self, screen: Message) -> None:
        await self._tap(screen, "1. ")

    async def choose_offer(self, screen: Message) -> None:
        await self._tap(screen, "Клиент выбрал")

    async def choose_plan(self, screen: Message) -> None:
        await self._tap(screen, "2 платежа")

    async def save_choice(self, screen: Message) -> None:
        await self._tap(screen, "Записать выбор", times=self._times())

    async def file_policy(self, screen: Message) -> None:
        await self._tap(screen, "Внести полис")

    async def give_number(self, screen: Message) -> None:
        await self._answer(f"CR {self._chance.randrange(10**9)}")

    async def give_start(self, screen: Message) -> None:
        await self._tap(screen, "Завтра")

    async def give_no_file(self, screen: Message) -> None:
        await self._tap(screen, "Без файла")

    async def save_policy(self, screen: Message) -> None:
        await self._tap(screen, "Записать полис", times=self._times())

    async def pay(self, screen: Message) -> None:
        await self._tap(screen, "Оплата")

    async def pay_the_next(self, screen: Message) -> None:
        await self._tap(screen, "сегодня")

    async def save_payment(self, screen: Message) -> None:
        await self._tap(screen, "✅ Записать", times=self._times())

    def _times(self) -> int:
        return self._chance.choice((1, 1, 2, 3))

    async def go_on(self, screen: Message) -> None:
        """With what was begun, or with a new deal."""
        if self._chance.random() < 0.7 and _button(screen, "Продолжить") is not None:
            await self._tap(screen, "Продолжить")
        elif self._chance.random() < 0.5 and _button(screen, "Новая сделка") is not None:
            await self._tap(screen, "Новая сделка")
        else:
            await self._say("/newdeal")

    async def _answer(self, words: str) -> None:
        await self._say("/cancel" if self._chance.random() < 0.04 else words)

    async def _say(self, words: str, *, reply_to: int | None = None) -> None:
        before = await self._seen()
        extra = {} if reply_to is None else {"reply_to": reply_to}
        await self._telegram.say(self._chat, words, **extra)
        await self._hear(before)

    async def _tap(self, screen: Message, label: str, *, times: int = 1) -> None:
        """Each tap is answered; a screen that stays as it was is left."""
        button = _button(screen, label)
        if button is None:
            await self._say("/newdeal")
            return
        before, begun = await self._seen(), self._lived()
        tap = [self._telegram.tap(self._chat, screen["id"], data=button, wait=TAP_WAITS_SECONDS) for _ in range(times)]
        answers = await asyncio.gather(*tap)
        if not all(answer["answered"] for answer in answers) and self._lived() - begun > ANSWER_SECONDS:
            raise UnansweredError(f"{self._chat} tapped «{label}» under: {screen['text']}")
        done_before = any("Уже сделано" in answer["text"] for answer in answers)
        if not await self._changed(before, TAP_SECONDS) or (done_before and times == 1):
            await self._say("/newdeal")

    async def _hear(self, before: list[Message]) -> None:
        if not await self._changed(before, ANSWER_SECONDS, clock=self._lived):
            said = [message["text"][:60] for message in before[-3:]]
            raise UnansweredError(f"{self._chat} heard nothing for {ANSWER_SECONDS} s of its life after {said}")

    async def _changed(
        self, before: list[Message], seconds: float, *, clock: Callable[[], float] = time.monotonic
    ) -> bool:
        """A screen that comes again, because nobody knew that it had come, is told from an answer by its patience."""
        started = clock()
        known = {_look(message) for message in before}
        standing = before[-1]["text"] if before else None
        while (waited := clock() - started) < seconds:
            fresh = [message for message in await self._seen() if _look(message) not in known]
            if any(message["text"] != standing for message in fresh) or (fresh and waited > COPY_SECONDS):
                return True
            await asyncio.sleep(POLL_SECONDS)
        return False

    async def _seen(self) -> list[Message]:
        """The last messages of the bot's."""
        messages = await self._telegram.messages(self._chat, after=max(0, self._newest - RECENT))
        self._newest = max((message["id"] for message in messages), default=0)
        return [message for message in messages if message["from"]["is_bot"] and not message["deleted"]]


MOVES: tuple[tuple[str, Move], ...] = (
    ("Сделка открыта", Player.drop_papers),
    ("Получаю", Player.await_files),
    ("Положил в папку", Player.write_entry),
    ("В какую сделку положить", Player.place_papers),
    ("Записать в журнал сделки", Player.save_entry),
    ("Понял так, сохранить?", Player.save_offers),
    ("Сохранил 1 предложение", Player.open_offer),
    ("Как клиент будет платить", Player.choose_plan),
    ("Записать?", Player.save_choice),
    ("✅ Клиент выбрал:", Player.file_policy),
    ("Номер полиса?", Player.give_number),
    ("С какого дня он действует", Player.give_start),
    ("Пришлите файл полиса", Player.give_no_file),
    ("записать полис?", Player.save_policy),
    ("Полис записан", Player.pay),
    ("Сколько пришло от клиента", Player.pay_the_next),
    ("записать оплату?", Player.save_payment),
    ("Внёс: ", Player.choose_offer),
    ("Кто клиент", Player.give_name),
    ("Кто из них", Player.pick_new_client),
    ("Как зовут клиента", Player.give_name),
    ("Телефон клиента", Player.give_phone),
    ("Что страхуем", Player.give_kind),
    ("что именно страхуем", Player.give_object),
    ("открыть сделку?", Player.confirm),
)


def _move_for(words: str) -> Move:
    return next((move for part, move in MOVES if part in words), Player.go_on)


def _button(screen: Message, label: str) -> str | None:
    """The data of the first button whose label has these words."""
    buttons = (button for row in screen["buttons"] for button in row)
    return next((button["data"] for button in buttons if label in button["label"] and button["data"]), None)


def _look(message: Message) -> tuple[int, str, str]:
    return message["id"], message["text"], str(message["buttons"])
