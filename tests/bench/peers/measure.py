"""Processor time an event of one side: `measure.py <secrets> <module> <event.json> <events a round> <rounds>`."""

import copy
import importlib
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

logging.disable(logging.CRITICAL)


class Context:
    """What Lambda hands over."""

    function_name = "bench"
    function_version = "$LATEST"
    memory_limit_in_mb = 1024
    invoked_function_arn = "arn:aws:lambda:cn-north-1:1:function:bench"
    aws_request_id = "r"
    log_group_name = log_stream_name = ""
    identity = client_context = None

    def get_remaining_time_in_millis(self) -> int:
        return 3000


def main() -> None:
    _, _, module, event_file, count, rounds = sys.argv
    handler: Any = importlib.import_module(module).handler
    event, context = json.loads(Path(event_file).read_text()), Context()
    answer = handler(copy.deepcopy(event), context)
    assert answer["statusCode"] == 201, answer
    assert json.loads(answer["body"])["number"] == "HT2026110000017", answer
    for _ in range(int(rounds)):
        # A line in, a measured round out: the parent lets the sides take turns.
        if not sys.stdin.readline():
            break
        started = time.process_time()
        for _ in range(int(count)):
            handler(event, context)
        print((time.process_time() - started) / int(count) * 1e6, flush=True)


main()
