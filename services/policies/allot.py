"""To which instalments money goes, and from which it is taken; pure arithmetic in minor units."""

from collections.abc import Sequence
from typing import TypeVar

from models.policy import Instalment

T = TypeVar("T")


def allot(instalments: Sequence[Instalment], amount: int, *, first: int | None = None) -> list[tuple[Instalment, int]]:
    """To the one with the id `first`, then to the others in the order given, as far as it goes."""
    in_turn = sorted(instalments, key=lambda each: each.id != first)
    return share_out(in_turn, [each.rest for each in in_turn], amount)


def take_from_paid(instalments: Sequence[Instalment], amount: int) -> list[tuple[Instalment, int]]:
    """What is given back comes from the last that were paid."""
    latest = list(reversed(instalments))
    return share_out(latest, [each.paid for each in latest], amount)


def take_from_unpaid(instalments: Sequence[Instalment], amount: int) -> list[tuple[Instalment, int]]:
    """What is no longer owed is taken off the last ones: the next one stays as it was agreed."""
    latest = list(reversed(instalments))
    return share_out(latest, [each.rest for each in latest], amount)


def share_out(things: Sequence[T], rooms: Sequence[int], amount: int) -> list[tuple[T, int]]:
    """Fills the rooms one after another; those that get nothing are left out."""
    shares = []
    for thing, room in zip(things, rooms, strict=True):
        share = min(room, amount)
        if share > 0:
            shares.append((thing, share))
            amount -= share
    return shares
