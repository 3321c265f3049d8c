"""Where this process stands: read once from the environment, never changed after."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache


@dataclass(frozen=True, slots=True)
class Handler:
    """Who answers for personal data, how they are reached, and who is in charge of it (个人信息保护法 Art. 17, 52).

    The template refuses a production stage that does not say it.
    """

    name: str = ""
    address: str = ""
    contact: str = ""
    officer: str = ""
    officer_contact: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Deployment facts shared by all functions; a partner's address is None where the function may not call it.

    `trusted_proxies` is how many of our own stand before the API (CloudFront: 1): what is left of theirs in
    X-Forwarded-For is the caller's address; `origin_guarded`: they prove it by a key. `licence_codes` are a province's
    catalogue codes by our word for the kind of licence; what its library said counts for `licence_hours`.
    By `rtc_servers` (`stun:…`) two browsers find each other, by `turn_servers` (`turn:…`) they reach each other where a
    network lets nothing through; neither is needed within one network.
    Who looked at whose form is remembered for `sharings_kept_days` (网络数据安全管理条例 Art. 12: three years).
    """

    stage: str
    region: str
    public_url: str
    secrets: str
    objects_bucket: str | None
    objects_public_url: str | None
    kms_key: str | None
    wechat_api_url: str | None
    sms_api_url: str | None
    identity_verifier_url: str | None
    reporting_api_url: str | None
    tracing: bool
    trusted_proxies: int = 0
    origin_guarded: bool = False
    bank_api_url: str | None = None
    treasury_api_url: str | None = None
    eseal_api_url: str | None = None
    licence_api_url: str | None = None
    licence_codes: Mapping[str, str] = field(default_factory=dict)
    licence_hours: int = 24
    live_api_url: str | None = None
    signing_secrets: str = ""
    partner_secrets: str = ""
    rtc_servers: tuple[str, ...] = ()
    turn_servers: tuple[str, ...] = ()
    sharings_kept_days: int = 1096
    handler: Handler = Handler()

    @property
    def production(self) -> bool:
        return self.stage == "prod"


@cache
def settings() -> Settings:
    """The settings of this process. Raises KeyError naming the variable that is missing."""
    env = os.environ
    return Settings(
        stage=env["STAGE"],
        region=env["AWS_REGION"],
        public_url=env["PUBLIC_URL"].rstrip("/"),
        secrets=env["SECRETS"],
        objects_bucket=env.get("OBJECTS_BUCKET"),
        objects_public_url=env.get("OBJECTS_PUBLIC_URL"),
        kms_key=env.get("KMS_KEY"),
        wechat_api_url=env.get("WECHAT_API_URL"),
        sms_api_url=env.get("SMS_API_URL"),
        identity_verifier_url=env.get("IDENTITY_VERIFIER_URL"),
        reporting_api_url=env.get("REPORTING_API_URL"),
        tracing=env.get("TRACING") == "1",
        trusted_proxies=int(env.get("TRUSTED_PROXIES", "0")),
        origin_guarded=env.get("ORIGIN_GUARDED") == "1",
        bank_api_url=env.get("BANK_API_URL"),
        treasury_api_url=env.get("TREASURY_API_URL"),
        eseal_api_url=env.get("ESEAL_API_URL") or None,
        licence_api_url=env.get("LICENCE_API_URL"),
        licence_codes=json.loads(env.get("LICENCE_CODES", "{}")),
        licence_hours=int(env.get("LICENCE_HOURS", "24")),
        live_api_url=env.get("LIVE_API_URL"),
        signing_secrets=env.get("SIGNING_SECRETS", ""),
        partner_secrets=env.get("PARTNER_SECRETS", ""),
        rtc_servers=tuple(json.loads(env.get("RTC_SERVERS", "[]"))),
        turn_servers=tuple(json.loads(env.get("TURN_SERVERS", "[]"))),
        sharings_kept_days=int(env.get("SHARINGS_KEPT_DAYS", "1096")),
        handler=Handler(
            name=env.get("HANDLER_NAME", ""),
            address=env.get("HANDLER_ADDRESS", ""),
            contact=env.get("HANDLER_CONTACT", ""),
            officer=env.get("DATA_OFFICER", ""),
            officer_contact=env.get("DATA_OFFICER_CONTACT", ""),
        ),
    )


@dataclass(frozen=True, slots=True)
class Table:
    """A DynamoDB table by its role; the real name comes from the environment of the function that may use it."""

    name: str

    @property
    def variable(self) -> str:
        return f"{self.name.upper()}_TABLE"

    @property
    def physical(self) -> str:
        return os.environ[self.variable]
