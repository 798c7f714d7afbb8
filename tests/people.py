"""Who appears in tests, by role."""

from dataclasses import dataclass

from models.user import Language, Role


@dataclass(frozen=True, slots=True)
class Person:
    telegram_id: int
    name: str
    role: Role | None
    language: Language


ADMIN = Person(7100000001, "Olha", Role.ADMIN, Language.EN)
MANAGER = Person(7100000002, "Viktor", Role.MANAGER, Language.RU)
SELLER = Person(7100000003, "Maryna", Role.SELLER, Language.RU)
EXECUTOR = Person(7100000004, "Taras", Role.EXECUTOR, Language.UK)
CLIENT = Person(7100000005, "Ivan", Role.CLIENT, Language.RU)
STRANGER = Person(7100000006, "Anna", None, Language.EN)
OTHER_SELLER = Person(7100000007, "Pavlo", Role.SELLER, Language.RU)

STAFF = (ADMIN, MANAGER, SELLER, EXECUTOR, CLIENT, OTHER_SELLER)
