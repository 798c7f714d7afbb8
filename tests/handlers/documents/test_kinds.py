"""What a document is: told by its caption, its name or a person; and what the folder still lacks."""

import pytest
from sqlalchemy import select, update

from bot.render import Renderer, Translator
from models.client import Client, ClientKind
from models.document_kind import DocumentKind
from models.event import EventRow
from models.user import Language
from services.documents.words import missing_line
from tests.handlers.documents.sending import deal_on_screen, document, documents_of, filed, photo, voice
from tests.harness import BROKERAGE, NOON, Play
from tests.people import EXECUTOR, SELLER
from tests.services.documents.files import jpeg, png


async def test_caption_or_name_tells_what_a_file_is_and_the_answer_says_what_is_missing(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    passport = document(play, "scan1.png", png(2, 3))
    answer = await filed(play, {**photo(play), "caption": "права Иванова"}, document(play, "pasport.pdf"), passport)
    assert [kept.kind for kept in await documents_of(play, deal_id)] == [
        DocumentKind.DRIVER_LICENCE,
        DocumentKind.PASSPORT,
        DocumentKind.UNKNOWN,
    ]
    assert "✅ pasport.pdf · паспорт · " in answer.text
    assert "✅ scan1.png · 1 КБ" in answer.text
    assert answer.text.endswith("Не хватает: СТС")
    folder = await play.tap(SELLER, "📁 Папка")
    assert "3. 🖼 права Иванова · ВУ · " in folder.text
    assert "Не хватает: СТС" in folder.text
    assert "нажмите «Что это»" in folder.text


async def test_a_person_says_what_a_file_is_and_nothing_is_missing_any_more(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    papers = [document(play, "pasport.pdf"), document(play, "права.png", png(2, 3)), photo(play)]
    await filed(play, *papers)
    await play.tap(SELLER, "📁 Папка")
    await play.tap(SELLER, "1")
    asked = await play.tap(SELLER, "Что это")
    assert asked.labels[:3] == ["паспорт", "ВУ", "СТС"]
    again = await play.say(SELLER, "ерунда")
    assert "Не знаю документа «ерунда»" in again.text
    assert "доверенность" in again.labels
    shown = await play.say(SELLER, "стс")
    assert "🏷 СТС" in shown.text
    assert (await documents_of(play, deal_id))[2].kind is DocumentKind.STS
    assert "Не хватает" not in (await play.tap(SELLER, "📁 Папка")).text
    changed = select(EventRow.name).where(EventRow.name == "document.kind.changed")
    assert len((await play.read(lambda session: session.execute(changed))).all()) == 1


async def test_a_chip_of_the_longer_list_answers_too(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, photo(play))
    await play.tap_data(SELLER, "doc.kind:1", 2)
    assert len(play.screen(SELLER).labels) < 12
    await play.tap(SELLER, "Все варианты")
    await play.tap(SELLER, "доверенность")
    assert (await documents_of(play, deal_id))[0].kind is DocumentKind.POWER_OF_ATTORNEY


async def test_a_new_name_tells_the_kind_only_where_nothing_else_did(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, photo(play, jpeg(3)), {**photo(play, jpeg(4)), "caption": "паспорт"})
    for number in (1, 2):
        await play.tap_data(SELLER, f"doc.rename:{number}", 2)
        await play.say(SELLER, f"СТС {number}")
    kinds = [kept.kind for kept in await documents_of(play, deal_id)]
    assert kinds == [DocumentKind.STS, DocumentKind.PASSPORT]


async def test_a_voice_is_not_asked_what_it_is_and_a_deleted_paper_is_missing_again(play: Play) -> None:
    await deal_on_screen(play)
    await filed(play, voice(play), document(play, "СТС.pdf"))
    folder = await play.tap(SELLER, "📁 Папка")
    assert "Не хватает: паспорт, ВУ" in folder.text
    assert "Что это" not in folder.text
    await play.tap_data(SELLER, "doc.delete-yes:2", folder.message_id)
    assert "Не хватает: паспорт, ВУ, СТС" in play.screen(SELLER).text


async def test_who_may_not_change_a_document_may_not_say_what_it_is(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, photo(play))
    menu = await play.say(EXECUTOR, "/menu")
    await play.tap_data(EXECUTOR, "doc.kind:1", menu.message_id)
    assert "Що це за документ" not in play.screen(EXECUTOR).text
    assert (await documents_of(play, deal_id))[0].kind is DocumentKind.UNKNOWN


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_document_has_its_word(language: Language) -> None:
    line = missing_line(list(DocumentKind))
    assert line is not None
    words = Renderer(Translator(), BROKERAGE).label(line, language, now=NOON, limit=2000)
    assert words.count(", ") == len(DocumentKind) - 1
    assert missing_line([]) is None


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (ClientKind.INDIVIDUAL, "Не хватает: паспорт, ВУ, СТС"),
        (ClientKind.SOLE_PROPRIETOR, "Не хватает: паспорт, ВУ, СТС, ИНН"),
        (ClientKind.COMPANY, "Не хватает: реквизиты, СТС"),
    ],
)
async def test_what_is_missing_depends_on_who_the_client_is(play: Play, kind: ClientKind, missing: str) -> None:
    deal_id = await deal_on_screen(play)
    await play.write(lambda session: session.execute(update(Client).values(kind=kind)))
    for data in (f"deal.card:{deal_id}", f"deal.folder:{deal_id}"):
        shown = await play.tap_data(SELLER, data, play.screen(SELLER).message_id)
        assert missing in shown.text.splitlines(), data
