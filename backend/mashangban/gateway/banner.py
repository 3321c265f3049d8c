"""What the terminal shows when everything works: addresses, demo accounts, a QR for a phone."""

import io
import json
import os
from pathlib import Path

import qrcode

from mashangban.gateway.settings import LocalSettings


def banner(settings: LocalSettings, public_url: str) -> str:
    """The text of the banner."""
    lines = [
        "",
        f"  码上办 已启动 / is up          {public_url}/",
        f"  工作台 / console               {public_url}/console/",
        f"  验真 / verify                  {public_url}/verify/",
        f"  接口说明 / OpenAPI             {public_url}/v1/openapi.json",
        f"  运行状况 / health              {public_url}/healthz",
        f"  数据库 / DynamoDB              {os.environ['AWS_ENDPOINT_URL_DYNAMODB']}",
        f"  文件 / S3                      {os.environ['AWS_ENDPOINT_URL_S3']}",
        f"  合作方沙箱 / partner sandbox   {os.environ['WECHAT_API_URL']}/",
        f"  日志 / logs                    {settings.logs}",
        *_accounts(settings.data / "demo-accounts.json"),
        "",
        *_phone(settings, public_url),
        "  Ctrl-C 停止，数据保留 / Ctrl-C stops, the data stays",
    ]
    return "\n".join(lines)


def _phone(settings: LocalSettings, public_url: str) -> list[str]:
    if settings.loopback:
        return ["  用手机打开：make run HOST=0.0.0.0 / for a phone: make run HOST=0.0.0.0", ""]
    code = qrcode.QRCode(border=2)
    code.add_data(f"{public_url}/")
    drawing = io.StringIO()
    code.print_ascii(out=drawing, invert=True)
    return ["  手机连同一网络后扫码 / scan with a phone in the same network", drawing.getvalue()]


def _accounts(file: Path) -> list[str]:
    """The accounts of the demo world, as its seeder lists them: one object a line of the table."""
    if not file.exists():
        return []
    accounts = json.loads(file.read_text("utf-8"))
    rows = ["  " + "  ".join(str(value) for value in account.values()) for account in accounts]
    return ["", "  演示账号 / demo accounts", *rows]
