"""Pictures and the film of a pair: one is chosen, looked at, described; a film gets its cover first."""

from urllib.parse import urlencode

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Field, Flash, Link, Tone
from mashangban.domains.answers import permissions
from mashangban.domains.answers.console import pairs
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import AnswerMediumForm
from mashangban.domains.answers.service import authoring, picturing
from mashangban.files import service as files
from mashangban.files.schemas import FileView
from mashangban.files.terms import IMAGES, ContentType
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
AT = pairs.HOME + "/{pair_id}/media"
_PAGE = "answers/media.html"


@pages.route(AT, methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template=_PAGE)
def chosen(call: PageCall, pair_id: str) -> View:
    asked = call.request.query
    return _view(call, pair_id, asked.get("file", ""), asked.get("cover", ""), "", None)


@pages.route(AT, methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_PAIRS, template=_PAGE, once=TABLE, again=AT.format(pair_id="{id}"))
def attach(call: PageCall, pair_id: str) -> Go | View:
    given = Form.read(call.body)
    done = attempt(lambda: picturing.attach(call.act, pair_id, given.parse(AnswerMediumForm)))
    if isinstance(done, AppError):
        return _view(call, pair_id, given.one("file_id"), given.one("cover_id"), given.one("described"), done)
    return Go(
        AT.format(pair_id=pair_id), Flash(Tone.GOOD, "已放到草稿里", "提交审核、同事通过后大家才看到。")
    )


@pages.route(AT + "/removal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_PAIRS, once=TABLE, again=AT.format(pair_id="{id}"))
def detach(call: PageCall, pair_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        AT.format(pair_id=pair_id),
        lambda: picturing.detach(call.act, pair_id, given.one("file_id")),
        "已从草稿里拿掉",
    )


def _view(
    call: PageCall, pair_id: str, file_id: str, cover_id: str, described: str, refused: AppError | None
) -> View:
    shown, home = authoring.view(call.actor, pair_id), AT.format(pair_id=pair_id)
    file = files.show(call.act, file_id) if file_id else None
    cover = files.show(call.act, cover_id) if cover_id else None
    film = file is not None and file.content_type == ContentType.MP4
    context = {
        "pair": shown,
        "file": file,
        "film": film,
        "cover": cover,
        "waiting": any(one.state in ("arrived", "announced") for one in (file, cover) if one),
        "lost": any(not _usable(one) for one in (file, cover) if one),
        "cover_wanted": film and (cover is None or cover.content_type not in IMAGES),
        "described": Field("described", "上面是什么", described, required=True, full=True,
                           error=error_of(refused, "described"),
                           hint="看不见的人听这一句，如：工资条上“实发”在右下角"),
        "refused": refused,
        "home": home,
        "fresh": ids.new_id,
        "mine": f"{home}?{urlencode(dict(call.request.query))}",
        "limit": MOST_POSTED,
    }  # fmt: skip
    crumbs = (*pairs.CRUMBS, Link("这一条", f"{pairs.HOME}/{pair_id}"))
    return View(
        "图片和短片", context, crumbs=crumbs, status=refused.status if refused else 200, pictures=True
    )


def _usable(one: FileView) -> bool:
    return one.state in ("announced", "arrived", "usable")
