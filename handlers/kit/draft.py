"""What a person has answered so far, kept as JSON in the FSM record."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

from services.errors import ScreenOutdated


def new_token() -> str:
    return secrets.token_urlsafe(6)


class Values(dict[str, Any]):
    """Answers by name; one that an earlier release did not ask for makes the dialogue outdated."""

    def __missing__(self, name: str) -> Any:
        raise ScreenOutdated


@dataclass(slots=True)
class Draft:
    """`token` ties chips to this very run of the flow and is the intent key of what it saves.

    `step` is the name of the state that is asked now, `trail` the ones before it, `view` what a question shows
    (a month of the calendar, a page of choices); `origin` the card that it was started from.
    """

    flow: str
    step: str
    token: str = field(default_factory=new_token)
    trail: list[str] = field(default_factory=list)
    values: Values = field(default_factory=Values)
    view: str | None = None
    origin: str | None = None

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self.values[name] = value

    def get(self, name: str) -> Any:
        return self.values.get(name)

    def go(self, step: str) -> None:
        """Forward to a new step, or back to one that was asked before."""
        if step in self.trail:
            del self.trail[self.trail.index(step) :]
        elif step != self.step:
            self.trail.append(self.step)
        self.step = step
        self.view = None

    def to_json(self) -> dict[str, Any]:
        return {
            "flow": self.flow,
            "step": self.step,
            "token": self.token,
            "trail": self.trail,
            "values": self.values,
            "view": self.view,
            "origin": self.origin,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises TypeError when it is of no shape that can be gone on with; fields of a newer release are left out."""
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        if not isinstance(known["step"], str) or not isinstance(known["trail"], list):
            raise TypeError("not a draft")
        return cls(**{**known, "values": Values(known["values"])})


@dataclass(frozen=True, slots=True)
class Search:
    """The words last searched for; buttons carry `token`, because words may be personal data."""

    words: str
    token: str = field(default_factory=new_token)


@dataclass(slots=True)
class Listing:
    """The list on the screen: what it is narrowed down to as plain JSON, and the cursor of its page.

    Buttons carry `token`, because a filter may be long and personal; `key` seals the cursors and never leaves the
    record. `marked` are the rows chosen for something that is done with all of them.
    """

    wanted: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    marked: list[int] = field(default_factory=list)
    token: str = field(default_factory=new_token)
    key: str = field(default_factory=new_token)

    def to_json(self) -> dict[str, Any]:
        return {
            "wanted": self.wanted,
            "page": self.page,
            "marked": self.marked,
            "token": self.token,
            "key": self.key,
        }


@dataclass(slots=True)
class Memory:
    """A person's whole record in a chat.

    `draft` is the flow in progress; `parked` one that was left for another screen and can be resumed; `focus` the
    subject on the screen ("deal:1042"), which files go to; `finished` the token of the last flow that ended, so that
    a second tap on its last button is known for what it is; `search` is what the results on the screen are for,
    `listing` the list of leads last looked at.
    """

    draft: Draft | None = None
    parked: Draft | None = None
    focus: str | None = None
    finished: str | None = None
    misses: list[int] = field(default_factory=list)
    search: Search | None = None
    listing: Listing | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "draft": self.draft and self.draft.to_json(),
            "parked": self.parked and self.parked.to_json(),
            "focus": self.focus,
            "finished": self.finished,
            "misses": self.misses,
            "search": self.search and {"words": self.search.words, "token": self.search.token},
            "listing": self.listing and self.listing.to_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        draft, parked, search = data.get("draft"), data.get("parked"), data.get("search")
        listing = data.get("listing")
        return cls(
            draft=Draft.from_json(draft) if draft else None,
            parked=Draft.from_json(parked) if parked else None,
            focus=data.get("focus"),
            finished=data.get("finished"),
            misses=data.get("misses", []),
            search=Search(**search) if search else None,
            listing=Listing(**listing) if listing else None,
        )

    def park(self) -> None:
        if self.draft is not None:
            self.parked, self.draft = self.draft, None

    def set_aside(self) -> None:
        """As parked, but for a second tap on the last button, which is then known for what it is."""
        if self.draft is not None:
            self.finished, self.draft.token = self.draft.token, new_token()
            self.park()

    def unpark(self) -> None:
        """The question is still the last thing on the screen."""
        self.draft, self.parked = self.parked, None

    def finish(self) -> None:
        if self.draft is not None:
            self.finished, self.draft = self.draft.token, None
