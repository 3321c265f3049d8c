"""Wire shapes that every domain shares."""

import unicodedata
from typing import Generic, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from mashangban.kernel.pagination import DEFAULT_LIMIT, MAX_LIMIT, PageRequest

T = TypeVar("T")


class Schema(BaseModel):
    """Base of all wire shapes: unknown fields are refused, text is trimmed, dataclasses are read by attribute."""

    # A validator is built when a shape is first used: a function loads many and its first request needs a few. What was
    # refused may be a name or a number: an error that ends in the log does not repeat it.
    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        from_attributes=True,
        defer_build=True,
        hide_input_in_errors=True,
    )


def _visible(text: str) -> str:
    """Refuse what nobody sees but programs obey (control and direction marks), and pictures that no paper prints."""
    if any(unicodedata.category(one) in _HIDDEN for one in text):
        raise ValueError("有看不见的字符，请删掉后重新输入")
    if any(one > "\uffff" and unicodedata.category(one) in _PICTURES for one in text):
        raise ValueError("不能用表情符号，请用文字")
    return text


def _paragraph(text: str) -> str:
    return "\n".join(_visible(line.replace("\t", " ")) for line in text.splitlines())


_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
_PICTURES = frozenset({"So", "Sk", "Cn"})

# What people type and papers show, one line or several: `Annotated[str, Field(max_length=40), ONE_LINE]`.
ONE_LINE = AfterValidator(_visible)
LINES = AfterValidator(_paragraph)


class ListQuery(Schema):
    """Query of every list."""

    cursor: str | None = Field(None, max_length=2000)
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)

    @property
    def page(self) -> PageRequest:
        return PageRequest(self.cursor, self.limit)

    def at(self, page: PageRequest) -> Self:
        """The same question for another page."""
        return self.model_copy(update={"cursor": page.cursor, "limit": page.limit})


class Listing(Schema, Generic[T]):
    """One page of a list; `next_cursor` is null at the end."""

    items: list[T]
    next_cursor: str | None = None


class ProblemField(Schema):
    field: str
    message: str


class Problem(BaseModel):
    """RFC 9457 with what a person needs: what happened, what is kept, what to do next."""

    type: str
    title: str
    status: int
    code: str
    detail: str | None = None
    kept: str | None = None
    next: str | None = None
    errors: list[ProblemField] | None = None
    instance: str | None = None
