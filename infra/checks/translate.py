"""template.yaml -> CloudFormation, by SAM's own translator: what `sam deploy` would make of it, without an account.

Run with the tool environment: .tools/cli/bin/python infra/checks/translate.py template.yaml > template.json
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.managed_policy_translator import ManagedPolicyLoader
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class _NoAccount(ManagedPolicyLoader):  # type: ignore[misc]
    """Our functions name no managed policy of AWS, so nothing is looked up."""

    def __init__(self) -> None:
        super().__init__(None)

    def load(self) -> dict[str, str]:
        return {}


def translate(path: Path) -> dict[str, Any]:
    """The translated template. Local code and stack paths become addresses, as `sam package` would make them."""
    os.environ.setdefault("AWS_DEFAULT_REGION", "cn-north-1")  # the translator asks boto3 for its partition
    document = yaml_parse(path.read_text("utf-8"))
    for name, resource in document["Resources"].items():
        for prop in ("CodeUri", "ContentUri", "TemplateURL"):
            if prop in resource["Properties"]:
                resource["Properties"][prop] = _packaged(name, prop)
    translated: dict[str, Any] = transform(document, {}, _NoAccount())
    return translated


def _packaged(name: str, prop: str) -> str:
    return (
        f"https://s3.amazonaws.com/packages/{name}" if prop == "TemplateURL" else f"s3://packages/{name}.zip"
    )


def main() -> int:
    try:
        json.dump(translate(Path(sys.argv[1])), sys.stdout, indent=1, ensure_ascii=False)
    except InvalidDocumentException as problem:
        for cause in problem.causes:
            print(cause.message, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
