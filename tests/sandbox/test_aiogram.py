"""A real aiogram bot against the sandbox: requests are understood, answers validate as its models."""

import asyncio
from collections.abc import AsyncIterator
from types import ModuleType
from typing import Any

import pytest

from tests.sandbox.conftest import CLIENT, PNG, SELLER, TOKEN, Telegram


@pytest.fixture(scope="session")
def aiogram() -> ModuleType:
    """Imported once: it takes seconds."""
    import aiogram
    import aiogram.client.session.aiohttp
    import aiogram.client.telegram
    import aiogram.exceptions
    import aiogram.types

    return aiogram


@pytest.fixture
async def bot(aiogram: Any, telegram: Telegram) -> AsyncIterator[Any]:
    server = aiogram.client.telegram.TelegramAPIServer.from_base(telegram.url)
    session = aiogram.client.session.aiohttp.AiohttpSession(api=server)
    found = aiogram.Bot(TOKEN, session=session)
    yield found
    await session._session.close() if session._session else None


@pytest.fixture
def types(aiogram: Any) -> Any:
    return aiogram.types


async def test_a_dialogue_with_buttons(telegram: Telegram, bot: Any, types: Any) -> None:
    me = await bot.get_me()
    assert (me.username, me.supports_inline_queries) == ("ael_crm_bot", True)
    await telegram.people.say(SELLER, "/start")
    (update,) = await bot.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
    button = types.InlineKeyboardButton(text="Go", callback_data="go", style="primary")
    markup = types.InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await update.message.answer("<b>menu</b>", parse_mode="HTML", reply_markup=markup).as_(bot)
    assert sent.html_text == "<b>menu</b>"
    assert sent.reply_markup.inline_keyboard[0][0].style == "primary"
    tap = asyncio.create_task(telegram.people.tap(SELLER, sent.message_id, label="Go"))
    (update,) = await bot.get_updates(offset=update.update_id + 1, timeout=5)
    assert await update.callback_query.answer("Saved", show_alert=True).as_(bot)
    assert (await tap)["alert"]
    edited = await update.callback_query.message.edit_text("done").as_(bot)
    assert (edited.text, edited.edit_date is not None, edited.reply_markup) == ("done", True, None)
    with pytest.raises(bot_error("TelegramBadRequest"), match="message is not modified"):
        await edited.edit_text("done").as_(bot)
    assert await edited.delete().as_(bot)


