"""What a task to issue is for."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Choice
from services.calculations.queries import chosen_terms
from services.calculations.words import terms_words
from services.conversation.values import Text, text
from services.tasks.queries import TaskLine


async def what_to_issue(session: AsyncSession, task: TaskLine) -> Text | None:
    """The client's choice in a line; nothing of any other task."""
    if task.choice_id is None:
        return None
    terms = chosen_terms(await session.get_one(Choice, task.choice_id))
    return text("ntf-task-choice", insurer=terms.insurer, amount=terms.premium, terms=terms_words(terms))
