"""Which function answers which route of the template's WebSocket API."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_INTEGRATION = re.compile(r"integrations/\$\{(\w+)\}")
_FUNCTION = re.compile(r"\$\{(\w+)\.Arn\}")


@dataclass(frozen=True, slots=True)
class SocketRoutes:
    """The stage (`/live` is where phones connect), and the function of each route key."""

    stage: str = ""
    functions: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where one connects; empty where the template has no routes."""
        return f"/{self.stage}" if self.functions else ""


def socket_routes(resources: Mapping[str, Any]) -> SocketRoutes:
    """What the resources of a template say of WebSocket routes. Raises KeyError for an integration it does not have."""
    functions = {}
    for resource in resources.values():
        if resource["Type"] == "AWS::ApiGatewayV2::Route":
            target = _named(_INTEGRATION, resource["Properties"]["Target"])
            uri = resources[target]["Properties"]["IntegrationUri"]
            functions[resource["Properties"]["RouteKey"]] = _named(_FUNCTION, uri)
    stages = [one for one in resources.values() if one["Type"] == "AWS::ApiGatewayV2::Stage"]
    return SocketRoutes(str(stages[0]["Properties"]["StageName"]) if stages else "", functions)


def _named(pattern: re.Pattern[str], value: Mapping[str, str]) -> str:
    found = pattern.search(value["Fn::Sub"])
    if found is None:
        raise KeyError(value["Fn::Sub"])
    return found[1]
