"""A packet in lines: what became of each file, what was said."""

from collections.abc import Sequence

from models.document import DocumentState
from models.document_kind import DocumentKind
from models.journal_entry import JournalEntry
from services.conversation.values import Text, text
from services.documents.queries import DocumentLine
from services.documents.words import kind_word, refusal_text, shorten, size_text

MOST_LINES = 20
MOST_WORDS = 5
LONGEST_WORDS = 300


def answer_lines(documents: Sequence[DocumentLine], words: int) -> list[Text]:
    """For who sent it: a summary when there are several files, those in trouble first when not all fit."""
    lines = [_summary(documents)] if len(documents) > 1 else []
    lines += _file_lines(documents)
    if words:
        lines.append(text("ntf-packet-words", count=words))
    return lines


def news_lines(documents: Sequence[DocumentLine], words: Sequence[JournalEntry]) -> list[Text]:
    """For the others: without what was refused or is there already; none when that leaves nothing to tell."""
    lines = _file_lines([line for line in documents if _is_news(line)])
    lines += [_said(entry) for entry in words[:MOST_WORDS]]
    if len(words) > MOST_WORDS:
        lines.append(text("ntf-words-more", count=len(words) - MOST_WORDS))
    return lines


def _is_news(line: DocumentLine) -> bool:
    return line.state is not DocumentState.REFUSED and line.same_as is None


def _summary(documents: Sequence[DocumentLine]) -> Text:
    filed = sum(line.state is DocumentState.FILED for line in documents)
    if any(line.state is DocumentState.FETCHING for line in documents):
        return text("ntf-packet-fetching", done=str(filed), count=len(documents))
    if not filed:
        return text("ntf-packet-refused", count=len(documents))
    if filed == len(documents):
        return text("ntf-packet-filed", count=filed)
    return text("ntf-packet-partly", done=str(filed), count=len(documents))


def _file_lines(documents: Sequence[DocumentLine]) -> list[Text]:
    groups = _alike(documents)
    by_trouble = sorted(groups, key=lambda group: group[0].state is not DocumentState.REFUSED)
    kept = {group[0].id for group in by_trouble[:MOST_LINES]}
    lines = [_group_line(group) for group in groups if group[0].id in kept]
    more = sum(len(group) for group in by_trouble[MOST_LINES:])
    return [*lines, text("ntf-files-more", count=more)] if more else lines


def _alike(documents: Sequence[DocumentLine]) -> list[list[DocumentLine]]:
    """Photos without a word need no line each; whatever has a name or a reason stands alone."""
    groups: dict[object, list[DocumentLine]] = {}
    for line in documents:
        nameless = isinstance(line.title, Text) and line.refusal is None and line.same_as is None
        groups.setdefault((line.media, line.state) if nameless else line.id, []).append(line)
    return list(groups.values())


def _group_line(group: Sequence[DocumentLine]) -> Text:
    first = group[0]
    if len(group) == 1:
        return file_line(first)
    what, count = text(f"media-{first.media}-many"), str(len(group))
    if first.state is DocumentState.FETCHING:
        return text("ntf-group-fetching", what=what, count=count)
    return text("ntf-group-filed", what=what, count=count, size=size_text(sum(line.size or 0 for line in group)))


def file_line(line: DocumentLine) -> Text:
    """What became of one file."""
    if line.state is DocumentState.FETCHING:
        return text("ntf-file-fetching", name=line.title)
    if line.refusal is not None:
        return text("ntf-file-refused", name=line.title, reason=refusal_text(line.refusal, line.refusal_params or {}))
    if line.same_as is not None:
        return text("ntf-file-same", name=line.title, same=line.same_as)
    size = size_text(line.size or 0)
    if line.kind is DocumentKind.UNKNOWN:
        return text("ntf-file-filed", name=line.title, size=size)
    return text("ntf-file-filed-kind", name=line.title, kind=kind_word(line.kind), size=size)


def _said(entry: JournalEntry) -> Text:
    words = shorten(entry.text or "", LONGEST_WORDS)
    if entry.forwarded_from is None:
        return text("jrn-said", words=words)
    return text("jrn-forwarded", sender=entry.forwarded_from, words=words)
