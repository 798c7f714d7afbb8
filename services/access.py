"""Who may do what: one table, deny by default."""

from dataclasses import dataclass, replace
from enum import StrEnum

from models.user import Language, Role
from services.errors import AccountDisabled, NotAllowed, StrangerRefused


class Right(StrEnum):
    ENTER = "enter"
    USE = "use"
    SEE_DEALS = "see-deals"
    SEE_ALL_DEALS = "see-all-deals"
    OPEN_DEAL = "open-deal"
    MOVE_DEAL = "move-deal"
    HAND_OVER_DEAL = "hand-over-deal"
    LOSE_DEAL = "lose-deal"
    SET_TASKS = "set-tasks"
    DO_TASKS = "do-tasks"
    TAKE_TASKS = "take-tasks"
    ENTER_OFFERS = "enter-offers"
    CHOOSE_OFFER = "choose-offer"
    FILE_POLICIES = "file-policies"
    RECORD_PAYMENTS = "record-payments"
    SEE_MARGIN = "see-margin"
    RECORD_LEDGER = "record-ledger"
    EDIT_REFERENCE = "edit-reference"
    WRITE_JOURNAL = "write-journal"
    FILE_DOCUMENTS = "file-documents"
    SEE_CLIENTS = "see-clients"
    SEE_ALL_CLIENTS = "see-all-clients"
    EDIT_CLIENTS = "edit-clients"
    DELETE_CLIENTS = "delete-clients"
    ERASE_CLIENTS = "erase-clients"
    REVEAL_PERSONAL_DATA = "reveal-personal-data"
    SEE_LEADS = "see-leads"
    SEE_ALL_LEADS = "see-all-leads"
    WORK_LEADS = "work-leads"
    MANAGE_LEADS = "manage-leads"
    DELETE_LEADS = "delete-leads"
    MANAGE_USERS = "manage-users"
    SEE_STATUS = "see-status"
    SORT_DEAD_LETTERS = "sort-dead-letters"
    KEEP_RULES = "keep-rules"
    SEE_AUDIT = "see-audit"


_STAFF = frozenset({Role.ADMIN, Role.MANAGER, Role.SELLER, Role.EXECUTOR})
_SELLING = frozenset({Role.ADMIN, Role.MANAGER, Role.SELLER})
_LEADING = frozenset({Role.ADMIN, Role.MANAGER})
_ADMIN = frozenset({Role.ADMIN})

RIGHTS: dict[Right, frozenset[Role | None]] = {
    Right.ENTER: frozenset({*Role, None}),
    Right.USE: frozenset(Role),
    Right.SEE_DEALS: _STAFF,
    Right.SEE_ALL_DEALS: _LEADING,
    Right.OPEN_DEAL: _SELLING,
    Right.MOVE_DEAL: _STAFF,
    Right.HAND_OVER_DEAL: _SELLING,
    Right.LOSE_DEAL: _SELLING,
    Right.SET_TASKS: _STAFF,
    Right.DO_TASKS: _STAFF,
    Right.TAKE_TASKS: frozenset({Role.ADMIN, Role.MANAGER, Role.EXECUTOR}),
    Right.ENTER_OFFERS: _STAFF,
    Right.CHOOSE_OFFER: _SELLING,
    Right.FILE_POLICIES: _STAFF,
    Right.RECORD_PAYMENTS: _STAFF,
    Right.SEE_MARGIN: _SELLING,
    Right.RECORD_LEDGER: _SELLING,
    Right.EDIT_REFERENCE: _ADMIN,
    Right.WRITE_JOURNAL: _STAFF,
    Right.FILE_DOCUMENTS: _STAFF,
    Right.SEE_CLIENTS: _STAFF,
    Right.SEE_ALL_CLIENTS: _SELLING,
    Right.EDIT_CLIENTS: _SELLING,
    Right.DELETE_CLIENTS: _LEADING,
    Right.ERASE_CLIENTS: _ADMIN,
    Right.REVEAL_PERSONAL_DATA: _STAFF,
    Right.SEE_LEADS: _SELLING,
    Right.SEE_ALL_LEADS: _LEADING,
    Right.WORK_LEADS: _SELLING,
    Right.MANAGE_LEADS: _LEADING,
    Right.DELETE_LEADS: _ADMIN,
    Right.MANAGE_USERS: _ADMIN,
    Right.SEE_STATUS: _ADMIN,
    Right.SORT_DEAD_LETTERS: _ADMIN,
    Right.KEEP_RULES: _ADMIN,
    Right.SEE_AUDIT: _ADMIN,
}


def role_may(role: Role | None, right: Right) -> bool:
    return role in RIGHTS[right]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as of this very update; `correlation_id` ties every row and log line to it.

    A stranger has id 0 and no role, a disabled user keeps his id and has no role either. What a rule does has the
    event that led to it in `caused_by`.
    """

    id: int
    telegram_id: int
    name: str
    role: Role | None
    language: Language
    correlation_id: str
    source: str = "manual"
    disabled: bool = False
    caused_by: int | None = None

    def may(self, right: Right) -> bool:
        return role_may(self.role, right)

    @property
    def automatic(self) -> bool:
        return self.source == "automation"


def operator(correlation_id: str) -> Actor:
    """Who runs `crm` in the terminal: may what an admin may, and is nobody's user."""
    return Actor(0, 0, "operator", Role.ADMIN, Language.EN, correlation_id, source="system")


def automaton(correlation_id: str, caused_by: int | None) -> Actor:
    """Who does what rules say: may what an admin may, and is nobody's user."""
    admin = Actor(0, 0, "automation", Role.ADMIN, Language.EN, correlation_id)
    return replace(admin, source="automation", caused_by=caused_by)


def check_right(actor: Actor, right: Right) -> None:
    if actor.may(right):
        return
    if actor.disabled:
        raise AccountDisabled
    if actor.role is None:
        raise StrangerRefused
    raise NotAllowed
