"""What people keep to find it again, and where a notice about a met policy leads."""

import json
from pathlib import Path

from mashangban.domains.policies import events, listeners
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.service import privacy
from mashangban.identity import service as identity
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel import acts, clock, crypto, history, ids
from mashangban.kernel import events as kernel_events
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place, Role, Scope
from mashangban.kernel.streams import Delivery
from tests.personal import taken
from tests.policies.conftest import Bureau, call
from tests.registry.conftest import person
from tests.told import told

PAGES = Path(__file__).parents[2] / "miniprogram" / "src" / "pages.json"


def test_a_policy_is_kept_found_again_and_forgotten(bureau: Bureau) -> None:
    policy_id = bureau.published(title=f"{bureau.word}收藏的")
    me, other = person(), person()
    assert call(me, "POST", f"/favourites/{policy_id}")[0] == 200
    assert call(me, "POST", f"/favourites/{policy_id}")[0] == 200
    (kept,) = call(me, "GET", "/favourites")[1]["items"]
    assert (kept["policy_id"], kept["policy"]["title"]) == (policy_id, f"{bureau.word}收藏的")
    assert call(other, "GET", "/favourites")[1]["items"] == []
    assert [one["policy_id"] for one in taken(privacy.HOLDING, me.person_id)["收藏的政策"]] == [policy_id]
    assert call(me, "POST", f"/favourites/{policy_id}/removal")[0] == 200
    assert call(me, "GET", "/favourites")[1]["items"] == []


def test_what_was_withdrawn_stays_with_its_name_and_a_draft_can_not_be_kept(bureau: Bureau) -> None:
    policy_id, me = bureau.published(), person()
    call(me, "POST", f"/favourites/{policy_id}")
    call(bureau.officer, "POST", f"/policies/{policy_id}/withdrawal", {"reason": "政策到期"})
    bureau.pump.run()
    (kept,) = call(me, "GET", "/favourites")[1]["items"]
    assert (kept["policy"], kept["title"]) == (None, f"{bureau.word}研发奖励")
    assert call(me, "POST", f"/favourites/{bureau.drafted()}")[0] == 404


def test_who_leaves_for_good_keeps_no_policy_and_others_keep_theirs(bureau: Bureau) -> None:
    policy_id, leaving, staying = bureau.published(), person(), person()
    for one in (leaving, staying):
        call(one, "POST", f"/favourites/{policy_id}")
    body, origin = {"person_id": leaving.person_id}, Subject("person", leaving.person_id)
    for _ in range(2):
        listeners.on_message(Delivery(ids.new_id(), events.FORGET, body, "identity", origin, 1, clock.now()))
    assert call(leaving, "GET", "/favourites")[1]["items"] == []
    assert len(call(staying, "GET", "/favourites")[1]["items"]) == 1


def test_my_policies_say_what_each_gives(bureau: Bureau) -> None:
    firm = bureau.enterprise()
    policy_id = bureau.published()
    bureau.state(firm, tech=True, revenue=500_000_000)
    found = call(person((Role.OPERATOR, f"org:{firm}")), "GET", f"/profiles/{firm}/matches")[1]["items"]
    (mine,) = [one for one in found if one["policy_id"] == policy_id]
    assert (mine["award"], mine["mode_label"]) == ("100,000元", "即申即享")


def test_a_notice_about_a_met_policy_opens_my_policies_on_the_phone(bureau: Bureau) -> None:
    firm = bureau.enterprise()
    operator = identity.ensure_person(acts.system_act("tests"), "13900007171")
    order = GrantOrder(Role.ENTERPRISE_ADMIN, Scope.parse(f"org:{firm}"), person_id=operator)
    identity.grant(acts.system_act("tests"), order, Place())
    bureau.published()
    bureau.state(firm, tech=True, revenue=500_000_000)
    items = history.items_of(TABLE, Subject("policymatch", firm))
    letters = [letter for item in items for letter in kernel_events.letters(item)]
    opened = [json.loads(crypto.unseal(one["body"], one["context"])) for one in letters]
    links = {one["link"] for one in opened if operator in told(one)}
    assert links == {f"/policies/pages/mine/index?org={firm}"}
    packages = json.loads(PAGES.read_text("utf-8"))["subPackages"]
    pages = {f"/{one['root']}/{page['path']}" for one in packages for page in one["pages"]}
    assert {link.partition("?")[0] for link in links} <= pages
