"""What stands before everything: headers, encryption, where partners may be; who holds which keys; who hears of doors
tried in vain."""

import json
import re
from typing import Any

from checks import house
from mashangban.gateway.intrinsics import read_document
from mashangban.kernel.http import noting

TEMPLATE = read_document(house.ROOT / "template.yaml")
SITE = TEMPLATE["Resources"]["Site"]["Properties"]["DistributionConfig"]
BEHAVIOURS: list[dict[str, Any]] = [SITE["DefaultCacheBehavior"], *SITE["CacheBehaviors"]]


def test_everything_but_the_socket_is_answered_with_our_headers() -> None:
    bare = [one.get("PathPattern") for one in BEHAVIOURS if "ResponseHeadersPolicyId" not in one]
    assert bare in ([], ["/live"])


def test_our_headers_ask_for_encryption_and_against_guessing_and_framing() -> None:
    for name in ("CommonHeaders", "SiteHeaders"):
        config = TEMPLATE["Resources"][name]["Properties"]["ResponseHeadersPolicyConfig"]
        headers = config["SecurityHeadersConfig"]
        assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31_536_000, name
        assert headers["ContentTypeOptions"] == {"Override": True}, name
        assert headers["FrameOptions"] == {"FrameOption": "DENY", "Override": True}, name
        assert "ReferrerPolicy" in headers, name


def test_nothing_is_answered_without_encryption() -> None:
    assert {one["ViewerProtocolPolicy"] for one in BEHAVIOURS} <= {"https-only", "redirect-to-https"}
    api = next(one for one in BEHAVIOURS if one.get("PathPattern") == "/v1/*")
    assert api["ViewerProtocolPolicy"] == "https-only"


def test_what_functions_answer_is_kept_by_no_shared_cache() -> None:
    disabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"  # Managed-CachingDisabled
    assert {one["CachePolicyId"] for one in BEHAVIOURS if one["TargetOriginId"] == "api"} == {disabled}


def test_a_partner_is_never_called_without_encryption() -> None:
    addresses = {name: one for name, one in TEMPLATE["Parameters"].items() if name.endswith("Url")}
    assert len(addresses) > 8
    for name, parameter in addresses.items():
        assert not re.search(parameter["AllowedPattern"], "http://partner.example.cn"), name
        assert re.search(parameter["AllowedPattern"], "https://partner.example.cn"), name


def test_refusals_of_the_log_are_counted_and_watched() -> None:
    counted = TEMPLATE["Resources"]["Refusals"]["Properties"]
    [metric] = counted["MetricTransformations"]
    alarms = read_document(house.ROOT / "infra/alarms/template.yaml")
    watched = alarms["Resources"]["Refusals"]["Properties"]
    assert f'"{noting.log.name}"' in counted["FilterPattern"]
    assert (watched["Namespace"], watched["MetricName"]) == (metric["MetricNamespace"], metric["MetricName"])
    assert watched["Threshold"] == {"Ref": "RefusalsAtMost"}


def test_only_who_signs_tokens_or_the_log_may_read_the_signing_keys() -> None:
    assert _readers("SIGNING_SECRETS", "SigningSecrets") == {"IdentityApi", "Sequencer"}


def test_only_who_speaks_with_a_partner_may_read_the_partners_keys() -> None:
    calling = {name for name, one in _functions().items() if _partners(one)}
    called = {"GuidesApi"}  # a province's catalogue sends its changes there
    assert _readers("PARTNER_SECRETS", "PartnerSecrets") == calling | called


def _partners(function: dict[str, Any]) -> list[str]:
    return [
        one
        for one in _variables(function)
        if one.endswith(("_API_URL", "_VERIFIER_URL")) and one != "LIVE_API_URL"
    ]


def _readers(variable: str, secret: str) -> set[str]:
    """The functions that know a secret, which are those that may read it."""
    knowing = {name for name, one in _functions().items() if variable in _variables(one)}
    allowed = {name for name, one in _functions().items() if secret in json.dumps(one.get("Policies"))}
    assert knowing == allowed
    assert secret not in json.dumps(TEMPLATE["Resources"]["RuntimePolicy"])
    return knowing


def _functions() -> dict[str, dict[str, Any]]:
    return {
        name: one["Properties"]
        for name, one in TEMPLATE["Resources"].items()
        if one["Type"] == "AWS::Serverless::Function"
    }


def _variables(function: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = function.get("Environment", {}).get("Variables", {})
    return found
