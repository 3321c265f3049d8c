"""What is told travels in these very bytes: half of a message is known beforehand to what seals it."""

import pytest

from mashangban.kernel.events import Message, canonical
from mashangban.kernel.permissions import Grant, Place, Role, Scope
from mashangban.kernel.telling import Whereabouts, Whom, in_region, notice, whereabouts
from mashangban.notices.schemas import Notify

OFFICE = Grant(Role.COUNTY_OFFICER, Scope("region", "330106"))
CLERKS = Grant(Role.LABOUR_CLERK, Scope("project", "01P"))
VALUES = '"values":{"what":"一"}'


def told(whom: Whom, *, link: str = "", dedupe: str = "", place: Whereabouts | None = None) -> Message:
    return notice(whom, "test.news", {"what": "一"}, link=link, dedupe=dedupe, place=place)


FORMS = {
    "a person, and no more": (
        told(Whom("01A")),
        '{"kind":"test.news","person_id":"01A",' + VALUES + "}",
    ),
    "several persons, with a page and an occasion": (
        told(Whom(people=["01B", "01A"]), link="/pages/x?id=1", dedupe="1|test.news|2"),
        '{"dedupe":"1|test.news|2","kind":"test.news","link":"/pages/x?id=1","people":["01B","01A"],'
        + VALUES
        + "}",
    ),
    "posts, so many of each": (
        told(Whom(posts=[OFFICE, CLERKS], most=2)),
        '{"kind":"test.news","most":2,"posts":["county_officer@region:330106","labour_clerk@project:01P"],'
        + VALUES
        + "}",
    ),
    "a post but for one, and whoever is named, who may be nobody": (
        told(Whom(people=(), posts=[OFFICE], most=2, but=["01C"])),
        '{"but":["01C"],"kind":"test.news","most":2,"people":[],"posts":["county_officer@region:330106"],'
        + VALUES
        + "}",
    ),
    "a person and a post": (
        told(Whom("01A", posts=[CLERKS], most=3)),
        '{"kind":"test.news","most":3,"person_id":"01A","posts":["labour_clerk@project:01P"],' + VALUES + "}",
    ),
    "at the whole of a thing's place": (
        told(
            Whom("01A"),
            place=whereabouts(Place("330106", frozenset({"o2", "o1"}), "01P", frozenset({"01A"}))),
        ),
        '{"kind":"test.news","person_id":"01A","place":{"orgs":["o1","o2"],"project":"01P","region":"330106"},'
        + VALUES
        + "}",
    ),
    "in a region, for an enterprise too": (
        told(Whom("01A"), place=in_region("330106", "o1")),
        '{"kind":"test.news","person_id":"01A","place":{"orgs":["o1"],"region":"330106"},' + VALUES + "}",
    ),
    "at a place that nobody answers for": (
        told(Whom("01A"), place={}),
        '{"kind":"test.news","person_id":"01A","place":{},' + VALUES + "}",
    ),
}


@pytest.mark.parametrize(("message", "text"), FORMS.values(), ids=FORMS)
def test_what_is_told_is_written_so_and_read_back(message: Message, text: str) -> None:
    assert (message.to, message.kind, message.also) == ("notices", "notices.notify", ())
    assert canonical(message.body) == text
    heard = Notify.model_validate(dict(message.body))
    assert heard.model_dump(mode="json", exclude_unset=True) == dict(message.body)
