"""Somebody leaves for good: what they showed is closed, their certificates are empty, and it may be told twice."""

import json
from datetime import timedelta

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.documents import events as documents
from mashangban.domains.workers import errors, events, listeners
from mashangban.domains.workers.models import TABLE, WorkersDeadlineRecord
from mashangban.domains.workers.models.skills import LicenceRecord, ShareRecord
from mashangban.domains.workers.repository import contracts, skills
from mashangban.domains.workers.schemas import ContractListQuery, Reason
from mashangban.domains.workers.schemas.certificates import Renewal
from mashangban.domains.workers.service import boards, certificates, histories, signing, viewing, waiting
from mashangban.domains.workers.terms import LEFT, ContractState
from mashangban.domains.workers.terms.skills import Standing
from mashangban.files.events import LET_GO
from mashangban.identity import service as identity
from mashangban.kernel import clock, history, ids
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery
from tests.personal import let_go, letters_left
from tests.workers.conftest import Site, act, letters_of
from tests.workers.papers import in_days, licensed, photo, told
from tests.workers.test_certificates import counters
from tests.workers.test_histories import code_in, look, whole

pytestmark = pytest.mark.usefixtures("quiet_clocks")


def leave(person: Principal) -> None:
    """What identity tells after an erasure."""
    body = {"person_id": person.person_id}
    subject = Subject("person", person.person_id)
    listeners.on_message(Delivery(ids.new_id(), events.FORGET, body, "identity", subject, 9, clock.now()))


def kept(kind: type[LicenceRecord] | type[ShareRecord], subject: Subject, sk: str) -> str:
    """The whole item as it lies in the table."""
    found = kind.get(subject.pk, sk, consistent_read=True)
    return json.dumps(found.to_dynamodb_dict(), ensure_ascii=False)


def partition(pk: str) -> list[dict[str, object]]:
    """Every item there, as it lies in the table."""
    asked = {"KeyConditionExpression": "PK = :pk", "ExpressionAttributeValues": {":pk": {"S": pk}}}
    pages = client().get_paginator("query").paginate(TableName=TABLE.physical, **asked)
    return [item for page in pages for item in page["Items"]]


def test_who_leaves_is_no_longer_shown_to_anyone(site: Site, worker: Principal) -> None:
    licensed(worker)
    codes = [histories.share(act(worker), whole(worker)) for _ in range(2)]
    histories.revoke(act(worker), codes[1].id)
    name = histories.open_shared(code_in(codes[0]), look()).name_masked
    leave(worker)
    with pytest.raises(errors.ShareRevoked):
        histories.open_shared(code_in(codes[0]), look())
    for one in codes:
        subject = Subject("share", one.id)
        assert name not in kept(ShareRecord, subject, "SHARE")
        assert history.is_unbroken(history.of(TABLE, subject))
    assert [one.open for one in histories.my_shares(worker, PageRequest()).items] == [False, False]


def test_certificates_of_who_leaves_hold_no_number_photo_or_name(site: Site, worker: Principal) -> None:
    lasting, taken_out = licensed(worker), licensed(worker, class_code="01")
    lapsed = licensed(worker, class_code="03", valid_until=in_days(1))
    certificates.remove(act(worker), taken_out)
    deadlines.sweep(WorkersDeadlineRecord, clock.now() + timedelta(days=3), waiting.fire, most=10_000)
    before = {one: certificates.show(worker, one) for one in (lasting, taken_out, lapsed)}
    leave(worker)
    for certificate_id, shown in before.items():
        record = LicenceRecord.get(f"CERTIFICATE#{certificate_id}", "CERTIFICATE", consistent_read=True)
        assert (record.number, record.photo, record.name_masked) == ("", "", "")
        assert record.standing is Standing.REMOVED
        assert shown.name_masked not in kept(
            LicenceRecord, Subject("certificate", certificate_id), "CERTIFICATE"
        )
        subject = Subject("certificate", certificate_id)
        assert history.is_unbroken(history.of(TABLE, subject))
        assert set(letters_left(TABLE, subject)) <= {LET_GO}
    assert certificates.mine(worker) == []


