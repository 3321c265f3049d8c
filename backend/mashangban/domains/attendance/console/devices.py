"""The gates of a project: registered, replaced, revoked; when each was last heard of, and how its clock goes."""

from mashangban.console.forms import FORM, Form, attempt, error_of, parse
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Field, Flash, Link, Tone
from mashangban.domains.attendance import permissions, schemas
from mashangban.domains.attendance.console.projects import CRUMBS, PROJECTS
from mashangban.domains.attendance.models import TABLE
from mashangban.domains.attendance.service import devices
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, ListQuery

pages = Blueprint(__name__)
_HOME = PROJECTS + "/{project_id}/devices"


@pages.route(_HOME, methods=["GET"])
@page(permission=permissions.VIEW_DEVICES, template="attendance/devices.html")
def listed(call: PageCall, project_id: str) -> View:
    return _view(call, project_id, None, {})


@pages.route(_HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_DEVICES, template="attendance/devices.html", once=TABLE, again=PROJECTS)
def register(call: PageCall, project_id: str) -> View:
    given = Form.read(call.body)
    done = attempt(lambda: devices.register(call.act, project_id, given.parse(schemas.DeviceForm)))
    if isinstance(done, AppError):
        return _view(call, project_id, done, {name: given.one(name) for name in given.values})
    return _key_view(project_id, done)


@pages.route(_HOME + "/{device_id}/rotation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_DEVICES, template="attendance/key.html", once=TABLE, again=PROJECTS)
def rotate(call: PageCall, project_id: str, device_id: str) -> View | Go:
    done = attempt(lambda: devices.rotate(call.act, device_id))
    if isinstance(done, AppError):
        return Go(_HOME.format(project_id=project_id), Flash(Tone.BAD, done.title, done.next or ""))
    return _key_view(project_id, done)


@pages.route(_HOME + "/{device_id}/revocation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_DEVICES, once=TABLE, again=PROJECTS)
def revoke(call: PageCall, project_id: str, device_id: str) -> Go:
    devices.revoke(call.act, device_id)
    told = Flash(Tone.GOOD, "设备已停用", "它以前上传的记录都保留着。")
    return Go(_HOME.format(project_id=project_id), told)


def _view(call: PageCall, project_id: str, refused: AppError | None, typed: dict[str, str]) -> View:
    query = parse(ListQuery, call.request.query, limit=50)
    found = devices.list_devices(call.actor, project_id, query.page)
    home = _HOME.format(project_id=project_id)
    context = {
        "devices": found.items,
        "manages": call.actor.holds(permissions.MANAGE_DEVICES),
        "fields": _fields(refused, typed),
        "refused": refused,
        "home": home,
        "key": ids.new_id(),
    }
    crumbs = (*CRUMBS, Link("项目", f"{PROJECTS}/{project_id}"))
    return View(
        "考勤设备",
        context,
        crumbs=crumbs,
        status=refused.status if refused else 200,
        template="attendance/devices.html",
    )


def _key_view(project_id: str, done: schemas.DeviceKey) -> View:
    home = _HOME.format(project_id=project_id)
    crumbs = (*CRUMBS, Link("考勤设备", home))
    return View(
        f"{done.device.name}的密钥",
        {"shown": done, "home": home},
        crumbs=crumbs,
        template="attendance/key.html",
    )


def _fields(refused: AppError | None, typed: dict[str, str]) -> list[Field]:
    return [
        Field(
            "name",
            "设备名称",
            typed.get("name", ""),
            required=True,
            hint="如：东门闸机",
            error=error_of(refused, "name"),
        ),
        Field("spot", "安装位置", typed.get("spot", ""), required=True, error=error_of(refused, "spot")),
        Field(
            "late_days",
            "断网后最迟几天补传",
            typed.get("late_days", "7"),
            required=True,
            hint="1 到 30",
            error=error_of(refused, "late_days"),
        ),
    ]
