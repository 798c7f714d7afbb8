"""What a step may return."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiogram.fsm.state import State

from services.conversation.values import Screen, Text, Toast


@dataclass(frozen=True, slots=True)
class Ask:
    """Go to this question. `problem` says why the last answer was not taken; `view` is what the question shows."""

    state: State
    problem: Text | None = None
    view: str | None = None
    toast: Toast | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a flow at this question with these values known; `beside` leaves the tapped message as it is.

    `origin` is the card to come back to, as its button's verb and argument; without it the one that the ids in `values`
    tell of.
    """

    state: State
    values: Mapping[str, Any] = field(default_factory=dict)
    beside: bool = False
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The flow is over and this is what came of it."""

    screen: Screen
    toast: Toast | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """The flow is over without a result; where it was started from follows, with `note` on top."""

    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Nothing is said now: the answer comes by itself, as a packet's does when it closes."""


Reply: TypeAlias = Screen | Ask | Start | Done | Leave | Later | Toast


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out: a screen, a short answer to the tap, both or neither."""

    screen: Screen | None = None
    toast: Toast | None = None
