"""What the province's licence library said, as a claim's desk shows it among the papers."""

from dataclasses import dataclass

from mashangban.console.rendering import moment
from mashangban.console.views import Fact, Tone
from mashangban.domains.claims.schemas import ClaimLicence
from mashangban.domains.claims.terms.licences import LicenceOutcome

_SAID = {
    LicenceOutcome.VALID: ("证照库核实有效", Tone.GOOD),
    LicenceOutcome.EXPIRED: ("证照库里的已过期", Tone.WARN),
    LicenceOutcome.REVOKED: ("证照库里的已注销或吊销", Tone.BAD),
    LicenceOutcome.ABSENT: ("证照库里没有", Tone.WARN),
    LicenceOutcome.SILENT: ("证照库当时没有答复", Tone.WARN),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A material that is a licence: what came of asking for it, and what is known of it."""

    material: str
    said: str
    tone: Tone
    looked_at: str
    facts: list[Fact]


def shown(one: ClaimLicence) -> Shown:
    """For the reviewer, who decides what a paper is worth."""
    said, tone = _SAID[one.outcome]
    return Shown(one.material, said, tone, moment(one.looked_at), _facts(one) if one.number else [])


def _facts(one: ClaimLicence) -> list[Fact]:
    until = f"{one.valid_until:%Y-%m-%d}" if one.valid_until else "长期"
    return [
        Fact("证照", one.type_label),
        Fact("编号", one.number),
        Fact("持证主体", one.holder_name),
        Fact("发证机关", one.issuer),
        Fact("有效期", f"{one.issued_on:%Y-%m-%d} 到 {until}"),
        Fact("副本指纹", one.sha256),
    ]
