"""Short ways to make events, stream records, receipts and API calls."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from mashangban.audit import verifier
from mashangban.audit.rules import chains, checkpoints, merkle
from mashangban.audit.rules.chains import Leaf
from mashangban.audit.rules.checkpoints import Signer
from mashangban.audit.rules.merkle import Tree
from mashangban.kernel import acts, clock, events, ids, sessions, tokens
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Grant, Principal

SYSTEM = acts.system_act("test")


def act_of(person_id: str) -> Act:
    return Act(Principal(person_id, "session"), clock.now())


def chain_of(count: int, subject: Subject | None = None, act: Act = SYSTEM) -> list[Event]:
    """A subject's life in `count` events."""
    about, made = subject or Subject("contract", ids.new_id()), list[Event]()
    for number in range(1, count + 1):
        previous = made[-1].hash if made else events.GENESIS
        data = {"步骤": f"第{number}步", "fen": number * 100}
        made.append(
            events.happened(act, "test.contract.moved", about, data, version=number, previous=previous)
        )
    return made


def batch_of(happened: Sequence[Event]) -> dict[str, Any]:
    """The events as a stream hands them to Lambda."""
    return {"Records": [record_of(event, number) for number, event in enumerate(happened, start=1)]}


def record_of(event: Event, number: int) -> dict[str, Any]:
    item = events.to_item(event)
    change = {
        "Keys": {key: item[key] for key in ("PK", "SK")},
        "NewImage": item,
        "SequenceNumber": str(number),
    }
    return {"eventID": event.id, "eventName": "INSERT", "dynamodb": change}


def new_signer() -> Signer:
    return Signer(ec.generate_private_key(ec.SECP256R1()))


def receipt_without_storage(signer: Signer, count: int = 3, others: int = 5) -> str:
    """A receipt of `count` events in a log with some strangers around them."""
    mine = chain_of(count)
    logged = [*chain_of(others), *mine, *chain_of(others + 1)]
    hashes = [verifier.leaf_hash(bytes.fromhex(event.hash)) for event in logged]
    tree, nodes = Tree().grown(hashes)
    last = others + count - 1
    proof = merkle.inclusion_proof(last, tree.size, dict(nodes).__getitem__)
    signed = signer.sign(checkpoints.text_of("mashangban-test", tree, clock.now()))
    leaves = [Leaf(others + place, event.leaf()) for place, event in enumerate(mine)]
    return json.dumps(chains.receipt(leaves, proof, signed), ensure_ascii=False)


def sign_in(person_id: str, grants: list[Grant] | None = None) -> str:
    """An access token of a live session."""
    session, at = ids.new_id(), clock.now()
    item = {
        "PK": {"S": sessions.session_pk(session)},
        "SK": {"S": "SESSION"},
        "person_id": {"S": person_id},
        "epoch": {"N": "1"},
        "grants": {"S": sessions.grants_to_text([(grant, None) for grant in grants or []])},
        "real_name": {"BOOL": True},
        "ends_at": {"S": (at + timedelta(hours=1)).isoformat()},
    }
    client().put_item(TableName=sessions.IDENTITY.physical, Item=item)
    return tokens.issue(tokens.Claims(person_id, session, 1), at)


def http(
    method: str, path: str, token: str | None = None, body: str | None = None, **query: str
) -> dict[str, Any]:
    """An API Gateway event of payload format 1.0."""
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    request = {"httpMethod": method, "path": path, "stage": "$default", "requestId": "r-1"}
    return {
        "version": "1.0",
        "resource": "/v1/audit/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": query or None,
        "multiValueQueryStringParameters": {name: [value] for name, value in query.items()} or None,
        "pathParameters": {"proxy": "x"},
        "stageVariables": None,
        "requestContext": {
            **request,
            "resourcePath": "/v1/audit/{proxy+}",
            "identity": {"sourceIp": "127.0.0.1"},
        },
        "body": body,
        "isBase64Encoded": False,
    }
