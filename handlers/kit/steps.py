"""Tables of steps: taps by verb, questions and answers by state, commands by name.

A step is a coroutine that asks for what it needs by parameter name (see `Turn`) and returns a Reply. Looking one up
costs the same however many there are.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from handlers.common.answers import confirm_problem, is_yes
from handlers.kit.replies import Ask, Reply
from services.access import Right
from services.conversation.values import Screen
from services.errors import AppError

StepFunction = TypeVar("StepFunction", bound=Callable[..., Awaitable[Reply]])
QuestionFunction = TypeVar("QuestionFunction", bound=Callable[..., Awaitable[Screen]])


class Kind(StrEnum):
    """What a message carries; a forwarded text answers a question like any other where that does not look for one."""

    TEXT = "text"
    FORWARDED = "forwarded"
    CONTACT = "contact"
    FILE = "file"
    OTHER = "other"


def kind_of(message: Message) -> Kind:
    if message.text is not None:
        return Kind.TEXT
    if message.contact is not None:
        return Kind.CONTACT
    if message.document or message.photo or message.voice or message.audio or message.video:
        return Kind.FILE
    return Kind.OTHER


@dataclass(frozen=True, slots=True)
class Step:
    function: Callable[..., Awaitable[Any]]
    right: Right
    needs: tuple[str, ...]

    @classmethod
    def of(cls, function: Callable[..., Awaitable[Any]], right: Right) -> "Step":
        return cls(function, right, tuple(inspect.signature(function).parameters))

    async def run(self, available: dict[str, Any]) -> Any:
        return await self.function(**{name: available[name] for name in self.needs})


class Steps:
    """One subject's steps; `merge` makes the one table of the dispatcher out of all of them."""

    def __init__(self) -> None:
        self.taps: dict[str, Step] = {}
        self.commands: dict[str, Step] = {}
        self.questions: dict[str, Step] = {}
        self.answers: dict[tuple[str, Kind], Step] = {}
        self.picks: dict[str, Step] = {}
        self.idle: dict[Kind, Step] = {}
        self.replies: dict[tuple[str, Kind], Step] = {}
        self.refusals: dict[tuple[str, type[AppError]], Step] = {}
        self.states: dict[str, State] = {}
        self._rights: dict[str, Right] = {}

    def flow(self, group: type[StatesGroup], *, right: Right) -> None:
        """Declares the states of a flow and the right that each of its steps needs."""
        for state in group.__states__:
            self.states[name_of(state)] = state
            self._rights[name_of(state)] = right

    def tap(self, verb: str, *, right: Right) -> Callable[[StepFunction], StepFunction]:
        """`verb` is what the buttons' `Button.verb` says; the step gets `arg`."""

        def register(function: StepFunction) -> StepFunction:
            _add(self.taps, verb, Step.of(function, right))
            return function

        return register

    def command(self, name: str, *, right: Right) -> Callable[[StepFunction], StepFunction]:
        """The step gets `arg`, the text after the command."""

        def register(function: StepFunction) -> StepFunction:
            _add(self.commands, name, Step.of(function, right))
            return function

        return register

    def question(self, state: State) -> Callable[[QuestionFunction], QuestionFunction]:
        """How a state is asked; also after a bad answer, Back and a resume."""

        def register(function: QuestionFunction) -> QuestionFunction:
            _add(self.questions, name_of(state), Step.of(function, self._rights[name_of(state)]))
            return function

        return register

    def answer(self, state: State, kind: Kind = Kind.TEXT) -> Callable[[StepFunction], StepFunction]:
        """A typed (or sent) answer; the step gets `text` and `message`."""

        def register(function: StepFunction) -> StepFunction:
            _add(self.answers, (name_of(state), kind), Step.of(function, self._rights[name_of(state)]))
            return function

        return register

    def pick(self, state: State) -> Callable[[StepFunction], StepFunction]:
        """A chip of the question was tapped; the step gets its `value`."""

        def register(function: StepFunction) -> StepFunction:
            _add(self.picks, name_of(state), Step.of(function, self._rights[name_of(state)]))
            return function

        return register

    def confirm(self, state: State, *, yes: str = "yes") -> Callable[[StepFunction], StepFunction]:
        """A chip of a confirmation was tapped, or a yes typed, which picks `yes`; other words ask again."""

        def register(function: StepFunction) -> StepFunction:
            self.pick(state)(function)
            picked = self.picks[name_of(state)]

            async def typed(text: str, **available: Any) -> Reply:
                if not is_yes(text):
                    return Ask(state, problem=confirm_problem())
                reply: Reply = await picked.run({**available, "value": yes})
                return reply

            needs = (*(name for name in picked.needs if name != "value"), "text")
            _add(self.answers, (name_of(state), Kind.TEXT), Step(typed, picked.right, needs))
            return function

        return register

    def when_idle(self, kind: Kind, *, right: Right) -> Callable[[StepFunction], StepFunction]:
        """A message outside every flow."""

        def register(function: StepFunction) -> StepFunction:
            _add(self.idle, kind, Step.of(function, right))
            return function

        return register

    def reply_to(self, subject: str, kind: Kind, *, right: Right) -> Callable[[StepFunction], StepFunction]:
        """A reply to a message whose subject begins with `subject`; the step gets its id as `arg`."""

        def register(function: StepFunction) -> StepFunction:
            _add(self.replies, (subject, kind), Step.of(function, right))
            return function

        return register

    def refused(
        self, group: type[StatesGroup], error: type[AppError], *, right: Right
    ) -> Callable[[StepFunction], StepFunction]:
        """How a flow ends that this very error has made pointless."""

        def register(function: StepFunction) -> StepFunction:
            for state in group.__states__:
                _add(self.refusals, (name_of(state), error), Step.of(function, right))
            return function

        return register

    def merge(self, other: "Steps") -> None:
        theirs = other._tables()  # noqa: SLF001 - another of the same class
        for mine, table in zip(self._tables(), theirs, strict=True):
            for key, value in table.items():
                _add(mine, key, value)

    def _tables(self) -> tuple[dict[Any, Any], ...]:
        return (
            self.taps,
            self.commands,
            self.questions,
            self.answers,
            self.picks,
            self.idle,
            self.replies,
            self.refusals,
            self.states,
            self._rights,
        )


def name_of(state: State) -> str:
    return str(state.state)


def _add(table: dict[Any, Any], key: Any, value: Any) -> None:
    if key in table:
        raise ValueError(f"{key} is registered twice")
    table[key] = value
