"""template.yaml: translates, and gives each function what it needs and no more."""

import json
from typing import Any

from checks import house
from mashangban.kernel.streams import INBOX_PREFIX

ROOT = house.ROOT
Document = dict[str, Any]
HTTP_API_LIMIT_S = 30


def test_each_function_has_a_role_of_its_own(translated: Document) -> None:
    roles = [
        one["Properties"]["Role"]["Fn::GetAtt"][0]
        for one in _of(translated, "AWS::Lambda::Function").values()
    ]
    assert len(roles) == len(set(roles)) == len(house.template().functions)


def test_no_role_may_scan_or_do_everything(translated: Document) -> None:
    loose = [
        (name, action)
        for name, statement in _statements(translated)
        for action in _list(statement["Action"])
        if action.endswith(":*") or action == "*" or "Scan" in action
    ]
    assert loose == []


def test_no_role_reaches_every_resource(translated: Document) -> None:
    # Tracing itself is given by SAM and has no resources to name.
    assert [
        (name, statement)
        for name, statement in _statements(translated)
        if "*" in _list(statement["Resource"])
    ] == []


def test_a_function_knows_exactly_the_tables_that_its_role_opens(translated: Document) -> None:
    differing = {}
    for name, function in _of(translated, "AWS::Lambda::Function").items():
        variables = function["Properties"]["Environment"]["Variables"]
        known = {value["Ref"] for key, value in variables.items() if key.endswith("_TABLE")}
        opened = {
            table
            for owner, statement in _statements(translated)
            if owner == f"{name}Role"
            for action in _list(statement["Action"])
            if action in {"dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"}
            for table in _tables(statement)
        }
        if known != opened:
            differing[name] = {"knows": sorted(known - opened), "opens": sorted(opened - known)}
    assert differing == {}


def test_who_may_write_and_delete_items_may_do_so_in_batches(translated: Document) -> None:
    """Sheets are staged in batches; the local engine asks for no permission, so that only this tells."""
    lacking = [
        name
        for name, statement in _statements(translated)
        if {"dynamodb:PutItem", "dynamodb:DeleteItem"} <= set(_list(statement["Action"]))
        and "dynamodb:BatchWriteItem" not in _list(statement["Action"])
    ]
    assert lacking == []


def test_an_api_function_writes_into_its_own_tables_only(translated: Document) -> None:
    """One act, one table; the console also opens sessions and sockets, and keeps registries and files for the offices;
    a process that begins claims, matters or sharings writes into their rooms, an act into one of them.
    """
    own = {
        "ConsoleApi": {"IdentityTable", "RegistryTable", "FilesTable", "LiveTable"},
        "ClaimingApi": {"ClaimsTable"},
        "HandlingApi": {"MattersTable", "AssistanceTable"},
    }
    foreign = {}
    for function in house.api_functions():
        mine = own.get(function.name, {function.name.replace("Api", "Table")})
        written = {
            table
            for owner, statement in _statements(translated)
            if owner == f"{function.name}Role" and "dynamodb:PutItem" in _list(statement["Action"])
            for table in _tables(statement)
        }
        if written != mine:
            foreign[function.name] = sorted(written ^ mine)
    assert foreign == {}


def test_a_relay_writes_into_another_table_only_its_inbox(translated: Document) -> None:
    bare = []
    for owner, statement in _statements(translated):
        function = owner.removesuffix("Role")
        if function.endswith("Stream") and "dynamodb:PutItem" in _list(statement["Action"]):
            foreign = _tables(statement) - {function.replace("Stream", "Table")}
            condition = statement.get("Condition", {}).get("ForAllValues:StringLike", {})
            if foreign and condition != {"dynamodb:LeadingKeys": [f"{INBOX_PREFIX}*"]}:
                bare.append((function, sorted(foreign)))
    assert bare == []


def test_a_room_that_takes_hold_of_files_writes_nothing_else_of_them(translated: Document) -> None:
    """The one other write into a table of another room; `files/repository/items.py` names the same attributes."""
    [statement] = [one for owner, one in _statements(translated) if owner == "HoldFilesPolicy"]
    assert (statement["Action"], _tables(statement)) == ("dynamodb:UpdateItem", {"FilesTable"})
    assert statement["Condition"] == {
        "ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["FILE#*"]},
        "ForAllValues:StringEquals": {
            "dynamodb:Attributes": ["PK", "SK", "held", "state", "GSI3PK", "GSI3SK"]
        },
        "StringEqualsIfExists": {"dynamodb:ReturnValues": "NONE"},
    }
    writers = {
        owner.removesuffix("Role")
        for owner, one in _statements(translated)
        if "dynamodb:UpdateItem" in _list(one["Action"]) and "FilesTable" in _tables(one)
    }
    assert writers == {"FilesApi", "FilesStream", "FilesClock", "HoldFilesPolicy"}


def test_every_room_that_takes_hold_of_files_may_and_no_other(translated: Document) -> None:
    holding = {
        name.removesuffix("Role")
        for name, role in _of(translated, "AWS::IAM::Role").items()
        if {"Ref": "HoldFilesPolicy"} in role["Properties"].get("ManagedPolicyArns", [])
    }
    rooms = {
        path.relative_to(ROOT / "backend/mashangban/domains").parts[0]
        for path in house.sources()
        if path.is_relative_to(ROOT / "backend") and "files.hold(" in path.read_text("utf-8")
    }
    # The process that begins claims runs the claims room's own acts.
    assert holding == {f"{room.capitalize()}Api" for room in rooms} | {"ClaimingApi"}


