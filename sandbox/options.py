"""What a sandbox is started with."""

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True, kw_only=True)
class FloodLimits:
    """Thresholds of the flood control, in messages; `time_scale` is the length of a Telegram second in seconds."""

    chat_per_second: float = 1.0
    chat_burst: int = 5
    group_per_minute: int = 20
    overall_per_second: float = 30.0
    enabled: bool = True
    time_scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxOptions:
    """Raises ValueError for a host that is not loopback: the sandbox has no authentication."""

    data_dir: Path
    port: int = 8081
    host: str = "127.0.0.1"
    bot_token: str = "8100000001:sandbox-local-token-not-a-secret-000"  # noqa: S105 - says itself that it is none
    bot_username: str = "ael_crm_bot"
    bot_name: str = "AEL CRM"
    limits: FloodLimits = field(default_factory=FloodLimits)

    def __post_init__(self) -> None:
        if not is_loopback(self.host):
            raise ValueError(f"the sandbox listens on loopback only, not on {self.host}")

    @property
    def bot_id(self) -> int:
        return int(self.bot_token.partition(":")[0])


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
