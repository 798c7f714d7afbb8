"""All parts of the local Telegram in one place, and what happens to a message whoever sends it."""

from typing import Any

from sandbox.calls import Calls
from sandbox.clock import Clock
from sandbox.directory import Chat, Directory, Person
from sandbox.events import Events
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.flood import Flood
from sandbox.messages import Messages, StoredMessage
from sandbox.openai_twin import Twin
from sandbox.options import SandboxOptions
from sandbox.queries import Queries
from sandbox.store import Store
from sandbox.updates import Updates
from sandbox.webhook import Webhook


class World:
    def __init__(self, options: SandboxOptions) -> None:
        folder = options.data_dir / "sandbox"
        self.options = options
        self.store = Store(folder / "telegram.sqlite3")
        self.clock = Clock(self.store)
        self.directory = Directory(self.store)
        self.messages = Messages(self.store)
        self.files = Files(self.store, folder / "files")
        self.updates = Updates(self.store, self.clock)
        self.webhook = Webhook(self.store, self.clock, self.updates, options.limits)
        self.queries = Queries(self.store, self.clock)
        self.events = Events()
        self.calls = Calls()
        self.faults = Faults()
        self.flood = Flood(options.limits)
        self.model = Twin()
        self.bot = {
            "id": options.bot_id,
            "is_bot": True,
            "first_name": options.bot_name,
            "username": options.bot_username,
        }

    def release(self) -> None:
        """Ends everything that waits: streams, polls, taps, followers of the clock."""
        self.clock.release()
        self.events.close()
        self.updates.release_poll()
        self.queries.release_all()

    def post_from_bot(
        self, chat: Chat, content: dict[str, Any], *, keyboard: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Returns the new message as the Bot API shows it."""
        return self._post(chat, self.bot, content, keyboard)

    def post_from_person(self, chat: Chat, person: Person, content: dict[str, Any]) -> dict[str, Any]:
        """Stores the message and queues its update."""
        self.directory.mark_started(person.id)
        body = self._post(chat, person.as_user(), content, None)
        self.updates.push("message", body)
        self.messages.mark_read(chat.id, person.id)
        return body

    def save_edited(self, message: StoredMessage) -> None:
        self.messages.save(message)
        self.events.publish("edited", chat=message.chat_id, message=message)

    def delete(self, chat_id: int, message_id: int) -> None:
        self.messages.delete(chat_id, message_id)
        self.events.publish("deleted", chat=chat_id, id=message_id)

    def reset(self) -> None:
        """Forgets chats, queue, calls, faults, the model's mode. The bot's settings, the clock, all counters stay."""
        with self.store.transaction():
            self.messages.forget()
            self.updates.forget()
            self.directory.forget()
        self.calls.forget()
        self.faults.clear()
        self.flood.forget()
        self.model.forget()
        self.events.publish("reset")

    def _post(
        self, chat: Chat, sender: dict[str, Any], content: dict[str, Any], keyboard: dict[str, Any] | None
    ) -> dict[str, Any]:
        body = {
            "message_id": self.messages.next_id(chat.id),
            "from": sender,
            "chat": chat.as_chat(),
            "date": int(self.clock.now()),
            **content,
        }
        message = StoredMessage(chat.id, body["message_id"], sender["id"], body, keyboard)
        self.messages.add(message)
        self.events.publish("message", chat=chat.id, message=message)
        return body
