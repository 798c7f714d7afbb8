"""The parts that words play in a message about a lead."""

from enum import Enum, auto
from typing import NamedTuple


class Role(Enum):
    """What a word or a phrase tells."""

    __hash__ = object.__hash__  # members are looked up in sets for every word; hashing their names is ten times slower

    KIND = auto()
    SOURCE = auto()
    REFERRER = auto()
    """A source with a name behind it: «от Петрова», «посоветовал Сергей»."""
    SENDER = auto()
    """The lead's name follows: «меня зовут», «заявка от»."""
    UNWANTED = auto()
    POSITION = auto()
    DOMAIN = auto()
    """The name of a line of business: «логистика»."""
    TRADE = auto()
    """A sign of a line of business that tells more than its name: «сеть аптек»."""
    MAKE = auto()
    MODEL = auto()
    TRIM = auto()
    VEHICLE_TYPE = auto()
    VEHICLE = auto()
    """Any vehicle: «машина»; it is the object only where nothing says which."""
    PLACE = auto()
    AREA = auto()
    WHERE = auto()
    """A town or a country."""
    BANK = auto()
    """A bank or an insurer: named beside the wish, nobody's name."""
    PERSONS = auto()
    YEAR = auto()
    RELATION = auto()
    """Somebody beside the lead: «жена», «секретарь»; his name and number are not the lead's."""
    NAME = auto()
    """A part of a name that elsewhere is another word: «Елена Машина»."""
    SOMEBODY = auto()
    """A person without a name: «девушка»."""
    OWN_PHONE = auto()
    OFFICE_PHONE = auto()
    FORM = auto()
    PROPRIETOR = auto()
    BUSINESS = auto()
    """«компания» before a name."""
    PREPOSITION = auto()
    CONJUNCTION = auto()
    FILLER = auto()
    WISH = auto()
    CAME = auto()
    """How he came to us where no source says it: «позвонил сам». It stays in the note."""
    INSURE = auto()
    REQUEST = auto()
    """What he asked us to do: «просила перезвонить». It stays in the note as a whole."""
    SPAM = auto()
    PITCH = auto()
    """A word of who sells; two of them in a message without a name or an insurance are spam."""
    TALK = auto()


class Meaning(NamedTuple):
    """`value` is a code where the role has some; a `proper` one is meant only in capitals: «IT»."""

    role: Role
    value: str = ""
    proper: bool = False
