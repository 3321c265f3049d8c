"""The template as SAM's own translator reads it; it lives in the isolated tool environment."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools/cli/bin"


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder of sam, cfn-lint and aws."""
    if not (TOOLS / "cfn-lint").exists():
        raise RuntimeError("the tool environment is missing: run `infra/tools.sh cli`")
    return TOOLS


@pytest.fixture(scope="session")
def translated(tools: Path) -> dict[str, Any]:
    """template.yaml as CloudFormation would get it."""
    command = [str(tools / "python"), "infra/checks/translate.py", "template.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    document: dict[str, Any] = json.loads(done.stdout)
    return document
