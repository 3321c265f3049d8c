"""Defects of the first estate in every state, and one fault that several homes share."""

import io
from dataclasses import dataclass
from datetime import timedelta

from PIL import Image, ImageDraw

from demo.ground import act
from demo.sending import sent
from mashangban.domains.homes import schemas
from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.rules.home import home_id
from mashangban.domains.homes.service import defectlists, gathering, overseeing, repairing, reporting
from mashangban.domains.homes.terms import Category, Payer, Severity
from mashangban.kernel import clock
from mashangban.kernel.permissions import Grant, Principal, Role, Scope

# (category, how soon, room, what the household wrote); the n-th is reported in the n-th home, in turn.
FAULTS = (
    (Category.LEAK, Severity.URGENT, "卫生间", "墙角一直在滴水，楼下也湿了"),
    (Category.LEAK, Severity.ORDINARY, "卫生间", "下雨以后天花板有水印"),
    (Category.OPENING, Severity.MINOR, "客厅", "窗户关不严，有风声"),
    (Category.LEAK, Severity.ORDINARY, "厨房", "水槽下面的管子渗水"),
    (Category.OPENING, Severity.ORDINARY, "主卧", "门锁打不开"),
    (Category.OPENING, Severity.MINOR, "次卧", "门框有磕碰"),
)


@dataclass(frozen=True, slots=True)
class Street:
    """Whoever plays a part: the builder's office, the county, and owners with the door of each."""

    developer: Principal
    estate_id: str
    owners: tuple[tuple[str, Principal], ...]

    @property
    def officer(self) -> Principal:
        region = estates.get(self.estate_id).region
        grant = Grant(Role.COUNTY_OFFICER, Scope("region", region))
        return Principal("system:demo", "", (grant,), real_name=True)


def fill(street: Street) -> None:
    """One defect for each state a matter can be in; then a parent issue with three reports and news."""
    reported = [_report(street, number) for number in range(11)]
    _, accepted, appointed, visited, repaired, confirmed, rejected, again, disputed, taken, closed = reported
    builder, why = act(street.developer), schemas.DefectReason(text="住户自行改动过水管")
    for number in (accepted, appointed, visited, repaired, confirmed, rejected, again):
        repairing.accept(builder, number[0])
    coming = schemas.Appointment(visit_at=clock.now() + timedelta(days=1), text="请家里留人")
    repairing.appoint(builder, appointed[0], coming)
    repairing.visit(builder, visited[0], schemas.VisitForm(text="看过了，是角阀老化"))
    for number, (fen, payer) in zip(
        (repaired, confirmed, rejected, again),
        ((None, Payer.BUILDER), (8_500, Payer.BUILDER), (32_000, Payer.CONTRACTOR), (12_000, Payer.BUILDER)),
        strict=True,
    ):
        _repair(street, number[0], fen, payer)
    for number in (confirmed, again):
        reporting.confirm(act(number[1]), number[0])
    reporting.rate(act(confirmed[1]), confirmed[0], schemas.Rating(stars=5, text="来得快，修得好"))
    reporting.reject(act(rejected[1]), rejected[0], schemas.Rejection(text="还在渗水"))
    reporting.reopen(act(again[1]), again[0], schemas.Rejection(text="又关不上了"))
    repairing.dispute(builder, disputed[0], why)
    reporting.withdraw(act(taken[1]), taken[0])
    overseeing.close(act(street.officer), closed[0], schemas.DefectReason(text="不属于保修范围，已告知住户"))
    _share(street, [one for one in (reported[0], accepted, appointed) if _leaks(one[2])])
    for one in reported:
        defectlists.count(one[0])


def _leaks(number: int) -> bool:
    return FAULTS[number % len(FAULTS)][0] is Category.LEAK


def _report(street: Street, number: int) -> tuple[str, Principal, int]:
    label, owner = street.owners[number % len(street.owners)]
    home = homes.get(home_id(street.estate_id, label))
    rooms = estates.get(street.estate_id).house_type(home.house_type).rooms
    category, severity, room, text = FAULTS[number % len(FAULTS)]
    form = schemas.Report(
        category=category,
        severity=severity,
        spot=schemas.SpotForm(room=room if room in rooms else rooms[0], x=0.3, y=0.6),
        text=text,
        photos=[_photo(owner, f"BEFORE {number + 1}")],
    )
    return reporting.report(act(owner), home.id, form).id, owner, number


def _repair(street: Street, defect_id: str, fen: int | None, payer: Payer) -> None:
    after = [_photo(street.developer, "AFTER")]
    done = schemas.RepairForm(after=after, text="已更换配件并试水", cost_fen=fen, payer=payer)
    repairing.repaired(act(street.developer), defect_id, done)


def _share(street: Street, members: list[tuple[str, Principal, int]]) -> None:
    form = schemas.IssueForm(category=Category.LEAK, title="1号楼卫生间立管接口渗水")
    issue = gathering.open_issue(act(street.developer), street.estate_id, form)
    for defect_id, owner, _ in members:
        gathering.join(act(owner), issue.id, schemas.IssueJoin(defect_id=defect_id))
    news = schemas.IssueNews(text="已查明是一批接口老化，下周逐户更换")
    gathering.tell(act(street.developer), issue.id, news)


def _photo(owner: Principal, words: str) -> str:
    """A picture that cannot be taken for a real home."""
    picture = Image.new("RGB", (900, 600), "#f2efe8")
    draw = ImageDraw.Draw(picture)
    draw.line((450, 0, 430, 600), fill="#8a8478", width=4)
    draw.text((360, 280), f"SAMPLE PHOTO - {words}", fill="#5a564e")
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=80)
    return sent(owner, kept.getvalue(), "现场.jpg", "image/jpeg", "site-photo")
