"""Every page of the browser app with a small world to stand in."""

from __future__ import annotations

import json
from typing import Any

from tests.miniprogram.answers import SCREENS as ASKED
from tests.miniprogram.appointments import SCREENS as HALLS
from tests.miniprogram.attendance import CODE as ATTENDANCE_CODE
from tests.miniprogram.attendance import DAY
from tests.miniprogram.crossregion import SCREENS as CROSSINGS
from tests.miniprogram.homes import DOOR, HEIR, OFFER
from tests.miniprogram.matters import SCREENS as HANDLED
from tests.miniprogram.money import bank_card
from tests.miniprogram.screen import Screen
from tests.miniprogram.seals import SCREENS as SEALED
from tests.miniprogram.sharings import SCREENS as SHARINGS
from tests.miniprogram.skills import HISTORY_CODE, TRAINING_CODE
from tests.miniprogram.wages import furnish_wages
from tests.miniprogram.world import CODE, SHA, TIMES, World, authorisation, contract, person

__all__ = ["SCREENS", "Screen", "furnish", "remember", "stored", "stored_text"]
STAFF = ("labour_clerk", "operator")
OFFICER = ("county_officer",)


SCREENS = {
    "home": Screen("pages/home/index", "有合同等您签字"),
    "home-signed-out": Screen("pages/home/index", "登录后，您的合同都在这里", signed_in=False),
    "home-staff": Screen("pages/home/index", "份合同等单位盖章", STAFF),
    "matters": Screen("pages/matters/index", "没有更多了"),
    "inbox": Screen("pages/inbox/index", "合同已盖章"),
    "me": Screen("pages/me/index", "退出登录"),
    "sign-in": Screen("pages/sign-in/index", "登录码上办", signed_in=False),
    "real-name": Screen("pages/real-name/index", "实名认证授权", verified=False),
    "devices": Screen("pages/devices/index", "全部退出"),
    "my-data": Screen("pages/my-data/index", "申请删除"),
    "data-rules": Screen("mydata/pages/rules/index", "您有什么权利", signed_in=False),
    "verify": Screen("pages/verify/index?code=V8XK2P", "查到了，已盖章", signed_in=False),
    "about": Screen("pages/about/index", "几件要知道的事"),
    "join": Screen(f"workers/pages/join/index?code={CODE}", "谁雇您", signed_in=False),
    "join-revoked": Screen("workers/pages/join/index?code=OLDCODE", "这个班组码不能用了", signed_in=False),
    "apply": Screen(f"workers/pages/apply/index?code={CODE}", "您干哪个工种"),
    "read": Screen("workers/pages/read/index?id=c1", "谁和谁签"),
    "sign": Screen("workers/pages/sign/index?id=c1", "写上您的名字"),
    "contract-offered": Screen("workers/pages/contract/index?id=c1", "看合同，去签字"),
    "contract-waiting": Screen("workers/pages/contract/index?id=c2", "待单位盖章"),
    "contract-sealed": Screen("workers/pages/contract/index?id=c3", "工钱从每天350元改为每天380元"),
    "amend": Screen("workers/pages/amend/index?id=c3", "您想办什么"),
    "log": Screen("workers/pages/log/index?id=c3", "保存回执"),
    "projects": Screen("workers/pages/projects/index", "待盖章", STAFF),
    "project": Screen("workers/pages/project/index?id=pr1", "新建班组", STAFF),
    "site": Screen("workers/pages/site/index?project=pr1", "投诉和求助电话", STAFF),
    "pending": Screen("workers/pages/pending/index?project=pr1&state=worker_signed", "全选", STAFF),
    "review": Screen("workers/pages/review/index?id=c4", "同意，盖章", STAFF),
    "team": Screen("workers/pages/team/index?id=t1", "谁来了", STAFF),
    "team-edit": Screen("workers/pages/team-edit/index?project=pr1", "哪个单位的班组", STAFF),
    "team-code": Screen("workers/pages/team-code/index?id=t1", "第 1 版", STAFF),
    "authorisations": Screen("workers/pages/authorisations/index", "收回授权", STAFF),
    "certificates": Screen("workers/pages/certificates/index", "架子工（普通脚手架）"),
    "certificate": Screen("workers/pages/certificate/index?id=z1", "证延期了，更新"),
    "certificate-check": Screen("workers/pages/certificate/index?id=z2", "核对不上", STAFF),
    "certificate-edit": Screen("workers/pages/certificate-edit/index", "证书照片"),
    "trainings": Screen("workers/pages/trainings/index", "参加了，确认"),
    "attend": Screen(f"workers/pages/attend/index?code={TRAINING_CODE}", "我参加了，签到"),
    "attend-signed-out": Screen(
        f"workers/pages/attend/index?code={TRAINING_CODE}", "先登录、实名，再签到", signed_in=False
    ),
    "site-trainings": Screen("workers/pages/site-trainings/index?project=pr1", "登记一次培训", STAFF),
    "training-edit": Screen("workers/pages/training-edit/index?project=pr1", "登记，出签到码", STAFF),
    "training": Screen("workers/pages/training/index?id=p1", "从班组里选参加的人", STAFF),
    "history": Screen("workers/pages/history/index", "出示给人看"),
    "share": Screen("workers/pages/share/index", "给人看多久"),
    "shares": Screen("workers/pages/shares/index", "什么时候看的"),
    "shared": Screen(f"workers/pages/shared/index?code={HISTORY_CODE}", "本人出示", signed_in=False),
    "shared-ended": Screen("workers/pages/shared/index?code=OLDCODE", "这个码已经过期", signed_in=False),
    "card": Screen("payments/pages/card/index", "**** 0128"),
    "card-none": Screen("payments/pages/card/index", "下一步，再核对一遍"),
    "card-refused": Screen("payments/pages/card/index", "银行说这张卡和您的姓名对不上"),
    "card-shared": Screen("payments/pages/card/index", "这张卡有别人也登记了"),
    "arrivals": Screen("payments/pages/arrivals/index", "没有到账的原因：账号户名不符"),
    "wages": Screen("wages/pages/mine/index", "2026年10月"),
    "wages-line": Screen("wages/pages/line/index?id=w1", "没错，去签字"),
    "wages-line-changed": Screen("wages/pages/line/index?id=w2", "工资有改动，请看清"),
    "wages-line-objected": Screen("wages/pages/line/index?id=w3", "不同意单位的答复"),
    "wages-line-paid": Screen("wages/pages/line/index?id=w4", "收到了"),
    "wages-sign": Screen("wages/pages/sign/index?id=w1", "写上您的名字"),
    "wages-object": Screen("wages/pages/object/index?id=w1", "加照片"),
    "wages-answer": Screen("wages/pages/answer/index?id=w5", "维持原工资", STAFF),
    "wages-assist": Screen("wages/pages/assist/index?project=pr1&team=t1", "李*根"),
    "wages-assist-sign": Screen("wages/pages/assist-sign/index?id=w1", "请工友本人说"),
    "months": Screen("arrears/pages/months/index", "已晚5个工作日"),
    "month": Screen("arrears/pages/pay/index?id=m1", "投诉没发工资"),
    "complain": Screen("arrears/pages/complain/index?id=m1", "不让单位知道是我"),
    "complaint-asked": Screen("arrears/pages/complaint/index?id=k1", "我同意"),
    "complaint-paid": Screen("arrears/pages/complaint/index?id=k2", "没解决，继续办"),
    "late": Screen("arrears/pages/late/index?project=pr1", "答复怎么发", STAFF),
    "accused": Screen("arrears/pages/accused/index?id=k1", "要求保密", STAFF),
}
CARDS = {"card": "verified", "card-refused": "refused", "card-shared": "shared"}

