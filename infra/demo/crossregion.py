"""An alliance of three zones with its signed agreement, a list that all agreed to, and cases in different states."""

import io
from collections.abc import Callable
from datetime import timedelta

from PIL import Image, ImageDraw

from demo.ground import Ground, act
from demo.sending import sent
from mashangban.domains.crossregion.repository import cases as stored
from mashangban.domains.crossregion.schemas.affairs import AffairForm, AffairPartForm
from mashangban.domains.crossregion.schemas.alliances import AllianceForm
from mashangban.domains.crossregion.schemas.cases import ApplyForm, DecisionForm, HandoverForm, ReceiptForm
from mashangban.domains.crossregion.schemas.items import AgreeForm, BatchForm
from mashangban.domains.crossregion.schemas.windows import WindowForm, WindowTrainingForm
from mashangban.domains.crossregion.schemas.wishes import WishForm
from mashangban.domains.crossregion.service import (
    affairs,
    alliances,
    applying,
    batches,
    deciding,
    handing,
    items,
    spreading,
    windows,
    wishes,
)
from mashangban.domains.crossregion.terms import MOST_AGREED
from mashangban.domains.crossregion.terms.cases import PERSON
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.errors import Stale
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions

Say = Callable[[str], None]
LEAD, SECOND, THIRD = "330106", "330203", "370102"
_ZONES = {LEAD: "xihu", SECOND: "haishu", THIRD: "lixia"}
_BOTH, _BEHALF, _ALL = ["online", "on_behalf"], ["on_behalf"], ["online", "on_behalf", "together"]
# Code, name, ways, papers, working days, result. The names are those of well-known matters; the list is invented.
_LIST = (
    ("TB-001", "企业设立登记", _ALL, ("登记申请书", "法定代表人身份证明", "住所证明"), 3, "营业执照"),
    ("TB-002", "个体工商户设立登记", _BOTH, ("登记申请书", "身份证", "经营场所证明"), 2, "营业执照"),
    ("TB-003", "企业变更登记", _BOTH, ("变更申请书", "营业执照"), 3, "营业执照"),
    ("TB-004", "食品经营许可", _BEHALF, ("许可申请书", "布局图", "健康证"), 10, "食品经营许可证"),
    ("TB-005", "社会保障卡补领", _BOTH, ("身份证",), 5, "社会保障卡"),
    ("TB-006", "社会保险参保缴费证明", _BOTH, ("身份证",), 1, "参保缴费证明"),
    ("TB-007", "养老保险关系转移", _BOTH, ("转移申请表", "身份证"), 15, "转移办结通知"),
    ("TB-008", "失业保险金申领", _BOTH, ("申领表", "解除劳动关系证明"), 10, "申领结果"),
    ("TB-009", "异地就医备案", _BOTH, ("备案表", "居住证明"), 2, "备案凭证"),
    ("TB-010", "生育登记", _BOTH, ("身份证", "结婚证"), 1, "生育登记凭证"),
    ("TB-011", "住房公积金异地贷款缴存证明", _BOTH, ("身份证",), 3, "缴存使用证明"),
    ("TB-012", "住房公积金提取", _BEHALF, ("提取申请表", "身份证", "购房合同"), 3, "提取结果"),
    ("TB-013", "户籍类证明", _BEHALF, ("身份证", "户口簿"), 5, "户籍证明"),
    ("TB-014", "出生医学证明补发", _BEHALF, ("补发申请", "父母身份证"), 10, "出生医学证明"),
    ("TB-015", "老年人优待证", _BOTH, ("身份证", "照片"), 5, "优待证"),
    ("TB-016", "残疾人证换领", _BEHALF, ("旧证", "身份证", "照片"), 10, "残疾人证"),
    ("TB-017", "不动产登记资料查询", _BOTH, ("身份证", "查询申请"), 3, "查询结果"),
    ("TB-018", "道路运输从业资格证换证", _BEHALF, ("从业资格证", "身份证", "照片"), 10, "从业资格证"),
    ("TB-019", "特种作业操作证信息查询", _BOTH, ("身份证",), 1, "查询结果"),
    ("TB-020", "职业技能等级证书查询", _BOTH, ("身份证",), 1, "查询结果"),
    ("TB-021", "农民工工资保证金退还", _BOTH, ("退还申请", "竣工证明"), 10, "退还通知"),
    ("TB-022", "建筑业企业资质变更", _ALL, ("变更申请表", "营业执照", "资质证书"), 10, "资质证书"),
)  # fmt: skip


