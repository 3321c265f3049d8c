"""The ground of the demo world: staff, firms with their seals, projects, sites and teams."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from demo.accounts import Account, open_account
from demo.people import Someone, someone
from demo.places import COUNTIES, FIRMS, PLANS, Plan, credit_code
from mashangban.documents.service import seals
from mashangban.domains.workers import schemas
from mashangban.domains.workers.service import sites, teams
from mashangban.identity import service as identity
from mashangban.identity.schemas import RealNameProof
from mashangban.identity.service.granting import GrantOrder
from mashangban.identity.terms import CONSENTS
from mashangban.kernel import clock, permissions
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Grant, Place, Principal, Role, Scope
from mashangban.registry import divisions
from mashangban.registry import service as registry
from mashangban.registry.schemas.inputs import EnterpriseInput, ProjectInput

# Which of its contractor's projects is a developer's estate.
ESTATES = {"owner-a": 0, "owner-b": 2}
SYSTEM = permissions.system("demo")
MINIMUM_WAGE_FEN = {"33": 249000, "37": 242000}
# (team, trades with their daily pay in fen); every project has the first two, larger ones the third.
TEAMS = (
    ("钢筋班", (("020", 36000), ("050", 34000))),
    ("砌筑抹灰班", (("010", 33000), ("190", 32000))),
    ("水电安装班", (("130", 38000), ("401", 33000))),
)


@dataclass
class Ground:
    """What later chapters of the world build on; firms and projects (of a general contractor) by the firm's key,
    staff by user name; claimants are the new enterprises of the county whose policies are claimed."""

    chance: Random
    firms: dict[str, str] = field(default_factory=dict)
    projects: dict[str, list[str]] = field(default_factory=dict)
    teams: list[schemas.TeamView] = field(default_factory=list)
    operators: dict[str, Principal] = field(default_factory=dict)
    managers: dict[str, Principal] = field(default_factory=dict)
    clerks: dict[str, Principal] = field(default_factory=dict)
    developers: dict[str, Principal] = field(default_factory=dict)
    phones: dict[str, Principal] = field(default_factory=dict)
    staff: dict[str, Principal] = field(default_factory=dict)
    claimants: list[str] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    met: int = 0

    def meet(self, age: int | None = None) -> tuple[Principal, Someone]:
        """The next person of the world, real name proven."""
        self.met += 1
        return enter(someone(self.chance, self.met, age))


def act(actor: Principal = SYSTEM) -> Act:
    return Act(actor, clock.now())


def enter(person: Someone) -> tuple[Principal, Someone]:
    """Let someone in by phone and prove their name with the identity source."""
    person_id = identity.ensure_person(act(), person.phone)
    principal = Principal(person_id, "", real_name=True)
    proof = RealNameProof(name=person.name, id_number=person.id_number, consent_version=CONSENTS[0].version)
    identity.prove_name(act(principal), proof)
    return principal, person


def give(principal: Principal, role: Role, scope: str, place: Place | None = None) -> Principal:
    """Grant a role and return the person with it."""
    where = Scope.parse(scope)
    until = clock.now() + timedelta(days=360)
    order = GrantOrder(role, where, person_id=principal.person_id, valid_to=until)
    identity.grant(act(), order, place)
    grants = (*principal.grants, Grant(role, where))
    return Principal(principal.person_id, "", grants, real_name=True)


def lay(ground: Ground) -> None:
    """Everything that stands before the first worker comes."""
    officers(ground)
    for number, firm in enumerate(FIRMS):
        form = EnterpriseInput(
            uscc=credit_code(firm.county, number),
            name=firm.name,
            county=firm.county,
            address=firm.address,
            legal_person=firm.legal_person,
        )
        made = registry.register_enterprise(act(officer_of(firm.county)), form)
        ground.firms[firm.key] = made.id
        seals.issue_seal(act(), made.id, firm.name, form.uscc)
    for number, plan in enumerate(PLANS):
        _build(ground, number, plan)
    _offices(ground)


def officer_of(county: str) -> Principal:
    """The province's own hand for what only officers may register."""
    return Principal(
        "system:demo", "", (Grant(Role.PROVINCE_OFFICER, Scope("region", county[:2])),), real_name=True
    )


def officers(ground: Ground) -> None:
    """One account for each level, in both provinces, and the platform's administrator."""
    levels = [("admin", "平台管理员", Role.PLATFORM_ADMIN, "*")]
    for region, name in (("33", "zhejiang"), ("37", "shandong")):
        levels.append((name, divisions.name(region), Role.PROVINCE_OFFICER, f"region:{region}"))
    for region, name in (("3301", "hangzhou"), ("3302", "ningbo"), ("3701", "jinan")):
        levels.append((name, divisions.name(region), Role.CITY_OFFICER, f"region:{region}"))
    for region, name in zip(
        COUNTIES, ("xihu", "yuhang", "haishu", "yinzhou", "lixia", "licheng"), strict=True
    ):
        levels.append((name, divisions.name(region), Role.COUNTY_OFFICER, f"region:{region}"))
    for username, label, role, scope in levels:
        title = f"{label}{role.label if scope != '*' else ''}"
        account, principal = open_account(ground.chance, len(ground.accounts), username, title, "工作人员")
        ground.staff[username] = give(principal, role, scope)
        ground.accounts.append(account)


