"""How the model that scores leads is reached; apart from its client, which a start does not need."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from urllib.parse import urlsplit


class Api(StrEnum):
    RESPONSES = "responses"
    CHAT = "chat"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAccess:
    """`timeout` seconds in all; prices in dollars for a million tokens, which is in millionths of a dollar for one."""

    api_key: str = field(repr=False)
    base_url: str | None
    model: str
    api: Api
    timeout: float
    input_price: Decimal
    output_price: Decimal

    @property
    def on_this_machine(self) -> bool:
        """No proxy leads there."""
        return self.base_url is not None and urlsplit(self.base_url).hostname in {"127.0.0.1", "localhost", "::1"}
