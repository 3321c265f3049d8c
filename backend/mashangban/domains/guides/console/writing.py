"""An item as its office writes it: a new one, and the next edition of one that stands."""

from typing import Literal

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Choice, Field, Flash, Tone
from mashangban.domains.guides import permissions
from mashangban.domains.guides.console.items import AGAIN, CRUMBS, HOME, ONE
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.rules import itemlines as lines
from mashangban.domains.guides.schemas import GuideContent, GuideForm
from mashangban.domains.guides.service import items, reading
from mashangban.domains.guides.terms import GuideKind, GuideLevel
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
_NEW = (
    ("region", "地区代码", "省两位、市四位、区县六位，如 330106；起草后不能改"),
    ("code", "事项编码", "目录里的编码，如 11330106002490000X4330125001000；起草后不能改"),
)
# What an office writes: name, label, hint, kind.
_FIELDS: tuple[tuple[str, str, str, Literal["text", "textarea", "select", "date"]], ...] = (
    ("name", "事项名称", "", "text"),
    ("words", "别名", lines.HINTS["words"], "text"),
    ("kind", "类型", "", "select"),
    ("level", "行使层级", "", "select"),
    ("department", "部门", "", "text"),
    ("phone", "咨询电话", "", "text"),
    ("complaints", "投诉电话", "", "text"),
    ("audience", "谁能办", lines.HINTS["audience"], "text"),
    ("themes", "生活主题", lines.HINTS["themes"], "text"),
    ("basis", "依据", lines.HINTS["basis"], "textarea"),
    ("conditions", "什么条件能办", "用大家看得懂的话", "textarea"),
    ("materials", "材料", lines.HINTS["materials"], "textarea"),
    ("steps", "办理步骤", lines.HINTS["steps"], "textarea"),
    ("places", "去哪里办", lines.HINTS["places"], "textarea"),
    ("online", "网上怎么办", "不能网上办就不写", "text"),
    ("legal_days", "法定时限（工作日）", "没有规定就不写", "text"),
    ("promised_days", "承诺时限（工作日）", "当场办写 0", "text"),
    ("visits", "要跑几次", "一次不用跑写 0", "text"),
    ("fee", "收费（元）", "不收费写 0", "text"),
    ("fee_note", "收费依据", "", "text"),
    ("result", "办成后得到什么", "如：食品经营许可证", "text"),
    ("valid_from", "从哪天起有效", "", "date"),
    ("valid_until", "到哪天为止", "长期有效就不填", "date"),
)
_NEEDED = {"name", "kind", "level", "department", "valid_from"}
_CHOICES = {
    "kind": tuple(Choice(one.value, one.label) for one in GuideKind),
    "level": tuple(Choice(one.value, one.label) for one in GuideLevel),
}
_LISTS = {
    "words": lines.words,
    "audience": lines.audience,
    "themes": lines.themes,
    "basis": lines.basis,
    "materials": lines.materials,
    "steps": lines.steps,
    "places": lines.places,
}
_FEN = 100


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP_ITEMS, template="console/form.html")
def new_item(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    typed = {"region": region, "valid_from": clock.local_date(call.at).isoformat(), "visits": "1", "fee": "0"}
    return _writing("起草事项", f"{HOME}/new", HOME, typed, begun=False)


@pages.route(HOME + "/new", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ITEMS, template="console/form.html", once=TABLE, again=AGAIN)
def draft_item(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: items.draft(call.act, given.parse(GuideForm, content=_content(given))))
    if isinstance(done, AppError):
        return _writing("起草事项", f"{HOME}/new", HOME, _typed(given), done, begun=False)
    return Go(
        ONE.format(item_id=done.id),
        Flash(Tone.GOOD, "草稿已保存", "看过没问题，就点“提交审核”。"),
    )


@pages.route(ONE + "/draft", methods=["GET"])
@page(permission=permissions.KEEP_ITEMS, template="console/form.html")
def edit_item(call: PageCall, item_id: str) -> View:
    shown = reading.work(call.actor, item_id, clock.local_date(call.at))
    where = ONE.format(item_id=item_id)
    return _writing("修改事项", f"{where}/draft", where, _plain(shown.content))


@pages.route(ONE + "/draft", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ITEMS, template="console/form.html", once=TABLE, again=AGAIN)
def save_item(call: PageCall, item_id: str) -> View | Go:
    given, where = Form.read(call.body), ONE.format(item_id=item_id)
    done = attempt(lambda: items.edit(call.act, item_id, _content(given)))
    if isinstance(done, AppError):
        return _writing("修改事项", f"{where}/draft", where, _typed(given), done)
    return Go(where, Flash(Tone.GOOD, "草稿已保存", "手机上还是原来那一版，同事审核公布后才换。"))


def _content(given: Form) -> GuideContent:
    """What the office wrote, as the API's own shape. Raises ItemUnready, Invalid."""
    read: dict[str, object] = {name: reader(given.one(name)) for name, reader in _LISTS.items()}
    read["no_materials"] = lines.none_needed(given.one("materials"))
    return given.parse(GuideContent, **read, fee_fen=_fen(given.one("fee")))


def _fen(text: str) -> object:
    """Yuan as fen; what is no number is left for the shape to refuse."""
    whole, _, rest = (text or "0").partition(".")
    digits = f"{whole}{rest:0<2}"
    return int(digits) if digits.isdecimal() and len(rest) <= len(str(_FEN)) - 1 else text


def _plain(one: GuideContent) -> dict[str, str]:
    """An item as the fields of the form."""
    plain = {name: getattr(one, name) for name, *_ in _FIELDS if name in GuideContent.model_fields}
    texts = {name: "" if value is None else str(value) for name, value in plain.items()}
    return texts | lines.written(one) | {"fee": f"{one.fee_fen / _FEN:.2f}".removesuffix(".00")}


def _typed(given: Form) -> dict[str, str]:
    return {name: given.one(name) for name in (*(one[0] for one in _NEW), *(one[0] for one in _FIELDS))}


def _writing(
    title: str,
    action: str,
    back: str,
    typed: dict[str, str],
    refused: AppError | None = None,
    *,
    begun: bool = True,
) -> View:
    own = [Field(name, label, typed.get(name, ""), required=True, hint=hint) for name, label, hint in _NEW]
    context: dict[str, object] = {
        "fields": (*([] if begun else own), *(_field(*one, typed, refused) for one in _FIELDS)),
        "action": action,
        "back": back,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存草稿",
    }
    return View(title, context, crumbs=CRUMBS)


def _field(
    name: str,
    label: str,
    hint: str,
    kind: Literal["text", "textarea", "select", "date"],
    typed: dict[str, str],
    refused: AppError | None,
) -> Field:
    return Field(
        name,
        label,
        typed.get(name, ""),
        kind=kind,
        required=name in _NEEDED,
        hint=hint,
        error=error_of(refused, "fee_fen" if name == "fee" else name),
        choices=_CHOICES.get(name, ()),
        full=kind == "textarea",
    )
