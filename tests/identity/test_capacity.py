"""What the commonest acts of identity cost in write units; docs/data/identity.md lists the same figures."""

from datetime import timedelta

from mashangban.identity import service
from mashangban.identity.service import GrantOrder
from mashangban.identity.terms import RevealReason
from mashangban.kernel import acts, clock
from mashangban.kernel.permissions import Place, Role, Scope
from tests.budgets import over
from tests.identity.conftest import Phone, new_id_number, new_mobile
from tests.identity.test_sleeping import passes
from tests.workers.test_capacity import units

ROLE, SCOPE = Role.FOREMAN, Scope.parse("project:p")


def test_signing_in_and_staying_costs_what_is_listed(phone: Phone) -> None:
    number = new_mobile()
    spent = {"send a code": units(lambda: phone.call("POST", "/sms-codes", {"phone": number}))}
    code = phone.partners.code_sent_to(number)
    spent |= {
        "sign in by code for the first time": units(lambda: phone.enter(number, code)),
        "refresh": units(phone.refresh),
        "prove the real name": units(lambda: phone.prove("王小明", new_id_number())),
        "change how screens are shown": units(
            lambda: phone.call("PUT", "/me/preferences", {"elder_mode": True})
        ),
        "sign out": units(lambda: phone.call("DELETE", "/sessions/current")),
    }
    phone.call("POST", "/sms-codes", {"phone": number})
    code = phone.partners.code_sent_to(number)
    spent["sign in by code again"] = units(lambda: phone.enter(number, code))
    assert over("identity", spent) == {}


def test_looking_whether_somebody_still_comes_costs_what_is_listed(phone: Phone) -> None:
    me = phone.sign_in()["person_id"]
    passes(me, timedelta(days=1100))
    spent = {"tell a sleeper": units(lambda: service.look_at_sleepers(clock.now()))}
    passes(me, timedelta(days=32))
    spent["forget a sleeper"] = units(lambda: service.look_at_sleepers(clock.now()))
    again = phone.sign_in()["person_id"]
    passes(again, timedelta(days=40))
    spent["seen at a window"] = units(lambda: service.seen(acts.system_act("test"), again))
    passes(again, timedelta(days=1100))
    service.place_hold(acts.system_act("test"), again, "workers:c", "劳动合同法第五十条", None)
    spent["look again later"] = units(lambda: service.look_at_sleepers(clock.now()))
    assert over("identity", spent) == {}


def test_rights_and_looks_cost_what_is_listed(phone: Phone) -> None:
    me, act = phone.sign_in()["person_id"], acts.system_act("test")
    order = GrantOrder(role=ROLE, scope=SCOPE, person_id=me)
    law = "劳动合同法第五十条"
    spent = {
        "give a role": units(lambda: service.grant(act, order, Place())),
        "take a role back": units(lambda: service.revoke_role(act, me, ROLE, SCOPE)),
        "show in full": units(
            lambda: service.reveal(act, me, frozenset({"phone"}), RevealReason.CONTACT, Role.SYSTEM)
        ),
        "place a hold": units(lambda: service.place_hold(act, me, "workers:c", law, clock.now())),
        "lift a hold": units(lambda: service.lift_hold(act, me, "workers:c")),
    }
    phone.refresh()
    spent["forget a person"] = units(lambda: phone.call("POST", "/me/erasure", {}))
    assert over("identity", spent) == {}