SCREENS |= {
    "attendance-month": Screen("attendance/pages/month/index", "已定 17天半"),
    "attendance-day": Screen(f"attendance/pages/day/index?contract=c3&day={DAY}", "您这天干了多久"),
    "attendance-day-foreman": Screen(f"attendance/pages/day/index?contract=c1&day={DAY}", "改这天的考勤"),
    "attendance-scan": Screen("attendance/pages/scan/index", "扫码打卡"),
    "attendance-scan-signed-out": Screen(
        f"attendance/pages/scan/index?code={ATTENDANCE_CODE}", "先登录、实名，再打卡", signed_in=False
    ),
    "attendance-teams": Screen("attendance/pages/teams/index", "今天没点名"),
    "attendance-roll": Screen(f"attendance/pages/roll/index?team=t1&day={DAY}", "还有 2 人没点"),
    "attendance-code": Screen("attendance/pages/code/index?team=t1", "秒后换新码"),
}

SCREENS |= {
    "screen": Screen("assistance/pages/screen/index", "让一位工作人员看您的电脑屏幕"),
    "homes": Screen("homes/pages/mine/index", "再绑一套"),
    "homes-none": Screen("homes/pages/mine/index", "还没有绑定房屋"),
    "homes-door": Screen(f"homes/pages/door/index?code={DOOR}", "是我买的，去绑定", signed_in=False),
    "homes-door-old": Screen("homes/pages/door/index?code=OLDDOOR", "旧码作废", signed_in=False),
    "homes-bind": Screen(f"homes/pages/bind/index?code={DOOR}", "购房合同编号最后 6 位"),
    "homes-offer": Screen(f"homes/pages/invitation/index?code={OFFER}", "接受，住进来"),
    "homes-offer-signed-out": Screen(
        f"homes/pages/invitation/index?code={OFFER}", "先登录、实名，再看邀请", signed_in=False
    ),
    "homes-offer-heir": Screen(f"homes/pages/invitation/index?code={HEIR}", "接受过户"),
    "home-owned": Screen("homes/pages/home/index?id=h1", "购房合同"),
    "home-rented": Screen("homes/pages/home/index?id=h2", "我不住这里了"),
    "home-leaving": Screen("homes/pages/home/index?id=h3", "不办了，撤回"),
    "home-facts": Screen("homes/pages/facts/index?id=h1&kind=material", "看材料 1"),
    "home-sheets": Screen("homes/pages/sheets/index?id=h1&own=1", "自己验一遍"),
    "home-residents": Screen("homes/pages/residents/index?id=h1", "请租客绑定"),
    "home-invite": Screen("homes/pages/invite/index?id=h1&kind=tenant", "出邀请码"),
    "defect-report": Screen("homes/pages/report/index?id=h1&category=leak&issue=g1", "提交后一起加入"),
    "defects": Screen("homes/pages/defects/index?id=h1", "等您确认（1）"),
    "defect-repaired": Screen("homes/pages/defect/index?id=d1", "修没修好您说了算"),
    "defect-disputed": Screen("homes/pages/defect/index?id=d2", "住户自己改过水管"),
    "defect-confirmed": Screen("homes/pages/defect/index?id=d3", "修得怎么样"),
    "defect-appointed": Screen("homes/pages/defect/index?id=d4", "小区有很多家一样的问题"),
    "defect-closed": Screen("homes/pages/defect/index?id=d5", "可向上一级反映"),
    "defect-not-fixed": Screen("homes/pages/not-fixed/index?id=d1&act=reject", "没修好，要重修"),
    "issues": Screen("homes/pages/issues/index?estate=es1&home=h1", "3号楼卫生间立管渗漏"),
    "issue": Screen("homes/pages/issue/index?id=g1&home=h1", "把这件加进来"),
    "promise": Screen("homes/pages/promise/index?id=b1", "一共 128 件", signed_in=False),
    "promise-few": Screen("homes/pages/promise/index?id=b0", "还看不出好坏", signed_in=False),
    "home-pass-on": Screen("homes/pages/invite/index?id=h1&kind=transfer", "过户给新业主"),
}


