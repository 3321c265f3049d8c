"""Affairs on phones: an expert answers, who was sent sees their posting, a stranger sees nothing."""

from datetime import timedelta

import pytest

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.repository import affairs as stored
from mashangban.domains.crossregion.service import affairviews, forgetting
from mashangban.domains.crossregion.terms.affairs import AffairState
from mashangban.identity import service as identity
from mashangban.kernel import clock, history
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Subject
from tests.crossregion.conftest import CITY, HOME, Zones, known
from tests.crossregion.test_affairs import PAGE, add, opened
from tests.crossregion.test_api import ROOT, read, send
from tests.registry.conftest import officer


def test_who_is_sent_reads_their_own_posting_and_nobody_elses(zones: Zones) -> None:
    today, sent = clock.local_date(clock.now()), known()
    phone = identity.contact(sent.person_id).phone
    exchange = opened(zones, "exchange", phone=phone, first=today, last=today + timedelta(days=30))
    add(zones, zones.home, exchange, zone=HOME, text="已到窗口")
    assert [one.id for one in affairviews.postings(sent, PAGE).items] == [exchange]
    own = affairviews.posting(sent, exchange, PAGE)
    assert ([part.text for part in own.parts], own.writers, own.host) == (["已到窗口"], [], "")
    with pytest.raises(errors.UnknownAffair):
        affairviews.posting(known(), exchange, PAGE)
    with pytest.raises(errors.UnknownAffair):
        affairviews.posting(known(), opened(zones, "meeting", first=today), PAGE)


def test_who_left_for_good_is_named_by_no_posting(zones: Zones) -> None:
    today, sent = clock.local_date(clock.now()), known()
    phone = identity.contact(sent.person_id).phone
    exchange = opened(zones, "exchange", phone=phone, first=today, last=today)
    for _ in range(2):
        forgetting.forget(system_act("tests"), sent.person_id)
    assert stored.get(exchange).person_id == ""
    assert affairviews.postings(sent, PAGE).items == []
    assert history.is_unbroken(history.of(TABLE, Subject("crossaffair", exchange)))


def test_an_expert_answers_on_their_phone_and_a_stranger_sees_nothing(zones: Zones) -> None:
    asked, desk = opened(zones, "advice", guests=[CITY]), f"{ROOT}/desk"
    rows = read(send("GET", f"{desk}/alliances/{zones.id}/affairs?kind=advice", None, zones.city))["items"]
    assert asked in [one["id"] for one in rows]
    shown = read(send("GET", f"{desk}/affairs/{asked}", None, zones.city))
    assert (shown["writers"], shown["part_label"]) == ([CITY], "答复")
    given = {"zone": CITY, "text": "可以办"}
    refused = send("POST", f"{desk}/affairs/{asked}/parts", given, zones.city)
    assert (refused["statusCode"], [one["field"] for one in read(refused)["errors"]]) == (422, ["source"])
    done = send("POST", f"{desk}/affairs/{asked}/parts", given | {"source": "条例第五条"}, zones.city)
    assert (done["statusCode"], stored.get(asked).state) == (200, AffairState.DONE)
    sent = known()
    assert send("GET", f"{desk}/affairs/{asked}", None, officer("440106"))["statusCode"] == 404
    assert send("GET", f"{desk}/affairs/{asked}", None, sent)["statusCode"] == 403
    assert read(send("GET", f"{ROOT}/postings", None, sent))["items"] == []
    assert send("GET", f"{ROOT}/postings/{asked}", None, sent)["statusCode"] == 404
