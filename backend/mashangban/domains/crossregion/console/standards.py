"""An item written by hand on the console: a new one, and the next edition of its standard."""

from typing import Any, Literal

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Field, Flash, Tone
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.console import alliances as shell
from mashangban.domains.crossregion.console.items import HOME, ONE, crumbs
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.rules.itemsheet import listed
from mashangban.domains.crossregion.schemas.items import EditionForm, ItemLine, StandardView
from mashangban.domains.crossregion.service import alliances, batches
from mashangban.domains.crossregion.service import items as service
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Place

pages = Blueprint(__name__)
_NEW = shell.ONE + "/new-item"
_Kind = Literal["text", "textarea"]
_CODE: tuple[str, str, str, _Kind] = ("code", "事项编码", "联盟清单里的编码，如 TB-001", "text")
_FIELDS: tuple[tuple[str, str, str, _Kind], ...] = (
    ("name", "事项名称", "", "text"),
    ("result", "结果名称", "如 营业执照", "text"),
    ("days", "承诺工作日", "到作出决定为止", "text"),
    ("modes", "办理方式", "全程网办、代收代办、多地联办，用顿号隔开", "text"),
    ("zones", "参加地区代码", "用顿号隔开；每个地区都要同意", "text"),
    ("papers", "材料", "每行一份", "textarea"),
)


@pages.route(_NEW, methods=["GET"])
@page(permission=permissions.KEEP_ALLIANCE, template="console/form.html")
def new_item(call: PageCall, alliance_id: str) -> View:
    one = alliances.show(alliance_id)
    call.actor.reach(permissions.KEEP_ALLIANCE).require(Place(one.lead))
    members = "、".join(zone.region for zone in one.zones if zone.left_on is None)
    known = {"zones": members, "name": (call.request.query.get("name") or "")[:60]}
    return _new(alliance_id, dict.fromkeys(_names(_CODE, *_FIELDS), "") | known)


@pages.route(_NEW, methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.KEEP_ALLIANCE,
    template="console/form.html",
    once=TABLE,
    again=shell.AGAIN + "/items",
)
def add_item(call: PageCall, alliance_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: batches.add_one(call.act, alliance_id, given.parse(ItemLine, **_listed(given))))
    if isinstance(done, AppError):
        return _new(alliance_id, {name: given.one(name) for name in _names(_CODE, *_FIELDS)}, done)
    return Go(
        HOME.format(alliance_id=alliance_id),
        Flash(Tone.GOOD, "事项已登记", "几秒钟内列在这里；每个参加的地区都同意后可以办。"),
    )


@pages.route(ONE + "/edit", methods=["GET"])
@page(permission=permissions.KEEP_ALLIANCE, template="console/form.html")
def edit_item(call: PageCall, alliance_id: str, code: str) -> View:
    shown = service.at_desk_one(call.actor, alliance_id, code)
    return _edition(alliance_id, code, _typed(shown.proposed or shown.shown))


@pages.route(ONE + "/edit", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ALLIANCE, template="console/form.html", once=TABLE, again=shell.HOME)
def propose(call: PageCall, alliance_id: str, code: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(
        lambda: service.propose(call.act, alliance_id, code, given.parse(EditionForm, **_listed(given)))
    )
    if isinstance(done, AppError):
        return _edition(alliance_id, code, {name: given.one(name) for name in _names(*_FIELDS)}, done)
    return Go(
        ONE.format(alliance_id=alliance_id, code=code),
        Flash(Tone.GOOD, "新标准已提出", "各地都同意后生效；在那以前按现在的标准办。"),
    )


def _listed(given: Form) -> dict[str, Any]:
    papers = [line.strip() for line in given.one("papers").splitlines() if line.strip()]
    return {"modes": listed(given.one("modes")), "zones": listed(given.one("zones")), "papers": papers}


def _typed(now: StandardView) -> dict[str, str]:
    return {
        "name": now.name,
        "result": now.result,
        "days": str(now.days),
        "modes": "、".join(now.mode_labels),
        "zones": "、".join(now.zones),
        "papers": "\n".join(now.papers),
    }


def _new(alliance_id: str, typed: dict[str, str], refused: AppError | None = None) -> View:
    context = {
        "fields": tuple(_field(*one, typed, refused) for one in (_CODE, *_FIELDS)),
        "action": _NEW.format(alliance_id=alliance_id),
        "back": shell.ONE.format(alliance_id=alliance_id),
        "submit": "登记",
    }
    return _written("登记一个事项", alliance_id, context, refused)


def _edition(alliance_id: str, code: str, typed: dict[str, str], refused: AppError | None = None) -> View:
    where = ONE.format(alliance_id=alliance_id, code=code)
    context = {
        "fields": tuple(_field(*one, typed, refused) for one in _FIELDS),
        "action": f"{where}/edit",
        "back": where,
        "submit": "提出新标准",
    }
    return _written("提出新标准", alliance_id, context, refused)


def _written(title: str, alliance_id: str, context: dict[str, Any], refused: AppError | None) -> View:
    whole = context | {"key": ids.new_id(), "hidden": {}, "refused": refused}
    return View(title, whole, crumbs=crumbs(alliance_id, items=True))


def _field(
    name: str, label: str, hint: str, kind: _Kind, typed: dict[str, str], refused: AppError | None
) -> Field:
    wide = name in ("zones", "papers")
    must = name != "papers"
    wrong = error_of(refused, name)
    return Field(name, label, typed[name], kind=kind, required=must, hint=hint, error=wrong, full=wide)


def _names(*fields: tuple[str, str, str, _Kind]) -> tuple[str, ...]:
    return tuple(name for name, *_ in fields)
