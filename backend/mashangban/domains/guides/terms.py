"""The words of a service item, as the provinces' catalogues of government services name them.

Kinds carry two digits as some catalogues do (not checked against the official text; others number them otherwise, so
files are read by the word first).
"""

from typing import Final

from mashangban.kernel.labelled import Labelled

ITEMS: Final = "items"
GAPS: Final = "gaps"
# Rows of the table in which an office fills in what items lack.
ROWS_TO_FILL = 25
MOST_ROWS = 5_000
ITEMS_A_CHUNK = 10
MOST_WORDS = 4
MOST_THEMES = 3
MOST_MATERIALS = 30
MOST_STEPS = 12
MOST_PLACES = 12
# A name is found from each of its characters on, as far as this one.
WORD_REACH = 18


class GuideKind(Labelled):
    """What an authority does with an item."""

    PERMIT = "01", "行政许可"
    GRANT = "05", "行政给付"
    CONFIRM = "07", "行政确认"
    REWARD = "08", "行政奖励"
    RULING = "09", "行政裁决"
    OTHER = "10", "其他行政权力"
    SERVICE = "20", "公共服务"


class GuideLevel(Labelled):
    """Who exercises it."""

    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    DISTRICT = "district", "区县级"
    STREET = "street", "镇街级"
    VILLAGE = "village", "村社级"


class GuideLack(Labelled):
    """What somebody who goes there misses first."""

    PLACES = "places", "没写去哪里办"
    HOURS = "hours", "没写办公时间"
    PHONE = "phone", "没写咨询电话"
    MATERIALS = "materials", "没写材料"


class GuideAudience(Labelled):
    """Who may ask for it."""

    PERSON = "person", "个人"
    TRADER = "trader", "个体工商户"
    COMPANY = "company", "企业"
    INSTITUTION = "institution", "事业单位和社会组织"


class GuideTheme(Labelled):
    """Where in life it belongs: what somebody looks under who knows no authority's name."""

    WORK = "work", "找工作、讨工资"
    BUSINESS = "business", "开店办企业"
    BUILDING = "building", "工程建设"
    HOUSING = "housing", "住房、户口"
    INSURANCE = "insurance", "社保、医保"
    SCHOOL = "school", "上学"
    FAMILY = "family", "结婚、生育"
    AGE = "age", "养老、救助"
    TRAFFIC = "traffic", "开车、出行"
    TAX = "tax", "交税、发票"
    PAPERS = "papers", "证件办理"
    OTHER = "other", "其他"


class PaperNeed(Labelled):
    """Whether a material must be there when one applies."""

    REQUIRED = "required", "必须有"
    LATER = "later", "可以后补"
    IF_ANY = "if_any", "有这种情况才要"


class PaperMade(Labelled):
    """What a material is made of."""

    PAPER = "paper", "纸质"
    ELECTRONIC = "electronic", "电子"
    EITHER = "either", "纸质或电子都行"


class PaperSource(Labelled):
    """Who makes a material."""

    OWN = "own", "自己准备"
    OFFICE = "office", "政府部门核发"
    OTHER = "other", "其他机构出具"


class GuideState(Labelled):
    """draft -> published <-> withdrawn; a published item may have the next draft beside it."""

    DRAFT = "draft", "起草中"
    PUBLISHED = "published", "已公布"
    WITHDRAWN = "withdrawn", "已停用"


class GuideShelf(Labelled):
    """Where an item or a package lies on its office's desk: what waits for a second person lies apart."""

    SUBMITTED = "submitted", "等同事审核"
    DRAFT = GuideState.DRAFT.value, GuideState.DRAFT.label
    PUBLISHED = GuideState.PUBLISHED.value, GuideState.PUBLISHED.label
    WITHDRAWN = GuideState.WITHDRAWN.value, GuideState.WITHDRAWN.label


class PosterPaper(Labelled):
    """The paper of a package's poster."""

    A4 = "a4", "A4（贴窗口、门口）"
    A3 = "a3", "A3（贴大厅墙上）"


class PosterState(Labelled):
    """ordered -> ready or failed; it may be ordered again."""

    ORDERED = "ordered", "正在排版"
    READY = "ready", "可以打印"
    FAILED = "failed", "没有做成，请再做一次"


MOST_QUESTIONS = 10
MOST_CHOICES = 6
MOST_CARDS = 16
# A package whose questions lead along more ways than these can be checked by nobody.
MOST_WAYS = 2000
CODE_MINUTES = 5
# As long as one sits at the counter together.
HELP_HOURS = 2


class CardState(Labelled):
    """todo -> proposed (a helper says that it is done) -> done by the person's word; or straight to done."""

    TODO = "todo", "还没办"
    PROPOSED = "proposed", "等您确认"
    DONE = "done", "办好了"


class PlanState(Labelled):
    """open -> done; or ended by the person."""

    OPEN = "open", "正在办"
    DONE = "done", "都办好了"
    ENDED = "ended", "不办了"


class Brought(Labelled):
    """What became of an item that came from a catalogue elsewhere."""

    PUBLISHED = "published", "已公布"
    DRAFTED = "drafted", "内容不齐，存成草稿"
    KEPT = "kept", "已补进草稿，由写的人提交审核"
    IN_REVIEW = "in-review", "正在等同事审核，没有动"
    SAME = "same", "和现在的一样，没有动"
    OLDER = "older", "比现在的旧，没有动"
    BEING_WRITTEN = "being-written", "有人正在修改，没有动"
    WITHDRAWN = "withdrawn", "已停用，没有再公布；新内容存成草稿，要用请到事项页提交审核"
    ELSEWHERE = "elsewhere", "没有这个地区，没有动"
