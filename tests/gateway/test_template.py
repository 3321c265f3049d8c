"""What the server reads out of a template."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from mashangban.gateway.environment import Addresses, environment, function_variables
from mashangban.gateway.intrinsics import Resolver
from mashangban.gateway.routing import Router
from mashangban.gateway.settings import ROOT, LocalSettings
from mashangban.gateway.template import Template, TemplateError, read_template

SAMPLE = ROOT / "tests" / "gateway" / "sample" / "template.yaml"


def template_of(folder: Path, text: str) -> Template:
    file = folder / "template.yaml"
    file.write_text(text, "utf-8")
    return read_template(file, "http://127.0.0.1:8000")


@pytest.fixture
def sample() -> Template:
    return read_template(SAMPLE, "http://127.0.0.1:8000")


def test_a_table_has_its_name_keys_stream_and_ttl(sample: Template) -> None:
    table = sample.table("OrdersTable")
    assert table.name == "mashangban-local-orders"
    assert table.definition["StreamSpecification"] == {
        "StreamEnabled": True,
        "StreamViewType": "NEW_AND_OLD_IMAGES",
    }
    assert table.ttl_attribute == "expires_at"
    assert "TimeToLiveSpecification" not in table.definition


def test_no_name_stands_twice_in_the_template() -> None:
    """YAML takes the last of two silently; AWS refuses the template."""

    def doubles(node: yaml.Node) -> Iterator[str]:
        inner = list(node.value) if isinstance(node, yaml.CollectionNode) else []
        if isinstance(node, yaml.MappingNode):
            names = [str(key.value) for key, _ in inner]
            yield from (name for name in set(names) if names.count(name) > 1)
            inner = [value for _, value in inner]
        for part in inner:
            yield from doubles(part)

    for file in ("template.yaml", "infra/alarms/template.yaml"):
        tree = yaml.compose((ROOT / file).read_text("utf-8"), yaml.CSafeLoader)
        assert tree is not None
        assert list(doubles(tree)) == [], file


def test_the_content_policy_of_the_site_names_no_foreign_place_and_no_script_in_a_page() -> None:
    policy = read_template(ROOT / "template.yaml", "http://127.0.0.1:8000").content_policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert {word for word in policy.split() if "://" in word} == {
        "http://127.0.0.1:8000;",
        "ws://127.0.0.1:8000",
    }
    assert (
        "https://there.example;"
        in read_template(ROOT / "template.yaml", "https://there.example").content_policy
    )


def test_a_function_has_the_variables_of_globals_and_its_own(sample: Template) -> None:
    echo = next(function for function in sample.functions if function.name == "EchoApi")
    assert echo.environment == {
        "STAGE": "local",
        "PUBLIC_URL": "http://127.0.0.1:8000",
        "ORDERS_TABLE": "mashangban-local-orders",
        "OBJECTS_BUCKET": "objectsbucket",
    }


def test_a_stream_source_has_the_settings_of_its_mapping(sample: Template) -> None:
    source = next(function for function in sample.functions if function.name == "Reporting").streams[0]
    assert (source.table, source.batch_size, source.retries) == ("OrdersTable", 10, 3)
    assert source.bisect
    assert source.partial_failures
    assert source.on_failure
    assert source.patterns[0]["eventName"] == ["INSERT"]


def test_a_schedule_keeps_its_time_zone(sample: Template) -> None:
    schedule = next(function for function in sample.functions if function.name == "Clock").schedules[0]
    assert (schedule.name, schedule.expression, schedule.timezone) == (
        "ClockDue",
        "rate(1 minute)",
        "Asia/Shanghai",
    )


def test_a_bucket_has_its_cors_rules_in_the_words_of_s3(sample: Template) -> None:
    assert sample.buckets[0].name == "objectsbucket"
    assert sample.buckets[0].cors_rules[0]["ExposeHeaders"] == ["ETag"]
    assert sample.buckets[0].cors_rules[0]["MaxAgeSeconds"] == 600


def test_the_template_of_the_product_can_be_read_and_routed() -> None:
    product = read_template(ROOT / "template.yaml", "http://127.0.0.1:8000")
    Router(product)
    assert {table.name for table in product.tables} >= {
        "mashangban-local-workers",
        "mashangban-local-identity",
    }
    assert function_variables(product)["WORKERS_TABLE"] == "mashangban-local-workers"


def test_another_payload_format_is_refused(tmp_path: Path) -> None:
    text = """
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Events: {R: {Type: HttpApi, Properties: {Method: ANY, Path: /v1/a}}}
"""
    with pytest.raises(TemplateError, match=r"PayloadFormatVersion 1\.0"):
        template_of(tmp_path, text)


def test_two_functions_with_one_path_are_refused(tmp_path: Path) -> None:
    event = '{Type: HttpApi, Properties: {Method: ANY, Path: /v1/a, PayloadFormatVersion: "1.0"}}'
    text = f"""