SCREENS |= {
    "repairs": Screen("repairs/pages/mine/index", "有 1 件已经超期", ("enterprise_admin",)),
    "repairs-nobody": Screen("repairs/pages/mine/index", "这里给维修单位用"),
    "repair": Screen("repairs/pages/repair/index?id=r1", "约上门时间", ("enterprise_admin",)),
    "repair-visited": Screen("repairs/pages/repair/index?id=r3", "上门时看到的", ("enterprise_admin",)),
    "repair-appoint": Screen("repairs/pages/appoint/index?id=r1", "要住户准备什么", ("enterprise_admin",)),
    "repair-visit": Screen(
        "repairs/pages/record/index?id=r1&act=visit", "看到什么、什么原因", ("enterprise_admin",)
    ),
    "repair-done": Screen(
        "repairs/pages/record/index?id=r3&act=repair", "上门时拍了 1 张", ("enterprise_admin",)
    ),
    "sheets": Screen("inspections/pages/mine/index?home=h1", "开始验房"),
    "sheet": Screen("inspections/pages/sheet/index?id=s1", "还有 3 处没查"),
    "sheet-finished": Screen("inspections/pages/sheet/index?id=s2", "代表单位签字", ("enterprise_admin",)),
    "sheet-room": Screen("inspections/pages/room/index?id=s1&room=客厅", "下一间：卧室"),
    "sheet-point": Screen("inspections/pages/point/index?id=s1&point=wall@客厅", "改了就存在手机里"),
    "sheet-measured": Screen("inspections/pages/point/index?id=s1&point=height@客厅", "量满 5 次自动算"),
    "me-repairer": Screen("pages/me/index", "维修任务", ("enterprise_admin",)),
}

