"""Words of the boards: how far claims came, how long each part of the way took, how money of a line moved."""

from mashangban.kernel.labelled import Labelled


class Reached(Labelled):
    """How far a claim came."""

    OFFERED = "offered", "列入名单"
    CLAIMED = "claimed", "申报或领取"
    APPROVED = "approved", "批准"
    PAID = "paid", "到账"
    REFUSED = "refused", "没有通过"


class Span(Labelled):
    """A part of the way of a claim that was approved."""

    ACCEPT = "accept", "等受理"
    REVIEW = "review", "审核"
    PUBLICITY = "publicity", "公示"
    DECIDE = "decide", "批准"
    PAY = "pay", "拨付"
    WHOLE = "whole", "从申报到到账"


class Purse(Labelled):
    """Where the money of a claim is."""

    HELD = "held", "已批准，还没到账"
    PAID = "paid", "已到账"
    RECOVERED = "recovered", "已追回"


class Movement(Labelled):
    """How money of a budget line moved."""

    HELD = "held", "批准，留出预算"
    PAID = "paid", "到账"
    RETURNED = "returned", "银行退回"
    RECOVERED = "recovered", "追回"
