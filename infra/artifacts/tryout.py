"""Every handler run by Lambda's own Python version, from trimmed layers and nothing else.

`python -m artifacts.tryout`: builds the layers for this machine's processor (same locks, same trimming), imports from
the compiled code what template.yaml names and asks each API function for a page that is not there. Without that
interpreter on this machine it says so and ends well.
"""

import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

from artifacts import trimming
from artifacts.bytecode import compile_tree, interpreter, runtime_version
from artifacts.code import compiled

os.environ["LAYER_PROCESSOR"] = os.uname().machine
from artifacts.layer import install  # reads LAYER_PROCESSOR

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / ".aws-sam/tryout"
TABLES = ("IDENTITY", "REGISTRY", "AUDIT", "DOCUMENTS", "FILES", "NOTICES", "WORKERS")
# One process for all functions with the same layers; each is tried in a fork of it, as fresh as on Lambda but for what
# all of them import.
TRY = """
import importlib, json, os, sys, traceback
import boto3, chalice, pydantic, pynamodb

def tried(name, address):
    module, _, attribute = name.rpartition(".")
    handler = getattr(importlib.import_module(module), attribute)
    if address:
        call = {"httpMethod": "GET", "identity": {"sourceIp": "127.0.0.1"}, "requestId": "1", "stage": "$default"}
        event = {"version": "1.0", "path": address, "httpMethod": "GET", "requestContext": call, "body": None,
                 "headers": {}, "multiValueHeaders": {}, "queryStringParameters": None,
                 "multiValueQueryStringParameters": None, "pathParameters": None, "stageVariables": None,
                 "isBase64Encoded": False}
        status = handler(event, None)["statusCode"]
        assert status in (404, 303), status  # the console asks to sign in first
    strays = [m.__file__ for m in sys.modules.values() if "site-packages" in (getattr(m, "__file__", None) or "")]
    assert not strays, f"from outside the layers: {strays}"

for name, address in json.loads(sys.argv[1]):
    child = os.fork()
    if child == 0:
        os.dup2(2, 1)  # what it says is no name of a handler
        try:
            tried(name, address)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        print(name)
"""


def layer(name: str) -> Path:
    """A trimmed layer for this machine; kept as long as its lock is the same."""
    lock = ROOT / f"requirements/layer-{name}.lock"
    folder, stamp = PLACE / name, PLACE / f"{name}.stamp"
    wanted = lock.read_bytes() + Path(trimming.__file__).read_bytes()
    if not stamp.exists() or stamp.read_bytes() != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        install(lock, folder)
        trimming.trim(folder)
        compile_tree(folder)
        stamp.write_bytes(wanted)
    return folder


def handlers() -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """By layers: the handlers, each with an address that it answers with 404, as the template names them."""
    from checks import house
    from mashangban.gateway.intrinsics import read_document

    document = read_document(ROOT / "template.yaml")["Resources"]
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for function in house.template().functions:
        own = [one["Ref"] for one in document[function.name]["Properties"].get("Layers", [])]
        names = ("deps", *(one.removesuffix("Layer").lower() for one in own))
        address = f"{function.routes[0].path}/nothing/here" if function.routes else ""
        found.setdefault(names, []).append((function.handler, address))
    return found


def main() -> int:
    python = interpreter(runtime_version())
    if python is None:
        print(f"tryout: Python {runtime_version()} is not on this machine, so nothing was tried")
        return 0
    PLACE.mkdir(parents=True, exist_ok=True)
    tried = handlers()
    failed = [one for names, some in tried.items() for one in _failing(python, names, some)]
    count = sum(map(len, tried.values()))
    print(
        f"tryout: {count - len(failed)} of {count} handlers work on Python {runtime_version()}; not: {failed}"
    )
    return 1 if failed else 0


def _secrets() -> Path:
    """A folder with the one key that a refusal needs: addresses stand in the log under it."""
    folder = PLACE / "secrets"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / "lookup-key").write_bytes(b64encode(os.urandom(32)))
    return folder


def _failing(python: str, layers: tuple[str, ...], tried: list[tuple[str, str]]) -> list[str]:
    """Those of some handlers that do not work from these layers and the compiled code."""
    code = [str(compiled() / folder) for folder in ("package", "handlers")]
    environment = {
        "PYTHONPATH": ":".join([*code, *(str(layer(name)) for name in layers)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "STAGE": "dev",
        "AWS_REGION": "cn-north-1",
        "PUBLIC_URL": "https://example.cn",
        "SECRETS": f"file:{_secrets()}",
        **{f"{name}_TABLE": name for name in TABLES},
    }
    # -S: no site-packages of this machine, as on Lambda.
    command = [python, "-S", "-c", TRY, json.dumps(tried)]
    return subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.split()


if __name__ == "__main__":
    sys.exit(main())
