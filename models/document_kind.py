"""What a document of a deal is."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """OTHER is known to be something else; UNKNOWN says nothing of itself."""

    PASSPORT = "passport"
    FOREIGN_PASSPORT = "foreign_passport"
    DRIVER_LICENCE = "driver_licence"
    STS = "sts"
    PTS = "pts"
    POLICY = "policy"
    INVOICE = "invoice"
    PAYMENT_PROOF = "payment_proof"
    ACT = "act"
    INSPECTION_ACT = "inspection_act"
    APPLICATION = "application"
    QUOTE = "quote"
    TERMS = "terms"
    SALE_CONTRACT = "sale_contract"
    POWER_OF_ATTORNEY = "power_of_attorney"
    DIAGNOSTIC_CARD = "diagnostic_card"
    SNILS = "snils"
    TAX_ID = "tax_id"
    COMPANY_DETAILS = "company_details"
    VEHICLE_PHOTO = "vehicle_photo"
    OTHER = "other"
    UNKNOWN = "unknown"
