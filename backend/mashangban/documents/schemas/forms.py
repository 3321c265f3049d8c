"""What each printed form needs, as plain typed dictionaries.

They cost the ordering domain nothing to import and mypy checks the caller; the documents function validates them
again at its door. Money is integer fen, dates are ISO 8601 (``2026-11-23``), phones and id numbers are printed
in full because the paper belongs to the two parties.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from annotated_types import Ge, Le, MaxLen, MinLen
from typing_extensions import TypedDict

Text = Annotated[str, MinLen(1), MaxLen(120)]
Paragraph = Annotated[str, MinLen(1), MaxLen(1500)]
IsoDate = Annotated[str, MinLen(10), MaxLen(10)]
Fen = Annotated[int, Ge(1), Le(100_000_000_00)]
PayBasis = Literal["daily", "hourly", "piece", "monthly", "quota"]


class Employer(TypedDict):
    """甲方, 劳动合同法第17条(一)."""

    name: Text
    uscc: Text
    address: Text
    legal_representative: Text
    phone: NotRequired[Text]


class Worker(TypedDict):
    """乙方, 劳动合同法第17条(二)."""

    name: Text
    id_number: Text
    address: NotRequired[Text]
    phone: NotRequired[Text]


class Site(TypedDict):
    """Where the work is, and whose team it is."""

    project_name: Text
    project_number: NotRequired[Text]
    address: Text
    general_contractor: Text
    team_name: NotRequired[Text]
    team_leader: NotRequired[Text]


class Period(TypedDict):
    """合同期限: fixed 固定期限, task 以完成一定工作任务为期限."""

    kind: Literal["fixed", "task"]
    start: IsoDate
    end: NotRequired[IsoDate | None]
    task: NotRequired[Text]


class Pay(TypedDict):
    """劳动报酬: price in fen for one unit, pay day 1 to 28 of the following month."""

    basis: PayBasis
    amount_fen: Fen
    unit: Text
    pay_day: Annotated[int, Ge(1), Le(28)]
    pay_method: Literal["bank"]


class LabourContract(TypedDict):
    """``labour-contract``: 简易劳动合同 with every item of 劳动合同法第17条 and those of the trade."""

    employer: Employer
    worker: Worker
    site: Site
    trade_name: Text
    period: Period
    workplace: Text
    content: Paragraph
    hours: Paragraph
    rest: Paragraph
    pay: Pay
    insurance: Annotated[list[Text], MinLen(1), MaxLen(12)]
    protection: Paragraph
    liability: Paragraph
    dispute: Paragraph
    remarks: NotRequired[Paragraph]
    offered_on: IsoDate


class Change(TypedDict):
    """One changed item with its words before and after."""

    label: Text
    before: Paragraph
    after: Paragraph


class ContractSupplement(TypedDict):
    """``contract-supplement``: 补充协议, 变更协议 (劳动合同法第35条) or 终止/解除协议 (第36、44、50条)."""

    kind: Literal["supplement", "change", "end"]
    contract_number: Text
    contract_sealed_on: IsoDate
    employer: Employer
    worker: Worker
    site: Site
    effective_on: IsoDate
    reason: Paragraph
    changes: Annotated[list[Change], MaxLen(20)]
    text: NotRequired[Paragraph]
    offered_on: IsoDate


class SlipItem(TypedDict):
    """An agreed item; below zero where it takes."""

    label: Text
    words: Annotated[str, MaxLen(120)]
    fen: int


class PaySlip(TypedDict):
    """``pay-slip``: a month's pay as it was computed and paid, 条例第15条."""

    employer_name: Text
    project_name: Text
    team_name: Text
    worker_name: Text
    trade_name: Text
    contract_number: Text
    month: Annotated[str, MinLen(7), MaxLen(7)]
    attended: Text
    quantity: Text
    unit: Text
    rate_fen: Fen
    base_fen: Annotated[int, Ge(0), Le(100_000_000_00)]
    items: Annotated[list[SlipItem], MaxLen(12)]
    amount_fen: Annotated[int, Ge(0), Le(100_000_000_00)]
    bank: Text
    paid_on: IsoDate
    confirmed: Text


class PosterParty(TypedDict):
    """One unit on the notice board, 保障农民工工资支付条例第34条(一)."""

    role: Text
    name: Text
    contact: NotRequired[Text]
    phone: NotRequired[Text]


class PosterChannel(TypedDict):
    """One way to complain or get help, 条例第34条(三)."""

    label: Text
    value: Text


class MinimumWage(TypedDict):
    """当地最低工资标准, 条例第34条(二)."""

    region_name: Text
    monthly_fen: Fen
    hourly_fen: NotRequired[Fen]


class SitePoster(TypedDict):
    """``site-poster``: A3 维权信息告示牌 with the join code of one team."""

    project_name: Text
    project_address: Text
    team_name: Text
    team_leader: Text
    employer_name: Text
    join_url: Annotated[str, MinLen(10), MaxLen(120)]
    parties: Annotated[list[PosterParty], MinLen(1), MaxLen(8)]
    labour_clerk: PosterParty
    minimum_wage: MinimumWage
    pay_day: Annotated[int, Ge(1), Le(28)]
    channels: Annotated[list[PosterChannel], MinLen(1), MaxLen(8)]
    updated_on: IsoDate


class EvidenceDay(TypedDict):
    """A day of attendance: half days that count for pay."""

    day: IsoDate
    halves: Annotated[int, Ge(1), Le(2)]


class EvidenceLine(TypedDict):
    """What the pay table said, and when."""

    at: Text
    label: Text
    amount_fen: Annotated[int, Ge(0), Le(100_000_000_00)]


class EvidencePayer(TypedDict):
    """One unit of the liability route."""

    who: Text
    duty: Text
    article: Text


class EvidenceEvent(TypedDict):
    """One event of the chain with its fingerprint."""

    at: Text
    label: Text
    hash: Text


class ArrearsEvidence(TypedDict):
    """``arrears-evidence``: what is known of one month's unpaid wages; names no worker (劳动保障监察条例 Art. 7)."""

    complaint_number: Text
    contract_number: Text
    project_name: Text
    team_name: Text
    employer_name: Text
    general_contractor: Text
    month: Text
    pay: Text
    days: Annotated[list[EvidenceDay], MaxLen(31)]
    estimated_fen: Annotated[int, Ge(0), Le(100_000_000_00)]
    lines: Annotated[list[EvidenceLine], MaxLen(200)]
    steps: Annotated[list[Paragraph], MaxLen(60)]
    payers: Annotated[list[EvidencePayer], MaxLen(8)]
    chain: Annotated[list[EvidenceEvent], MaxLen(200)]
    made_on: IsoDate
