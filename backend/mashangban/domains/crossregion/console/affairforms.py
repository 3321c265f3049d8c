"""How each kind of affair calls the fields of its form."""

from dataclasses import dataclass, replace

from mashangban.console.forms import error_of
from mashangban.console.views import Boxes, Choice, Field
from mashangban.domains.crossregion.rules.affair import MANNERS
from mashangban.domains.crossregion.schemas.alliances import AllianceView
from mashangban.domains.crossregion.terms.affairs import AffairKind
from mashangban.kernel.errors import AppError
from mashangban.kernel.permissions import Place, Reach


@dataclass(frozen=True, slots=True)
class Words:
    """How a kind's form calls its fields; an empty word means that there is none."""

    title: str
    text: str
    guests: str
    first: str = ""
    last: str = ""
    phone: str = ""


WORDS = {
    AffairKind.SEAL: Words("印章名称", "用在哪些文书上", "借给哪些地区", "从哪天起", "到哪天止"),
    AffairKind.MEETING: Words("会议名称", "议程和参加的人", "参加的地区", "哪天开"),
    AffairKind.ADVICE: Words("问题", "情况和想问的", "请哪个地区的专家"),
    AffairKind.EXCHANGE: Words(
        "交流任务", "去做什么，期间给什么权限", "去哪个地区", "从哪天起", "到哪天止", "去的人的手机号"
    ),
    AffairKind.PRACTICE: Words("题目", "做法和效果", "请哪些地区审核"),
}


def fields(
    mine: Reach, of: AllianceView, kind: AffairKind, typed: dict[str, str], refused: AppError | None
) -> list[Field]:
    """The fields of a kind, with what was typed and what is wrong with it."""
    words = WORDS[kind]
    own = _own(mine, of)
    made = [
        Field("host", "代表哪里登记", typed.get("host", ""), kind="select", required=True, choices=own),
        Field("title", words.title, typed.get("title", ""), required=True),
        Field("text", words.text, typed.get("text", ""), kind="textarea", required=True, full=True),
    ]
    for name, label in (("first", words.first), ("last", words.last)):
        if label:
            made.append(Field(name, label, typed.get(name, ""), kind="date", required=True))
    if words.phone:
        hint = "本人要登录过一次；手机号只用来认人"
        made.append(Field("phone", words.phone, typed.get("phone", ""), kind="tel", required=True, hint=hint))
    if _only_one(kind):
        guest = Field("guests", words.guests, typed.get("guests", ""), kind="select", required=True)
        made.insert(2, replace(guest, choices=_others(of, own), full=True))
    return [_told(one, refused) for one in made]


def boxes(
    mine: Reach, of: AllianceView, kind: AffairKind, ticked: tuple[str, ...], refused: AppError | None
) -> tuple[Boxes, ...]:
    """The members of the alliance by their names, to be ticked where more than one may take part."""
    if _only_one(kind):
        return ()
    others = _others(of, _own(mine, of))
    return (Boxes("guests", WORDS[kind].guests, others, ticked, error=error_of(refused, "guests")),)


def _told(one: Field, refused: AppError | None) -> Field:
    return replace(one, error=error_of(refused, one.name))


def _only_one(kind: AffairKind) -> bool:
    return MANNERS[kind].guests == 1


def _own(mine: Reach, of: AllianceView) -> tuple[Choice, ...]:
    """Whom this officer may speak for."""
    return tuple(one for one in _members(of) if mine.covers(Place(one.value)))


def _others(of: AllianceView, own: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Who may be asked: all, but for the region that certainly asks."""
    return tuple(one for one in _members(of) if own != (one,))


def _members(of: AllianceView) -> tuple[Choice, ...]:
    return tuple(Choice(zone.region, zone.name) for zone in of.zones if zone.left_on is None)