_OFFICE = ("enterprise_admin",)
SCREENS |= {
    "policies": Screen("policies/pages/open/index", "绿色工厂奖励", signed_in=False),
    "policies-office": Screen("policies/pages/open/index", "我的企业符合哪些", _OFFICE),
    "policy": Screen("policies/pages/policy/index?id=q1", "收藏这项政策", _OFFICE),
    "policies-mine": Screen("policies/pages/mine/index", "还缺数据（1）", _OFFICE),
    "policies-nobody": Screen("policies/pages/mine/index", "这里给企业经办人用"),
    "policies-why": Screen("policies/pages/why/index?id=q1&org=u1", "现在差20万元", _OFFICE),
    "policies-facts": Screen("policies/pages/facts/index?org=u1", "参保人数不对", _OFFICE),
    "policies-calendar": Screen("policies/pages/calendar/index", "截止", signed_in=False),
    "policies-saved": Screen("policies/pages/saved/index", "这项政策不再执行"),
}

SCREENS |= {
    "public-areas": Screen("publicareas/pages/areas/index", "我报的"),
    "public-areas-signed-out": Screen("publicareas/pages/areas/index", "哪里的小区", signed_in=False),
    "public-area": Screen("publicareas/pages/area/index?id=pa1", "答应2026年11月28日", signed_in=False),
    "public-report": Screen("publicareas/pages/report/index?area=pa1", "楼道、路灯"),
    "public-fault": Screen("publicareas/pages/fault/index?id=pf1", "配件已到"),
    "public-fault-own": Screen("publicareas/pages/fault/index?id=pf2", "没修好"),
}

SCREENS |= {
    "guides": Screen("guides/pages/items/index", "您在哪里办", signed_in=False),
    "packages": Screen("guides/pages/packages/index", "我要开餐馆"),
    "package": Screen("guides/pages/package/index?id=gp1", "店里做热菜吗", signed_in=False),
    "package-poster": Screen("guides/pages/poster/index?id=gp1", "我要开餐馆", signed_in=False),
    "plan": Screen("guides/pages/plan/index?id=gl1", "办好了 0 步"),
    "plan-helped": Screen("guides/pages/plan/index?id=gl2", "正在帮您办"),
    "help-scan": Screen("guides/pages/help/index", "扫求助码", OFFICER),
    "help": Screen("guides/pages/help/index?id=gl3", "张*国：我要开餐馆", OFFICER),
    **ASKED,
    **HALLS,
    **CROSSINGS,
    **HANDLED,
    **SEALED,
    **SHARINGS,
    "tickets": Screen("helpdesk/pages/mine/index", "提一件事"),
    "ticket-new": Screen("helpdesk/pages/ask/index", "是哪里的事"),
    "ticket-relabelled": Screen("helpdesk/pages/ticket/index?id=t1", "类别改过"),
    "ticket-answered": Screen("helpdesk/pages/ticket/index?id=t2", "已责令三日内支付"),
    "talk-new": Screen("helpdesk/pages/begin/index", "是哪里的事"),
    "talk-waiting": Screen("helpdesk/pages/talk/index?id=k1", "前面还有 3 人"),
    "talk-going": Screen("helpdesk/pages/talk/index?id=k2", "请说一下工地和班组"),
    "talk-cards": Screen("helpdesk/pages/talk/index?id=k7", "以后才有的"),
    "talk-ended": Screen("helpdesk/pages/talk/index?id=k3", "说得怎么样"),
    "talks": Screen("helpdesk/pages/talks/index", "还没评价，点开可以补上"),
    "ticket-closed": Screen("helpdesk/pages/ticket/index?id=t3", "办得怎么样"),
}


