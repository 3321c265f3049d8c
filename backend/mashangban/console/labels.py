"""Words for scopes: the county's name, the firm's, the project's."""

from collections.abc import Callable
from functools import lru_cache

from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Scope
from mashangban.registry import divisions, service


@lru_cache(maxsize=512)
def scope_label(scope: Scope) -> str:
    """A scope as people say it, e.g. `浙江省杭州市西湖区` or the enterprise's name."""
    match scope.kind:
        case "region":
            return divisions.full_name(scope.value)
        case "org":
            return _name(lambda: service.enterprise(scope.value).name, "本单位")
        case "project":
            return _name(lambda: service.project(scope.value).name, "本项目")
        case "*":
            return "全部地区"
        case _:
            return "本人"


def _name(read: Callable[[], str], otherwise: str) -> str:
    try:
        return read()
    except NotFound:
        return otherwise
