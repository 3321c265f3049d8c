"""A Chalice app behind one HttpApi with greedy routes (payload format 1.0), safe in threads."""

from base64 import b64encode
from importlib import import_module
from threading import Lock
from typing import Any, Self

from chalice.app import Blueprint, Chalice, Response
from chalice.app import Request as ChaliceRequest

from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import call, site
from mashangban.kernel.http.bodies import UnsupportedMedia
from mashangban.kernel.http.problems import problem_response
from mashangban.kernel.http.routing import Router


class MethodNotAllowed(NotFound):
    code = "resource.method-not-allowed"
    status = 405
    title = "不支持这种操作"


PAGES = "/console/"


class App(Chalice):
    """One domain's app: `handler = App("workers", *routes.blueprints, pages="mashangban.domains.workers.console")`.

    `pages` names the module whose `blueprints` serve below /console: it is loaded when the first request for a page
    comes, since a phone's request would wait for it in vain. Chalice keeps the current request in an attribute, which
    leaks between threads; here it lives in a ContextVar.
    """

    def __init__(self, name: str, *blueprints: Blueprint, pages: str | None = None) -> None:
        super().__init__(app_name=name)
        self._pages, self._loading = pages, Lock()
        self._register(blueprints)

    def whole(self) -> Self:
        """The app with its pages loaded, for whoever asks about all its routes."""
        with self._loading:
            if self._pages is not None:
                known = set(self.routes)
                self._register(import_module(self._pages).blueprints)
                if strays := [
                    path for path in self.routes if path not in known and not path.startswith(PAGES)
                ]:
                    raise ValueError(f"{self._pages}: no request would load {strays}")
                self._pages = None
        return self

    def _register(self, blueprints: tuple[Blueprint, ...]) -> None:
        for blueprint in blueprints:
            self.register_blueprint(blueprint)
        self._router = Router(self.routes)

    @property
    def current_request(self) -> ChaliceRequest | None:
        return call.current.get(None)

    @current_request.setter
    def current_request(self, value: ChaliceRequest | None) -> None:
        if value is not None:
            call.current.set(value)

    @property
    def lambda_context(self) -> Any:
        return getattr(call.current.get(None), "lambda_context", None)

    @lambda_context.setter
    def lambda_context(self, value: Any) -> None:
        """Kept with the request by Chalice itself; an attribute of the app would leak between threads."""

    def __call__(self, event: dict[str, Any], context: Any) -> dict[str, Any]:
        path = _path_within_api(event)
        if self._pages is not None and path.startswith(PAGES):
            self.whole()
        found = self._router.match(path)
        if found is None:
            return problem_response(NotFound(), event)
        pattern, values = found
        if event["httpMethod"] not in self.routes[pattern]:
            return problem_response(MethodNotAllowed(), event)
        request = {**event["requestContext"], "resourcePath": pattern, "path": event["path"]}
        request["httpMethod"] = event["httpMethod"]
        settled = {**event, "requestContext": request, "pathParameters": values, "resource": pattern}
        return self._answer(pattern, ChaliceRequest(settled, context))

    def _answer(self, pattern: str, request: ChaliceRequest) -> dict[str, Any]:
        """Call the view with Chalice's request and shape its response, without Chalice's own dispatch.

        `@endpoint` already does what that dispatch is for (errors, types, headers), and it costs more than all of ours:
        55 of 120 us an event (docs/adr/0005). Middleware and CORS of Chalice are therefore never run.
        """
        if not site.came_through(request.headers.get(site.KEY_HEADER)):
            return problem_response(site.BesideTheSite(), request.to_original_event())
        entry = self.routes[pattern][request.method]
        if not _accepts(entry.content_types, request.headers.get("content-type")):
            return problem_response(UnsupportedMedia(), request.to_original_event())
        call.current.set(request)
        values = request.uri_params or {}
        arguments = {name: values[name] for name in entry.view_args}
        return _as_lambda_answer(entry.view_function(**arguments))


def _as_lambda_answer(response: Response) -> dict[str, Any]:
    """The proxy answer of payload format 1.0: bytes travel as base64, repeated headers apart."""
    binary = isinstance(response.body, bytes)
    single = {name: value for name, value in response.headers.items() if not isinstance(value, list)}
    return {
        "statusCode": response.status_code,
        "headers": single,
        "multiValueHeaders": {name: value for name, value in response.headers.items() if name not in single},
        "body": b64encode(response.body).decode() if binary else response.body,
        "isBase64Encoded": binary,
    }


def _accepts(media_types: list[str], content_type: str | None) -> bool:
    """Whether a route takes this kind of body (`application/json` unless it says otherwise)."""
    if content_type is None or content_type in media_types or "*/*" in media_types:
        return True
    return content_type.partition(";")[0].strip().lower() in media_types


def _path_within_api(event: dict[str, Any]) -> str:
    """The path without a stage prefix (`/prod/v1/...` becomes `/v1/...`); `$default` adds none."""
    path: str = event["path"]
    stage = event["requestContext"].get("stage", "$default")
    return path.removeprefix(f"/{stage}") if stage != "$default" else path
