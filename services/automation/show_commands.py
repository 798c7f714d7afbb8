"""Shows a person the commands of his role, in his language, as soon as either changes."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.events.consumers import Call, Done, Outcome, calls_out
from services.events.event import Delivered
from services.ports import Ports
from services.users.commands import CommandsOwner, find_commands_owner, remember_commands
from services.users.events import UserDisabled, UserEnabled, UserJoined, UserLanguageChanged, UserRoleChanged


@calls_out(UserJoined, UserRoleChanged, UserDisabled, UserEnabled, UserLanguageChanged)
class ShowCommands(Call[CommandsOwner, str | None]):
    async def prepare(self, session: AsyncSession, delivered: Delivered) -> CommandsOwner | None:
        """The person as he is now: a later change makes an earlier event's work the same."""
        return await find_commands_owner(session, delivered.event.aggregate_id)

    async def call(self, plan: CommandsOwner, ports: Ports) -> str | None:
        return await ports.commands.show(plan.telegram_id, plan.role, plan.language)

    async def record(
        self,
        session: AsyncSession,
        delivered: Delivered,  # noqa: ARG002 - the interface of calls
        plan: CommandsOwner,
        result: str | None,
        *,
        now: datetime,  # noqa: ARG002 - the interface of calls
    ) -> Outcome:
        await remember_commands(session, plan.user_id, result)
        return Done()