async def test_files_up_and_down(telegram: Telegram, bot: Any, types: Any) -> None:
    def file(data: bytes, name: str) -> Any:
        return types.BufferedInputFile(data, name)

    document = await bot.send_document(SELLER, file(b"text", "a.txt"), caption="<i>x</i>", parse_mode="HTML")
    info = await bot.get_file(document.document.file_id)
    assert (await bot.download_file(info.file_path)).read() == b"text"
    photo = await bot.send_photo(SELLER, file(PNG, "a.png"), has_spoiler=True)
    assert photo.photo[-1].width == 1
    again = await bot.send_photo(SELLER, photo.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
    assert (await bot.send_voice(SELLER, file(b"OggS", "a.oga"), duration=7)).voice.duration == 7
    assert (await bot.send_audio(SELLER, file(b"ID3", "a.mp3"), title="x")).audio.title == "x"
    assert (await bot.send_video(SELLER, file(b"mp4", "a.mp4"))).video.mime_type == "video/mp4"
    assert (await bot.send_sticker(SELLER, file(b"webp", "a.webp"))).sticker.type == "regular"
    album = await bot.send_media_group(
        SELLER,
        [
            types.InputMediaDocument(media=file(b"1", "1.pdf"), caption="two"),
            types.InputMediaDocument(media=document.document.file_id),
        ],
    )
    assert album[0].media_group_id == album[1].media_group_id is not None
    assert [item.document.file_name for item in album] == ["1.pdf", "a.txt"]
    media = types.InputMediaDocument(media=file(b"new", "new.txt"), caption="new")
    edited = await bot.edit_message_media(media, chat_id=SELLER, message_id=document.message_id)
    assert (edited.document.file_name, edited.caption) == ("new.txt", "new")
    captioned = await bot.edit_message_caption(chat_id=SELLER, message_id=document.message_id, caption="newer")
    assert captioned.caption == "newer"


async def test_other_kinds_of_messages(bot: Any, types: Any) -> None:
    reply = await bot.send_contact(SELLER, "+7999", "Пётр", reply_parameters=None)
    assert reply.contact.first_name == "Пётр"
    location = await bot.send_location(
        SELLER, 1.5, 2.5, reply_parameters=types.ReplyParameters(message_id=reply.message_id)
    )
    assert location.reply_to_message.contact.phone_number == "+7999"
    assert await bot.send_chat_action(SELLER, "typing")
    assert await bot.set_message_reaction(SELLER, reply.message_id, reaction=[types.ReactionTypeEmoji(emoji="👍")])
    assert await bot.pin_chat_message(SELLER, reply.message_id)
    assert (await bot.get_chat(SELLER)).pinned_message.message_id == reply.message_id
    assert await bot.unpin_chat_message(SELLER)
    assert (await bot.get_chat(SELLER)).pinned_message is None
    text = await bot.send_message(SELLER, "copy me")
    copied = await bot.copy_message(CLIENT, SELLER, text.message_id)
    forwarded = await bot.forward_message(CLIENT, SELLER, text.message_id)
    assert (forwarded.text, forwarded.forward_origin.type) == ("copy me", "user")
    assert len(await bot.copy_messages(CLIENT, SELLER, [text.message_id, 999])) == 1
    assert len(await bot.forward_messages(CLIENT, SELLER, [text.message_id])) == 1
    assert await bot.delete_messages(CLIENT, [copied.message_id, forwarded.message_id, 999])
    keyboard = types.ReplyKeyboardMarkup(keyboard=[[types.KeyboardButton(text="Phone", request_contact=True)]])
    assert (await bot.send_message(SELLER, "x", reply_markup=keyboard)).reply_markup is None
    await bot.send_message(SELLER, "x", reply_markup=types.ReplyKeyboardRemove())


async def test_a_forum(telegram: Telegram, bot: Any) -> None:
    forum = await telegram.people.add_group("Forum", [SELLER, CLIENT], forum=True)
    topic = await bot.create_forum_topic(forum, "Claims", icon_color=7322096)
    message = await bot.send_message(forum, "hello", message_thread_id=topic.message_thread_id)
    assert (message.is_topic_message, message.chat.is_forum) == (True, True)
    assert await bot.edit_forum_topic(forum, topic.message_thread_id, name="Renewals")
    assert await bot.close_forum_topic(forum, topic.message_thread_id)
    assert await bot.reopen_forum_topic(forum, topic.message_thread_id)
    assert await bot.delete_forum_topic(forum, topic.message_thread_id)
    with pytest.raises(bot_error("TelegramBadRequest"), match="message thread not found"):
        await bot.send_message(forum, "hello", message_thread_id=topic.message_thread_id)
    assert await bot.get_chat_member_count(forum) == 3
    assert (await bot.get_chat_member(forum, SELLER)).status == "member"
    assert (await bot.get_chat_member(forum, bot.id)).can_manage_topics
    assert [member.status for member in await bot.get_chat_administrators(forum)] == ["creator", "administrator"]
    assert await bot.leave_chat(forum)
    with pytest.raises(bot_error("TelegramForbiddenError"), match="bot is not a member"):
        await bot.send_message(forum, "hello")


async def test_the_bots_own_settings(bot: Any, types: Any) -> None:
    assert (await bot.get_my_name()).name == "AEL CRM"
    await bot.set_my_name("CRM", language_code="uk")
    assert (await bot.get_my_name(language_code="uk")).name == "CRM"
    await bot.set_my_description("long")
    await bot.set_my_short_description("short")
    assert (await bot.get_my_description(language_code="ru")).description == "long"
    assert (await bot.get_my_short_description()).short_description == "short"
    scope = types.BotCommandScopeChat(chat_id=SELLER)
    await bot.set_my_commands([types.BotCommand(command="menu", description="x")], scope=scope, language_code="ru")
    assert (await bot.get_my_commands(scope=scope, language_code="ru"))[0].command == "menu"
    assert await bot.get_my_commands() == []
    await bot.set_chat_menu_button(menu_button=types.MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.delete_webhook(drop_pending_updates=True)


async def test_inline_queries_and_refusals(telegram: Telegram, bot: Any, types: Any) -> None:
    sender = {"id": SELLER, "is_bot": False, "first_name": "Марина"}
    await telegram.people.update({"inline_query": {"id": "5", "from": sender, "query": "осаго", "offset": ""}})
    (update,) = await bot.get_updates()
    content = types.InputTextMessageContent(message_text="x")
    result = types.InlineQueryResultArticle(id="1", title="x", input_message_content=content)
    assert await update.inline_query.answer([result], cache_time=1).as_(bot)
    await telegram.people.fault("sendMessage", 429, retry_after=3, times=1)
    with pytest.raises(bot_error("TelegramRetryAfter")):
        await bot.send_message(SELLER, "x")
    await telegram.people.block(SELLER)
    with pytest.raises(bot_error("TelegramForbiddenError"), match="blocked by the user"):
        await bot.send_message(SELLER, "x")


def bot_error(name: str) -> type[Exception]:
    from aiogram import exceptions

    found: type[Exception] = getattr(exceptions, name)
    return found
