"""People in chat: the list, the card, roles, access."""

from sqlalchemy import insert, select

from models.event import EventRow
from models.user import Language, Role, User
from tests.harness import Play
from tests.people import ADMIN, CLIENT, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person


async def open_card(play: Play, person: Person, by: Person = ADMIN) -> None:
    await play.tap_data(by, f"user.card:{play.ids[person.telegram_id]}")


async def test_list_shows_everybody_and_opens_cards_by_number(play: Play) -> None:
    listed = await play.say(ADMIN, "/users")
    assert "1. Pavlo · seller · Russian" in listed.text
    assert "6. Olha · admin · English" in listed.text
    card = await play.tap(ADMIN, "2")
    assert "Ivan" in card.text
    assert "Role: client" in card.text
    assert "Access: works" in card.text


async def test_list_is_paged_by_the_last_one_shown(play: Play) -> None:
    rows = [
        {
            "telegram_id": 7200000000 + number,
            "name": f"Person {number}",
            "role": Role.EXECUTOR,
            "language": Language.UK,
            "created_at": play.clock.now(),
        }
        for number in range(11)
    ]
    await play.write(lambda session: session.execute(insert(User), rows))
    names: list[str] = []
    page = await play.say(ADMIN, "/users")
    while True:
        names += [line.split(". ", 1)[1].split(" · ")[0] for line in page.text.splitlines()[1:]]
        if not any("More" in label for label in page.labels):
            break
        page = await play.tap(ADMIN, "More", message_id=page.message_id)
    assert len(names) == len(set(names)) == 17
    assert names[0] == "Person 10"
    assert names[-1] == "Olha"


async def test_role_is_changed_after_a_question_and_the_person_is_told(play: Play) -> None:
    await open_card(play, SELLER)
    await play.tap(ADMIN, "Change role")
    asked = await play.tap(ADMIN, "manager")
    assert "Maryna: seller → manager" in asked.text
    card = await play.tap(ADMIN, "Change role")
    assert "The role is now manager" in card.text
    assert "Role: manager" in card.text
    await play.run_events()
    assert "Теперь ваша роль: руководитель" in play.screen(SELLER).text
    assert play.commands.by_person[SELLER.telegram_id] == (Role.MANAGER, Language.RU)
    menu = await play.say(SELLER, "/menu")
    assert "вы руководитель" in menu.text


async def test_taken_right_refuses_old_buttons_at_once(play: Play) -> None:
    menu = await play.say(SELLER, "/start")
    await open_card(play, SELLER)
    await play.tap(ADMIN, "Change role")
    await play.say(ADMIN, "executor")
    await play.say(ADMIN, "yes")
    await play.tap_data(SELLER, menu.data("Новая сделка"), menu.message_id)
    assert "недоступно" in play.toast(SELLER)


async def test_right_taken_in_the_middle_of_a_dialogue_ends_it_with_a_word(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "Иванов Иван")
    await open_card(play, SELLER)
    await play.tap(ADMIN, "Change role")
    await play.tap(ADMIN, "client")
    await play.tap(ADMIN, "Change role")
    refused = await play.say(SELLER, "8 916 123-45-67")
    assert "недоступно" in refused.text
    assert "Номер" not in refused.text
    assert "здравствуйте" in (await play.say(SELLER, "/menu")).text


async def test_disabled_user_is_told_and_every_old_button_is_dead(play: Play) -> None:
    menu = await play.say(SELLER, "/start")
    await open_card(play, SELLER)
    asked = await play.tap(ADMIN, "Switch off")
    assert "Switch off access for Maryna?" in asked.text
    card = await play.tap(ADMIN, "Switch off")
    assert "Access: switched off" in card.text
    for label in ("Новая сделка", "Мои сделки", "Мой ход", "Настройки"):
        await play.tap_data(SELLER, menu.data(label), menu.message_id)
        assert "доступ отключён" in play.toast(SELLER)
    assert "доступ отключён" in (await play.say(SELLER, "/newdeal")).text
    await play.run_events()
    assert any("Ваш доступ отключён" in seen.text for seen in play.seen(SELLER))
    assert play.commands.by_person[SELLER.telegram_id][0] is None
    assert "switched off" in (await play.say(ADMIN, "/users")).text


