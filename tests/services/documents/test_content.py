import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.content_type import ContentType
from services.documents.content import inspect_content
from services.documents.refusal import Refusal, RefusalCode
from tests.services.documents.cases import HOSTILE, REFUSED, WHOLE, active_pdfs, broken_files, refused_types
from tests.services.documents.files import docx, pdf, png, with_declared_sizes

LIMIT = 20 * 1024 * 1024
HEAD = 16  # fewer bytes may well be text


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_is_known_by_its_content(name):
    data, content_type = WHOLE[name]
    assert inspect_content(data, limit=LIMIT) is content_type


@pytest.mark.parametrize(
    ("code", "data"),
    [pytest.param(code, data, id=f"{code}: {name}") for code, cases in REFUSED for name, data in cases.items()],
)
def test_a_bad_file_is_refused_in_time_with_its_reason(code, data):
    started = time.thread_time()
    result = inspect_content(data, limit=LIMIT)
    assert isinstance(result, Refusal)
    assert result.code is code
    assert time.thread_time() - started < 2


def test_at_least_sixty_refused_files_are_tried():
    assert sum(len(cases) for _, cases in REFUSED) >= 60


def test_a_refusal_says_what_a_person_needs():
    assert inspect_content(b"x" * 11, limit=10) == Refusal(RefusalCode.TOO_LARGE, {"size": 11, "limit": 10})
    assert inspect_content(refused_types()["a rar"], limit=LIMIT).params == {"seen": "rar"}
    assert inspect_content(refused_types()["SVG"], limit=LIMIT).params == {"seen": "svg"}
    assert inspect_content(png(50_000, 40_000), limit=LIMIT).params == {"width": 50_000, "height": 40_000}


def test_a_file_of_exactly_the_limit_is_taken():
    assert inspect_content(b"x" * 10, limit=10) is ContentType.TXT


def test_a_path_is_read_only_when_it_fits(tmp_path):
    path = tmp_path / "policy.exe"
    path.write_bytes(pdf())
    assert inspect_content(path, limit=LIMIT) is ContentType.PDF
    assert inspect_content(path, limit=10).code is RefusalCode.TOO_LARGE
    with pytest.raises(FileNotFoundError):
        inspect_content(tmp_path / "gone", limit=LIMIT)


@pytest.mark.parametrize("name", [name for name, (_, kind) in WHOLE.items() if kind is not ContentType.TXT])
def test_a_file_cut_anywhere_is_never_taken_for_another_type(name):
    data, content_type = WHOLE[name]
    cuts = {max(HEAD, len(data) * k // 20) for k in range(1, 20)}
    for cut in cuts:
        result = inspect_content(data[:cut], limit=LIMIT)
        assert isinstance(result, Refusal) or result is content_type


@pytest.mark.parametrize(
    "name",
    ["jpeg", "png", "webp", "heic", "mp4", "pdf", "docx", "xlsx", "pdf with object streams", "pdf of a test tool"],
)
def test_a_truncated_file_is_refused(name):
    data, _ = WHOLE[name]
    cuts = range(HEAD, len(data) - 1)
    taken = [cut for cut in cuts if not isinstance(inspect_content(data[:cut], limit=LIMIT), Refusal)]
    assert taken == []


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        match chance.randrange(5):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at : at + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
            case 2:
                del changed[at : at + chance.randint(1, 20)]
            case 3:
                changed[at:at] = changed[: chance.randint(1, 40)]
            case _:
                changed[at:at] = chance.randbytes(chance.randint(1, 8))
        changed = changed or bytearray(b"x")
    return bytes(changed)


def test_mutated_files_never_raise_and_never_take_long():
    chance = random.Random(20261121)  # noqa: S311 - repeatable mutations
    samples = [data for data, _ in WHOLE.values()] + [*broken_files().values(), *active_pdfs().values()]
    finish = time.perf_counter() + 4
    tried = 0
    while tried < 5000 and time.perf_counter() < finish:
        data = mutated(chance.choice(samples), chance)
        started = time.thread_time()
        assert isinstance(inspect_content(data, limit=LIMIT), ContentType | Refusal)
        assert time.thread_time() - started < 2
        tried += 1
    assert tried >= 500


@given(st.binary(max_size=2000))
def test_any_bytes_get_an_answer(data):
    assert isinstance(inspect_content(data, limit=LIMIT), ContentType | Refusal)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).filter(str.strip))
def test_text_is_text(text):
    assert inspect_content(f"- {text}".encode(), limit=LIMIT) is ContentType.TXT


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_be_slow_is_answered_in_time(name):
    started = time.thread_time()
    assert isinstance(inspect_content(HOSTILE[name], limit=LIMIT), ContentType | Refusal)
    assert time.thread_time() - started < 2


def test_a_bomb_is_refused_without_being_inflated():
    bomb = with_declared_sizes(docx(), 2**31)
    started = time.perf_counter()
    assert inspect_content(bomb, limit=LIMIT).code is RefusalCode.BOMB
    assert time.perf_counter() - started < 0.1


def test_every_type_has_its_own_mime_and_extension():
    assert len({t.mime for t in ContentType}) == len({t.extension for t in ContentType}) == len(ContentType)
    assert ContentType("jpeg").mime == "image/jpeg"
    assert ContentType.JPEG.extension == "jpg"
