"""template.yaml as the local server needs it: functions, their triggers and the tables."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mashangban.gateway.intrinsics import Resolver, read_document
from mashangban.gateway.socket_routes import SocketRoutes, socket_routes

JsonObject = dict[str, Any]

# What CreateTable takes; the rest (recovery, encryption, deletion protection) is the business of AWS.
_TABLE_PROPERTIES = (
    "TableName", "AttributeDefinitions", "KeySchema", "BillingMode",
    "GlobalSecondaryIndexes", "LocalSecondaryIndexes",
)  # fmt: skip


class TemplateError(ValueError):
    """The template says something that this server cannot do as AWS would."""


@dataclass(frozen=True, slots=True)
class Route:
    """One HttpApi event: a method (or ANY) and a path that may end in {proxy+}."""

    method: str
    path: str


@dataclass(frozen=True, slots=True)
class StreamSource:
    """One event source mapping of a table's stream, with Lambda's own settings and defaults."""

    table: str
    batch_size: int = 100
    window_s: int = 0
    retries: int | None = None
    max_age_s: int | None = None
    bisect: bool = False
    partial_failures: bool = False
    patterns: tuple[JsonObject, ...] = ()
    on_failure: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """One Schedule or ScheduleV2 event."""

    name: str
    expression: str
    timezone: str = "UTC"
    payload: str | None = None
    retries: int = 2


@dataclass(frozen=True, slots=True)
class Function:
    """One Lambda function: its handler, what it may see and what calls it."""

    name: str
    handler: str
    timeout_s: float
    memory_mb: int
    environment: Mapping[str, str]
    routes: tuple[Route, ...] = ()
    streams: tuple[StreamSource, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    concurrency: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One DynamoDB table: its logical id, the arguments of CreateTable, its TTL attribute."""

    logical: str
    definition: JsonObject
    ttl_attribute: str | None

    @property
    def name(self) -> str:
        """The physical name."""
        return str(self.definition["TableName"])


