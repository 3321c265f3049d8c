"""A draft played over the region's enterprises: who gains, who loses, what it costs."""

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import Chart, Link, Series, Tile, Tone
from mashangban.domains.policies import permissions
from mashangban.domains.policies.console import items
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas.replays import CountView, GroupView, ReplayForm, ReplayView
from mashangban.domains.policies.service import drafting, replaying
from mashangban.domains.policies.terms.items import ReplayState
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
_ALL = items.HOME + "/{policy_id}/replays"


@pages.route(_ALL, methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_POLICIES, once=TABLE, again=items.HOME + "/{policy_id}/replays/{id}")
def begin(call: PageCall, policy_id: str) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: replaying.begin(call.act, policy_id, given.parse(ReplayForm)))
    if isinstance(done, AppError):
        return Go(f"{items.HOME}/{policy_id}", refusal(done))
    return Go(f"{items.HOME}/{policy_id}/replays/{done.id}")


@pages.route(_ALL + "/{replay_id}", methods=["GET"])
@page(permission=permissions.EDIT_POLICIES, template="policies/replay.html")
def show(call: PageCall, policy_id: str, replay_id: str) -> View:
    policy = drafting.view(call.act, policy_id)
    run = replaying.show(call.actor, policy_id, replay_id)
    home = f"{items.HOME}/{policy_id}"
    context = {
        "run": run,
        "running": run.state is ReplayState.RUNNING,
        "stale": policy.draft != run.draft,
        "tiles": _tiles(run.total),
        "charts": _charts(run),
        "groups": [(title, rows) for title, rows in _groups(run) if rows],
        "here": f"{home}/replays/{replay_id}",
        "home": home,
    }
    title = f"试算第 {run.draft} 版草稿"
    return View(title, context, crumbs=(*items.CRUMBS, Link(policy.content.title, home)))


def _tiles(total: CountView) -> list[Tile]:
    more = total.cost_after - total.cost_before
    return [
        Tile("新增享受", f"{total.gains:,}", "家", tone=Tone.GOOD),
        Tile("不再享受", f"{total.loses:,}", "家", tone=Tone.BAD if total.loses else Tone.PLAIN),
        Tile("继续享受", f"{total.keeps:,}", "家"),
        Tile("缺数据，还不能判断", f"{total.undecided:,}", "家", note=f"共看了 {total.seen:,} 家"),
        Tile(
            "要花",
            yuan(total.cost_after).removesuffix("元"),
            "元",
            note=f"比现在{'多' if more >= 0 else '少'} {yuan(abs(more))}",
            tone=Tone.ACCENT,
        ),
    ]


def _charts(run: ReplayView) -> list[Chart]:
    found = [("各地区", run.by_county), ("各类企业", run.by_word)]
    return [_chart(title, rows) for title, rows in found if len(rows) > 1]


def _chart(title: str, rows: list[GroupView]) -> Chart:
    series = (
        Series("新增享受", tuple(one.count.gains for one in rows)),
        Series("不再享受", tuple(one.count.loses for one in rows)),
        Series("继续享受", tuple(one.count.keeps for one in rows)),
    )
    return Chart(title, "bar", "家", tuple(one.label for one in rows), series)


def _groups(run: ReplayView) -> list[tuple[str, list[GroupView]]]:
    return [("按地区", run.by_county), ("按企业类别", run.by_word)]