def fill(ground: Ground, say: Say) -> None:
    """Each act by the officer or the person whom it belongs to."""
    officers = {region: ground.staff[name] for region, name in _ZONES.items()}
    alliance = _found(officers[LEAD])
    _enter(officers, alliance)
    for region, officer in officers.items():
        _window(region, officer)
    made = [
        stage(ground.meet()[0], officers, alliance)
        for stage in (_submitted, _moving, _missing, _deciding, _done)
    ]
    _affairs(officers, alliance)
    for what in ("补办结婚证", "补办结婚证", "迁户口", "换发驾驶证"):
        wishes.wish(act(ground.meet()[0]), WishForm(region=THIRD, what=what))
    say(
        f"{len(_ZONES)} 地通办联盟、{len(_LIST)} 个事项、{len(made)} 个跨省件 / an alliance, its items and cases"
    )


def _found(lead: Principal) -> str:
    form = AllianceForm(
        name="杭甬济三地通办联盟（样例）",
        lead=LEAD,
        zones=list(_ZONES),
        agreement_number="通办〔2026〕1号",
        signed_on=clock.local_date(clock.now()),
        file_id=scan(lead, "AGREEMENT"),
    )
    return alliances.found(act(lead), form).id


def _enter(officers: dict[str, Principal], alliance: str) -> None:
    """The list comes in, is written out at once, and each zone agrees to it page by page."""
    names = ("code", "name", "modes", "papers", "days", "result")
    form = BatchForm.model_validate({"items": [dict(zip(names, line, strict=True)) for line in _LIST]})
    _spread(alliance, batches.add(act(officers[LEAD]), alliance, form).number)
    codes = [line[0] for line in _LIST]
    for region in (SECOND, THIRD):
        for start in range(0, len(codes), MOST_AGREED):
            editions = dict.fromkeys(codes[start : start + MOST_AGREED], 1)
            items.agree(act(officers[region]), alliance, AgreeForm(region=region, editions=editions))


def _window(region: str, officer: Principal) -> None:
    """Where the zone takes files in, and that its officer was trained for it."""
    name = f"{divisions.name(region)}通办窗口（样例）"
    form = WindowForm(
        name=name, address="政务服务中心一楼 8 号窗口", phone="12345", hours="工作日 9:00-17:00"
    )
    windows.keep(act(officer), region, form)
    training = {
        "phone": identity.contact(officer.person_id).phone,
        "topic": "通办事项标准和交接核对",
        "day": clock.local_date(clock.now()),
        "trainer": "三地通办专班",
    }
    windows.train(act(officer), region, WindowTrainingForm.model_validate(training))


