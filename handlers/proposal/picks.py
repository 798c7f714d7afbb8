"""What the seller has picked for the client, as it stands in a button: the screen itself remembers nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handlers.common.ids import row_id
from models.user import Language
from services.errors import ScreenOutdated

LONGEST_MASK = 32


@dataclass(frozen=True, slots=True)
class Picks:
    """`numbers` as in `ClientOffer`; None picks all that are on offer."""

    deal_id: int
    language: Language
    numbers: frozenset[int] | None = None

    @classmethod
    def read(cls, arg: str, *, otherwise: Language) -> "Picks":
        """`deal`, or `deal:language:mask` with a bit for each number; `otherwise` is the language of the former."""
        deal, _, rest = arg.partition(":")
        if not rest:
            return cls(row_id(deal), otherwise)
        language, _, mask = rest.partition(":")
        if language not in set(Language) or not mask.isalnum() or len(mask) > LONGEST_MASK:
            raise ScreenOutdated
        return cls(row_id(deal), Language(language), _numbers(mask))

    @property
    def arg(self) -> str:
        mask = sum(1 << number for number in self.numbers or ())
        return f"{self.deal_id}:{self.language}:{mask:x}"

    def settled(self, on_offer: Iterable[int]) -> "Picks":
        """With those named that are still on offer."""
        known = frozenset(on_offer)
        return replace(self, numbers=known if self.numbers is None else self.numbers & known)

    def turned(self, number: int) -> "Picks":
        """With this one in if it was out, and out if it was in."""
        return replace(self, numbers=(self.numbers or frozenset()) ^ {number})

    def spoken(self, language: Language) -> "Picks":
        return replace(self, language=language)


def _numbers(mask: str) -> frozenset[int]:
    try:
        bits = int(mask, 16)
    except ValueError as error:
        raise ScreenOutdated from error
    return frozenset(number for number in range(bits.bit_length()) if bits >> number & 1)
