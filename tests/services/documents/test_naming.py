"""Names of received files, before and after their content is known."""

from datetime import date
from types import SimpleNamespace

import pytest

from models.content_type import ContentType
from models.document import MediaKind
from services.conversation.values import Text
from services.documents.naming import filed_name, received_name
from services.documents.send import albums
from services.documents.words import size_text, title_of

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("original", "media", "mime", "received", "content", "filed"),
    [
        ("policy.pdf", MediaKind.DOCUMENT, None, "policy.pdf", ContentType.PDF, "policy.pdf"),
        ("SCAN.PDF", MediaKind.DOCUMENT, None, "SCAN.PDF", ContentType.PDF, "SCAN.pdf"),
        ("photo.jpeg", MediaKind.DOCUMENT, None, "photo.jpeg", ContentType.PNG, "photo.png"),
        ("setup.exe", MediaKind.DOCUMENT, None, "setup.exe", ContentType.PDF, "setup.exe.pdf"),
        ("policy", MediaKind.DOCUMENT, "application/pdf", "policy.pdf", ContentType.PDF, "policy.pdf"),
        ("policy", MediaKind.DOCUMENT, "application/octet-stream", "policy.bin", ContentType.PDF, "policy.pdf"),
        ("v. 2 (final)", MediaKind.DOCUMENT, None, "v. 2 (final).bin", ContentType.TXT, "v. 2 (final).txt"),
        ("../../etc/passwd", MediaKind.DOCUMENT, None, "passwd.bin", ContentType.TXT, "passwd.txt"),
        (".pdf", MediaKind.DOCUMENT, None, "2026-11-23-7.bin", ContentType.PDF, "2026-11-23-7.pdf"),
        (None, MediaKind.PHOTO, None, "2026-11-23-7.jpg", ContentType.JPEG, "2026-11-23-7.jpg"),
        (None, MediaKind.VOICE, "audio/ogg", "2026-11-23-7.ogg", ContentType.OGG, "2026-11-23-7.ogg"),
        (None, MediaKind.VIDEO, "video/quicktime", "2026-11-23-7.mp4", ContentType.MP4, "2026-11-23-7.mp4"),
    ],
)
def test_a_name_keeps_its_ending_until_the_content_decides(
    original: str | None, media: MediaKind, mime: str | None, received: str, content: ContentType, filed: str
) -> None:
    name = received_name(original, media=media, mime=mime, message_id=7, received_on=DAY)
    assert (name, filed_name(name, content)) == (received, filed)


@pytest.mark.parametrize(
    ("name", "caption", "title"),
    [
        ("policy.pdf", "Полис", "policy.pdf"),
        ("2026-11-23-7.jpg", " СТС,\nоборот ", "СТС, оборот"),
        ("2026-11-23-7.jpg", None, Text("media-photo", {"number": "7"})),
        ("2026-11-23.jpg", None, "2026-11-23.jpg"),
        ("я" * 80 + ".pdf", None, "я" * 59 + "…"),
    ],
)
def test_a_title_is_what_a_person_would_know_it_by(name: str, caption: str | None, title: str | Text) -> None:
    assert title_of(MediaKind.PHOTO, name, caption) == title


@pytest.mark.parametrize(("size", "words"), [(0, "1"), (1023, "1"), (1536, "2"), (2**20, "1.0"), (20 * 2**20, "20.0")])
def test_a_size_is_said_in_what_people_count(size: int, words: str) -> None:
    assert str(size_text(size).params["count"]) == words


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("", []),
        ("d", ["d"]),
        ("dddddddddddd", ["dddddddddd", "dd"]),
        ("ppvpp", ["ppvpp"]),
        ("pdpd", ["dd", "pp"]),
        ("aaoo", ["o", "o", "aa"]),
    ],
)
def test_albums_hold_ten_of_one_sort_and_voices_go_alone(sent: str, expected: list[str]) -> None:
    kinds = {
        "d": MediaKind.DOCUMENT,
        "p": MediaKind.PHOTO,
        "v": MediaKind.VIDEO,
        "a": MediaKind.AUDIO,
        "o": MediaKind.VOICE,
    }
    found = albums([SimpleNamespace(media=kinds[letter], letter=letter) for letter in sent])
    assert sorted("".join(document.letter for document in album) for album in found) == sorted(expected)
