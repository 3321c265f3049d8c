"""Which function answers a path, chosen as an HTTP API chooses: exact path first, then the longest prefix."""

from dataclasses import dataclass

from mashangban.gateway.template import Function, Template, TemplateError, routed

_GREEDY = "/{proxy+}"


@dataclass(frozen=True, slots=True)
class Match:
    """The function of a request, the route that matched, and what stood for {proxy+}."""

    function: Function
    route: str
    proxy: str | None


class Router:
    """Routes of the template; every route is ANY, as the house has it."""

    def __init__(self, template: Template) -> None:
        self._exact: dict[str, Function] = {}
        self._greedy: dict[str, Function] = {}
        for route, function in routed(template):
            greedy = route.path.endswith(_GREEDY)
            paths, path = (self._greedy if greedy else self._exact), route.path.removesuffix(_GREEDY)
            if route.method != "ANY" or "{" in path:
                raise TemplateError(f"{function.name}: {route.method} {route.path} is no ANY path or prefix")
            if path in paths:
                raise TemplateError(f"{route.path} belongs to {paths[path].name} and to {function.name}")
            paths[path] = function

    def match(self, path: str) -> Match | None:
        """The function for a decoded path, or None where an HTTP API answers 404."""
        if function := self._exact.get(path):
            return Match(function, path, None)
        end = path.rfind("/")
        while end >= 0:
            # A greedy route needs something behind its slash: /v1/x/ alone is not under /v1/x/{proxy+}.
            if (function := self._greedy.get(path[:end])) and len(path) > end + 1:
                return Match(function, path[:end] + _GREEDY, path[end + 1 :])
            end = path.rfind("/", 0, end) if end else -1
        return None
