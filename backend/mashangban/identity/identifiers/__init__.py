"""Identifiers of people and organisations: form, check characters, and how they are shown.

A wrong form or check character is an error; an unlikely region, and what only a bank or a registry could know, is a
warning: lists of codes age faster than cards (a district formed last year is real).
"""

from mashangban.identity.identifiers.bank_card import BankCard, parse_bank_card
from mashangban.identity.identifiers.citizen import CitizenId, DocumentKind, Sex, parse_citizen_id
from mashangban.identity.identifiers.masking import (
    mask_bank_card,
    mask_citizen_id,
    mask_name,
    mask_phone,
    mask_uscc,
)
from mashangban.identity.identifiers.mobile import parse_mobile
from mashangban.identity.identifiers.organisation import Uscc, parse_uscc
from mashangban.identity.identifiers.person_name import parse_person_name
from mashangban.identity.identifiers.wrong import WrongIdentifier

__all__ = [
    "BankCard",
    "CitizenId",
    "DocumentKind",
    "Sex",
    "Uscc",
    "WrongIdentifier",
    "mask_bank_card",
    "mask_citizen_id",
    "mask_name",
    "mask_phone",
    "mask_uscc",
    "parse_bank_card",
    "parse_citizen_id",
    "parse_mobile",
    "parse_person_name",
    "parse_uscc",
]
