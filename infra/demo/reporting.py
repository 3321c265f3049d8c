"""Reports that come back: one platform no longer takes a trade's code, so that somebody has something to put right."""

import json
import os
from collections.abc import Callable

import urllib3

from demo.ground import Ground

SUSPENDED = {"37": ["401"]}  # 水暖工, in every other project of Jinan


def fill(ground: Ground, say: Callable[[str], None]) -> None:
    """Tell the sandbox before the first worker comes: all other reports follow from the stream by themselves."""
    body = json.dumps({"refused_trades": SUSPENDED}).encode()
    answer = urllib3.request("PUT", f"{os.environ['REPORTING_API_URL']}/labour/desk", body=body, timeout=10)
    if answer.status != 200:
        raise RuntimeError(f"the sandbox answered {answer.status}")
    say("山东平台停用一个工种代码 / one platform suspends a trade's code")
