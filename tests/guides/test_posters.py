"""The poster of a package's code: ordered of what stands, ready once it was typeset, the latest of each paper."""

import json

import pytest

from mashangban.documents import events as documents
from mashangban.documents.schemas import orders
from mashangban.documents.terms import Template
from mashangban.domains.guides import errors, listeners
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import packages as repository
from mashangban.domains.guides.schemas import GuidePackageForm, GuidePosterForm, GuideWithdrawal
from mashangban.domains.guides.service import packagereading, packages, posters
from mashangban.domains.guides.terms import PosterPaper, PosterState
from mashangban.kernel import clock, crypto, history
from mashangban.kernel.events import Subject, letters
from mashangban.kernel.streams import Delivery
from tests.guides.conftest import Bureau
from tests.guides.packages import cards, offer, offered, package, three_items
from tests.registry.conftest import officer
from tests.workers.office import office_of

HOME = "/console/guides/packages"


def ordered(bureau: Bureau, package_id: str, paper: PosterPaper = PosterPaper.A4) -> str:
    return posters.order(bureau.act(), package_id, GuidePosterForm(paper=paper)).document_id


def arrives(kind: str, package_id: str, document_id: str) -> None:
    body = {"subject": f"guidepackage:{package_id}", "document_id": document_id, "sha256": "0" * 64}
    listeners.on_message(
        Delivery("m#0", kind, body, "documents", Subject("document", document_id), 1, clock.now())
    )


def test_the_order_holds_what_the_layout_prints(bureau: Bureau) -> None:
    one = offered(bureau)
    ordered(bureau, one, PosterPaper.A3)
    letter = letters(history.items_of(TABLE, repository.get(one).subject)[-1])[0]
    assert (letter["to"], letter["kind"]) == ("documents", documents.RENDER)
    body = json.loads(crypto.unseal(letter["body"], letter["context"]))
    order = orders.RenderOrder.model_validate(body)
    assert order.template is Template.PACKAGE_POSTER
    form = orders.checked_form(order)
    assert form["join_url"].endswith(f"/j/g/{one}")
    assert (form["paper"], form["halls"][0]["name"]) == ("a3", "样例区政务服务中心")
    assert form["cards"][0] == "办营业执照"


def test_it_is_ready_once_it_was_typeset_and_an_earlier_one_changes_nothing(bureau: Bureau) -> None:
    one = offered(bureau)
    first, second = ordered(bureau, one), ordered(bureau, one)
    for _ in range(2):
        arrives(documents.RENDERED, one, first)
        arrives(documents.RENDERED, one, second)
    poster = repository.get(one).posters
    assert [(each.document_id, each.state) for each in poster] == [(second, PosterState.READY)]
    other = ordered(bureau, one, PosterPaper.A3)
    arrives(documents.FAILED, one, other)
    states = {each.paper: each.state for each in repository.get(one).posters}
    assert states == {PosterPaper.A4: PosterState.READY, PosterPaper.A3: PosterState.FAILED}
    assert history.is_unbroken(history.of(TABLE, repository.get(one).subject))


def test_only_what_stands_has_a_poster(bureau: Bureau) -> None:
    form = GuidePackageForm(region=bureau.region, content=package(cards=cards(*three_items(bureau))))
    draft = packages.draft(bureau.act(), form).id
    with pytest.raises(errors.NoPoster):
        ordered(bureau, draft)
    offer(bureau, draft)
    ordered(bureau, draft)
    packages.withdraw(bureau.act(), draft, GuideWithdrawal(why="并成一件事"))
    with pytest.raises(errors.NoPoster):
        ordered(bureau, draft)


def test_a_poster_of_an_earlier_edition_says_so(bureau: Bureau) -> None:
    one = offered(bureau)
    arrives(documents.RENDERED, one, ordered(bureau, one))
    content = repository.edition(one, 1)
    assert [each.stale for each in packagereading.work(bureau.officer, one).posters] == [False]
    codes = [card.code for card in content.cards]
    packages.edit(bureau.act(), one, package(cards=cards(*codes)))
    offer(bureau, one)
    assert [each.stale for each in packagereading.work(bureau.officer, one).posters] == [True]


def test_the_office_orders_it_on_the_packages_page_and_opens_it(bureau: Bureau) -> None:
    one, window = offered(bureau), office_of(bureau.officer)
    where = f"{HOME}/{one}"
    told = window.act(window.get(where), f"{where}/posters", paper="a4")
    assert "海报正在排版" in window.get(told.location).html
    document_id = repository.get(one).posters[0].document_id
    assert "正在排版" in window.get(where).html
    arrives(documents.RENDERED, one, document_id)
    assert f'href="/console/documents/{document_id}/file"' in window.get(where).html
    stranger = office_of(officer("370102"))
    assert stranger.act(window.get(where), f"{where}/posters", paper="a4").status in (403, 404)
