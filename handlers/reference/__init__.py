"""Conversations about the reference books that an admin edits."""

from handlers.kit.steps import Steps
from handlers.reference import domains, insurers, kinds, naming

steps = Steps()
for part in (insurers, naming, kinds, domains):
    steps.merge(part.steps)
