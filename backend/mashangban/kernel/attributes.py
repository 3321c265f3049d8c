"""Attributes that PynamoDB lacks: instants, dates, enums and dataclasses, each stored as readable text."""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pynamodb.attributes import Attribute
from pynamodb.constants import STRING

from mashangban.kernel import clock

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class InstantAttribute(Attribute[datetime]):
    """An aware instant as fixed-width UTC text: sorts as time does."""

    attr_type = STRING

    def serialize(self, value: datetime) -> str:
        return clock.to_text(value)

    def deserialize(self, value: str) -> datetime:
        return clock.from_text(value)


class DateAttribute(Attribute[date]):
    """A calendar day, YYYY-MM-DD."""

    attr_type = STRING

    def serialize(self, value: date) -> str:
        return value.isoformat()

    def deserialize(self, value: str) -> date:
        return date.fromisoformat(value)


class EnumAttribute(Attribute[E], Generic[E]):
    """A member of a StrEnum by its value."""

    attr_type = STRING

    def __init__(self, enum: type[E], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._enum = enum

    def serialize(self, value: E) -> str:
        return self._enum(value).value

    def deserialize(self, value: str) -> E:
        return self._enum(value)


class JsonAttribute(Attribute[T], Generic[T]):
    """A small value that is always read whole (a dataclass, a list of them), as JSON text."""

    attr_type = STRING

    def __init__(self, dump: Callable[[T], Any], load: Callable[[Any], T], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._dump, self._load = dump, load

    def serialize(self, value: T) -> str:
        return json.dumps(self._dump(value), ensure_ascii=False, separators=(",", ":"))

    def deserialize(self, value: str) -> T:
        return self._load(json.loads(value))


class PackedAttribute(JsonAttribute[T]):
    """A large value that is always read whole, as packed JSON: what repeats itself costs few write units."""

    def serialize(self, value: T) -> str:
        return b85encode(zlib.compress(super().serialize(value).encode(), 9)).decode()

    def deserialize(self, value: str) -> T:
        return super().deserialize(zlib.decompress(b85decode(value)).decode())
