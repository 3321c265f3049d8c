"""CloudFormation's YAML tags and intrinsic functions, resolved for one stage on one machine."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

ACCOUNT_ID = "000000000000"
_PLACEHOLDER = re.compile(r"\$\{(!?[^}]+)\}")
_NO_VALUE = object()


class _TemplateLoader(yaml.CSafeLoader):
    """Reads `!Ref X` as {"Ref": X} and `!Sub X` as {"Fn::Sub": X}, which is their long form.

    libyaml: five processes of a starting server read the template, and one in Python takes each of them a second.
    """


def _construct_tag(loader: yaml.CSafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    value: Any
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = str(value).split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        assert isinstance(node, yaml.MappingNode)
        value = loader.construct_mapping(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_TemplateLoader.add_multi_constructor("!", _construct_tag)


def read_document(path: Path) -> dict[str, Any]:
    """The template as plain data, its short tags in their long form."""
    document: dict[str, Any] = yaml.load(path.read_text("utf-8"), _TemplateLoader)  # noqa: S506 (a SafeLoader)
    return document


class Resolver:
    """Resolves intrinsic functions; raises KeyError for a name that the template does not have."""

    def __init__(self, document: Mapping[str, Any], parameters: Mapping[str, str], region: str) -> None:
        self._resources: Mapping[str, Any] = document.get("Resources", {})
        self._mappings: Mapping[str, Any] = document.get("Mappings", {})
        self._conditions: Mapping[str, Any] = document.get("Conditions", {})
        defaults = {name: p.get("Default", "") for name, p in document.get("Parameters", {}).items()}
        self._parameters = defaults | {name: v for name, v in parameters.items() if name in defaults}
        self._pseudo = {
            "AWS::Region": region, "AWS::AccountId": ACCOUNT_ID, "AWS::Partition": "aws",
            "AWS::URLSuffix": "amazonaws.com", "AWS::StackName": "local", "AWS::NoValue": _NO_VALUE,
        }  # fmt: skip

    def resolve(self, value: Any) -> Any:
        """`value` with every intrinsic function in it replaced by its result."""
        if isinstance(value, Mapping):
            if len(value) == 1:
                name, argument = next(iter(value.items()))
                if name == "Ref" or (isinstance(name, str) and name.startswith("Fn::")):
                    return self._call(name.removeprefix("Fn::"), argument)
            pairs = ((key, self.resolve(item)) for key, item in value.items())
            return {key: item for key, item in pairs if item is not _NO_VALUE}
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [item for item in map(self.resolve, value) if item is not _NO_VALUE]
        return value

    def condition(self, name: str) -> bool:
        """Whether the named condition of the template holds."""
        return self._test(self._conditions[name])

    def _call(self, function: str, argument: Any) -> Any:
        functions: dict[str, Callable[[Any], Any]] = {
            "Ref": self._ref,
            "GetAtt": lambda a: self._attribute(*a),
            "Sub": self._substitute,
            "If": lambda a: self.resolve(a[1] if self.condition(a[0]) else a[2]),
            "Join": lambda a: a[0].join(str(part) for part in self.resolve(a[1])),
            "Select": lambda a: self.resolve(a[1])[int(a[0])],
            "Split": lambda a: str(self.resolve(a[1])).split(a[0]),
            "FindInMap": self._find_in_map,
        }
        if function not in functions:
            raise ValueError(f"template: Fn::{function} has no meaning on one machine")
        return functions[function](argument)

    def _find_in_map(self, argument: Any) -> Any:
        first, second, third = self.resolve(argument)
        return self._mappings[first][second][third]

    def _ref(self, name: str) -> Any:
        if name in self._pseudo:
            return self._pseudo[name]
        if name in self._parameters:
            return self._parameters[name]
        resource = self._resources[name]
        properties = resource.get("Properties", {})
        for physical in ("TableName", "BucketName", "QueueName", "Name"):
            if physical in properties:
                return self.resolve(properties[physical])
        return name.lower() if resource["Type"] == "AWS::S3::Bucket" else name

    def _attribute(self, logical: str, attribute: str) -> str:
        if attribute == "RegionalDomainName":  # here a bucket lies under the server's own address
            return urlsplit(str(self._parameters["PublicUrl"])).netloc
        kind = self._resources[logical]["Type"].removeprefix("AWS::").replace("::", "-").lower()
        return f"arn:aws:{kind}:{self._pseudo['AWS::Region']}:{ACCOUNT_ID}:{logical}/{attribute}"

    def _substitute(self, argument: Any) -> str:
        text, own = argument, dict[str, Any]()
        if not isinstance(argument, str):
            text, own = argument[0], argument[1]

        def value_of(found: re.Match[str]) -> str:
            name = found.group(1)
            if name.startswith("!"):
                return "${" + name[1:] + "}"
            if name in own:
                return str(self.resolve(own[name]))
            if "." in name:
                return self._attribute(*name.split(".", 1))
            return str(self._ref(name))

        return _PLACEHOLDER.sub(value_of, text)

    def _test(self, rule: Any) -> bool:
        name, argument = next(iter(rule.items()))
        match name:
            case "Condition":
                return self.condition(argument)
            case "Fn::Equals":
                left, right = self.resolve(argument)
                return bool(str(left) == str(right))
            case "Fn::Not":
                return not self._test(argument[0])
            case "Fn::And":
                return all(map(self._test, argument))
            case "Fn::Or":
                return any(map(self._test, argument))
        raise ValueError(f"template: unknown condition {name}")
