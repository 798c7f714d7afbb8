"""The people of the sandbox. Their names are data of a play, not words of the product."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededPerson:
    """`role` is a label for the chat page; the CRM decides rights by itself."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str
    language_code: str
    role: str
    phone: str
    started: bool = True


SEEDED = (
    SeededPerson(
        id=7000000001, first_name="Ольга", username="olga_admin", language_code="ru", role="admin", phone="+79990000001"
    ),
    SeededPerson(
        id=7000000002,
        first_name="Виктор",
        username="viktor_manager",
        language_code="ru",
        role="manager",
        phone="+79990000002",
    ),
    SeededPerson(
        id=7000000003,
        first_name="Марина",
        username="marina_seller",
        language_code="ru",
        role="seller",
        phone="+79990000003",
    ),
    SeededPerson(
        id=7000000004,
        first_name="Тарас",
        username="taras_executor",
        language_code="uk",
        role="executor",
        phone="+380990000004",
    ),
    SeededPerson(
        id=7000000005,
        first_name="Иван",
        last_name="Иванов",
        username="ivan_client",
        language_code="ru",
        role="client",
        phone="+79990000005",
    ),
    SeededPerson(
        id=7000000006,
        first_name="Анна",
        username="anna_newcomer",
        language_code="en",
        role="stranger",
        phone="+447700900006",
        started=False,
    ),
    SeededPerson(
        id=7000000007,
        first_name="Павел",
        username="pavel_seller",
        language_code="ru",
        role="seller",
        phone="+79990000007",
    ),
)
