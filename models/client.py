"""Clients of the brokerage and how to reach them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, SoftDeleted, one_of
from models.tax_number import TaxNumberKind


class ClientKind(StrEnum):
    INDIVIDUAL = "individual"
    SOLE_PROPRIETOR = "sole_proprietor"
    COMPANY = "company"


class ContactKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"


class Client(SoftDeleted, Base):
    """`erased_at`: who he was is no longer known; his deals and sums stay."""

    __tablename__ = "clients"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[ClientKind] = mapped_column(EnumText(ClientKind))
    name: Mapped[str] = mapped_column(String(300))
    birth_date: Mapped[date | None] = mapped_column(Date)
    tax_kind: Mapped[TaxNumberKind | None] = mapped_column(EnumText(TaxNumberKind))
    tax_number: Mapped[str | None] = mapped_column(String(16))
    passport: Mapped[str | None] = mapped_column(String(16))
    notes: Mapped[str | None] = mapped_column(Text)
    search_text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    intent_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    erased_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("kind", ClientKind), name="kind"),
        CheckConstraint("(tax_kind IS NULL) = (tax_number IS NULL)", name="tax_whole"),
        # one living client per tax number
        Index(
            "uq_clients_tax_number_live",
            "tax_kind",
            "tax_number",
            unique=True,
            sqlite_where=text("deleted_at IS NULL AND tax_number IS NOT NULL"),
            postgresql_where=text("deleted_at IS NULL AND tax_number IS NOT NULL"),
        ),
        # the list of clients, newest first
        Index(
            "ix_clients_live",
            "id",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(None, "created_by", "id"),  # the clients that a person brought, newest first
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads the class attribute


class ClientContact(Base):
    """`value` is normalised: E.164 or a lower-case address. Only a living client's contacts are `live`."""

    __tablename__ = "client_contacts"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    client_id: Mapped[int] = mapped_column(BigId, ForeignKey("clients.id"))
    kind: Mapped[ContactKind] = mapped_column(EnumText(ContactKind))
    value: Mapped[str] = mapped_column(String(254))
    live: Mapped[bool]

    __table_args__ = (
        CheckConstraint(one_of("kind", ContactKind), name="kind"),
        # a phone or an address belongs to one living client
        Index(
            "uq_client_contacts_live",
            "kind",
            "value",
            unique=True,
            sqlite_where=text("live"),
            postgresql_where=text("live"),
        ),
        Index(None, "client_id"),  # the card
    )
