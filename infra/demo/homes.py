"""Two estates with homes: imported as a builder does it, buyers bound, facts told, one inspection signed."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta

from demo import defects
from demo.ground import Ground, act, give
from demo.sending import sent
from mashangban.domains.homes import schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.repository import homes as store
from mashangban.domains.homes.repository import imports
from mashangban.domains.homes.repository import inspections as sheet_store
from mashangban.domains.homes.rules import contractsheet, factsheet, homesheet
from mashangban.domains.homes.rules.home import home_id
from mashangban.domains.homes.service import binding, doors, estates, importing, inspecting, inviting
from mashangban.domains.homes.terms import ImportKind, ImportState, InvitationKind
from mashangban.domains.homes.terms.inspections import InspectionKind, InspectionState
from mashangban.kernel import clock, history
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import service as registry
from mashangban.registry import sheets
from mashangban.registry.rules.columns import Layout
from mashangban.registry.terms import PartyKind

Say = Callable[[str], None]
BUILDINGS, FLOORS, DOORS = 3, 25, 2
SOLD, BOUND = 20, 6
ROOMS = {"A户型": "客厅、主卧、次卧、厨房、卫生间、阳台", "B户型": "客厅、主卧、书房、厨房、主卫、次卫、阳台"}
NUMBER = "样例预售2026-{:06d}"
FACTS = (
    ("1", "材料", "防水涂料", "样例防水材料厂", "批次 F2603", "合格证和复试报告齐全"),
    ("1", "工艺", "卫生间闭水试验", "浙江样例建工集团有限公司", "", "蓄水 24 小时，不渗不漏"),
    ("", "验收", "竣工验收", "样例工程质量监督站", "", "验收合格"),
    ("", "服务", "住宅质量保证书", "样例置业", "", "防水保修 5 年，装修保修 2 年，交付时发放"),
)


def fill(ground: Ground, say: Say) -> None:
    """Each developer has an estate; what the second one lacks is what a newcomer still has to do."""
    for number, (project_id, developer) in enumerate(ground.developers.items()):
        estates.open_estate(act(developer), schemas.EstateForm(project_id=project_id))
        _import(developer, project_id, ImportKind.ESTATE, homesheet.LAYOUT, _rows())
        if number == 0:
            owners = _people(ground, developer, project_id)
            _inspect(ground, developer, project_id)
            defects.fill(defects.Street(developer, project_id, owners))
        shown = estates.show_estate(developer, project_id)
        say(f"小区 {shown.name}：{shown.homes} 户 / an estate with its homes")


def label(number: int) -> str:
    """The door of home `number` of the first building."""
    floor, door = divmod(number, DOORS)
    return f"1-1-{floor + 1}{door + 1:02d}"


def _rows() -> list[Sequence[str]]:
    accepted = clock.local_date(clock.now()) - timedelta(days=60)
    kinds = list(ROOMS)
    return [
        (
            f"{building}号楼",
            "1单元",
            f"{floor}层",
            f"{floor}{door:02d}室",
            kinds[door % 2],
            "89.5" if door % 2 else "118",
            ROOMS[kinds[door % 2]],
            "一批" if building == 1 else "二批",
            (accepted + timedelta(days=30)).isoformat() if building == 1 else "",
            accepted.isoformat() if building == 1 else "",
        )
        for building in range(1, BUILDINGS + 1)
        for floor in range(1, FLOORS + 1)
        for door in range(1, DOORS + 1)
    ]


def _people(ground: Ground, developer: Principal, project_id: str) -> tuple[tuple[str, Principal], ...]:
    """Contracts of the first homes; some buyers bound, one with a tenant; keys given; facts told."""
    buyers = [ground.meet() for _ in range(SOLD)]
    signed = date(2026, 3, 1).isoformat()
    rows = [
        ("1", "1", label(n).rpartition("-")[2], NUMBER.format(n), someone.name, someone.id_number, signed)
        for n, (_, someone) in enumerate(buyers)
    ]
    _import(developer, project_id, ImportKind.CONTRACTS, contractsheet.LAYOUT, rows)
    today = clock.local_date(clock.now())
    told = [(one[0], "", "", *one[1:3], one[5], one[3], one[4], today.isoformat()) for one in FACTS]
    _import(developer, project_id, ImportKind.FACTS, factsheet.LAYOUT, told)
    for n, (buyer, _) in enumerate(buyers[:BOUND]):
        home = store.get(home_id(project_id, label(n)))
        tail = schemas.Binding(code=doors.code_of(home), contract_tail=NUMBER.format(n)[-6:])
        binding.bind(act(buyer), tail)
        estates.hand_over(act(developer), home.id, schemas.Handover(on=today - timedelta(days=20)))
    owner, tenant = buyers[0][0], ground.meet()[0]
    form = schemas.InvitationForm(kind=InvitationKind.TENANT)
    offered = inviting.invite(act(owner), home_id(project_id, label(0)), form)
    inviting.accept(act(tenant), offered.code)
    return tuple((label(n), buyer) for n, (buyer, _) in enumerate(buyers[:BOUND]))


def _inspect(ground: Ground, developer: Principal, project_id: str) -> None:
    """One home inspected and signed by three parties, with one thing that failed; the next one still open."""
    form = schemas.InspectionForm(kind=InspectionKind.BUILDER)
    done = inspecting.begin(act(developer), home_id(project_id, label(0)), form)
    one = sheet_store.get(done.id)
    found = [
        {"point": point, "design": 2900, "values": [2895, 2900, 2902, 2898, 2900]}
        if one.item_of(point).measured
        else {"point": point, "verdict": "pass"}
        for point in one.points
    ]
    found[0] = {"point": one.points[0], "verdict": "fail", "note": "墙角有一道细裂缝"}
    batch = schemas.EntryBatch.model_validate({"entries": found})
    inspecting.enter(act(developer), one.id, batch)
    digest = inspecting.finish(act(developer), one.id).digest or ""
    for who in (developer, *_parties(ground, project_id)):
        inspecting.sign(act(who), one.id, schemas.SignForm(digest=digest))
    assert sheet_store.get(one.id).state is InspectionState.SIGNED
    inspecting.begin(act(developer), home_id(project_id, label(1)), form)


def _parties(ground: Ground, project_id: str) -> list[Principal]:
    """Somebody of the contractor and of the supervisor who may sign."""
    project = registry.project(project_id)
    units = [project.party(kind) for kind in (PartyKind.GENERAL_CONTRACTOR, PartyKind.SUPERVISOR)]
    found = [(unit.enterprise_id, ground.meet()[0]) for unit in units if unit is not None]
    return [give(person, Role.OPERATOR, f"org:{unit}", project.place) for unit, person in found]


def _import(
    developer: Principal, project_id: str, kind: ImportKind, layout: Layout, rows: Sequence[Sequence[str]]
) -> None:
    """A sheet as a builder sends it; the steps that the stream would carry on are taken here at once, too."""
    content = sheets.write(sheets.XLSX, list(layout.columns.values()), rows)
    form = schemas.ImportForm(kind=kind, file_id=sent(developer, content, "样例.xlsx", sheets.XLSX, "import"))
    identity = importing.start(act(developer), project_id, form).id
    _carry(identity, ImportState.STAGED)
    importing.confirm(act(developer), identity)
    _carry(identity, ImportState.APPLIED)


def _carry(identity: str, until: ImportState) -> None:
    while (one := imports.get(identity)).state is not until:
        if one.state is ImportState.REFUSED:
            raise RuntimeError(next(imports.errors_of(identity)))
        for event in history.of(TABLE, Subject("homesimport", identity)):
            with suppress(Stale, Busy):  # the stream takes the same step
                importing.go_on(event)