def test_a_number_of_who_left_is_free_and_their_site_lists_it_no_more(fresh_site: Site) -> None:
    worker, other = fresh_site.person(), fresh_site.person()
    certificate_id = licensed(worker, number="T330100200012345")
    contract_id = fresh_site.sealed(worker)
    boards.count(contract_id)
    told("contract", contract_id)
    assert counters(fresh_site)
    leave(worker)
    told("certificate", certificate_id)
    assert counters(fresh_site) == {}
    assert list(skills.counted_at(fresh_site.project.id)) == []
    assert licensed(other, number="T330100200012345")


def test_what_was_signed_but_never_agreed_to_is_withdrawn_and_says_no_more_who_it_was(
    fresh_site: Site,
) -> None:
    worker = fresh_site.person()
    name = str(identity.person(worker.person_id).name_masked)
    contract_id = fresh_site.signed(worker)
    boards.count(contract_id)
    for _ in range(2):
        leave(worker)
    boards.count(contract_id)
    left = contracts.contract(contract_id)
    assert (left.state, left.worker.name_masked, left.worker.id_number_masked) == (
        ContractState.WITHDRAWN,
        LEFT,
        "",
    )
    items = "".join(str(one) for one in partition(f"CONTRACT#{contract_id}"))
    assert name not in items
    assert "SIGNATURE" not in items
    letters = letters_of(contract_id, events.CONTRACT_FORGOTTEN)
    assert [(one["to"], one["body"]) for one in letters] == [("documents", {"document_id": left.document_id})]
    assert letters_left(TABLE, left.subject) == [documents.LET_GO]
    chain = history.of(TABLE, left.subject)
    assert history.is_unbroken(chain)
    assert chain[-1].type == events.CONTRACT_FORGOTTEN
    with pytest.raises(errors.WrongState):
        signing.countersign(act(fresh_site.operator), contract_id)
    listed = viewing.contracts_of_project(fresh_site.clerk, fresh_site.project.id, ContractListQuery()).items
    assert [one.worker_name_masked for one in listed] == [LEFT]


def test_what_the_employer_refused_says_no_more_who_it_was_either(site: Site, worker: Principal) -> None:
    contract_id = site.signed(worker)
    signing.refuse(act(site.operator), contract_id, Reason(reason="人满了"))
    leave(worker)
    left = contracts.contract(contract_id)
    assert (left.state, left.reason, left.worker.name_masked) == (ContractState.REFUSED, None, LEFT)


def test_a_contract_that_both_sides_agreed_to_stays_as_labour_law_wants(
    site: Site, worker: Principal
) -> None:
    contract_id = site.sealed(worker)
    before = contracts.contract(contract_id)
    leave(worker)
    assert contracts.contract(contract_id) == before
    assert contracts.evidence_of(contract_id)
    assert letters_left(TABLE, before.subject) == []


def test_leaving_told_twice_changes_nothing_more(site: Site, worker: Principal) -> None:
    papers = [photo(worker), photo(worker)]
    certificate_id = licensed(worker, photo=papers[0])
    certificates.renew(act(worker), certificate_id, Renewal(valid_until=in_days(700), photo=papers[1]))
    shared = histories.share(act(worker), whole(worker))
    leave(worker)
    subjects = (Subject("certificate", certificate_id), Subject("share", shared.id))
    chains = [history.of(TABLE, one) for one in subjects]
    leave(worker)
    assert [history.of(TABLE, one) for one in subjects] == chains
    assert [chain[-1].type for chain in chains] == [
        events.CERTIFICATE_FORGOTTEN,
        events.HISTORY_SHARE_FORGOTTEN,
    ]
    assert let_go(TABLE, subjects[0]) == [(worker.person_id, papers)]