@dataclass(frozen=True, slots=True)
class Bucket:
    """One bucket and its CORS rules, as PutBucketCors takes them."""

    name: str
    cors_rules: tuple[JsonObject, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """Everything of the template that runs on one machine."""

    functions: tuple[Function, ...]
    tables: tuple[Table, ...]
    buckets: tuple[Bucket, ...] = ()
    sockets: SocketRoutes = field(default_factory=SocketRoutes)
    content_policy: str = ""
    """What pages of the browser app may load, as the network in front of the site says it."""

    @property
    def served(self) -> set[str]:
        """Names of the functions that answer requests and connections."""
        return {function.name for function in self.functions if function.routes} | {
            *self.sockets.functions.values()
        }

    def table(self, logical: str) -> Table:
        """The table with this logical id."""
        return next(table for table in self.tables if table.logical == logical)


def read_template(path: Path, public_url: str, region: str = "cn-north-1") -> Template:
    """The template resolved for the stage `local`."""
    document = read_document(path)
    resolver = Resolver(document, {"Stage": "local", "PublicUrl": public_url}, region)
    defaults = document.get("Globals", {}).get("Function", {})
    functions, tables, buckets, content_policy = [], [], [], ""
    for logical, resource in document["Resources"].items():
        if "Condition" in resource and not resolver.condition(resource["Condition"]):
            continue
        raw = resource.get("Properties", {})
        match resource["Type"]:
            case "AWS::Serverless::Function":
                functions.append(_function(logical, _merged(defaults, raw), resolver))
            case "AWS::DynamoDB::Table":
                tables.append(_table(logical, resolver.resolve(raw)))
            case "AWS::S3::Bucket":
                buckets.append(Bucket(str(resolver.resolve({"Ref": logical})), _cors(resolver.resolve(raw))))
            case "AWS::CloudFront::ResponseHeadersPolicy":
                content_policy = _content_policy(resolver.resolve(raw), public_url) or content_policy
    sockets = socket_routes(document["Resources"])
    return Template(tuple(functions), tuple(tables), tuple(buckets), sockets, content_policy)


def _merged(defaults: Mapping[str, Any], own: Mapping[str, Any]) -> JsonObject:
    """SAM's rule for Globals: maps are merged, anything else is replaced."""
    merged = dict(defaults)
    for key, value in own.items():
        both_maps = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both_maps else value
    return merged


def _function(name: str, raw: JsonObject, resolver: Resolver) -> Function:
    variables = resolver.resolve(raw.get("Environment", {})).get("Variables", {})
    events = [
        (f"{name}{key}", event["Type"], resolver.resolve(event.get("Properties", {})))
        for key, event in raw.get("Events", {}).items()
    ]
    enabled = [event for event in events if str(event[2].get("Enabled", True)).lower() != "false"]
    return Function(
        name=name,
        handler=raw["Handler"],
        timeout_s=float(resolver.resolve(raw.get("Timeout", 3))),
        memory_mb=int(resolver.resolve(raw.get("MemorySize", 128))),
        environment={key: str(value) for key, value in variables.items()},
        concurrency=raw.get("ReservedConcurrentExecutions"),
        routes=tuple(_route(name, e) for _, kind, e in enabled if kind == "HttpApi"),
        streams=tuple(_stream(e) for _, kind, e in enabled if kind == "DynamoDB"),
        schedules=tuple(_schedule(key, e) for key, kind, e in enabled if kind in ("Schedule", "ScheduleV2")),
    )


def _route(function: str, event: JsonObject) -> Route:
    if str(event.get("PayloadFormatVersion", "2.0")) != "1.0":
        raise TemplateError(
            f"{function}: {event['Path']} needs PayloadFormatVersion 1.0, Chalice reads no other"
        )
    return Route(str(event.get("Method", "ANY")).upper(), event["Path"])


def _stream(event: JsonObject) -> StreamSource:
    filters = event.get("FilterCriteria", {}).get("Filters", [])
    retries = int(event.get("MaximumRetryAttempts", -1))
    age = int(event.get("MaximumRecordAgeInSeconds", -1))
    return StreamSource(
        table=str(event["Stream"]).rsplit(":", 1)[1].split("/")[0],
        batch_size=int(event.get("BatchSize", 100)),
        window_s=int(event.get("MaximumBatchingWindowInSeconds", 0)),
        retries=None if retries < 0 else retries,
        max_age_s=None if age < 0 else age,
        bisect=bool(event.get("BisectBatchOnFunctionError", False)),
        partial_failures="ReportBatchItemFailures" in event.get("FunctionResponseTypes", ()),
        patterns=tuple(json.loads(f["Pattern"]) for f in filters),
        on_failure=bool(event.get("DestinationConfig", {}).get("OnFailure")),
    )


def _schedule(name: str, event: JsonObject) -> Schedule:
    policy = event.get("RetryPolicy", {})
    return Schedule(
        name=name,
        expression=str(event.get("ScheduleExpression", event.get("Schedule"))),
        timezone=str(event.get("ScheduleExpressionTimezone", "UTC")),
        payload=event.get("Input"),
        # Locally a failing schedule is tried a few times within seconds, not for the 24 hours of AWS.
        retries=min(int(policy.get("MaximumRetryAttempts", 2)), 2),
    )


def _table(logical: str, properties: JsonObject) -> Table:
    definition = {key: properties[key] for key in _TABLE_PROPERTIES if key in properties}
    if "StreamSpecification" in properties:
        definition["StreamSpecification"] = {"StreamEnabled": True, **properties["StreamSpecification"]}
    ttl = properties.get("TimeToLiveSpecification", {})
    return Table(logical, definition, ttl.get("AttributeName") if ttl.get("Enabled") else None)


def _cors(properties: JsonObject) -> tuple[JsonObject, ...]:
    names = {"ExposedHeaders": "ExposeHeaders", "MaxAge": "MaxAgeSeconds"}
    rules = properties.get("CorsConfiguration", {}).get("CorsRules", [])
    return tuple({names.get(key, key): value for key, value in rule.items()} for rule in rules)


def _content_policy(properties: JsonObject, public_url: str) -> str:
    """The policy that a set of headers holds, if any; its own addresses are reached as this server is."""
    headers = properties["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    text = str(headers.get("ContentSecurityPolicy", {}).get("ContentSecurityPolicy", ""))
    secure = public_url.startswith("https:")
    return text if secure else text.replace("https://", "http://").replace("wss://", "ws://")


def routed(template: Template) -> Iterator[tuple[Route, Function]]:
    """Every route with its function, in the order of the template."""
    for function in template.functions:
        for route in function.routes:
            yield route, function
