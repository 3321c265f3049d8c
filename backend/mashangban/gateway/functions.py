"""Loads the handlers that the template names and calls them as Lambda does."""

import importlib
import sys
import time
import traceback
import uuid
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import Any

from mashangban.gateway.intrinsics import ACCOUNT_ID
from mashangban.gateway.template import Function, Template

Handler = Callable[[Any, "Context"], Any]


@dataclass(slots=True)
class Context:
    """The second argument of a handler."""

    function_name: str
    memory_limit_in_mb: int
    deadline: float
    aws_request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    function_version: str = "$LATEST"
    log_stream_name: str = "local"
    identity: None = None
    client_context: None = None

    @property
    def invoked_function_arn(self) -> str:
        """The function's address."""
        return f"arn:aws:lambda:local:{ACCOUNT_ID}:function:{self.function_name}"

    @property
    def log_group_name(self) -> str:
        """Where the function's log would go."""
        return f"/aws/lambda/{self.function_name}"

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the function's own timeout."""
        return max(0, int((self.deadline - time.monotonic()) * 1000))


class FunctionError(Exception):
    """A handler raised, or could not be loaded: what Lambda calls a function error."""


def load_handler(function: Function) -> Handler:
    """The callable that the template's Handler names; `backend/` and the repository are on the path."""
    module, attribute = function.handler.rsplit(".", 1)
    handler: Handler = getattr(importlib.import_module(module), attribute)
    return handler


class Functions:
    """The functions of one process. One that fails to load answers with an error; the others work."""

    def __init__(self, template: Template, at_once: int | None = None) -> None:
        """`at_once` limits the calls of each function that reserves no concurrency of its own."""
        self._functions = {function.name: function for function in template.functions}
        self._handlers: dict[str, Handler] = {}
        # A reserved concurrency holds within this process; streams and schedules have one each.
        limits = {function.name: function.concurrency or at_once for function in template.functions}
        self._turns = {name: BoundedSemaphore(limit) for name, limit in limits.items() if limit}

    def load(self, names: set[str]) -> None:
        """Imports these functions now, so that the first call is as fast as the next."""
        for name in sorted(names):
            try:
                self._handler(name)
            except Exception as error:
                _report(name, "", error)

    def _handler(self, name: str) -> Handler:
        if name not in self._handlers:
            self._handlers[name] = load_handler(self._functions[name])
        return self._handlers[name]

    def invoke(self, name: str, event: Any) -> Any:
        """Calls a function; raises FunctionError, after writing the trace to the log, when it raises."""
        with self._turns.get(name, nullcontext()):
            return self._invoke(name, event)

    def _invoke(self, name: str, event: Any) -> Any:
        function = self._functions[name]
        context = Context(name, function.memory_mb, time.monotonic() + function.timeout_s)
        try:
            return self._handler(name)(event, context)
        except Exception as error:
            _report(name, context.aws_request_id, error)
            raise FunctionError(f"{type(error).__name__}: {error}") from error


def _report(function: str, request_id: str, error: Exception) -> None:
    print(f"ERROR {function} {request_id}", file=sys.stderr)
    traceback.print_exception(error, file=sys.stderr)
    sys.stderr.flush()
