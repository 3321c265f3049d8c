"""The package `open311` 1.1 of PyPI, as it is published, under Python 3.

It was written for Python 2 and fails today in three places, none of them the protocol's; each is mended from outside,
its source stays as it came: its modules import their neighbours by bare names (as Python 2 did, neighbours are tried
first here), it posts text where Python 3 posts bytes, and its XML reader calls `Element.getchildren`, which Python 3.9
removed. It asks for definitions at `service/…`, an address of an earlier draft, so that one call is not made.
"""

import builtins
import importlib
import sys
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any
from urllib.request import urlopen
from xml.etree import ElementTree as ET

_PACKAGE = "open311"


class _Element(ET.Element):
    def getchildren(self) -> list[ET.Element]:
        return list(self)


class _Trees:
    """ElementTree as that reader knew it."""

    @staticmethod
    def fromstring(text: bytes) -> ET.Element:
        parser = ET.XMLParser(target=ET.TreeBuilder(element_factory=_Element))
        parser.feed(text)
        found: ET.Element = parser.close()
        return found


def _neighbours_first(
    name: str,
    globals_: Mapping[str, Any] | None = None,
    locals_: Mapping[str, Any] | None = None,
    wanted: Sequence[str] = (),
    level: int = 0,
) -> ModuleType:
    """`import` of Python 2."""
    near = f"{(globals_ or {}).get('__package__')}.{name}"
    if (level == 0 and name.partition(".")[0] != _PACKAGE) or near == f"{_PACKAGE}.{_PACKAGE}":
        try:
            return importlib.import_module(near)
        except ModuleNotFoundError as absent:
            if not near.startswith(str(absent.name)):
                raise
    return builtins.__import__(name, globals_, locals_, wanted, level)


class _Loader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["__builtins__"] = {**vars(builtins), "__import__": _neighbours_first}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its time: escapes in plain strings
            super().exec_module(module)


class _Finder(PathFinder):
    @classmethod
    def find_spec(
        cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = super().find_spec(fullname, path) if fullname.partition(".")[0] == _PACKAGE else None
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


@cache
def _package() -> ModuleType:
    sys.meta_path.insert(0, _Finder)
    try:
        package = importlib.import_module(_PACKAGE)
    finally:
        sys.meta_path.remove(_Finder)
    modules = {
        name: sys.modules[f"{_PACKAGE}.{name}"] for name in ("open311", "api.api", "api.xml2dict.xml2dict")
    }
    for name in ("open311", "api.api"):
        vars(modules[name])["urlopen"] = _bytes
    vars(modules["api.xml2dict.xml2dict"])["ET"] = _Trees
    return package


def _bytes(url: str, data: str | None = None) -> Any:
    return urlopen(url, data.encode() if data is not None else None)


def client(**settings: str) -> Any:
    """A client of that package."""
    return _package().Open311(**settings)
