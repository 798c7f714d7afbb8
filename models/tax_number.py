"""Kinds of tax number."""

from enum import StrEnum


class TaxNumberKind(StrEnum):
    INN = "inn"
    EDRPOU = "edrpou"
    RNOKPP = "rnokpp"
