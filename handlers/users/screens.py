"""What people, invitations and the questions about them look like."""

from collections.abc import Sequence
from datetime import date

from handlers.common.days import deadline_rows
from handlers.users.parse import AS_SET, BACK, MOST_LEADS
from models.user import Role
from services.access import RIGHTS, Right
from services.conversation.numbers import number_rows
from services.conversation.paging import Page
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Link, Moment, Param, Screen, Style, Text, text
from services.invites.create import NewInvite
from services.invites.link import share_link
from services.invites.queries import InviteLine
from services.users.queries import UserLine

NUMBERS_A_ROW = 4
USUAL_CAPACITIES = (0, 10, 20, 30, 50)
_PEOPLE = Button(text("btn-users"), "user.list")
_MENU = Button(text("btn-menu"), "menu")


def people(page: Page[UserLine]) -> Screen:
    lines = [_person_line(number, user) for number, user in enumerate(page.lines, 1)]
    rows = [
        *number_rows("user.card", [user.id for user in page.lines], a_row=NUMBERS_A_ROW),
        [Button(text("btn-invite"), "invite.new", style=Style.PRIMARY), Button(text("btn-invites"), "invite.list")],
        [*_older(page, "user.list"), _MENU],
    ]
    return Screen([text("scr-users-title"), *lines], rows)


def card(user: UserLine, today: date) -> Screen:
    access = (
        Button(text("btn-user-enable"), "user.enable", user.id, Style.SUCCESS)
        if user.disabled
        else Button(text("btn-user-disable"), "user.disable", user.id, Style.DANGER)
    )
    lines = [
        text("scr-user-title", name=user.name),
        text("scr-user-role", role=role_words(user.role)),
        text("scr-user-language", language=text(f"language-{user.language}")),
        text("scr-user-since", since=Moment(user.created_at)),
        text("scr-user-state", state=text(_state_key(user))),
    ]
    more = []
    if user.role in RIGHTS[Right.WORK_LEADS]:
        lines.append(text("scr-user-leads", count=str(user.open_leads), most=_capacity(user)))
        more.append(Button(text("btn-user-capacity"), "user.capacity", user.id))
    if user.role in RIGHTS[Right.SEE_DEALS]:
        if user.away_until is not None and user.away_until >= today:
            lines.append(text("scr-user-away", until=user.away_until))
        more.append(Button(text("btn-away"), "user.away", user.id))
    rows = [[Button(text("btn-user-role"), "user.role", user.id), access], more, [_PEOPLE]]
    return Screen(lines, [row for row in rows if row])


def _capacity(user: UserLine) -> str | Text:
    return text("user-capacity-as-set") if user.lead_capacity is None else str(user.lead_capacity)


def ask_capacity(user: UserLine, setting: int) -> Screen:
    asked = text("ask-user-capacity", name=user.name, count=str(user.open_leads), most=_capacity(user))
    numbers = [Chip(text("btn-number", number=str(number)), str(number)) for number in USUAL_CAPACITIES]
    return Screen([asked], [[Chip(text("btn-user-capacity-as-set", most=str(setting)), AS_SET)], numbers])


def ask_away(name: str, view: str | None, *, today: date) -> Screen:
    back = Chip(text("btn-away-back"), BACK, Style.SUCCESS)
    return Screen([text("ask-away", name=name)], [*deadline_rows(view, today=today), [back]])


def away_saved(until: date | None) -> Text:
    return text("scr-away-over") if until is None else text("scr-away-saved", until=until)


def capacity_saved() -> Text:
    return text("scr-user-capacity-saved")


def capacity_problem(typed: str) -> Text:
    return text("err-capacity-not-understood", typed=typed[:60], most=str(MOST_LEADS))


def invites(page: Page[InviteLine]) -> Screen:
    lines = [
        text(
            "scr-invites-line",
            number=str(number),
            role=role_words(invite.role),
            by=invite.invited_by,
            until=Moment(invite.expires_at),
        )
        for number, invite in enumerate(page.lines, 1)
    ]
    revoke = [
        Button(text("btn-invite-revoke", number=str(number)), "invite.revoke", invite.id, Style.DANGER)
        for number, invite in enumerate(page.lines, 1)
    ]
    hint = text("scr-invites-hint") if lines else text("scr-invites-none")
    return Screen(
        [text("scr-invites-title"), *lines, hint],
        [
            *in_rows(revoke, NUMBERS_A_ROW),
            [Button(text("btn-invite"), "invite.new", style=Style.PRIMARY), *_older(page, "invite.list")],
            [_PEOPLE],
        ],
    )


def ask_invited_role() -> Screen:
    return Screen([text("ask-invited-role"), text("ask-role-example")], _role_chips(list(Role)))


def invited(made: NewInvite, link: str) -> Screen:
    lines = [
        text("scr-invited", role=role_words(made.role), until=Moment(made.expires_at)),
        text("scr-invite-link", link=link),
        text("scr-invite-once"),
    ]
    return Screen(lines, [[Link(text("btn-invite-share"), share_link(link))], [_PEOPLE]])


def ask_role(user: UserLine) -> Screen:
    others = [role for role in Role if role is not user.role]
    asked = text("ask-user-role", name=user.name, role=role_words(user.role))
    return Screen([asked, text("ask-role-example")], _role_chips(others))


def confirm_role(user: UserLine, role: Role, *, own: bool) -> Screen:
    asked = text("ask-user-role-confirm", name=user.name, old=role_words(user.role), new=role_words(role))
    return Screen([asked, _own_warning(own=own)], [[Chip(text("btn-user-role-confirm"), "yes", Style.PRIMARY)]])


def confirm_disabling(user: UserLine, *, own: bool) -> Screen:
    asked = text("ask-user-disable", name=user.name)
    return Screen([asked, _own_warning(own=own)], [[Chip(text("btn-user-disable"), "yes", Style.DANGER)]])


def own_access_changed(note: Text) -> Screen:
    return Screen([note], [[_MENU]])


def role_changed(role: Role) -> Text:
    return text("scr-user-role-changed", role=role_words(role))


def disabled() -> Text:
    return text("scr-user-disabled")


def enabled() -> Text:
    return text("scr-user-enabled")


def role_problem(typed: str) -> Text:
    return text("err-role-not-understood", typed=typed)


def role_words(role: Role) -> Text:
    return text(f"role-{role}")


def _person_line(number: int, user: UserLine) -> Text:
    words: dict[str, Param] = {"number": str(number), "name": user.name, "role": role_words(user.role)}
    if user.disabled or user.unreachable:
        return text("scr-users-line-state", **words, state=text(_state_key(user)))
    return text("scr-users-line", **words, language=text(f"language-{user.language}"))


def _state_key(user: UserLine) -> str:
    if user.disabled:
        return "user-state-disabled"
    return "user-state-unreachable" if user.unreachable else "user-state-working"


def _own_warning(*, own: bool) -> Text | None:
    return text("ask-own-access") if own else None


def _role_chips(roles: Sequence[Role]) -> list[list[Chip]]:
    chips = [Chip(text("btn-role", role=role_words(role)), role.value) for role in roles]
    return in_rows(chips)


def _older(page: Page[UserLine] | Page[InviteLine], verb: str) -> list[Button]:
    return [Button(text("btn-older"), verb, page.next_before)] if page.next_before is not None else []
