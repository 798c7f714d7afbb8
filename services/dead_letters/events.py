"""What admins decide about dead letters."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class DeliveryRequeued(Event):
    """Tried again from the first attempt on."""

    name = "system.delivery.requeued"
    aggregate = "delivery"
    silent = True

    delivery_id: int
    consumer: str


@dataclass(frozen=True, kw_only=True)
class DeliveryDropped(Event):
    """It stays undone. `reason` is a DropReason or as typed."""

    name = "system.delivery.dropped"
    aggregate = "delivery"
    silent = True

    delivery_id: int
    consumer: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReminderRequeued(Event):
    """Due at once."""

    name = "system.reminder.requeued"
    aggregate = "reminder"
    silent = True

    reminder_id: int


@dataclass(frozen=True, kw_only=True)
class ReminderDropped(Event):
    """Nobody is told. `reason` is a DropReason or as typed."""

    name = "system.reminder.dropped"
    aggregate = "reminder"
    silent = True

    reminder_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class UpdateRequeued(Event):
    """`update_id` is the inbox row's."""

    name = "system.update.requeued"
    aggregate = "update"
    silent = True

    update_id: int


@dataclass(frozen=True, kw_only=True)
class UpdateDropped(Event):
    """`update_id` is the inbox row's, `reason` a DropReason or as typed."""

    name = "system.update.dropped"
    aggregate = "update"
    silent = True

    update_id: int
    reason: str
