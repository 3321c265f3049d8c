"""The environment of the functions on one machine: what the template gives them, pointed at the local engines."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from mashangban.gateway.settings import ROOT, LocalSettings
from mashangban.gateway.template import Template, TemplateError

REGION = "cn-north-1"
# A developer's own credentials and profile must never reach a local server, nor a proxy its engines.
_NOT_INHERITED = ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_CONFIG_FILE", "PYTHONPATH")


# Here the key file among the secrets stands for KMS, and no proxy stands before the server.
_ONLY_ON_AWS = ("KMS_KEY", "TRUSTED_PROXIES", "ORIGIN_GUARDED", "SIGNING_SECRETS", "PARTNER_SECRETS")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the engines and the partner sandbox listen."""

    dynamodb: str
    objects: str
    sandbox: str


def function_variables(template: Template) -> dict[str, str]:
    """All functions' variables in one map, since they share a process here (on AWS each sees only its own)."""
    union: dict[str, str] = {}
    for function in template.functions:
        for name, value in function.environment.items():
            if union.setdefault(name, value) != value:
                raise TemplateError(
                    f"{name} is {union[name]!r} for one function and {value!r} for {function.name}"
                )
    return union


def environment(
    settings: LocalSettings, template: Template, at: Addresses, keys: Mapping[str, str]
) -> dict[str, str]:
    """Everything a program of the local server gets; `keys` are the object store's access key and secret."""
    inherited = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
    public_url = os.environ.get("PUBLIC_URL", settings.public_url)
    local = {
        "STAGE": "local",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ENDPOINT_URL_DYNAMODB": at.dynamodb,
        "AWS_ENDPOINT_URL_DYNAMODB_STREAMS": at.dynamodb,
        "AWS_ENDPOINT_URL_S3": at.objects,
        "AWS_EC2_METADATA_DISABLED": "true",
        "OBJECTS_PUBLIC_URL": public_url,
        "PUBLIC_URL": public_url,
        "SECRETS": f"file:{settings.secrets}",
        "WECHAT_API_URL": at.sandbox,
        "SMS_API_URL": at.sandbox,
        "IDENTITY_VERIFIER_URL": at.sandbox,
        "BANK_API_URL": at.sandbox,
        "TREASURY_API_URL": at.sandbox,
        "ESEAL_API_URL": at.sandbox,
        "LICENCE_API_URL": at.sandbox,
        "REPORTING_API_URL": at.sandbox,
        "LIVE_API_URL": f"http://127.0.0.1:{settings.port}/live",
        "HANDLER_NAME": "码上办（本机试用）",
        "HANDLER_ADDRESS": "就在这台机器上",
        "HANDLER_CONTACT": "0571-00000000",
        "DATA_OFFICER": "试用负责人",
        "DATA_OFFICER_CONTACT": "0571-00000001",
        "FONTS_DIR": str(ROOT / "layers" / "documents" / "fonts" / "build"),
        "TRACING": "0",
        "NO_PROXY": "127.0.0.1,localhost",
        "no_proxy": "127.0.0.1,localhost",
    }
    own = {
        "HOST": settings.host, "PORT": str(settings.port), "DATA": str(settings.data), "ENGINE": settings.engine,
        "TEMPLATE": str(settings.template), "WORKERS": str(settings.workers),
        "STREAM_DUPLICATES": str(settings.duplicates), "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}",
    }  # fmt: skip
    variables = {name: v for name, v in function_variables(template).items() if name not in _ONLY_ON_AWS}
    return {**inherited, **variables, **local, **keys, **own}