SCREENS |= {
    "home-office": Screen("pages/home/index", "钱被银行退回，请改账户", _OFFICE),
    "claims": Screen("claims/pages/mine/index", "不用申报，确认就能领（1）", _OFFICE),
    "claims-nobody": Screen("claims/pages/mine/index", "这里给企业经办人用"),
    "claim-begin": Screen("claims/pages/begin/index?id=q3", "开始申报", _OFFICE),
    "claim-begin-unknown": Screen("claims/pages/begin/index?id=q4", "也可以申报，由部门看", _OFFICE),
    "claim-begin-not-met": Screen("claims/pages/begin/index?id=q5", "现在还不符合", _OFFICE),
    "claim-hand-in": Screen("claims/pages/hand-in/index?id=e2", "核对一遍，再提交", _OFFICE),
    "claim-hand-in-at-once": Screen("claims/pages/hand-in/index?id=e8", "什么都不用交", _OFFICE),
    "claim-licences": Screen("claims/pages/hand-in/index?id=ea", "证照库暂时没有答复", _OFFICE),
    "claim-unsealed": Screen("claims/pages/claim/index?id=e9", "重新盖章", _OFFICE),
    "claim-offered": Screen("claims/pages/claim/index?id=e1", "确认享受，填收款账户", _OFFICE),
    "claim-review": Screen("claims/pages/claim/index?id=e4", "科学技术局（部门审核）：王小红", _OFFICE),
    "claim-asked": Screen("claims/pages/claim/index?id=e3", "去补正", _OFFICE),
    "claim-refused": Screen("claims/pages/claim/index?id=e7", "部门整改：已补发理由", _OFFICE),
    "claim-paid": Screen("claims/pages/claim/index?id=e6", "钱已经到账", _OFFICE),
    "claim-agree": Screen("claims/pages/account/index?id=e1", "钱打到哪个账户", _OFFICE),
    "claim-account": Screen("claims/pages/account/index?id=e5", "退回的原因：账号户名不符", _OFFICE),
    "claim-mend": Screen("claims/pages/mend/index?id=e3", "只补这一次", _OFFICE),
    "claim-kept": Screen("claims/pages/kept/index?id=e4", "第 2 版", _OFFICE),
    "claims-open": Screen("claims/pages/open/index", "宁波样例软件有限公司", signed_in=False),
    "claim-draws": Screen("claims/pages/draws/index", "谁也挑不了抽中谁", signed_in=False),
    "claim-object": Screen("claims/pages/object/index?id=b2&region=330203", "提交异议"),
    "claim-object-out": Screen("claims/pages/object/index?id=b1&region=330203", "去登录", signed_in=False),
    "claim-object-over": Screen("claims/pages/object/index?id=b9&region=330203", "这件已经不在公示"),
    "policy-claimable": Screen("policies/pages/policy/index?id=q3", "申报", _OFFICE),
}


def furnish(world: World, screen: Screen) -> None:
    """One contract in each state that a page shows."""
    world.me = person(*screen.roles, verified=screen.verified)
    furnish_wages(world)
    sealed = contract("c3", "sealed", "amend", "answer_amendment")
    sealed["notes"] = ["您的操作资格证 20 天后到期，请及时复核"]
    sealed["amendments"] = [
        {
            "id": "m1", "kind": "change", "kind_label": "变更合同", "state": "proposed", "state_label": "待工人签字",
            "by_worker": False, "reason": "技术等级提高", "effective_on": "2026-12-01", "at": TIMES[0],
            "differences": ["工钱从每天350元改为每天380元"], "document_id": "d1", "document_sha256": SHA,
        }
    ]  # fmt: skip
    world.contracts = {
        "c1": contract("c1", "offered", "sign", "withdraw"),
        "c2": contract("c2", "worker_signed", "withdraw"),
        "c3": sealed,
        "c4": contract("c4", "worker_signed", "countersign", "refuse", worker="赵*军"),
    }
    world.authorisations = [authorisation("2027-02-21", 100, 12)]
    if SCREENS["homes-none"] is screen:
        world.homes = []
    states = [state for name, state in CARDS.items() if SCREENS[name] is screen]
    world.bank_card = bank_card(states[0]) if states else None


def stored(screen: Screen, world: World, **preferences: bool) -> dict[str, str]:
    """What the phone remembers: the look, and a session where the page needs one."""
    look = {"elder_mode": False, "speech": False, "high_contrast": False, **preferences}
    memory: dict[str, Any] = {"preferences": look}
    if screen.signed_in:
        memory |= {"tokens": {"access": "a", "refresh": "r", "refreshKey": "k" * 20}, "me": world.me}
    return {f"mashangban:{name}": stored_text(value) for name, value in memory.items()}


def stored_text(value: object) -> str:
    """The framework keeps a string together with its type."""
    return json.dumps({"type": "string", "data": json.dumps(value, ensure_ascii=False)}, ensure_ascii=False)


def remember(memory: dict[str, str]) -> str:
    """A script that puts this into a fresh page's storage, once."""
    pairs = f"Object.entries({json.dumps(memory)})"
    return f"for (const [k, v] of {pairs}) localStorage.getItem(k) ?? localStorage.setItem(k, v)"
