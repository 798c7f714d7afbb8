"""E-mail: a whole conversation with a server, and what it may refuse."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from bot.mail import WordedMail
from bot.render import Renderer, Translator
from integrations.smtp import Letter, SmtpServer, send_letter
from models.user import Language
from services.conversation.values import text
from services.ports import AddressRefused, Mail
from tests.harness import BROKERAGE

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LETTER = Letter("office@example.org", "CRM: Лид 1", "Лид теперь «связались»\n", "key-1")


@dataclass
class Post:
    """An SMTP server that answers as it is told; `letters` are what it has taken."""

    rcpt: str = "250 ok"
    greeting: str = "220 post"
    port: int = 0
    letters: list[bytes] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(f"{self.greeting}\r\n".encode())
        while line := (await reader.readline()).decode().strip():
            verb = line.split(":")[0].split()[0].upper()
            if verb == "DATA":
                writer.write(b"354 go on\r\n")
                self.letters.append((await reader.readuntil(b"\r\n.\r\n"))[:-5])
                writer.write(b"250 taken\r\n")
                continue
            answers = {
                "EHLO": "250-post\r\n250 AUTH PLAIN LOGIN",
                "RCPT": self.rcpt,
                "QUIT": "221 bye",
                "AUTH": "235 ok",
            }
            writer.write(f"{answers.get(verb, '250 ok')}\r\n".encode())
            if verb == "QUIT":
                break
        writer.close()

    @property
    def server(self) -> SmtpServer:
        return SmtpServer.parse(f"smtp://crm:p%40ss@127.0.0.1:{self.port}?plain=1", "CRM <crm@example.org>")


@asynccontextmanager
async def listening(**how: str) -> AsyncIterator[Post]:
    post = Post(**how)  # type: ignore[arg-type]  # answers only
    server = await asyncio.start_server(post.serve, "127.0.0.1", 0)
    post.port = server.sockets[0].getsockname()[1]
    try:
        yield post
    finally:
        server.close()


async def test_a_letter_arrives_whole_and_is_known_again() -> None:
    async with listening() as post:
        assert await send_letter(post.server, LETTER, at=NOW) is None
    message = message_from_bytes(post.letters[0], policy=policy.default)
    assert (message["To"], message["Subject"]) == ("office@example.org", "CRM: Лид 1")
    assert message["Message-ID"] == "<key-1@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Лид теперь «связались»" in message.get_content()


async def test_it_is_worded_in_the_readers_language() -> None:
    mail = Mail(
        to="office@example.org",
        subject=text("mail-rule-subject", about=text("rule-about-lead", number="1")),
        lines=[text("mail-rule-foot")],
        language=Language.EN,
        key="key-1",
    )
    async with listening() as post:
        mailer = WordedMail(Renderer(Translator(), BROKERAGE), post.server)
        assert await mailer.send(mail, at=NOW) is None
    message = message_from_bytes(post.letters[0], policy=policy.default)
    assert message["Subject"] == "CRM: Lead 1"
    assert "A rule of the CRM sent this message" in message.get_content()


async def test_an_address_that_is_refused_for_good_is_not_tried_again() -> None:
    async with listening(rcpt="550 no such person") as post:
        with pytest.raises(AddressRefused, match="recipient"):
            await send_letter(post.server, LETTER, at=NOW)


@pytest.mark.parametrize(
    ("how", "fault"),
    [({"rcpt": "450 later"}, "recipient"), ({"greeting": "554 closed"}, "status-554")],
)
async def test_what_may_pass_is_tried_again(how: dict[str, str], fault: str) -> None:
    async with listening(**how) as post:
        assert await send_letter(post.server, LETTER, at=NOW) == fault


async def test_nobody_there_is_tried_again() -> None:
    async with listening() as post:
        server = post.server
    assert await send_letter(server, LETTER, at=NOW) == "unreachable"


@pytest.mark.parametrize("url", ["http://example.org", "smtp://", "mail.example.org", "smtp://example.org?tls=1"])
def test_a_wrong_address_of_the_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="must be smtps"):
        SmtpServer.parse(url, "crm@example.org")


def test_the_password_is_as_it_was_written_and_tls_the_rule() -> None:
    implicit = SmtpServer.parse("smtps://crm%40example.org:p%40ss@mail.example.org", "crm@example.org")
    assert (implicit.port, implicit.username, implicit.password) == (465, "crm@example.org", "p@ss")
    assert (implicit.tls, implicit.starttls) == (True, False)
    explicit = SmtpServer.parse("smtp://mail.example.org", "crm@example.org")
    assert (explicit.port, explicit.tls, explicit.starttls) == (587, False, True)
