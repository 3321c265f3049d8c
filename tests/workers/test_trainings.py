"""Safety training before entry: held by the office, confirmed by each worker, opening the gate of that project."""

from datetime import timedelta

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.workers import errors
from mashangban.domains.workers.models import WorkersDeadlineRecord
from mashangban.domains.workers.repository import trainings as store
from mashangban.domains.workers.schemas.trainings import Hand, PickForm, ScanForm, TrainingConfirmation
from mashangban.domains.workers.service import attending, joining, recounting, trainings, viewing, waiting
from mashangban.files.terms import Purpose
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from tests.workers.conftest import Site, act, signature
from tests.workers.papers import code_of, held, in_days, photo, scanned, told, training_form
from tests.workers.test_certificates import counters

pytestmark = pytest.mark.usefixtures("quiet_clocks")


def hand() -> Hand:
    drawn = signature()
    return Hand(strokes=drawn.strokes, width=drawn.width, height=drawn.height)


def test_whoever_scans_on_the_spot_is_recorded_and_may_enter(site: Site, worker: Principal) -> None:
    training_id = held(site, photos=[photo(site.clerk, Purpose.SITE_PHOTO)])
    card = attending.card(worker, code_of(site, training_id))
    assert (card.open, card.confirmed_at) == (True, None)
    attending.scan_in(act(worker), ScanForm(code=code_of(site, training_id), hand=hand()))
    (own,) = attending.mine(worker)
    assert (own.id, own.counts, own.signed) == (training_id, True, True)
    contract_id = joining.apply(act(worker), site.application(training_confirmed=False)).id
    view = viewing.show_contract(worker, contract_id)
    assert view.training is not None
    assert view.training.training_id == training_id
    assert any("有记录" in part.text for part in view.plain)


def test_without_a_record_the_workers_own_word_stays_and_is_called_so(site: Site, worker: Principal) -> None:
    with pytest.raises(errors.TrainingMissing):
        joining.apply(act(worker), site.application(training_confirmed=False))
    view = viewing.show_contract(worker, joining.apply(act(worker), site.application()).id)
    assert view.training is None
    assert any("还没有培训记录" in part.text for part in view.plain)


def test_a_training_opens_its_own_project_only(site: Site, worker: Principal) -> None:
    scanned(site, held(site), worker)
    other = Site()
    with pytest.raises(errors.TrainingMissing):
        joining.apply(act(worker), other.application(training_confirmed=False))


def test_a_picked_worker_counts_only_after_saying_so(fresh_site: Site) -> None:
    site, worker = fresh_site, fresh_site.person()
    contract_id = site.sealed(worker)
    training_id = held(site)
    trainings.pick(act(site.clerk), training_id, PickForm(contract_ids=[contract_id]))
    assert attending.mine(worker)[0].counts is False
    attending.confirm(act(worker), training_id, TrainingConfirmation())
    attending.confirm(act(worker), training_id, TrainingConfirmation())  # a second tap changes nothing
    (row,) = trainings.show(site.clerk, training_id).trainees
    assert row.confirmed_at is not None
    assert row.presence_label == "单位登记"
    shown = trainings.show(site.clerk, training_id)
    assert (shown.listed, shown.confirmed) == (1, 1)
    trainings.pick(act(site.clerk), training_id, PickForm(contract_ids=[contract_id]))
    assert trainings.show(site.clerk, training_id).listed == 1


def test_nobody_is_picked_who_does_not_work_there(site: Site, worker: Principal) -> None:
    training_id = held(site)
    other = Site()
    with pytest.raises(NotFound):
        trainings.pick(act(site.clerk), training_id, PickForm(contract_ids=[other.sealed(other.person())]))
    with pytest.raises(NotFound):
        trainings.pick(act(site.clerk), training_id, PickForm(contract_ids=[site.joined(worker)]))
    with pytest.raises(errors.NotOnTheList):
        attending.confirm(act(worker), training_id, TrainingConfirmation())


def test_a_foreman_holds_training_of_the_own_team_and_no_other(site: Site) -> None:
    form = training_form(team_id=site.team.id, level="team")
    training_id = trainings.hold(act(site.foreman), site.project.id, form).id
    assert trainings.show(site.foreman, training_id).team is not None
    page = trainings.at_project(site.foreman, site.project.id, PageRequest())
    assert {one.team.id for one in page.items if one.team} == {site.team.id}
    for stranger, changes in ((site.person(), {"team_id": site.team.id}), (site.foreman, {"team_id": None})):
        with pytest.raises(NotFound):
            trainings.hold(act(stranger), site.project.id, training_form(**changes))


@pytest.mark.parametrize("days", [1, -31])
def test_what_is_recorded_has_happened_lately(site: Site, days: int) -> None:
    with pytest.raises(errors.TrainingDayWrong):
        held(site, held_on=in_days(days))


def test_a_code_is_scanned_until_the_day_after(site: Site, worker: Principal) -> None:
    training_id = held(site, held_on=in_days(-1))
    form = ScanForm(code=code_of(site, training_id))
    with pytest.raises(errors.TrainingClosed):
        attending.scan_in(Act(worker, clock.now() + timedelta(days=1)), form)
    attending.scan_in(act(worker), form)
    assert trainings.show(site.clerk, held(site, held_on=in_days(-3))).code is None
    with pytest.raises(AlteredCode):
        attending.scan_in(act(worker), ScanForm(code=form.code[:-1] + ("2" if form.code[-1] != "2" else "3")))


def test_the_board_knows_who_is_trained_until_a_year_is_over(fresh_site: Site) -> None:
    site, worker = fresh_site, fresh_site.person()
    training_id = held(site)
    scanned(site, training_id, worker)
    contract_id = site.sealed(worker)
    told("contract", contract_id)
    assert counters(site) == {"training.recorded": 1}
    second = site.person()
    later = site.sealed(second)
    told("contract", later)
    scanned(site, training_id, second)
    told("trainee", f"{training_id}-{second.person_id}")
    assert counters(site) == {"training.recorded": 2}
    recounting.rebuild_project(site.project.id)
    assert counters(site) == {"training.recorded": 2}
    deadlines.sweep(WorkersDeadlineRecord, clock.now() + timedelta(days=367), waiting.fire, most=10_000)
    assert store.training(training_id).version == 2


def test_an_office_elsewhere_sees_and_holds_nothing(site: Site) -> None:
    training_id = held(site)
    elsewhere = site.person((Role.LABOUR_CLERK, "project:elsewhere"))
    with pytest.raises(NotFound):
        trainings.show(elsewhere, training_id)
    with pytest.raises(NotFound):
        trainings.hold(act(elsewhere), site.project.id, training_form())
    with pytest.raises(NotFound):
        trainings.at_project(elsewhere, site.project.id, PageRequest())
