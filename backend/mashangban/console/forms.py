"""What a browser's form sends: text by name, read leniently, validated by the same schema as the API."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel

from mashangban.kernel import idempotency
from mashangban.kernel.errors import AppError, Malformed, Stale, Unauthenticated
from mashangban.kernel.http import noting
from mashangban.kernel.http.bodies import validated

FORM = "application/x-www-form-urlencoded"
M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
_NOT_FOR_FORMS = (Stale, Unauthenticated, idempotency.Repeated)


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one form, each with all its values."""

    values: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, raw: bytes) -> "Form":
        try:
            pairs = parse_qsl(raw.decode(), keep_blank_values=True, max_num_fields=400)
        except ValueError as broken:
            raise Malformed() from broken
        found: dict[str, tuple[str, ...]] = {}
        for name, value in pairs:
            found[name] = (*found.get(name, ()), value)
        return cls(found)

    def one(self, name: str) -> str:
        """The last value of a field; absent is empty."""
        return self.values.get(name, ("",))[-1].strip()

    def all(self, name: str) -> tuple[str, ...]:
        return self.values.get(name, ())

    def parse(self, schema: type[M], **more: object) -> M:
        """The filled fields as a schema, with values the form does not carry itself. Raises Invalid."""
        return parse(schema, {name: values[-1] for name, values in self.values.items()}, **more)


def parse(schema: type[M], given: Mapping[str, str], **more: object) -> M:
    """The schema's own fields out of a form or a query; empty ones count as absent. Raises Invalid."""
    known = {
        name: text.strip() for name, text in given.items() if name in schema.model_fields and text.strip()
    }
    made = validated(schema, {**known, **more})
    assert isinstance(made, schema)
    return made


def attempt(run: Callable[[], T]) -> T | AppError:
    """Run an act of a form; what a person can mend comes back as a value, so that the form is shown again, filled."""
    try:
        return run()
    except _NOT_FOR_FORMS:
        raise
    except AppError as refused:
        if refused.status in (403, 409, 422):
            noting.note(refused)
            return refused
        raise


def error_of(refused: AppError | None, field: str) -> str:
    """What a refusal says about one field."""
    if refused is None:
        return ""
    return "；".join(one.message for one in refused.errors if one.field.split(".")[0] == field)
