"""What a way to a person may answer, whatever partner stands behind it."""

from mashangban.kernel.errors import PartnerUnavailable


class Unreachable(Exception):
    """This person can't be reached this way (no consent, number out of use). Another try is vain."""


class AnswerLost(PartnerUnavailable):
    """The request left, the answer did not come: it may have been done."""

    code = "partner.answer-lost"
