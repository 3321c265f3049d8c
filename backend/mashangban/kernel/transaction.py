"""One act, one transaction, one table: state, event, submission and deadline are written together or not at all."""

import random
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self, TypeVar

from botocore.exceptions import ClientError
from pydantic import BaseModel
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from mashangban.kernel import events, idempotency, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import Record, client
from mashangban.kernel.errors import AppError, Busy, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.settings import Table

LIMIT = 100
_TRIES = 5
_FIRST_PAUSE = 0.02
R = TypeVar("R", bound=Record)
_TRANSIENT = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"}


class Transaction:
    """Collects the writes of one act and commits them once.

    Each write may carry `otherwise`, the error that its failed condition means to a person. Use it as a context:
    leaving it commits, an exception inside leaves everything as it was.
    """

    def __init__(self, act: Act, table: Table) -> None:
        self.act = act
        self.table = table
        self._writes: list[tuple[dict[str, Any], AppError]] = []
        self._answer: Callable[[], str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.commit()

    def create(
        self, record: Record, event: Event | None = None, *, otherwise: AppError | None = None
    ) -> None:
        """Put a new item; with `event` it becomes the head of a subject's chain (version 1)."""
        if event is not None:
            self.publish(event)
            _set_head(record, event)
        condition = Record.PK.does_not_exist()
        self._add("Put", record.get_save_kwargs_from_instance(condition=condition), otherwise or Stale())

    def amend(
        self,
        record: Record,
        event: Event,
        actions: Sequence[Action],
        *,
        condition: Condition | None = None,
        otherwise: AppError | None = None,
    ) -> None:
        """Change a subject and lengthen its chain; refused as Stale when someone was faster."""
        self.publish(event)
        kind: Any = type(record)
        head = kind.version == event.version - 1
        head &= kind.chain == event.previous
        moves = [*actions, kind.version.set(event.version), kind.chain.set(event.hash)]
        full = head & condition if condition is not None else head
        self.update(record, moves, condition=full, otherwise=otherwise or Stale())

    def update(
        self,
        record: Record,
        actions: Sequence[Action],
        *,
        condition: Condition | None = None,
        otherwise: AppError | None = None,
    ) -> None:
        """Change an item that is no subject (a counter, a guard)."""
        kwargs = record.get_update_kwargs_from_instance(actions=list(actions), condition=condition)
        self._add("Update", kwargs, otherwise or Stale())

    def upsert(self, record: Record, actions: Sequence[Action]) -> None:
        """Change an item, or make it with its kind: no query finds one without."""
        kind: Any = type(record)
        self.update(record, [kind.kind.set(kind), *actions])

    def put(
        self, record: Record, *, condition: Condition | None = None, otherwise: AppError | None = None
    ) -> None:
        """Write an item whole."""
        self._add("Put", record.get_save_kwargs_from_instance(condition=condition), otherwise or Stale())

    def delete(
        self, record: Record, *, condition: Condition | None = None, otherwise: AppError | None = None
    ) -> None:
        kwargs = record.get_delete_kwargs_from_instance(condition=condition)
        self._add("Delete", kwargs, otherwise or Stale())

    def check(self, kind: type[R], pk: str, sk: str, condition: Condition, *, otherwise: AppError) -> None:
        """Make the act depend on an item it does not change."""
        kwargs = kind.get_operation_kwargs_from_class(pk, range_key=sk, condition=condition)
        self._add("ConditionCheck", kwargs, otherwise)

    def publish(self, event: Event) -> None:
        """Append an event to its subject's chain; a place already taken means that someone was faster."""
        item = {
            "TableName": self.table.physical,
            "Item": events.to_item(event),
            "ConditionExpression": "attribute_not_exists(PK)",
        }
        self._add("Put", item, Stale())

    def answer(self, view: BaseModel | None) -> None:
        """What a repeated submission of this act will be answered: kept in the same transaction."""
        self._answer = (lambda: view.model_dump_json()) if view is not None else (lambda: "")

    def commit(self) -> None:
        """Write everything. Raises the `otherwise` of the first refused write, `Replayed`, or Busy."""
        submission = self.act.submission
        if submission is not None and self._answer is not None:
            item = idempotency.to_item(submission, self.table, self._answer(), self.act.at)
            self._add("Put", item, idempotency.Repeated(submission, self.table))
        if len(self._writes) > LIMIT:
            raise ValueError(f"{len(self._writes)} writes in one act; split it by design")
        if self._writes:
            _write([write for write, _ in self._writes], [error for _, error in self._writes])

    def _add(self, operation: str, kwargs: Mapping[str, Any], otherwise: AppError) -> None:
        self._writes.append(({operation: dict(kwargs)}, otherwise))


def _set_head(record: Any, event: Event) -> None:
    record.version = event.version
    record.chain = event.hash


def _write(writes: list[dict[str, Any]], errors: list[AppError]) -> None:
    token = ids.new_id()
    for attempt in range(_TRIES):
        try:
            client().transact_write_items(TransactItems=writes, ClientRequestToken=token)
            return
        except ClientError as refused:
            _raise_if_final(refused, errors)
        time.sleep(random.uniform(0, _FIRST_PAUSE * 2**attempt))  # noqa: S311 - jitter, not a secret
    raise Busy()


def _raise_if_final(refused: ClientError, errors: list[AppError]) -> None:
    """Only contention is worth another try; a failed condition has its meaning, the rest is a defect."""
    code = refused.response["Error"]["Code"]
    if code in {
        "TransactionInProgressException",
        "ThrottlingException",
        "ProvisionedThroughputExceededException",
    }:
        return
    if code != "TransactionCanceledException":
        raise refused
    reasons = [reason.get("Code") for reason in refused.response.get("CancellationReasons", [])]
    failed = [
        error for reason, error in zip(reasons, errors, strict=True) if reason == "ConditionalCheckFailed"
    ]
    if failed:
        raise _most_telling(failed) from refused
    if not _TRANSIENT.intersection(filter(None, reasons)):
        raise refused


def _most_telling(failed: list[AppError]) -> AppError:
    """A repeated submission explains everything else; a named refusal tells more than `Stale`."""
    for error in failed:
        if isinstance(error, idempotency.Repeated):
            return error
    return next((error for error in failed if type(error) is not Stale), failed[0])
