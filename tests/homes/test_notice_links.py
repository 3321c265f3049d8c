"""Every notice of homes opens a page that exists: the household's on the phone, an office's at its desk."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mashangban.domains.homes import schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import gathering, inviting, leaving, reporting
from mashangban.domains.homes.terms import Category, InvitationKind
from mashangban.kernel import crypto, history
from mashangban.kernel import events as kernel_events
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from tests.homes.buying import bind, tenant_of
from tests.homes.conftest import Known, Yard, act
from tests.homes.repairs import Repairs, Street

PAGES = Path(__file__).parents[2] / "miniprogram" / "src" / "pages.json"


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def phone_pages() -> set[str]:
    found = json.loads(PAGES.read_text("utf-8"))["subPackages"]
    return {f"/{package['root']}/{page['path']}" for package in found for page in package["pages"]}


def notices(subject: Subject) -> list[dict[str, Any]]:
    """What was sent to people about a subject."""
    letters = [letter for item in history.items_of(TABLE, subject) for letter in kernel_events.letters(item)]
    opened = [json.loads(crypto.unseal(one["body"], one["context"])) for one in letters]
    return [body for body in opened if "kind" in body and "dedupe" in body]


def test_a_defects_notices_open_it_on_the_phone_or_at_the_desk(repairs: Repairs) -> None:
    repairs.manager()
    one = repairs.repaired()
    reporting.reject(act(repairs.owner), one, schemas.Rejection(text="还在滴水"))
    sent = notices(Subject("defect", one))
    mine = {body["link"] for body in sent if body.get("person_id") == repairs.owner.person_id}
    others = {body["link"] for body in sent if body.get("person_id") != repairs.owner.person_id}
    assert mine == {f"/homes/pages/defect/index?id={one}"}
    assert others == {f"/console/homes/defects/{one}"}
    assert {link.partition("?")[0] for link in mine} <= phone_pages()


def test_news_of_a_shared_fault_opens_the_fault_from_ones_own_home(repairs: Repairs) -> None:
    form = schemas.IssueForm(category=Category.LEAK, title="一号楼卫生间立管渗漏")
    issue = gathering.open_issue(act(repairs.yard.builder), repairs.yard.estate_id, form).id
    one = repairs.reported()
    gathering.join(act(repairs.owner), issue, schemas.IssueJoin(defect_id=one))
    gathering.tell(act(repairs.yard.builder), issue, schemas.IssueNews(text="下周一统一更换立管"))
    repairs.yard.pump.run()
    (news,) = [body for body in notices(Subject("defect", one)) if body["kind"] == "homes.defect.news"]
    assert news["link"] == f"/homes/pages/issue/index?id={issue}&home={repairs.home_id}"
    assert news["link"].partition("?")[0] in phone_pages()


def test_what_is_said_of_a_home_opens_it_unless_whoever_hears_it_has_left(estate: Yard, buyer: Known) -> None:
    owner: Principal = buyer.principal
    home = bind(estate, owner).home_id
    tenant = tenant_of(estate, owner)
    leaving.remove(act(owner), home, tenant.person_id)
    inviting.invite(act(owner), home, schemas.InvitationForm(kind=InvitationKind.TENANT))
    links = {body["kind"]: body["link"] for body in notices(estate.home("1-1-101").subject)}
    assert links["homes.tenant-joined"] == f"/homes/pages/home/index?id={home}"
    assert links["homes.removed"] == "/homes/pages/mine/index"
    assert {re.sub(r"\?.*", "", link) for link in links.values()} <= phone_pages()
