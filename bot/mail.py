"""E-mail in the reader's words, behind the port of `services`."""

from datetime import datetime

from bot.render import Renderer
from integrations.smtp import Letter, SmtpServer, send_letter
from services.ports import Mail

LONGEST_LINE = 1_000


class WordedMail:
    def __init__(self, renderer: Renderer, server: SmtpServer) -> None:
        self._renderer = renderer
        self._server = server

    async def send(self, mail: Mail, *, at: datetime) -> str | None:
        subject, *lines = (
            self._renderer.label(line, mail.language, now=at, limit=LONGEST_LINE)
            for line in (mail.subject, *mail.lines)
        )
        letter = Letter(mail.to, subject, "\n".join(lines) + "\n", mail.key)
        return await send_letter(self._server, letter, at=at)
