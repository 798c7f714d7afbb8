"""The deal's folder: what people send into it, and how they look at it."""

from handlers.documents import folder, receiving, renaming, telling
from handlers.kit.steps import Steps

steps = Steps()
for part in (receiving.steps, folder.steps, renaming.steps, telling.steps):
    steps.merge(part)
