"""The work history a worker owns: what is chosen is seen, for as long as was said, and every look is told."""

from datetime import timedelta

import pytest

from mashangban.domains.workers import errors
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import shares as store
from mashangban.domains.workers.rules.sharing import Look
from mashangban.domains.workers.schemas.histories import ShareForm, ShareView
from mashangban.domains.workers.service import histories
from mashangban.domains.workers.terms.skills import MOST_VIEWS
from mashangban.kernel import clock
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.workers.conftest import Site, act
from tests.workers.papers import held, licensed, scanned
from tests.workers.phone import Phone

NOW = PageRequest()


def look(hours: int = 0) -> Look:
    return Look(clock.now() + timedelta(hours=hours), "微信")


def code_in(shared: ShareView) -> str:
    assert shared.code_url is not None
    return shared.code_url.rpartition("/")[2]


@pytest.fixture(scope="module")
def seasoned(site: Site) -> Principal:
    """Someone with a contract, a certificate and a training."""
    worker = site.person()
    licensed(worker)
    scanned(site, held(site), worker)
    site.sealed(worker)
    return worker


def whole(worker: Principal, hours: str = "1") -> ShareForm:
    own = histories.mine(worker)
    return ShareForm.model_validate(
        {
            "hours": hours,
            "works": [one.id for one in own.works],
            "certificates": [one.id for one in own.certificates],
            "trainings": [one.id for one in own.trainings],
        }
    )


def test_a_history_holds_contracts_certificates_and_training(seasoned: Principal) -> None:
    own = histories.mine(seasoned)
    (work,) = own.works
    assert (work.trade_name, work.ongoing, work.months) == ("钢筋工", True, 1)
    assert len(own.certificates) == len(own.trainings) == 1


def test_what_was_chosen_is_seen_by_anyone_and_nothing_else(seasoned: Principal) -> None:
    form = whole(seasoned)
    shared = histories.share(act(seasoned), form)
    seen = histories.open_shared(code_in(shared), look())
    assert seen.name_masked == "王*国"
    assert (len(seen.works), len(seen.certificates), len(seen.trainings)) == (1, 1, 1)
    assert seen.certificates[0].number_masked.startswith("*")
    part = histories.share(act(seasoned), form.model_copy(update={"works": [], "trainings": []}))
    seen = histories.open_shared(code_in(part), look())
    assert (seen.works, len(seen.certificates), seen.trainings) == ([], 1, [])


def test_the_address_of_a_share_tells_nothing_about_the_person(seasoned: Principal) -> None:
    shared = histories.share(act(seasoned), whole(seasoned))
    address = shared.code_url or ""
    assert seasoned.person_id not in address
    assert all(one.id not in address for one in histories.mine(seasoned).works)


def test_every_look_is_counted_and_told_to_the_worker(seasoned: Principal) -> None:
    shared = histories.share(act(seasoned), whole(seasoned, "24"))
    for _ in range(3):
        histories.open_shared(code_in(shared), look())
    own = next(one for one in histories.my_shares(seasoned, NOW).items if one.id == shared.id)
    assert own.views == 3
    assert [one.device for one in histories.looks(seasoned, shared.id, NOW).items] == ["微信"] * 3


def test_a_code_ends_with_its_time_and_says_so(seasoned: Principal) -> None:
    shared = histories.share(act(seasoned), whole(seasoned, "1"))
    with pytest.raises(errors.ShareEnded):
        histories.open_shared(code_in(shared), look(hours=2))


def test_a_code_taken_back_is_closed_at_once(seasoned: Principal) -> None:
    shared = histories.share(act(seasoned), whole(seasoned, "168"))
    closed = histories.revoke(act(seasoned), shared.id)
    assert (closed.open, closed.code_url) == (False, None)
    with pytest.raises(errors.ShareRevoked):
        histories.open_shared(code_in(shared), look())
    assert histories.revoke(act(seasoned), shared.id).revoked_at == closed.revoked_at
    assert store.share(shared.id).views == 0


def test_an_altered_code_opens_nothing(seasoned: Principal) -> None:
    code = code_in(histories.share(act(seasoned), whole(seasoned)))
    for wrong in (code[:-1] + ("A" if code[-1] != "A" else "B"), code[::-1], "0" * 32):
        with pytest.raises(AlteredCode):
            histories.open_shared(wrong, look())


def test_a_code_looked_at_too_often_closes(seasoned: Principal) -> None:
    shared = histories.share(act(seasoned), whole(seasoned))
    client().update_item(
        TableName=TABLE.physical,
        Key={"PK": {"S": f"SHARE#{shared.id}"}, "SK": {"S": "SHARE"}},
        UpdateExpression="SET #v = :n",
        ExpressionAttributeNames={"#v": "views"},
        ExpressionAttributeValues={":n": {"N": str(MOST_VIEWS)}},
    )
    with pytest.raises(errors.ShareTooOften):
        histories.open_shared(code_in(shared), look())


def test_one_shows_ones_own_lines_only(site: Site, seasoned: Principal) -> None:
    stranger = site.person()
    with pytest.raises(NotFound):
        histories.share(act(stranger), whole(seasoned))
    with pytest.raises(errors.NothingToShare):
        histories.share(act(stranger), ShareForm.model_validate({"hours": "1"}))
    shared = histories.share(act(seasoned), whole(seasoned))
    for mine in (histories.revoke,):
        with pytest.raises(NotFound):
            mine(act(stranger), shared.id)
    with pytest.raises(NotFound):
        histories.looks(stranger, shared.id, NOW)


def test_anyone_opens_a_shown_history_without_signing_in(seasoned: Principal) -> None:
    code = code_in(histories.share(act(seasoned), whole(seasoned)))
    answer = Phone().post("/v1/workers/shared-histories", {"code": code})
    assert answer.status == 200
    assert "王建国" not in str(answer.body)
    assert seasoned.person_id not in str(answer.body)
    assert Phone().post("/v1/workers/shared-histories", {"code": "X" * 32}).code == "code.altered"