def _affairs(officers: dict[str, Principal], alliance: str) -> None:
    """A seal that was lent and used, a meeting with a decision, a question that was answered."""
    today = clock.local_date(clock.now())

    def begin(region: str, **given: object) -> str:
        form = AffairForm.model_validate({"host": region, "first": today} | given)
        return affairs.open_(act(officers[region]), alliance, form).id

    def add(region: str, affair: str, **given: object) -> None:
        affairs.add(act(officers[region]), affair, AffairPartForm.model_validate({"zone": region} | given))

    title, last = "西湖区跨省通办受理专用章（样例）", today + timedelta(days=365)
    seal = begin(LEAD, kind="seal", guests=[THIRD], title=title, text="企业设立登记的受理通知书", last=last)
    add(THIRD, seal, text="企业设立登记受理通知书，1 份")
    agenda = "议程：统一住所证明的样式。参加：三地窗口负责人。"
    meeting = begin(LEAD, kind="meeting", guests=[SECOND, THIRD], title="三地联席会议（样例）", text=agenda)
    due = today + timedelta(days=14)
    add(LEAD, meeting, text="拟出住所证明的统一样式，发到各窗口", owner=SECOND, due=due)
    question = "申请人拿来外地营业执照副本，能当住所证明吗？"
    asked = begin(SECOND, kind="advice", guests=[THIRD], title="住所证明用什么", text=question)
    add(THIRD, asked, text="不能，要房屋产权或租赁证明。", source="样例：三地事项标准第一版")


def _spread(alliance: str, number: int) -> None:
    """The stream may be at it too: whoever is second finds the items there."""
    while True:
        try:
            return spreading.spread(act(), alliance, number)
        except Stale:
            continue


def _submitted(who: Principal, officers: dict[str, Principal], alliance: str) -> str:
    """Handed in from the phone: a window has it to check."""
    pages = [{"name": name, "file_id": scan(who, name)} for name in ("登记申请书", "身份证", "住所证明")]
    given = {
        "alliance_id": alliance,
        "code": "TB-001",
        "mode": "on_behalf",
        "window": LEAD,
        "home": THIRD,
        "pages": pages,
    }
    return applying.apply(act(who), ApplyForm.model_validate(given)).id


def _moving(who: Principal, officers: dict[str, Principal], alliance: str) -> str:
    """On its way to the zone that decides."""
    one = _submitted(who, officers, alliance)
    _check(officers[LEAD], one)
    given = HandoverForm.model_validate({"receiver": THIRD, "pages": [1, 2, 3], "carrier": "online"})
    handing.hand_over(act(officers[LEAD]), one, given)
    return one


def _missing(who: Principal, officers: dict[str, Principal], alliance: str) -> str:
    """A page did not come: the chain names the window."""
    one = _moving(who, officers, alliance)
    _check(officers[THIRD], one, missing=2)
    return one


def _deciding(who: Principal, officers: dict[str, Principal], alliance: str) -> str:
    one = _moving(who, officers, alliance)
    _check(officers[THIRD], one)
    return one


def _done(who: Principal, officers: dict[str, Principal], alliance: str) -> str:
    """Decided, and the result signed for on the phone."""
    one = _deciding(who, officers, alliance)
    result = {"name": "营业执照", "file_id": scan(officers[THIRD], "LICENCE")}
    form = DecisionForm.model_validate({"outcome": "granted", "results": [result]})
    deciding.decide(act(officers[THIRD]), one, form)
    assert stored.get(one).charge == PERSON
    handing.receive_own(act(who), one, _word(one))
    return one


def _check(officer: Principal, case_id: str, missing: int = 0) -> None:
    handing.receive(act(officer), case_id, _word(case_id, missing))


def _word(case_id: str, missing: int = 0) -> ReceiptForm:
    way = stored.get(case_id).way
    assert way is not None
    verdicts = {number: "missing" if number == missing else "here" for number in way.pages}
    return ReceiptForm.model_validate({"digest": way.digest, "verdicts": verdicts})


def scan(owner: Principal, text: str, purpose: str = "attachment") -> str:
    """A page as a phone or a scanner sends it."""
    picture = Image.new("RGB", (600, 800), "#fbfaf6")
    word = text if text.isascii() else "SAMPLE PAPER"
    ImageDraw.Draw(picture).text((60, 340), word, fill="#5a564e", font_size=64)
    kept = io.BytesIO()
    picture.save(kept, "JPEG")
    return sent(owner, kept.getvalue(), "样例材料.jpg", "image/jpeg", purpose)
