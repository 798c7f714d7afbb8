"""A lead in chat from capture to deal: each question, each mistake and how it goes on."""

import pytest
from sqlalchemy import select

from models.lead import Lead, LeadSource, LeadStage
from services.domains.queries import list_domains
from tests.handlers.leads.builders import PHONE, a_lead, at_stage, qualified, scored, the_lead
from tests.handlers.leads.test_attaching import card_of
from tests.harness import Play, Seen
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.services.leads.done import count, deals_of

LINE = "Иванов 916 123-45-67 КАСКО Камри, с сайта"


async def only_lead(play: Play) -> Lead:
    found: Lead = (await play.read(lambda session: session.execute(select(Lead)))).scalar_one()
    return found


async def test_a_line_is_understood_confirmed_and_saved(play: Play) -> None:
    confirm = await play.say(SELLER, f"/lead {LINE}")
    for said in ("Иванов", "+7 916 123-45-67", "КАСКО", "Камри", "с сайта"):
        assert said in confirm.text, said
    card = await play.tap(SELLER, "Сохранить")
    assert "Лид записан" in card.text
    assert card.text.count("+7 916 •••-45-67") == 1
    lead = await only_lead(play)
    assert (lead.stage, lead.source, lead.assignee_id) == (
        LeadStage.NEW,
        LeadSource.WEB,
        play.ids[SELLER.telegram_id],
    )
    await play.tap_data(SELLER, confirm.data("Сохранить"), card.message_id)
    assert await count(play, Lead) == 1


async def test_what_is_missing_is_asked_and_a_mistake_is_asked_again(play: Play) -> None:
    await play.say(SELLER, "/lead")
    assert "Не вижу здесь лида" in (await play.say(SELLER, "…")).text
    asked = await play.message(SELLER, contact={"phone_number": PHONE, "first_name": "Иван"})
    assert "Откуда он пришёл" in asked.text
    assert "Не понял, откуда" in (await play.say(SELLER, "Марс")).text
    confirm = await play.tap(SELLER, "Рекомендация")
    assert "Иван" in confirm.text
    await play.tap(SELLER, "✏️ Контакт")
    assert "Не похоже на телефон" in (await play.say(SELLER, "позже")).text
    await play.say(SELLER, "916 111-22-33")
    await play.tap(SELLER, "✏️ Сфера")
    assert "Не знаю сферы" in (await play.say(SELLER, "космос")).text
    confirm = await play.say(SELLER, "транспорт")
    assert "Транспорт и логистика" in confirm.text
    await play.say(SELLER, "да")
    lead = await only_lead(play)
    assert (lead.name, lead.source) == ("Иван", LeadSource.REFERRAL)


async def test_a_name_alone_is_kept_and_the_rest_is_asked(play: Play) -> None:
    await play.say(SELLER, "/lead")
    asked = await play.say(SELLER, "Сидорова Анна")
    assert "Сидорова Анна" in asked.text
    assert "Телефон или почта?" in asked.text
    assert "Откуда он пришёл" in (await play.say(SELLER, PHONE)).text
    asked = await play.say(SELLER, "а ещё каско на Камри")
    assert "Хочет: КАСКО · Камри" in asked.text
    assert "Откуда он пришёл" in asked.text
    await play.tap(SELLER, "Сайт")
    await play.tap(SELLER, "Сохранить")
    lead = await only_lead(play)
    assert (lead.name, lead.object, lead.source) == ("Сидорова Анна", "Камри", LeadSource.WEB)


async def test_a_name_that_comes_last_is_no_note_and_another_is(play: Play) -> None:
    await play.say(SELLER, f"/lead {PHONE}, с сайта")
    assert "📝" not in (confirm := await play.say(SELLER, "Сидорова Анна")).text
    assert "Сидорова Анна" in confirm.text
    confirm = await play.say(SELLER, "Сидоров Пётр")
    assert "📝 Сидоров Пётр" in confirm.text
    await play.tap(SELLER, "Сохранить")
    assert (await only_lead(play)).name == "Сидорова Анна"


