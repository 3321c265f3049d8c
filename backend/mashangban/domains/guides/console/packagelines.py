"""A package's questions and cards as an office writes them, one a line, and back."""

from mashangban.domains.guides.errors import PackageUnready
from mashangban.domains.guides.schemas import GuidePackageContent, GuideWhen
from mashangban.kernel.errors import FieldError

HINTS = {
    "questions": "每行：编号|问题|选项编号=选项、选项编号=选项|条件|说明，"
    "如：pipe|有没有油烟管道|yes=有、no=没有|cook=yes。编号用小写字母和数字",
    "cards": "每行：编号|办什么|事项编码|先办哪几步|条件|说明，如：food|办食品经营许可|1133…|licence|cook=yes",
}
_RULE = "条件写成“问题编号=选项编号”；几个选项都行用 / 隔开，几个条件都要满足用、隔开"


def questions(text: str) -> list[dict[str, object]]:
    """See the hint. Raises PackageUnready with the line that can't be read."""
    made: list[dict[str, object]] = []
    for line in _lines(text):
        key, asked, choices, when, hint = _parts(line, 5)
        pairs = [one.partition("=") for one in _words(choices)]
        if not asked or not all(mark and label for _, mark, label in pairs):
            raise _wrong("questions", f"“{line}”的选项要写成：编号=选项、编号=选项")
        made.append(
            {
                "key": key,
                "text": asked,
                "choices": [{"key": name.strip(), "label": label.strip()} for name, _, label in pairs],
                "when": _when("questions", line, when),
                "hint": hint,
            }
        )
    return made


def cards(text: str) -> list[dict[str, object]]:
    """See the hint. Raises PackageUnready."""
    made: list[dict[str, object]] = []
    for line in _lines(text):
        key, title, code, after, when, note = _parts(line, 6)
        made.append(
            {
                "key": key,
                "title": title,
                "code": code,
                "after": _words(after),
                "when": _when("cards", line, when),
                "note": note,
            }
        )
    return made


def written(one: GuidePackageContent) -> dict[str, str]:
    """The lists of a package as they are written."""
    asked = (
        (
            question.key,
            question.text,
            "、".join(f"{choice.key}={choice.label}" for choice in question.choices),
            _said(question.when),
            question.hint,
        )
        for question in one.questions
    )
    done = (
        (card.key, card.title, card.code, "、".join(card.after), _said(card.when), card.note)
        for card in one.cards
    )
    return {
        "questions": "\n".join("|".join(row).rstrip("|") for row in asked),
        "cards": "\n".join("|".join(row).rstrip("|") for row in done),
    }


def _said(when: list[GuideWhen]) -> str:
    return "、".join(f"{one.question}={'/'.join(one.choices)}" for one in when)


def _when(field: str, line: str, text: str) -> list[dict[str, object]]:
    found = [one.partition("=") for one in _words(text)]
    if not all(mark and choices for _, mark, choices in found):
        raise _wrong(field, f"“{line}”的{_RULE}")
    return [
        {"question": question.strip(), "choices": [one.strip() for one in choices.split("/")]}
        for question, _, choices in found
    ]


def _words(text: str) -> list[str]:
    return [one.strip() for one in text.replace("，", "、").split("、") if one.strip()]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parts(line: str, most: int) -> list[str]:
    found = [one.strip() for one in line.replace("｜", "|").split("|", most - 1)]
    return found + [""] * (most - len(found))


def _wrong(field: str, message: str) -> PackageUnready:
    return PackageUnready(errors=(FieldError(field, message),))
