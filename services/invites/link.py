"""Addresses that open a chat with the bot."""

from urllib.parse import quote

from services.invites.errors import BotUnnamed


def start_link(bot_username: str, token: str) -> str:
    """Telegram hands the token over as the argument of /start."""
    if not bot_username:
        raise BotUnnamed
    return f"https://t.me/{bot_username}?start={token}"


def share_link(link: str) -> str:
    """Opens Telegram's own list of chats to send the link to."""
    return f"https://t.me/share/url?url={quote(link, safe='')}"