def _build(ground: Ground, number: int, plan: Plan) -> None:
    keys = ((plan.owner, "15"), (plan.contractor, "16"), (plan.labour, "13"), (plan.supervisor, "14"))
    parties = [{"enterprise_id": ground.firms[key], "kind": kind} for key, kind in keys]
    form = ProjectInput.model_validate(
        {
            "code": f"2603-{plan.county}-04-01-{100001 + number}",
            "name": plan.name,
            "county": plan.county,
            "address": plan.address,
            "parties": parties,
        }
    )
    project = registry.register_project(act(officer_of(plan.county)), form)
    ground.projects.setdefault(plan.contractor, []).append(project.id)
    clerk, person = ground.meet()
    clerk = give(clerk, Role.LABOUR_CLERK, f"project:{project.id}", registry.project(project.id).place)
    ground.clerks[project.id] = clerk
    sites.describe_site(act(clerk), project.id, _site(plan, person))
    employer = ground.firms[plan.labour]
    for name, jobs in TEAMS[: 3 if number % 2 else 2]:
        _, foreman = ground.meet(age=45)
        team = teams.create_team(act(clerk), project.id, _team(name, jobs, employer, foreman))
        ground.teams.append(team)


def _site(plan: Plan, clerk: Someone) -> schemas.SiteForm:
    county = divisions.name(plan.county)
    return schemas.SiteForm.model_validate(
        {
            "labour_clerk_name": clerk.name,
            "labour_clerk_phone": clerk.phone,
            "project_office": f"{plan.name}项目部",
            "authority": f"{county}住房和城乡建设局",
            "minimum_wage_fen": MINIMUM_WAGE_FEN[plan.county[:2]],
            "pay_day": 15,
            "complaint_phones": [
                {"label": "劳动保障监察投诉", "phone": "12333"},
                {"label": "劳动争议仲裁", "phone": "12333"},
                {"label": "法律援助和公共法律服务", "phone": "12348"},
                {"label": "政务服务热线", "phone": "12345"},
            ],
            "insurance": ["工伤保险", "建筑施工意外险"],
        }
    )


def _team(name: str, jobs: tuple[tuple[str, int], ...], employer: str, foreman: Someone) -> schemas.TeamForm:
    offered = [
        {"trade_code": code, "pay": {"basis": "daily", "amount_fen": fen, "unit": "天", "pay_day": 15}}
        for code, fen in jobs
    ]
    return schemas.TeamForm.model_validate(
        {"enterprise_id": employer, "name": name, "foreman_phone": foreman.phone, "jobs": offered}
    )


def _offices(ground: Ground) -> None:
    """Each labour firm's operator, each general contractor's manager, two developers, with an account in the console;
    and one labour clerk who works at a desk."""
    for key, username in {
        "labour-a": "office",
        "labour-b": "office-ningbo",
        "labour-c": "office-jinan",
    }.items():
        ground.operators[ground.firms[key]] = _open(ground, key, username, "企业办公室")
    for key, username in {"gc-a": "builder", "gc-b": "builder-ningbo", "gc-c": "builder-jinan"}.items():
        manager = _open(ground, key, username, "总承包单位")
        for project_id in ground.projects[key]:
            place = registry.project(project_id).place
            manager = give(manager, Role.PROJECT_MANAGER, f"project:{project_id}", place)
        ground.managers[ground.firms[key]] = manager
    first = ground.teams[0].project
    account, clerk = open_account(
        ground.chance, len(ground.accounts), "clerk", f"{first.name} 劳资专管员", "项目办公室"
    )
    give(clerk, Role.LABOUR_CLERK, f"project:{first.id}", registry.project(first.id).place)
    ground.accounts.append(account)
    for key, contractor, username in (
        ("owner-a", "gc-a", "developer"),
        ("owner-b", "gc-b", "developer-ningbo"),
    ):
        ground.developers[ground.projects[contractor][ESTATES[key]]] = _open(
            ground, key, username, "建设单位"
        )
    _on_the_phone(ground, "tech-b")


def _on_the_phone(ground: Ground, key: str) -> None:
    """Somebody who acts for a firm with nothing but a phone."""
    firm = next(one for one in FIRMS if one.key == key)
    org = ground.firms[key]
    principal, person = ground.meet(age=38)
    for role in (Role.ENTERPRISE_ADMIN, Role.OPERATOR):
        principal = give(principal, role, f"org:{org}", Place(region=firm.county, orgs=frozenset({org})))
    ground.phones[org] = principal
    ground.accounts.append(Account("手机", f"{firm.name} 经办人", person.phone, "验证码见沙箱 /sms/"))


def _open(ground: Ground, key: str, username: str, kind: str) -> Principal:
    """A firm's account in the console: its administrator, who may also use its seal."""
    firm = next(one for one in FIRMS if one.key == key)
    org = ground.firms[key]
    account, principal = open_account(ground.chance, len(ground.accounts), username, firm.name, kind)
    for role in (Role.ENTERPRISE_ADMIN, Role.OPERATOR):
        principal = give(principal, role, f"org:{org}", Place(region=firm.county, orgs=frozenset({org})))
    ground.accounts.append(account)
    return principal
