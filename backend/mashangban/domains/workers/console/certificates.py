"""Certificates: what waits for a check, what runs out, one certificate beside its photo."""

from dataclasses import dataclass

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Flash,
    Link,
    Row,
    Table,
    Tone,
)
from mashangban.domains.workers import permissions
from mashangban.domains.workers.console import places
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.rules import wording
from mashangban.domains.workers.schemas.certificates import (
    CheckForm,
    LicenceListQuery,
    LicenceView,
    ProjectLicenceRow,
)
from mashangban.domains.workers.service import certificates as service
from mashangban.domains.workers.service import exporting
from mashangban.domains.workers.terms.skills import CertificateState, Standing
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/workers/certificates"
TONES = {Standing.ENTERED: Tone.WARN, Standing.CHECKED: Tone.GOOD, Standing.REFUSED: Tone.BAD}
_CRUMBS = (Link("工人证书", HOME),)
_SHOWN = (
    Choice("", "全部（按到期日）"),
    Choice("waiting", "待核对"),
    Choice("soon", "60 天内到期"),
    Choice("expired", "已过期"),
)
_COLUMNS = (
    Column("worker", "工人"),
    Column("title", "证书"),
    Column("number", "证号", kind="code"),
    Column("until", "有效期到", kind="date"),
    Column("state", "证书状态"),
    Column("standing", "核对"),
    Column("project", "项目"),
)
_NOTHING: Page[ProjectLicenceRow] = Page([])


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which certificates: of one project or one county, and which of them."""

    where: str
    query: LicenceListQuery

    @property
    def filters(self) -> dict[str, str]:
        return {"where": self.where, "show": self.query.show or ""}


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_CERTIFICATES, template="console/list.html")
def certificates(call: PageCall) -> View:
    known = places.known(call.actor, permissions.LIST_CERTIFICATES)
    asked = _asked(call, known)
    found = service.at(call.actor, asked.where, asked.query) if asked.where else _NOTHING
    table = Table(
        name="certificates",
        caption="工人证书",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的证书", "工人在手机“我的证书”里登记后，会出现在他上工的项目里。"),
        path=HOME,
        filters=(
            Filter("where", places.label(asked.where), value=asked.where, choices=known),
            Filter("show", "看哪些", value=asked.query.show or "", choices=_SHOWN),
        ),
        cursor=asked.query.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, asked.filters) if found.items else (),
    )
    return View("工人证书", {"list": table, "links": ()})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST_CERTIFICATES, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    asked = _asked(call, places.known(call.actor, permissions.LIST_CERTIFICATES))
    if not asked.where:
        raise NotFound()
    content = exporting.export_certificates(call.actor, asked.where, asked.query, kind)
    return downloads.download(content, f"工人证书.{name}", kind)


@pages.route(HOME + "/{certificate_id}", methods=["GET"])
@page(permission=permissions.VIEW_CERTIFICATES, template="workers/certificate.html")
def certificate(call: PageCall, certificate_id: str) -> View:
    shown = service.show(call.actor, certificate_id)
    context = {
        "certificate": shown,
        "badge": Cell(shown.standing_label, tone=TONES.get(shown.standing, Tone.PLAIN)),
        "facts": _facts(shown),
        "states": tuple(Choice(one.value, one.label) for one in CertificateState),
    }
    return View(f"{shown.name_masked}的{shown.title}证", context, crumbs=_CRUMBS)


@pages.route(HOME + "/{certificate_id}/check", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CHECK_CERTIFICATES, once=TABLE, again=HOME + "/{id}")
def check(call: PageCall, certificate_id: str) -> Go:
    given = Form.read(call.body)
    where = f"{HOME}/{certificate_id}"
    done = attempt(lambda: service.check(call.act, certificate_id, given.parse(CheckForm)))
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, done.standing_label, "结果已经告诉工人。"))


def _asked(call: PageCall, known: tuple[Choice, ...]) -> _Asked:
    given = call.request.query
    shown = given.get("show") if given.get("show") in {one.value for one in _SHOWN} else ""
    query = LicenceListQuery.model_validate(
        {"show": shown or None, "cursor": given.get("cursor") or None, "limit": 20}
    )
    return _Asked(regions.chosen(call.request.query.get("where"), known), query)


def _row(one: ProjectLicenceRow) -> Row:
    return Row(
        f"{HOME}/{one.id}",
        {
            "worker": Cell(one.worker_name_masked, sub=one.employer.name),
            "title": Cell(one.title),
            "number": Cell(one.number_masked),
            "until": Cell(_until(one), tone=Tone.BAD if one.expired else None),
            "state": Cell(one.state_label),
            "standing": Cell(one.standing_label, tone=TONES.get(one.standing, Tone.PLAIN)),
            "project": Cell(one.project.name),
        },
    )


def _until(one: ProjectLicenceRow) -> str:
    if one.valid_until is None:
        return "长期"
    return f"{one.valid_until}（已过期）" if one.expired else str(one.valid_until)


def _facts(one: LicenceView) -> list[Fact]:
    until = wording.day(one.valid_until) if one.valid_until else "长期"
    checked = one.check
    lines = [
        Fact("工人", one.name_masked),
        Fact("证书", f"{one.class_code} {one.title}"),
        Fact("证号", one.number, "工人登记"),
        Fact("有效期到", until, "工人登记"),
        Fact("证书状态", f"{one.state.value} {one.state_label}"),
    ]
    if checked is not None:
        lines.append(Fact("核对", f"{checked.by}，{clock.spoken(checked.at)}{_note(checked.note)}"))
    return lines


def _note(note: str) -> str:
    return f"；{note}" if note else ""