def test_every_api_function_answers_before_the_http_api_gives_up() -> None:
    slow = {one.name: one.timeout_s for one in house.api_functions() if one.timeout_s >= HTTP_API_LIMIT_S}
    assert slow == {}


def test_streams_isolate_a_bad_record_and_lose_none(translated: Document) -> None:
    for mapping in _of(translated, "AWS::Lambda::EventSourceMapping").values():
        settings = mapping["Properties"]
        assert settings["BisectBatchOnFunctionError"] is True
        assert settings["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        assert settings["StartingPosition"] == "TRIM_HORIZON"
        assert settings["DestinationConfig"]["OnFailure"]["Destination"] == {
            "Fn::GetAtt": ["DeadLetters", "Arn"]
        }


def test_a_table_has_at_most_two_stream_readers() -> None:
    """More are throttled by DynamoDB: the relay with the table's listener, and the sequencer."""
    readers: dict[str, int] = {}
    for function in house.template().functions:
        for stream in function.streams:
            readers[stream.table] = readers.get(stream.table, 0) + 1
    assert {table: count for table, count in readers.items() if count > 2} == {}


def test_every_event_reaches_the_sequencer() -> None:
    sequencer = next(one for one in house.template().functions if one.name == "Sequencer")
    read = {stream.table for stream in sequencer.streams}
    without_events = {"AuditTable", "LiveTable"}
    assert read == {table.logical for table in house.template().tables} - without_events


def test_every_table_is_kept_protected_and_recoverable(translated: Document) -> None:
    for name, table in _of(translated, "AWS::DynamoDB::Table").items():
        settings = table["Properties"]
        assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Retain", name
        assert settings["BillingMode"] == "PAY_PER_REQUEST", name
        assert settings["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}, name
        assert settings["DeletionProtectionEnabled"] == {"Ref": "DeletionProtection"}, name
        assert settings["SSESpecification"]["SSEType"] == "KMS", name
        assert settings["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}, name
        assert settings["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}, name
        assert [index["IndexName"] for index in settings["GlobalSecondaryIndexes"]] == [
            "GSI1",
            "GSI2",
            "GSI3",
        ], name


def test_the_test_tables_are_the_templates_tables() -> None:
    from tests import engine

    names = {table.logical.removesuffix("Table").lower() for table in house.template().tables}
    assert names == set(engine.TABLES)
    for table in house.template().tables:
        ours = engine.definition(table.name)
        assert {key: table.definition[key] for key in ours} == ours


def test_buckets_are_closed_and_encrypted(translated: Document) -> None:
    for name, bucket in _of(translated, "AWS::S3::Bucket").items():
        assert set(bucket["Properties"]["PublicAccessBlockConfiguration"].values()) == {True}, name
        assert bucket["Properties"]["BucketEncryption"], name


def test_alarms_watch_every_function() -> None:
    text = (ROOT / "infra/alarms/template.yaml").read_text("utf-8")
    listed = {
        name.strip()
        for line in text.splitlines()
        if line.startswith("    - [")
        for name in line[7:-1].split(",")
    }
    deployed = {_physical(one.name) for one in house.template().functions}
    assert listed == deployed


def _physical(logical: str) -> str:
    """`WorkersApi` -> workers, `WorkersStream` -> workers-stream."""
    words = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in logical).lstrip("-")
    return words.removesuffix("-api")


def test_stage_parameters_are_parameters_of_the_template(translated: Document) -> None:
    known = set(translated["Parameters"])
    for path in sorted((ROOT / "infra/stages").glob("*.json")):
        assert set(json.loads(path.read_text("utf-8"))) <= known, path.name


def test_no_stage_prod_is_made_without_saying_who_answers_for_personal_data(translated: Document) -> None:
    handler = {"HandlerName", "HandlerAddress", "HandlerContact", "DataOfficer", "DataOfficerContact"}
    rule = translated["Rules"]["PeopleKnowWhoKeepsTheirData"]
    asserted = [one["Assert"]["Fn::Not"][0]["Fn::Equals"] for one in rule["Assertions"]]
    assert rule["RuleCondition"] == {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}
    assert {one[0]["Ref"] for one in asserted if one[1] == ""} == handler


def _of(document: Document, kind: str) -> dict[str, Document]:
    return {name: one for name, one in document["Resources"].items() if one["Type"] == kind}


def _statements(document: Document) -> list[tuple[str, Document]]:
    """Every permission statement with the role (or managed policy) that holds it."""
    found = []
    for name, role in _of(document, "AWS::IAM::Role").items():
        policies = [policy["PolicyDocument"] for policy in role["Properties"].get("Policies", [])]
        found += [(name, statement) for policy in policies for statement in policy["Statement"]]
    for name, policy in _of(document, "AWS::IAM::ManagedPolicy").items():
        found += [(name, statement) for statement in policy["Properties"]["PolicyDocument"]["Statement"]]
    return found


def _tables(statement: Document) -> set[str]:
    found = set()
    for resource in _list(statement["Resource"]):
        if isinstance(resource, dict) and "Fn::GetAtt" in resource:
            logical, _ = resource["Fn::GetAtt"]
            found |= {logical} if logical.endswith("Table") else set()
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
