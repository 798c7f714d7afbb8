"""The ways out that rules use, as the settings have them."""

from bot.clock import Clock
from bot.mail import WordedMail
from bot.render import Renderer
from bot.settings import Settings
from integrations.smtp import SmtpServer
from integrations.webhooks import SignedWebhooks


def open_webhooks(settings: Settings, clock: Clock) -> SignedWebhooks | None:
    if settings.webhook_secret is None:
        return None
    hosts = settings.brokerage.local_hosts
    return SignedWebhooks(settings.webhook_secret.get_secret_value(), clock.now, local_hosts=hosts)


def open_mailer(settings: Settings, renderer: Renderer) -> WordedMail | None:
    if settings.smtp_url is None:
        return None
    return WordedMail(renderer, SmtpServer.parse(settings.smtp_url.get_secret_value(), settings.smtp_from))