async def test_where_he_came_from_and_what_he_wants_can_be_typed(play: Play) -> None:
    await play.say(SELLER, f"/lead Иванов {PHONE}")
    assert "Откуда: по рекомендации" in (await play.say(SELLER, "от знакомых")).text
    await play.tap(SELLER, "✏️ Откуда")
    assert "Откуда: с сайта" in (await play.say(SELLER, "сайт")).text
    await play.tap(SELLER, "✏️ Вид")
    assert "Хочет: КАСКО" in (await play.say(SELLER, "каско")).text


async def test_a_known_phone_shows_the_card_and_the_dialogue_can_go_on(play: Play) -> None:
    lead_id = await a_lead(play)
    known = await play.say(SELLER, f"/lead {LINE}")
    assert f"Лид {lead_id}" in known.text
    assert "уже есть" in known.text
    others = await play.say(OTHER_SELLER, f"/lead {LINE}")
    assert "ведёт Maryna" in others.text
    assert await count(play, Lead) == 1


async def test_the_tenth_first_hour_capture_is_the_last_and_the_moment_is_told(play: Play) -> None:
    for number in range(10):
        await a_lead(play, phone=f"+7916000000{number}")
    await play.say(SELLER, f"/lead {LINE}")
    refused = await play.say(SELLER, "да")
    assert "10 новых лидов за час" in refused.text
    assert "13:00" in refused.text
    play.clock.advance(hours=1)
    assert "Лид записан" in (await play.say(SELLER, "да")).text


