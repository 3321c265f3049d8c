"""The translated template makes what it says: a whole stack in moto, tables on the engine that awscli then lists."""

import io
import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.config import Config
from moto import mock_aws

from checks import house
from mashangban.gateway.tables import create_tables
from tests import engine

STAGE = "dev"
# What moto builds; API Gateway v2, CloudFront and Secrets Manager it can't, so those are left to cfn-lint.
BUILT = {
    "AWS::DynamoDB::Table",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Role",
    "AWS::KMS::Key",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Function",
    "AWS::Lambda::LayerVersion",
    "AWS::Logs::LogGroup",
    "AWS::S3::Bucket",
    "AWS::SQS::Queue",
}


def client(service: str) -> Any:
    """Moto's own service, whatever engine other tests of this process speak to."""
    config = Config(ignore_configured_endpoint_urls=True)  # type: ignore[call-arg]  # newer than the stubs
    return botocore.session.get_session().create_client(service, region_name="cn-north-1", config=config)


@pytest.fixture(scope="module")
def stack(translated: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The stack's template, created in moto."""
    kept = {name: one for name, one in translated["Resources"].items() if one["Type"] in BUILT}
    secret = {"Type": "String", "Default": "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:s"}
    left_out = {
        "Secrets": secret,
        "SigningSecrets": secret,
        "PartnerSecrets": secret,
        "WebSocketApi": {"Type": "String", "Default": "abcdefghij"},
    }
    template = {**translated, "Resources": kept, "Outputs": {}}
    template["Parameters"] = translated["Parameters"] | left_out
    with mock_aws():
        _upload_packages(kept)
        client("cloudformation").create_stack(StackName="mashangban", TemplateBody=json.dumps(template))
        yield template


def _upload_packages(resources: dict[str, Any]) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as content:
        content.writestr("empty.py", "")
    s3 = client("s3")
    place = {"LocationConstraint": "cn-north-1"}
    s3.create_bucket(Bucket="packages", CreateBucketConfiguration=place)
    for name in resources:
        s3.put_object(Bucket="packages", Key=f"{name}.zip", Body=archive.getvalue())


def test_the_stack_has_its_tables_with_streams(stack: dict[str, Any]) -> None:
    dynamodb = client("dynamodb")
    expected = sorted(f"mashangban-{STAGE}-{name}" for name in engine.TABLES)
    assert sorted(dynamodb.list_tables()["TableNames"]) == expected
    for name in expected:
        table = dynamodb.describe_table(TableName=name)["Table"]
        assert table["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
        assert sorted(index["IndexName"] for index in table["GlobalSecondaryIndexes"]) == [
            "GSI1",
            "GSI2",
            "GSI3",
        ]


def test_the_stack_has_its_functions_and_their_roles(stack: dict[str, Any]) -> None:
    functions = {one["FunctionName"]: one for one in client("lambda").list_functions()["Functions"]}
    roles = {role["Arn"] for role in client("iam").list_roles()["Roles"]}
    assert len(functions) == len(house.template().functions)
    for function in functions.values():
        assert function["Role"] in roles
        assert function["Runtime"] == "python3.13"
        assert function["Environment"]["Variables"]["STAGE"] == STAGE
    assert {one["Handler"] for one in functions.values()} == {
        one.handler for one in house.template().functions
    }


def test_the_stack_maps_each_stream_to_its_readers(stack: dict[str, Any]) -> None:
    mappings = client("lambda").list_event_source_mappings()["EventSourceMappings"]
    made = sorted(
        (_table_of(one["EventSourceArn"]), one["FunctionArn"].rpartition(":")[2]) for one in mappings
    )
    names = {one.handler: one for one in house.template().functions}
    functions = {
        one["Handler"]: one["FunctionName"] for one in client("lambda").list_functions()["Functions"]
    }
    wanted = sorted(
        (f"mashangban-{STAGE}-{stream.table.removesuffix('Table').lower()}", functions[handler])
        for handler, function in names.items()
        for stream in function.streams
    )
    assert made == wanted


def _table_of(stream_arn: str) -> str:
    return stream_arn.partition(":table/")[2].partition("/")[0]


def test_awscli_lists_the_tables_that_the_template_names(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with engine.engine() as url:
        monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", url)
        create_tables(house.template())
        command = [str(tools / "aws"), "dynamodb", "list-tables", "--output", "json"]
        environment = {**os.environ, "AWS_CONFIG_FILE": str(tmp_path / "none")}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["TableNames"] == sorted(table.name for table in house.template().tables)
