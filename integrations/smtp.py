"""E-mail by SMTP, a connection per message: an installation sends a few a day."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

import structlog

from services.ports import AddressRefused

log = structlog.get_logger(service="relay")

SECONDS = 20.0
PORTS = {"smtps": 465, "smtp": 587}


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """`tls` from the first byte, or after the greeting (`starttls`); neither where the server is this machine's own."""

    host: str
    port: int
    username: str | None
    password: str | None
    tls: bool
    starttls: bool
    sender: str

    @classmethod
    def parse(cls, url: str, sender: str) -> Self:
        """`smtps://…`, `smtp://…` with STARTTLS, or `smtp://…?plain=1`. Raises ValueError."""
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname or set(parse_qs(parts.query)) - {"plain"}:
            raise ValueError("must be smtps://user:password@host:port or smtp://…")
        plain = parse_qs(parts.query).get("plain") == ["1"]
        return cls(
            host=parts.hostname,
            port=parts.port or PORTS[parts.scheme],
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            tls=parts.scheme == "smtps",
            starttls=parts.scheme == "smtp" and not plain,
            sender=sender,
        )


@dataclass(frozen=True, slots=True)
class Letter:
    """In its reader's words already."""

    to: str
    subject: str
    body: str
    key: str


async def send_letter(server: SmtpServer, letter: Letter, *, at: datetime) -> str | None:
    """None when the server took it, else why not. Raises AddressRefused when it refuses whom it is for."""
    import aiosmtplib  # noqa: PLC0415 - a start needs no mail

    try:
        await aiosmtplib.send(
            _message(server, letter, at),
            hostname=server.host,
            port=server.port,
            username=server.username,
            password=server.password,
            use_tls=server.tls,
            start_tls=server.starttls,
            timeout=SECONDS,
        )
    except aiosmtplib.SMTPRecipientsRefused as error:
        if all(500 <= one.code < 600 for one in error.recipients):
            raise AddressRefused("recipient") from error
        return "recipient"
    except aiosmtplib.SMTPResponseException as error:
        return f"status-{error.code}"
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        log.info("email.unreachable", reason=type(error).__name__)
        return "unreachable"
    return None


def _message(server: SmtpServer, letter: Letter, at: datetime) -> EmailMessage:
    message = EmailMessage()
    message["From"] = server.sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.key}@{server.sender.rpartition('@')[2].rstrip('>')}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message
