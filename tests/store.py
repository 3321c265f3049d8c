"""The real object store for tests: one a test process, with the bucket of the test stage."""

import os
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import engine
from tests.stack import wait_for


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def objects_url(stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running store; stopped by process id."""
    port, data = engine.free_port(), tmp_path_factory.mktemp("objects")
    extra = {"SERVICES": "s3", "GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1", "S3_DATA_DIR": str(data)}
    url, quiet = f"http://127.0.0.1:{port}", subprocess.DEVNULL
    store = subprocess.Popen([str(engine.MINISTACK)], env={**os.environ, **extra}, stdout=quiet, stderr=quiet)
    try:
        wait_for(lambda: _answers(f"{url}/_ministack/health"), "the object store")
        place = {"LocationConstraint": "cn-north-1"}
        engine.client(url, "s3").create_bucket(
            Bucket=os.environ["OBJECTS_BUCKET"], CreateBucketConfiguration=place
        )
        yield url
    finally:
        store.terminate()
        store.wait(10)


@pytest.fixture
def object_store(objects_url: str) -> str:
    """Let the product speak to the store."""
    connect(objects_url)
    return objects_url


def connect(url: str) -> None:
    """Point the product at a store; it makes its clients once a process."""
    from mashangban.kernel import objects
    from mashangban.kernel.settings import settings

    if os.environ.get("AWS_ENDPOINT_URL_S3") != url:
        os.environ["AWS_ENDPOINT_URL_S3"] = os.environ["OBJECTS_PUBLIC_URL"] = url
        settings.cache_clear()
        objects.forget()