async def test_disabled_in_the_middle_of_a_dialogue_and_back_again(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    await open_card(play, SELLER)
    await play.tap(ADMIN, "Switch off")
    await play.tap(ADMIN, "Switch off")
    assert "доступ отключён" in (await play.say(SELLER, "Иванов Иван")).text
    await play.tap(ADMIN, "Switch on")
    await play.run_events()
    assert "снова открыт" in play.screen(SELLER).text
    assert play.commands.by_person[SELLER.telegram_id] == (Role.SELLER, Language.RU)
    assert "Новая сделка" in str((await play.tap(SELLER, "Меню")).labels)


async def test_last_admin_can_neither_demote_nor_disable_himself(play: Play) -> None:
    await open_card(play, ADMIN)
    await play.tap(ADMIN, "Change role")
    asked = await play.tap(ADMIN, "seller")
    assert "your own access" in asked.text
    await play.tap(ADMIN, "Change role")
    assert "only admin" in play.toast(ADMIN)
    await open_card(play, ADMIN)
    await play.tap(ADMIN, "Switch off")
    await play.tap(ADMIN, "Switch off")
    assert "only admin" in play.toast(ADMIN)
    assert "your role: admin" in (await play.say(ADMIN, "/menu")).text


async def test_admin_among_two_may_step_down(play: Play) -> None:
    await open_card(play, MANAGER)
    await play.tap(ADMIN, "Change role")
    await play.tap(ADMIN, "admin")
    await play.tap(ADMIN, "Change role")
    await open_card(play, ADMIN)
    await play.tap(ADMIN, "Change role")
    await play.tap(ADMIN, "seller")
    left = await play.tap(ADMIN, "Change role")
    assert "The role is now seller" in left.text
    assert "Change role" not in str(left.labels)
    assert "can't do this" in (await play.say(ADMIN, "/users")).text


async def test_unclear_confirmation_asks_again_and_a_clear_one_goes_on(play: Play) -> None:
    await open_card(play, EXECUTOR)
    await play.tap(ADMIN, "Switch off")
    again = await play.say(ADMIN, "hmm")
    assert "Not understood" in again.text
    assert "switched off, from this moment" in (await play.say(ADMIN, "yes")).text


async def test_cancel_leaves_the_person_as_he_was(play: Play) -> None:
    await open_card(play, EXECUTOR)
    await play.tap(ADMIN, "Change role")
    await play.tap(ADMIN, "seller")
    await play.tap(ADMIN, "Cancel")
    assert "виконавець" in (await play.say(EXECUTOR, "/menu")).text


async def test_person_who_blocked_the_bot_is_marked(play: Play) -> None:
    blocked = {
        "chat": {"id": CLIENT.telegram_id, "type": "private", "first_name": "Ivan"},
        "from": {"id": CLIENT.telegram_id, "is_bot": False, "first_name": "Ivan"},
        "date": 1,
        "old_chat_member": {"status": "member", "user": {"id": 8100000001, "is_bot": True, "first_name": "CRM"}},
        "new_chat_member": {
            "status": "kicked",
            "user": {"id": 8100000001, "is_bot": True, "first_name": "CRM"},
            "until_date": 0,
        },
    }
    await play.give({"my_chat_member": blocked}, CLIENT)
    assert "Ivan · client · blocked the bot" in (await play.say(ADMIN, "/users")).text


async def test_unknown_and_forged_ids_change_nothing(play: Play) -> None:
    for data in ("user.card:999", "user.role:999", "user.disable:999", "user.enable:999"):
        await play.tap_data(ADMIN, data)
        assert "no longer there" in play.toast(ADMIN)
    for data in ("user.card:-1", "user.card:x", "user.list:x", "invite.revoke:"):
        await play.tap_data(ADMIN, data)
        assert "out of date" in play.toast(ADMIN)


async def test_every_change_leaves_one_event(play: Play) -> None:
    await open_card(play, OTHER_SELLER)
    await play.tap(ADMIN, "Switch off")
    await play.tap(ADMIN, "Switch off")
    await play.tap(ADMIN, "Switch on")
    await play.tap_data(ADMIN, f"user.enable:{play.ids[OTHER_SELLER.telegram_id]}")
    names = select(EventRow.name).where(EventRow.aggregate_type == "user").order_by(EventRow.id)
    found = (await play.read(lambda session: session.execute(names))).scalars().all()
    assert found == ["user.disabled", "user.enabled"]
