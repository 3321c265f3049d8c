"""Wage accounts with money in them (and one without enough), deposits in every state, and workers' own cards."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import urllib3

from demo.ground import Ground, act
from mashangban.domains.payments import schemas
from mashangban.domains.payments.models import PaymentsEmployment
from mashangban.domains.payments.rules.card import problem_of
from mashangban.domains.payments.service import accounts, cards, checking, deposits, funding
from mashangban.domains.payments.terms import CARD_CONSENT, Bank, DepositForm, DepositKind
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel import clock, pagination
from mashangban.kernel.errors import Stale
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.settings import settings
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project
from mashangban.registry.terms import PartyKind

THREADS = 4
FUNDED_YUAN = 3_000_000
PRICES_YUAN = (8_600_000, 46_000_000, 128_000_000)
Say = Callable[[str], None]


def fill(ground: Ground, say: Say) -> None:
    """One account a project; every fourth has too little money. Nine of ten workers in force named a card, one of
    forty a card that the bank sends back."""
    projects = registry.projects(sorted(ground.clerks))
    for number, project in enumerate(projects):
        _money(project, number)
    workers = [one for project in projects for one in _employed(project)]
    with ThreadPoolExecutor(THREADS) as pool:
        named = sum(pool.map(_name_card, range(len(workers)), workers))
    say(f"{len(projects)} 个工资专户、{named} 张工人银行卡 / wage accounts and workers' cards")


def account_number(number: int) -> str:
    """The wage account of the project that was laid as number so many, from 0."""
    return f"3301{number:04d}66880000"


def _money(project: Project, number: int) -> None:
    contractor = project.party(PartyKind.GENERAL_CONTRACTOR)
    assert contractor is not None
    grant = Grant(Role.ENTERPRISE_ADMIN, Scope("org", contractor.enterprise_id))
    office = Principal("system:demo", "", (grant,), real_name=True)
    account = account_number(number)
    form = schemas.AccountForm(bank=list(Bank)[number % 5], number=account, pay_day=15)
    accounts.open_account(act(office), project.id, form)
    _fund(account, FUNDED_YUAN if number % 4 else FUNDED_YUAN // 100)
    funding.refresh(act(office), project.id)
    _secure(office, project, number)


def _fund(account: str, yuan: int) -> None:
    address = f"{settings().bank_api_url}/bank/accounts/{account}/funding"
    answer = urllib3.request("POST", address, json={"amount_fen": yuan * 100}, timeout=10)
    if answer.status != 200:
        raise RuntimeError(f"the bank answers {answer.status}")


def _secure(office: Principal, project: Project, number: int) -> None:
    """The deposit is owed everywhere, stored at two of three projects, and ends soon at one of six."""
    today = clock.local_date(clock.now())
    order = schemas.DepositOrder(
        kind=DepositKind.WAGES,
        price_fen=PRICES_YUAN[number % 3] * 100,
        permit_on=today - timedelta(days=12 + 9 * (number % 3)),
    )
    owed = deposits.require(act(office), project.id, order)
    if number % 3 == 0:
        return
    until = today + timedelta(days=20 if number % 6 == 1 else 540)
    letter = schemas.StorageForm(
        form=DepositForm.BANK,
        amount_fen=owed.required_fen,
        issuer="建设银行杭州分行",
        number=f"BH2026{number:06d}",
        valid_until=until,
    )
    deposits.store_deposit(act(office), owed.id, letter)


def _employed(project: Project) -> list[Employment]:
    there = pagination.every(lambda page: employments.at_project(PaymentsEmployment, project.id, page))
    return [one for one in there if one.in_force]


def _name_card(number: int, one: Employment) -> bool:
    if number % 10 == 9:
        return False
    worker = Principal(one.person_id, "", real_name=True)
    ending = "0000" if number % 40 == 3 else f"{1234 + number:04d}"
    form = schemas.CardForm(
        bank=list(Bank)[number % 8], card=_card(number, ending), consent_version=CARD_CONSENT.version
    )
    cards.register_card(act(worker), form)
    with suppress(Stale):  # the stream was faster
        checking.check(act(worker), one.person_id)
    return True


def _card(number: int, ending: str) -> str:
    """A card number that adds up, with this ending."""
    body = f"62220{number:07d}"
    return next(body + digit + ending for digit in "0123456789" if problem_of(body + digit + ending) is None)
