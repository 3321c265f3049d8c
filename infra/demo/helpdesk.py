"""The help desk of the demo: a general desk in every county, supervision in every city, tickets in every state."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from demo import rosters, talks
from demo.ground import Ground, act
from mashangban.domains.helpdesk import schemas
from mashangban.domains.helpdesk.service import asking, gathering, handling, offices, rating
from mashangban.domains.helpdesk.terms import Level, PostKind, TicketClass, TicketTopic
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions

CITIES = {"hangzhou": "330100", "ningbo": "330200", "jinan": "370100"}
COUNTIES = {
    "xihu": "330106",
    "yuhang": "330110",
    "haishu": "330203",
    "yinzhou": "330212",
    "lixia": "370102",
    "licheng": "370112",
}
AT_THE_DESK = [PostKind.FRONT, PostKind.LEAD]
_PLACE = "西溪人才公寓二标段"


@dataclass(frozen=True, slots=True)
class Desk:
    """The county whose tickets are shown: who asks, who answers, who supervises, and its departments."""

    asker: Principal
    neighbour: Principal
    agent: Principal
    boss: Principal
    general: str
    wages: str

    def asked(self, klass: TicketClass, topic: TicketTopic, text: str, days_ago: int = 0) -> str:
        """What the asker wrote, so many days ago."""
        return ask(self.asker, klass, topic, text, days_ago)

    def taken(self, klass: TicketClass, topic: TicketTopic, text: str) -> str:
        one = self.asked(klass, topic, text)
        handling.take(act(self.agent), one)
        return one

    def answered(self, klass: TicketClass, topic: TicketTopic, text: str, reply: str) -> str:
        one = self.taken(klass, topic, text)
        handling.answer(act(self.agent), one, schemas.TicketAnswer(text=reply))
        return one


def fill(ground: Ground, say: Callable[[str], None]) -> None:
    """Departments with people at their posts; then one ticket for each state a matter can be in."""
    above = {
        region: _department(
            ground.staff[name], f"{divisions.name(region[:4])}政务热线督办处", region, [PostKind.WATCH]
        )
        for name, region in CITIES.items()
    }
    general = {
        region: _department(ground.staff[name], f"{divisions.name(region)}12345 总台", region, AT_THE_DESK)
        for name, region in COUNTIES.items()
    }
    xihu = COUNTIES["xihu"]
    agent, name = ground.staff["xihu"], f"{divisions.name(xihu)}人力社保局"
    wages = _department(agent, name, xihu, AT_THE_DESK, TicketTopic.WAGES)
    asker, neighbour = ground.meet()[0], ground.meet()[0]
    _ask_all(Desk(asker, neighbour, agent, ground.staff["hangzhou"], general[xihu], wages))
    rosters.fill(agent, general[xihu])
    elsewhere = COUNTIES["yuhang"]
    talks.fill(
        talks.Front(xihu, agent), talks.Front(elsewhere, ground.staff["yuhang"]), asker, ground.meet()[0]
    )
    say(
        f"{len(above) + len(general) + 1} 个部门接提问、求助和投诉 / departments answer questions and complaints"
    )


def ask(who: Principal, klass: TicketClass, topic: TicketTopic, text: str, days_ago: int = 0) -> str:
    """A question to the departments of the county."""
    given = schemas.TicketAsked(region=COUNTIES["xihu"], topic=topic, klass=klass, text=text, where=_PLACE)
    return asking.ask(Act(who, clock.now() - timedelta(days=days_ago)), given).id


def _department(
    keeper: Principal, name: str, region: str, kinds: list[PostKind], *topics: TicketTopic
) -> str:
    level = Level.CITY if region.endswith("00") else Level.COUNTY
    general = not topics and level is Level.COUNTY
    form = schemas.DepartmentForm(name=name, region=region, level=level, topics=list(topics), general=general)
    made = offices.open_department(act(keeper), form).id
    offices.fill_post(act(keeper), made, keeper.person_id, schemas.PostForm(kinds=kinds))
    return made


def _ask_all(desk: Desk) -> None:
    """Just asked, overdue, waiting, passed around, of another class; then what was answered."""
    desk.asked(TicketClass.ENQUIRY, TicketTopic.POLICY, "小微企业用工补贴还能申请吗")
    desk.asked(TicketClass.COMPLAINT, TicketTopic.WAGES, "工地欠了两个月工资，项目部一直说等甲方拨款", 12)
    _same(desk)
    paused = desk.taken(TicketClass.HELP, TicketTopic.CONTRACT, "合同丢了，想要一份复印件")
    until = clock.local_date(clock.now()) + timedelta(days=5)
    why = schemas.TicketPause(reason=PauseReason.ASKER, until=until, text="请补一张身份证照片")
    handling.pause(act(desk.agent), paused, why)
    together = desk.taken(TicketClass.HELP, TicketTopic.SAFETY, "脚手架扣件松了，工资也扣着不发")
    part = schemas.TicketPartners(department_ids=[desk.wages], text="请说明工资的情况")
    gathering.invite(act(desk.agent), together, part)
    other = desk.taken(TicketClass.COMPLAINT, TicketTopic.HOME, "交房时间一推再推，没人给说法")
    label = schemas.TicketLabel(klass=TicketClass.ENQUIRY, text="先问交房时间，没有要求处理谁")
    handling.relabel(act(desk.agent), other, label)
    _answer_all(desk)


def _same(desk: Desk) -> None:
    """Two workers of one site about one matter: one joins the other."""
    first = desk.taken(TicketClass.COMPLAINT, TicketTopic.WAGES, "十月的加班费没算进工资表")
    second = ask(desk.neighbour, TicketClass.COMPLAINT, TicketTopic.WAGES, "加班费少算了，班组都一样")
    joined = schemas.TicketJoin(parent_id=first, text="同一个工地同一个月的加班费")
    gathering.join(act(desk.agent), second, joined)
    ask(desk.neighbour, TicketClass.COMPLAINT, TicketTopic.WAGES, "十月工资表上少了三天加班")


def _answer_all(desk: Desk) -> None:
    """One waits for its asker; one ended well; one was rated badly and is to be mended."""
    desk.answered(
        TicketClass.ENQUIRY,
        TicketTopic.PERMIT,
        "临时施工占道怎么办",
        "到区政务服务中心 2 号窗口，带施工合同。",
    )
    for stars, words, text, reply in (
        (
            5,
            "当天就回了",
            "工伤认定去哪里办",
            "单位三十天内申请；单位不办，您一年内可以自己来人力社保局申请。",
        ),
        (1, "打了三次电话才有人接", "劳动合同没给我一份", "已联系单位，三日内给您一份。"),
    ):
        one = desk.answered(TicketClass.ENQUIRY, TicketTopic.CONTRACT, text, reply)
        asking.confirm(act(desk.asker), one, schemas.TicketWord(solved=True))
        rating.rate(act(desk.asker), one, schemas.RatingForm(stars=stars, text=words))
        if stars == 1:
            finding = schemas.RatingFinding(founded=True, text="值班电话无人接听属实，请整改")
            rating.verify(act(desk.boss), one, finding)
