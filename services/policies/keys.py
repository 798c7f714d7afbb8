"""What a policy is told apart by and found by."""

from models.client import Client
from models.insurance_kind import InsuranceKind
from services.clients.identifiers import PLATES, VIN, normalise_plate
from services.search.normalise import search_text

LONGEST_NUMBER, LONGEST_OBJECT = 64, 300


def renewal_key(policy_id: int, before: int) -> str:
    """Of the deal in which a policy is renewed, after so many that came to nothing."""
    return f"renewal-{policy_id}-{before}"


def number_key(number: str) -> str:
    """The letters and digits of a number, look-alikes made one: «ХХХ 012 345» and «xxx-012345» are the same."""
    return "".join(sign for sign in normalise_plate(number) if sign.isalnum())[:LONGEST_NUMBER]


def object_code(insured: str) -> str | None:
    """The VIN or the plate that is named, which tells the same object however else it is described."""
    words = search_text(insured).replace(",", " ").upper().split()
    vins = [word for word in words if VIN.fullmatch(word) and any(map(str.isdigit, word))]
    plates = [word for word in words if any(shape.fullmatch(word) for shape in PLATES.values())]
    return next(iter([*vins, *plates]), None)


def object_key(insured: str) -> str:
    return (object_code(insured) or search_text(insured))[:LONGEST_OBJECT]


def policy_search_text(client: Client, kind: InsuranceKind, insurer: str, number: str, insured: str) -> str:
    """A policy is found by its number with and without its blanks, and by all that its client is found by."""
    words = search_text(number, number_key(number), insurer, insured, *kind.names.values())
    return f"{client.search_text} {words}"
