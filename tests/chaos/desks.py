"""Offices that decide about money: claims go from desk to desk, are approved and paid; a budget is raised by two."""

from tests.chaos.people import Person
from tests.e2e.world import Json

COUNTY = "330203"
DESKS = ("haishu", "ningbo", "zhejiang")  # county, city, province: no hand may both review and approve
MORE_FEN = 1_000_000
STATES = ("submitted", "review", "deciding")


def decide(person: Person) -> None:
    """Take one waiting claim a step further; what another desk must do is refused, and so it is tried by chance."""
    state = person.chance.choice(STATES)
    found = person.read(f"/v1/claims/claims?region={COUNTY}&state={state}&limit=50").get("items", [])
    if not found:
        return
    claim = person.chance.choice(found)
    path = f"/v1/claims/claims/{claim['id']}"
    if state == "submitted":
        person.act(f"{path}/acceptance")
    elif state == "review":
        person.act(f"{path}/pass", {"step": claim["step"], "text": "材料齐全，数据一致"})
    else:
        person.act(f"{path}/approval")


def raise_budget(person: Person) -> None:
    """Ask for more money for a policy, or agree to what another asked."""
    lines = person.read(f"/v1/claims/budgets?region={COUNTY}&limit=50").get("items", [])
    if not lines:
        return
    line: Json = person.chance.choice(lines)
    path = f"/v1/claiming/budgets/{line['policy_id']}"
    if line["asked_fen"]:
        person.act(f"{path}/confirmation", {"total_fen": line["asked_fen"]})
    else:
        person.act(path, {"total_fen": line["total_fen"] + MORE_FEN}, "PUT")
