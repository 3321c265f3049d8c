"""Somebody left the platform for good (个人信息保护法 Art. 47): what only they wanted kept is gone.

Contracts that both sides agreed to and training lists stay: labour and safety law keep them (劳动合同法 Art. 50,
安全生产法 Art. 28).
"""

from mashangban.documents import events as documents
from mashangban.domains.workers import events
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import certificates, contracts, shares
from mashangban.domains.workers.rules import certificate as certificate_rules
from mashangban.domains.workers.rules import contract as contract_rules
from mashangban.domains.workers.rules import sharing
from mashangban.domains.workers.rules.certificate import Licence
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.sharing import Share
from mashangban.domains.workers.service import certifying, signing
from mashangban.files import events as file_events
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import every
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """Close the person's shown histories, empty their certificates and what never became a contract; safe to repeat."""
    for share in shares.all_of_person(person_id):
        if share.name_masked or share.revoked_at is None:
            _forget_share(act, shares.share(share.id))
    for licence in certificates.all_of_person(person_id):
        if licence.number:
            _forget_certificate(act, certificates.licence(licence.id))
    for listed in every(lambda page: contracts.contracts_of_worker(person_id, page)):
        contract = contracts.contract(listed.id)
        if contract.milestones.countersigned_at is not None:
            # They have name and number in full, and are no part of what the law keeps.
            history.drop_letters(TABLE, contract.subject)
        elif contract.worker.id_number_masked:
            _forget_application(act, contract)


def _forget_share(act: Act, before: Share) -> None:
    history.drop_letters(TABLE, before.subject)
    version, chain = before.version + 1, before.chain
    event = happened(
        act,
        events.HISTORY_SHARE_FORGOTTEN,
        before.subject,
        role=Role.SYSTEM,
        version=version,
        previous=chain,
    )
    shares.forget(act, before, sharing.forget(before, act.at), event)


def _forget_application(act: Act, before: Contract) -> None:
    history.drop_letters(TABLE, before.subject)
    gone = (documents.let_go(before.document_id),)
    event = signing.next_event(act, events.CONTRACT_FORGOTTEN, before, Role.SYSTEM, messages=gone)
    contracts.move(act, before, contract_rules.forget(before, act.at), event, forgets=True)


def _forget_certificate(act: Act, before: Licence) -> None:
    history.drop_letters(TABLE, before.subject)
    gone = file_events.let_go(before.person_id, before.photos)
    event = certifying.next_event(act, events.CERTIFICATE_FORGOTTEN, before, Role.SYSTEM, messages=gone)
    certificates.change(act, before, certificate_rules.forget(before), event)
