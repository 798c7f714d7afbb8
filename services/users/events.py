"""What happens to people and their access."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class UserInvited(Event):
    """Without an actor the link is the owner's first one."""

    name = "user.invited"
    aggregate = "invite"
    silent = True

    invite_id: int
    role: str
    expires_at: str


@dataclass(frozen=True, kw_only=True)
class InviteRevoked(Event):
    name = "user.invite.revoked"
    aggregate = "invite"
    silent = True

    invite_id: int


@dataclass(frozen=True, kw_only=True)
class UserJoined(Event):
    name = "user.joined"
    aggregate = "user"
    personal = frozenset({"person"})

    user_id: int
    person: str | None
    role: str
    invite_id: int
    invited_by: int | None


@dataclass(frozen=True, kw_only=True)
class UserRoleChanged(Event):
    name = "user.role.changed"
    aggregate = "user"

    user_id: int
    from_role: str
    to_role: str


@dataclass(frozen=True, kw_only=True)
class UserLeadCapacityChanged(Event):
    """None: as many as the installation's setting says."""

    name = "user.lead-capacity.changed"
    aggregate = "user"
    silent = True

    user_id: int
    from_capacity: int | None
    to_capacity: int | None


@dataclass(frozen=True, kw_only=True)
class UserAbsenceChanged(Event):
    """`away_until` is the last day of the absence; None: he is there."""

    name = "user.absence.changed"
    aggregate = "user"
    silent = True

    user_id: int
    away_until: str | None


@dataclass(frozen=True, kw_only=True)
class UserDisabled(Event):
    name = "user.disabled"
    aggregate = "user"

    user_id: int


@dataclass(frozen=True, kw_only=True)
class UserEnabled(Event):
    name = "user.enabled"
    aggregate = "user"

    user_id: int


@dataclass(frozen=True, kw_only=True)
class UserLanguageChanged(Event):
    name = "user.language.changed"
    aggregate = "user"

    user_id: int
    from_language: str
    to_language: str
