"""The sandbox as its own server on a free port, and a client that signs as the product does."""

import json
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from sandbox.keys import read_keys
from sandbox.server import Sandbox, serve
from sandbox.signatures import sign


class Client:
    """Speaks to the sandbox; `signed` adds the signature headers, which a test may bend."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.http = httpx.Client(base_url=base, timeout=10, trust_env=False)

    def signed(self, partner: str, path: str, body: object, **bent: str) -> httpx.Response:
        key, raw = read_keys(None)[partner], json.dumps(body).encode()
        timestamp = bent.get("timestamp", str(int(time.time())))
        request_id = bent.get("request_id", str(uuid.uuid4()))
        signature = sign(bent.get("secret", key.secret), "POST", path, timestamp, request_id, raw)
        headers = {
            "X-App-Id": bent.get("app_id", key.app_id),
            "X-Timestamp": timestamp,
            "X-Request-Id": request_id,
            "X-Signature": bent.get("signature", signature),
        }
        return self.http.post(bent.get("sent_to", path), content=raw, headers=headers)

    def send_sms(self, phone: str = "13900000001", **body: object) -> httpx.Response:
        message = {"message_id": str(uuid.uuid4()), "phone": phone, "text": "【码上办】验证码 123456"}
        return self.signed("sms", "/sms/messages", message | body)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    sandbox = Sandbox(tmp_path)
    server = serve(sandbox, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    client = Client(f"http://127.0.0.1:{server.port}")
    yield client
    client.http.close()
    server.shutdown()
    thread.join()
    server.server_close()
    sandbox.close()
