"""What the office may do with a matter now, as its page offers it. Each act decides again for itself. Pure."""

from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.terms import MatterState


def own(one: Matter) -> list[str]:
    """The acts of the person."""
    acts = {
        MatterState.DRAFT: ["fill", *([] if one.check_asked else ["ask_check"]), "submit"],
        MatterState.SUPPLEMENT: ["supply"],
        MatterState.LAPSED: ["again"],
    }.get(one.state, [])
    return [*acts, *(["withdraw"] if one.state.undecided else [])]


def office(one: Matter, who: str) -> list[str]:
    """The acts of somebody in the office."""
    match one.state:
        case MatterState.DRAFT if one.check_asked:
            return ["check"]
        case MatterState.SUBMITTED:
            return ["accept", *([] if one.asked else ["ask"]), "refuse"]
        case MatterState.ACCEPTED if one.paused:
            return ["resume"]
        case MatterState.ACCEPTED:
            mine = one.accepted_by == who
            return [*([] if mine else ["decide"]), "pause", *([] if one.extended else ["extend"])]
        case MatterState.DECIDED:
            return ["deliver"]
        case _ if one.mending and one.answered_by:
            return [] if who in one.parts else ["confirm", "send_back"]
        case _ if one.mending:
            return ["mend"]
        case _:
            return []
