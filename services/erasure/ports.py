"""The ledger of erasures, as the services see it. It holds ids and times, no word about a person."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Protocol, Self

Born = tuple[int, str]
"""An id and when its row was made, ISO."""


@dataclass(frozen=True, slots=True)
class Erasure:
    client: Born
    leads: Sequence[Born]
    at: str

    def to_line(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_line(cls, line: str) -> Self:
        """Raises ValueError, KeyError or TypeError for what is none."""
        read = json.loads(line)
        leads = [(int(lead_id), str(born)) for lead_id, born in read["leads"]]
        return cls((int(read["client"][0]), str(read["client"][1])), leads, str(read["at"]))


class Erasures(Protocol):
    """Who was erased, kept where a restore of the database does not reach."""

    async def note(self, erasure: Erasure) -> None:
        """On the disk when it returns; noting again changes nothing. OSError when it can't be kept."""
        ...
