import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.content_type import ContentType
from services.documents.names import safe_display_name


@pytest.mark.parametrize(
    ("original", "extension", "name"),
    [
        ("Полис КАСКО.pdf", "pdf", "Полис КАСКО.pdf"),
        ("Полис КАСКО.PDF", "pdf", "Полис КАСКО.pdf"),
        ("scan.jpeg", "jpg", "scan.jpg"),
        ("photo.HEIC", "jpg", "photo.jpg"),  # Telegram turns photos into JPEG
        ("полис", "pdf", "полис.pdf"),
        ("договор 12.05.2026", "pdf", "договор 12.05.2026.pdf"),
        ("policy.pdf.exe", "pdf", "policy.pdf.exe.pdf"),
        ("invoice\u202efdp.exe", "pdf", "invoicefdp.exe.pdf"),  # shown as invoiceexe.pdf with the override
        ("../../etc/passwd", "txt", "passwd.txt"),
        ("C:\\Users\\Olena\\права.jpg", "jpg", "права.jpg"),
        ("folder/", "pdf", "folder.pdf"),
        ("0 \x1b\x850", "pdf", "0 0.pdf"),
        ("a\x00b\r\nc\t d.pdf", "pdf", "ab c d.pdf"),
        ("об'єкт «Київ» №5.docx", "docx", "об'єкт «Київ» №5.docx"),
        ('Счёт: "Ромашка"?.xlsx', "xlsx", 'Счёт: "Ромашка"?.xlsx'),
        ("д0 <b>.pdf", "pdf", "д0 <b>.pdf"),
        ("A|B*&amp;.pdf", "pdf", "A|B*&amp;.pdf"),
        ("и\u0306од.txt", "txt", "йод.txt"),
        ("CON.txt", "txt", "CON.txt"),
        (".hidden.pdf", "pdf", "hidden.pdf"),
        ("..", "pdf", "document.pdf"),
        ("\u202e\u200b", "pdf", "document.pdf"),
        (".pdf", "pdf", "document.pdf"),
        ("", "pdf", "document.pdf"),
        (None, "ogg", "document.ogg"),
    ],
)
def test_a_name_stays_recognisable_and_harmless(original, extension, name):
    assert safe_display_name(original, fallback="document", extension=extension) == name


def test_a_long_name_is_cut_before_its_extension():
    name = safe_display_name("я" * 500 + ".pdf", fallback="document", extension="pdf")
    assert name == "я" * 116 + ".pdf"


@given(st.none() | st.text(), st.sampled_from(ContentType))
def test_any_name_becomes_one_safe_line(original, content_type):
    name = safe_display_name(original, fallback="document", extension=content_type.extension)
    assert 0 < len(name) <= 120
    assert name.endswith(f".{content_type.extension}")
    assert not name.startswith((".", " "))
    assert not set(name) & set("/\\")
    assert not [c for c in name if unicodedata.category(c).startswith("C")]


@given(st.text())
def test_a_safe_name_stays_as_it_is(original):
    name = safe_display_name(original, fallback="document", extension="pdf")
    assert safe_display_name(name, fallback="document", extension="pdf") == name
