"""Submit once: a write repeated under the same client key gets the first answer, never a second effect."""

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any

from mashangban.kernel import crypto
from mashangban.kernel.acts import Submission
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import AppError, Conflict, Malformed
from mashangban.kernel.settings import Table

KEPT = timedelta(days=30)


class KeyMissing(Malformed):
    code = "idempotency.key-missing"
    title = "请求缺少提交编号"
    next = "请升级到最新版本后重试"


class KeyReused(AppError):
    code = "idempotency.key-reused"
    status = 422
    title = "同一个提交编号用在了不同的内容上"
    kept = "第一次提交的内容有效"
    next = "请返回查看办理结果，或重新填写后提交"


class InProgress(Conflict):
    code = "idempotency.in-progress"
    title = "正在办理，请稍候"
    kept = "您的提交已收到"
    next = "几秒后自动显示结果"
    retry_after_seconds = 1


class Repeated(AppError):
    """Not shown to anyone: the endpoint turns it into the first answer."""

    code = "idempotency.repeated"
    status = 409
    title = "这次提交已经办理过"

    def __init__(self, submission: Submission, table: Table) -> None:
        super().__init__()
        self.submission, self.table = submission, table


def digest(route: str, body: bytes) -> str:
    """What tells two submissions under one key apart."""
    return hashlib.sha256(route.encode() + b"\0" + body).hexdigest()


def to_item(submission: Submission, table: Table, answer: str, at: datetime) -> dict[str, Any]:
    """The raw conditional put that records a submission with its encrypted answer."""
    pk = _pk(submission)
    return {
        "TableName": table.physical,
        "ConditionExpression": "attribute_not_exists(PK)",
        "Item": {
            "PK": {"S": pk},
            "SK": {"S": "SUBMISSION"},
            "kind": {"S": "submission"},
            "body_digest": {"S": submission.body_digest},
            "answer": {"S": crypto.seal(answer, f"{table.name}|{pk}|answer")},
            "expires_at": {"N": str(int((at + KEPT).timestamp()))},
        },
    }


def first_answer(submission: Submission, table: Table) -> str | None:
    """The JSON answered the first time, or None when this key is new. Raises KeyReused for another body."""
    key = {"PK": {"S": _pk(submission)}, "SK": {"S": "SUBMISSION"}}
    item = client().get_item(TableName=table.physical, Key=key, ConsistentRead=True).get("Item")
    if item is None:
        return None
    if item["body_digest"]["S"] != submission.body_digest:
        raise KeyReused()
    return crypto.unseal(item["answer"]["S"], f"{table.name}|{key['PK']['S']}|answer")


def _pk(submission: Submission) -> str:
    scope = json.dumps([submission.person_id, submission.route, submission.key])
    return "SUBMISSION#" + hashlib.sha256(scope.encode()).hexdigest()[:32]
