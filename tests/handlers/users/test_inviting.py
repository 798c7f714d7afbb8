"""Invitations: made in chat by an admin, opened by a newcomer."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from models.event import EventRow
from models.invite import Invite
from models.user import Language, Role, User
from tests.handlers.users.invited import join, make_link, token_in
from tests.harness import Play
from tests.people import ADMIN, MANAGER, SELLER, STRANGER

UNKNOWN = "AAAAAAAAAAAAAAAAAAAAAA"


async def role_of(play: Play, telegram_id: int) -> Role | None:
    found = select(User.role).where(User.telegram_id == telegram_id)
    return (await play.read(lambda session: session.execute(found))).scalar_one_or_none()


async def test_newcomer_sees_who_invites_to_what_and_is_in_only_after_accepting(play: Play) -> None:
    token = await make_link(play, "executor")
    offer = await play.say(STRANGER, f"/start {token}")
    assert "Olha invites you" in offer.text
    assert "in the role of executor" in offer.text
    assert await role_of(play, STRANGER.telegram_id) is None
    welcome = await play.tap(STRANGER, "Accept")
    assert "Welcome" in welcome.text
    assert "your role: executor" in welcome.text
    assert await role_of(play, STRANGER.telegram_id) is Role.EXECUTOR


async def test_admins_are_told_of_the_newcomer_and_his_chat_gets_his_commands(play: Play) -> None:
    await join(play, STRANGER, await make_link(play))
    await play.run_events()
    told = play.screen(ADMIN)
    assert "Anna accepted the invitation: seller" in told.text
    assert "Anna" in (await play.tap(ADMIN, "Show")).text
    assert play.commands.by_person[STRANGER.telegram_id] == (Role.SELLER, Language.EN)


async def test_link_is_shown_once_and_kept_as_a_hash(play: Play) -> None:
    token = await make_link(play)
    rows = (await play.read(lambda session: session.execute(select(Invite)))).scalars().all()
    assert len(rows) == 1
    assert token not in str(vars(rows[0]))
    invitations = await play.tap(ADMIN, "People")
    assert token not in invitations.html
    assert token not in (await play.tap(ADMIN, "Invitations")).html


async def test_joining_leaves_a_trail(play: Play) -> None:
    await join(play, STRANGER, await make_link(play))
    events = select(EventRow.name, EventRow.actor_id).where(EventRow.name.like("user.%")).order_by(EventRow.id)
    found = (await play.read(lambda session: session.execute(events))).all()
    assert [name for name, _ in found] == ["user.invited", "user.joined"]
    assert found[0].actor_id == play.ids[ADMIN.telegram_id]
    assert found[1].actor_id not in {None, 0, play.ids[ADMIN.telegram_id]}


async def test_used_link_lets_nobody_else_in_and_a_new_one_does(play: Play) -> None:
    token = await make_link(play)
    await join(play, STRANGER, token)
    second = replace(STRANGER, telegram_id=7100000099, name="Boris")
    refused = await play.say(second, f"/start {token}")
    assert "used already" in refused.text
    assert await role_of(play, second.telegram_id) is None
    assert "Welcome" in (await join(play, second, await make_link(play, "manager"))).text


async def test_link_that_expired_while_the_offer_was_on_screen_is_refused(play: Play) -> None:
    token = await make_link(play)
    await play.say(STRANGER, f"/start {token}")
    play.clock.advance(hours=72)
    await play.tap(STRANGER, "Accept")
    assert "too old" in play.toast(STRANGER)
    assert "too old" in (await play.say(STRANGER, f"/start {token}")).text
    assert await role_of(play, STRANGER.telegram_id) is None


async def test_revoked_link_lets_nobody_in(play: Play) -> None:
    token = await make_link(play)
    await play.tap(ADMIN, "People")
    listed = await play.tap(ADMIN, "Invitations")
    assert "1. seller · until" in listed.text
    emptied = await play.tap(ADMIN, "Revoke 1")
    assert "None" in emptied.text
    assert play.toast(ADMIN) == "✖️ Revoked"
    assert "revoked" in (await play.say(STRANGER, f"/start {token}")).text
    await play.tap_data(ADMIN, listed.data("Revoke 1"), listed.message_id)
    assert "not open" in play.toast(ADMIN)


async def test_link_of_an_admin_who_is_one_no_longer_lets_nobody_in(play: Play) -> None:
    token = await make_link(play)
    second = replace(STRANGER, telegram_id=7100000098)
    await join(play, second, await make_link(play, "admin"))
    await play.run_events()
    await play.say(second, "/users")
    card = await play.tap_data(second, f"user.card:{play.ids[ADMIN.telegram_id]}")
    assert "Olha" in card.text
    await play.tap(second, "Switch off")
    await play.tap(second, "Switch off")
    assert "revoked" in (await play.say(STRANGER, f"/start {token}")).text


async def test_own_link_and_a_user_who_is_in_are_refused_politely(play: Play) -> None:
    token = await make_link(play, "manager")
    assert "your own link" in (await play.say(ADMIN, f"/start {token}")).text
    assert "Вы уже здесь, ваша роль: продавец" in (await play.say(SELLER, f"/start {token}")).text
    await play.tap_data(SELLER, f"invite.accept:{token}")
    assert "Вы уже здесь" in play.toast(SELLER)
    assert await role_of(play, SELLER.telegram_id) is Role.SELLER
    assert "Welcome" in (await join(play, STRANGER, token)).text


async def test_second_tap_on_accept_changes_nothing(play: Play) -> None:
    token = await make_link(play)
    offer = await play.say(STRANGER, f"/start {token}")
    data = offer.data("Accept")
    await play.tap_data(STRANGER, data, offer.message_id)
    await play.tap_data(STRANGER, data, offer.message_id)
    assert "You are here already, as seller" in play.toast(STRANGER)


@pytest.mark.parametrize("forged", ["/start", f"/start {UNKNOWN}", "/start ' OR 1=1 --", "/start " + "я" * 300])
async def test_stranger_is_greeted_in_his_language_and_nothing_changes(play: Play, forged: str) -> None:
    greeted = await play.say(STRANGER, forged)
    assert "Hello, Anna!" in greeted.text
    assert greeted.buttons == []
    assert await role_of(play, STRANGER.telegram_id) is None


async def test_guesses_are_counted_by_link_and_by_button_and_end_after_a_while(play: Play) -> None:
    token = await make_link(play)
    for _ in range(3):
        await play.say(STRANGER, f"/start {UNKNOWN}")
    for _ in range(2):
        await play.tap_data(STRANGER, f"invite.accept:{UNKNOWN}")
        assert "do not know this link" in play.toast(STRANGER)
    assert "Wait 15 minutes" in (await play.say(STRANGER, f"/start {token}")).text
    await play.tap_data(STRANGER, f"invite.accept:{token}")
    assert "Too many" in play.toast(STRANGER)
    play.clock.advance(minutes=16)
    assert "Welcome" in (await join(play, STRANGER, token)).text


async def test_typed_role_and_a_bad_one_before_it(play: Play) -> None:
    await play.say(ADMIN, "/users")
    await play.tap(ADMIN, "Invite")
    refused = await play.say(ADMIN, "boss")
    assert "I do not know the role “boss”" in refused.text
    assert token_in(await play.say(ADMIN, "Seller, please"))


async def test_double_tap_on_a_role_makes_one_link(play: Play) -> None:
    await play.say(ADMIN, "/users")
    asked = await play.tap(ADMIN, "Invite")
    data = asked.data("seller")
    await play.tap_data(ADMIN, data, asked.message_id)
    await play.tap_data(ADMIN, data, asked.message_id)
    assert play.toast(ADMIN) == "Already done"
    rows = (await play.read(lambda session: session.execute(select(Invite.id)))).scalars().all()
    assert len(rows) == 1


async def test_manager_can_not_invite_with_forged_buttons(play: Play) -> None:
    for data in ("invite.new:", "invite.list:", "invite.revoke:1", "user.list:", "user.card:1"):
        await play.tap_data(MANAGER, data)
        assert "недоступно" in play.toast(MANAGER)
    assert "недоступно" in (await play.say(MANAGER, "/users")).text