Resources:
  F: {{Type: AWS::Serverless::Function, Properties: {{Handler: a.b, Events: {{R: {event}}}}}}}
  G: {{Type: AWS::Serverless::Function, Properties: {{Handler: a.c, Events: {{R: {event}}}}}}}
"""
    with pytest.raises(TemplateError, match="belongs to F and to G"):
        Router(template_of(tmp_path, text))


def test_variables_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    text = """
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Environment: {Variables: {X: "1"}}}}
  G: {Type: AWS::Serverless::Function, Properties: {Handler: a.c, Environment: {Variables: {X: "2"}}}}
"""
    with pytest.raises(TemplateError, match="X is '1'"):
        function_variables(template_of(tmp_path, text))


def test_a_resource_whose_condition_fails_is_left_out(tmp_path: Path) -> None:
    text = """
Conditions: {OnAws: !Not [!Equals [!Ref Stage, local]]}
Parameters: {Stage: {Type: String, Default: dev}}
Resources:
  F: {Type: AWS::Serverless::Function, Condition: OnAws, Properties: {Handler: a.b}}
"""
    assert template_of(tmp_path, text).functions == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"Fn::Sub": "a-${Stage}-${!Left}-${AWS::Region}"}, "a-local-${Left}-cn-north-1"),
        ({"Fn::Sub": ["${x}/${Stage}", {"x": {"Ref": "Stage"}}]}, "local/local"),
        ({"Fn::Join": ["-", ["a", {"Ref": "Stage"}]]}, "a-local"),
        ({"Fn::Select": [1, {"Fn::Split": [",", "a,b"]}]}, "b"),
        ({"Fn::If": ["Local", "yes", "no"]}, "yes"),
        ({"Fn::If": ["Both", "yes", "no"]}, "no"),
        ({"Fn::FindInMap": ["Sizes", {"Ref": "Stage"}, "Big"]}, 7),
        ({"kept": 1, "left out": {"Ref": "AWS::NoValue"}}, {"kept": 1}),
        ([{"Ref": "AWS::NoValue"}, 1], [1]),
    ],
)
def test_an_intrinsic_function_is_resolved(value: object, expected: object) -> None:
    document = {
        "Parameters": {"Stage": {"Default": "dev"}},
        "Mappings": {"Sizes": {"local": {"Big": 7}}},
        "Conditions": {
            "Local": {"Fn::Equals": [{"Ref": "Stage"}, "local"]},
            "Both": {
                "Fn::And": [{"Condition": "Local"}, {"Fn::Or": [{"Fn::Not": [{"Condition": "Local"}]}]}]
            },
        },
        "Resources": {},
    }
    assert Resolver(document, {"Stage": "local"}, "cn-north-1").resolve(value) == expected


def test_a_name_that_the_template_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        Resolver({"Resources": {}}, {}, "cn-north-1").resolve({"Ref": "Nothing"})


def test_functions_are_pointed_at_the_local_engines_and_away_from_aws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_PROFILE", "production")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "real")
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    settings = LocalSettings("127.0.0.1", 8123, tmp_path, False, "dynoxide", SAMPLE, 2, 0.0)
    product = read_template(ROOT / "template.yaml", settings.public_url)
    at = Addresses("http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3")
    found = environment(settings, product, at, {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "s"})
    assert found["AWS_ENDPOINT_URL_DYNAMODB"] == "http://127.0.0.1:1"
    assert found["PUBLIC_URL"] == "http://127.0.0.1:8123"
    assert found["SECRETS"] == f"file:{tmp_path / 'secrets'}"
    assert not {"AWS_PROFILE", "AWS_SESSION_TOKEN", "KMS_KEY"} & set(found)