async def test_stages_are_confirmed_and_say_who_could_undo_them(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    asked = await play.tap(SELLER, "Связались")
    assert "новый → связались?" in asked.text
    assert "Вернуть этап сможет руководитель" in asked.text
    card = await play.tap(SELLER, "Да: связались")
    assert "Этап: связались" in card.text
    await play.tap(SELLER, "Квалифицирован")
    assert "связались → квалифицирован?" in (await play.say(SELLER, "может быть")).text
    assert (await the_lead(play, lead_id, SELLER)).stage is LeadStage.CONTACTED
    assert "дальше: в сделку" in (await play.say(SELLER, "да")).text


async def test_an_old_button_is_refused_politely(play: Play) -> None:
    lead_id = await a_lead(play)
    old = await card_of(play, lead_id)
    data = old.data("Связались")
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await play.tap_data(SELLER, data, old.message_id)
    assert "Дальше можно только: квалифицирован" in play.toast(SELLER)


async def test_a_loss_asks_why_and_once_more(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.tap(SELLER, "Отказ")
    assert "Слишком коротко" in (await play.say(SELLER, "не")).text
    asked = await play.say(SELLER, "Купил у брата")
    assert "Вернуть обратно будет нельзя" in asked.text
    lost = await play.say(SELLER, "да")
    assert "Отказ: Купил у брата" in lost.text
    assert "Новая сделка" in "".join(lost.labels)
    assert not [label for label in lost.labels if "Связались" in label]


async def test_only_managers_see_the_way_back_and_it_needs_a_reason(play: Play) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await card_of(play, lead_id)
    assert not [label for label in (await play.tap(SELLER, "Ещё")).labels if "Вернуть этап" in label]
    await play.tap_data(SELLER, f"lead.back:{lead_id}:contacted", play.screen(SELLER).message_id)
    assert "недоступно" in play.toast(SELLER)
    await card_of(play, lead_id, MANAGER)
    await play.tap(MANAGER, "Ещё")
    await play.tap(MANAGER, "Вернуть этап")
    assert "Слишком коротко: 6 из 10" in (await play.say(MANAGER, "Ошибся")).text
    assert "Этап возвращён: новый" in (await play.say(MANAGER, "Перепутали с другим")).text
    await play.run_events()
    assert "возвращает лида на этап назад: связались → новый" in play.screen(SELLER).text


async def ready(play: Play, **fields: object) -> Seen:
    lead_id = await qualified(play, **fields)
    return await card_of(play, lead_id)


async def test_a_transfer_asks_for_the_domain_and_what_a_deal_needs(play: Play) -> None:
    await ready(play)
    asked = await play.tap(SELLER, "В сделку")
    assert "Лид 1: чем занимается? Без сферы его в сделку не передать" in asked.text
    await play.say(SELLER, "торговля")
    await play.tap(SELLER, "КАСКО")
    confirm = await play.say(SELLER, "Toyota Camry 2021")
    assert "сделать сделку?" in confirm.text
    card = await play.tap(SELLER, "Да, в сделку")
    assert "стал сделкой" in card.text
    assert "Toyota Camry 2021" in card.text
    assert len(await deals_of(play)) == 1


async def test_of_several_kinds_those_the_lead_asked_for_are_offered_first(play: Play) -> None:
    await play.say(SELLER, f"/lead Петров {PHONE} ВЗР и ДМС, торговля, с сайта")
    await play.tap(SELLER, "Сохранить")
    lead_id = (await only_lead(play)).id
    await at_stage(play, lead_id, LeadStage.CONTACTED, LeadStage.QUALIFIED)
    await scored(play, lead_id, 700)
    await play.say(SELLER, f"/lead {lead_id}")
    asked = await play.tap(SELLER, "В сделку")
    assert "что страхуем" in asked.text
    assert {label.split()[-1] for label in asked.labels[:2]} == {"ВЗР", "ДМС"}


async def test_a_second_tap_on_the_old_card_opens_the_deal_that_stands_there(play: Play) -> None:
    domains = await play.read(list_domains)
    card = await ready(play, domain_id=domains[0].id, object="Camry", kind_ids=[2])
    transfer = card.data("В сделку")
    confirm = await play.tap(SELLER, "В сделку")
    await play.tap_data(SELLER, confirm.data("Да, в сделку"), confirm.message_id)
    await play.tap_data(SELLER, confirm.data("Да, в сделку"), confirm.message_id)
    again = await play.tap_data(SELLER, transfer, confirm.message_id)
    assert "уже передан, вот его сделка" in again.text
    assert len(await deals_of(play)) == 1


async def test_a_chip_of_a_transfer_that_is_over_leads_to_the_lead(play: Play) -> None:
    await ready(play)
    old = await play.tap(SELLER, "В сделку")
    await play.say(SELLER, "/cancel")
    await play.say(SELLER, "/leads")
    await play.tap(SELLER, "🎯 Новый лид")
    await play.say(SELLER, "/cancel")
    await play.tap_data(SELLER, old.buttons[0][0]["callback_data"], old.message_id)
    assert "устарел" in play.toast(SELLER)
    assert "Лид 1 ·" in play.chats[SELLER.telegram_id][old.message_id].text


async def test_an_open_lead_has_its_deal_by_a_transfer_only(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.tap_data(SELLER, f"lead.deal:{lead_id}")
    assert "Лид ещё в работе (новый)" in play.toast(SELLER)
    assert not await deals_of(play)


async def test_what_keeps_a_lead_from_being_a_deal_is_said_in_words(play: Play) -> None:
    low = await ready(play, score=590)
    await play.tap_data(SELLER, "lead.transfer:1", low.message_id)
    assert "Оценка 0,59, а для сделки нужно не меньше 0,6" in play.toast(SELLER)


async def test_a_score_a_little_below_a_threshold_is_not_shown_as_reaching_it(play: Play) -> None:
    low = await ready(play, score=599)
    assert "холодный 0,59" in low.text
    await play.tap_data(SELLER, "lead.transfer:1", low.message_id)
    assert "Оценка 0,599, а для сделки нужно не меньше 0,6" in play.toast(SELLER)


async def test_a_qualified_ones_card_says_which_score_a_deal_needs_and_offers_none_before(play: Play) -> None:
    low = await ready(play, score=599)
    assert "дальше: в сделку (оценка от 0,6)" in low.text
    assert not [label for label in low.labels if "В сделку" in label]
    lead_id = await qualified(play, phone="+79161112233", name="Петров", score=600)
    assert "дальше: в сделку\n" in (await card_of(play, lead_id)).text
    await at_stage(play, other := await a_lead(play, "Сидоров", phone=None), LeadStage.CONTACTED, LeadStage.QUALIFIED)
    assert "дальше: в сделку (оценка от 0,6)" in (await card_of(play, other)).text


async def test_a_deleted_one_is_brought_back_unless_its_phone_is_anothers_by_then(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id, ADMIN)
    await play.tap(ADMIN, "More")
    await play.tap(ADMIN, "Delete")
    gone = await play.say(ADMIN, "yes")
    await play.tap_data(SELLER, f"lead.card:{lead_id}")
    assert f"Лида {lead_id} нет" in play.toast(SELLER)
    other = await a_lead(play, "Петров")
    refused = await play.tap_data(ADMIN, gone.data("Restore"), gone.message_id)
    assert f"Lead {other}" in refused.text
    assert "Петров" in refused.text


async def test_help_names_the_commands_that_a_role_has(play: Play) -> None:
    assert "/lead" in (await play.say(SELLER, "/help")).text
    assert "/lead" not in (await play.say(EXECUTOR, "/help")).text
    assert "недоступ" in (await play.say(EXECUTOR, "/lead")).text


async def test_a_note_is_written_by_the_button_and_the_card_shows_the_last(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.tap(SELLER, "📝 Заметка")
    card = await play.say(SELLER, "Просит без франшизы")
    assert "📝 Просит без франшизы" in card.text
    assert "Просит без франшизы" in (await play.tap(SELLER, "Заметки 1")).text
    assert (await the_lead(play, lead_id, SELLER)).message_count == 0


async def test_a_manager_gives_a_lead_of_the_pool_to_somebody_from_its_card(play: Play) -> None:
    lead_id = await a_lead(play, by=MANAGER)
    card = await play.tap_data(MANAGER, f"lead.card:{lead_id}")
    assert [label for label in card.labels if "Взять" in label or "Передать" in label] == [
        "✋ Взять себе",
        "👤 Передать",
    ]
    await play.tap(MANAGER, "Передать")
    given = await play.tap(MANAGER, "Pavlo")
    assert "Ведёт: Pavlo" in given.text


@pytest.mark.parametrize(("whose", "shown"), [(SELLER, "у другого лида"), (OTHER_SELLER, "Попросите руководителя")])
async def test_of_two_contacts_none_is_added_when_another_lead_has_one(play: Play, whose: Person, shown: str) -> None:
    await a_lead(play, "Петров", by=whose)
    lead_id = await a_lead(play, "Сидоров", phone="+79165554433")
    await card_of(play, lead_id)
    for label in ("Ещё", "Изменить", "Контакты"):
        await play.tap(SELLER, label)
    refused = await play.say(SELLER, "916 777-66-55, 916 123-45-67")
    assert shown in refused.text
    assert f"лиду {lead_id}" in refused.text
    await play.tap(SELLER, "Продолжить начатое")
    saved = await play.say(SELLER, "916 777-66-56")
    assert "•••-66-56" in saved.text
    assert "•••-66-55" not in saved.text


async def test_a_second_tap_on_save_leaves_the_known_lead_on_the_screen(play: Play) -> None:
    await play.say(SELLER, "/lead Петров 916 123-45-67, с сайта")
    data = play.screen(SELLER).data("Сохранить")
    await a_lead(play, by=MANAGER)
    known = await play.tap(SELLER, "Сохранить")
    assert "Такой лид уже есть" in known.text
    again = await play.tap_data(SELLER, data, known.message_id)
    assert again.text == known.text


async def test_a_lead_is_opened_by_its_number_and_one_that_is_not_there_is_said(play: Play) -> None:
    lead_id = await a_lead(play)
    assert f"Лид {lead_id}" in (await play.say(SELLER, f"/lead {lead_id}")).text
    assert "Лида 77 нет" in (await play.say(SELLER, "/lead 77")).text


async def test_a_leads_source_and_kind_are_changed_by_a_word(play: Play) -> None:
    lead_id = await a_lead(play)
    for field, typed, said in (("Откуда", "партнёр", "от партнёра"), ("Вид", "осаго", "Хочет: ОСАГО")):
        await card_of(play, lead_id)
        await play.tap(SELLER, "Ещё")
        await play.tap(SELLER, "✏️ Изменить")
        await play.tap(SELLER, field)
        assert said in (await play.say(SELLER, typed)).text
