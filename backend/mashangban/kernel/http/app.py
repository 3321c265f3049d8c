"""A Chalice app behind one HttpApi with greedy routes (payload format 1.0), safe in threads."""

from typing import Any

from chalice.app import Blueprint, Chalice
from chalice.app import Request as ChaliceRequest

from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import call
from mashangban.kernel.http.problems import problem_response
from mashangban.kernel.http.routing import Router


class MethodNotAllowed(NotFound):
    code = "resource.method-not-allowed"
    status = 405
    title = "不支持这种操作"


class App(Chalice):
    """One domain's app: `handler = App("workers", routes.api)`.

    Chalice keeps the current request in an attribute, which leaks between threads; here it lives in a ContextVar.
    """

    def __init__(self, name: str, *blueprints: Blueprint) -> None:
        super().__init__(app_name=name)
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
        found = self._router.match(_path_within_api(event))
        if found is None:
            return problem_response(NotFound(), event)
        pattern, values = found
        if event["httpMethod"] not in self.routes[pattern]:
            return problem_response(MethodNotAllowed(), event)
        request = {**event["requestContext"], "resourcePath": pattern, "path": event["path"]}
        request["httpMethod"] = event["httpMethod"]
        settled = {**event, "requestContext": request, "pathParameters": values, "resource": pattern}
        answer: dict[str, Any] = super().__call__(settled, context)
        return answer


def _path_within_api(event: dict[str, Any]) -> str:
    """The path without a stage prefix (`/prod/v1/...` becomes `/v1/...`); `$default` adds none."""
    path: str = event["path"]
    stage = event["requestContext"].get("stage", "$default")
    return path.removeprefix(f"/{stage}") if stage != "$default" else path
