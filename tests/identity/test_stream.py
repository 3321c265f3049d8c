"""The function on the identity table's stream, fed with what the engine's stream really holds."""

from functions.identity_stream.handler import handler
from mashangban.kernel import clock, crypto
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import canonical
from mashangban.kernel.sessions import IDENTITY
from tests.engine import stream_records
from tests.identity.conftest import Phone, new_mobile


def test_a_message_in_the_inbox_becomes_a_role_and_a_second_delivery_changes_nothing(
    phone: Phone, tables: str
) -> None:
    number, pk = new_mobile(), f"INBOX#{new_mobile()}#0"
    context = f"message|{pk}"
    body = crypto.seal(canonical({"role": "foreman", "scope": "project:p", "phone": number}), context)
    item = {
        "PK": pk,
        "SK": "INBOX",
        "kind": "inbox",
        "sender": "workers",
        "message_kind": "identity.grant",
        "body": body,
        "context": context,
        "subject": "team:t",
        "at": clock.to_text(clock.now()),
    }
    values = {name: {"S": value} for name, value in item.items()} | {"version": {"N": "1"}}
    client().put_item(TableName=IDENTITY.physical, Item=values)
    mine = [one for one in stream_records(tables, "identity") if one["dynamodb"]["Keys"]["PK"]["S"] == pk]
    for _ in range(2):
        assert handler({"Records": mine}, None) == {"batchItemFailures": []}
    assert [one["role"] for one in phone.sign_in(number)["roles"]] == ["foreman"]


def test_an_unknown_kind_is_reported_so_that_it_ends_in_the_dead_letters(tables: str) -> None:
    pk = f"INBOX#{new_mobile()}#0"
    body = crypto.seal("{}", "c")
    texts = {
        "PK": pk, "SK": "INBOX", "kind": "inbox", "sender": "x", "message_kind": "identity.nonsense",
        "body": body, "context": "c", "subject": "a:b", "at": clock.to_text(clock.now()),
    }  # fmt: skip
    image = {name: {"S": value} for name, value in texts.items()} | {"version": {"N": "1"}}
    change = {"NewImage": image, "Keys": {"PK": {"S": pk}, "SK": {"S": "INBOX"}}, "SequenceNumber": "7"}
    record = {"eventID": "1", "eventName": "INSERT", "dynamodb": change}
    assert handler({"Records": [record]}, None) == {"batchItemFailures": [{"itemIdentifier": "7"}]}
