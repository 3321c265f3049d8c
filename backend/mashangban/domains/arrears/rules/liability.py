"""Who pays first (保障农民工工资支付条例 Art. 29, 30, 36, 37), from what is known. Pure."""

from dataclasses import dataclass

from mashangban.domains.arrears.terms import Circumstance


@dataclass(frozen=True, slots=True)
class Payer:
    """One unit on the route, in the order of paying, with its article."""

    order: int
    who: str
    duty: str
    article: str


@dataclass(frozen=True, slots=True)
class Parties:
    """The units of a site by name; the owner may not be known."""

    employer: str
    general_contractor: str
    owner: str = "建设单位"


def route(parties: Parties, circumstances: frozenset[Circumstance]) -> tuple[Payer, ...]:
    """The payers in order: whoever illegally built or contracted first, then contractor, owner, employer itself.

    Without a circumstance: a subcontractor's employer is backed by the general contractor (Art. 30); a contractor that
    employs by itself pays by itself.
    """
    employer = (parties.employer, "支付拖欠的工资；先行清偿的单位可以向它追偿", "条例第十六条、第三十条")
    return tuple(
        Payer(n, *line) for n, line in enumerate([*_lines(parties, circumstances), employer], start=1)
    )


def _lines(parties: Parties, known: frozenset[Circumstance]) -> list[tuple[str, str, str]]:
    contractor = parties.employer != parties.general_contractor or Circumstance.SUBCONTRACT in known
    owner, general = parties.owner, parties.general_contractor
    table = (
        (Circumstance.ILLEGAL_PROJECT in known, owner, "工程违法建设，由建设单位清偿", "条例第三十七条"),
        (
            Circumstance.ILLEGAL_CONTRACTING in known,
            general,
            "发包给个人或没有资质的单位，由发包的单位清偿",
            "条例第三十六条",
        ),
        (Circumstance.OWNER_UNPAID in known, owner, "以没有结清的工程款为限，先行垫付", "条例第二十九条"),
        (contractor, general, "分包单位拖欠的，由总包先行清偿", "条例第三十条"),
    )
    return [(who, duty, article) for holds, who, duty, article in table if holds]
