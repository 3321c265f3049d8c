"""个人信息处理规则: what becomes of one's data, in one place that everybody may read."""

import json
from collections.abc import Iterator

import pytest

from mashangban.kernel.settings import Handler, settings
from mashangban.processes.mydata import app
from mashangban.processes.mydata.service import explaining
from mashangban.processes.mydata.service.rooms import RECIPIENTS, ROOMS
from mashangban.processes.mydata.terms.rights import ABROAD, AT_HOME
from tests.console.office import event

HANDLER = Handler("某市数据局", "某市某路 1 号", "0571-00000000", "王主任", "0571-00000001")


@pytest.fixture(autouse=True)
def _handler(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in (
        ("HANDLER_NAME", HANDLER.name),
        ("HANDLER_ADDRESS", HANDLER.address),
        ("HANDLER_CONTACT", HANDLER.contact),
        ("DATA_OFFICER", HANDLER.officer),
        ("DATA_OFFICER_CONTACT", HANDLER.officer_contact),
    ):
        monkeypatch.setenv(name, value)
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    settings.cache_clear()
    explaining.rules.cache_clear()


def test_it_names_who_answers_for_the_data_and_who_is_in_charge_of_it() -> None:
    told = explaining.rules().handler
    assert told.model_dump() == {name: getattr(HANDLER, name) for name in Handler.__slots__}


def test_it_tells_of_each_kind_that_any_room_keeps_and_of_everybody_who_gets_some_of_it() -> None:
    told = explaining.rules()
    parts = [part for room in ROOMS.values() for part in room.parts]
    assert [(one.name, one.kept) for one in told.kept] == [(one.name, one.kept) for one in parts]
    assert [one.name for one in told.recipients] == [one.name for one in RECIPIENTS]
    assert len(told.decided) == len([one for one in ROOMS.values() if one.decided])


def test_its_version_is_another_once_a_word_is_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before, other = explaining.rules().version, tmp_path_factory.mktemp("told") / "told.json"
    other.write_text(explaining.TOLD.read_text("utf-8").replace("保存到您注销为止", "一直保存", 1), "utf-8")
    monkeypatch.setattr(explaining, "TOLD", other)
    _forget()
    assert explaining.rules().version != before


def test_it_says_that_nothing_leaves_the_country_only_where_that_is_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for region, said in (("cn-northwest-1", AT_HOME), ("eu-central-1", ABROAD)):
        monkeypatch.setenv("AWS_REGION", region)
        _forget()
        remarks = [one.title for one in explaining.rules().remarks]
        assert [one for one in remarks if one in (AT_HOME.title, ABROAD.title)] == [said.title]


def test_everybody_reads_it_without_signing_in_and_a_browser_may_keep_it_for_an_hour() -> None:
    answer = app.handler(event("GET", "/v1/mydata/rules", None, {}, "198.51.100.7"), None)
    assert answer["statusCode"] == 200
    assert answer["headers"]["Cache-Control"] == "public, max-age=3600"
    assert json.loads(answer["body"]) == json.loads(explaining.rules().model_dump_json())


def test_whoever_works_in_an_office_reads_the_same_words_before_signing_in() -> None:
    answer = app.handler(event("GET", "/console/mydata/rules", None, {}, "198.51.100.7"), None)
    assert answer["statusCode"] == 200
    told = explaining.rules()
    said = [*(one.holds for one in told.kept), *(one.given for one in told.recipients), HANDLER.officer]
    assert [one for one in said if one not in answer["body"]] == []
