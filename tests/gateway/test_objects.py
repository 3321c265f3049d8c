"""The object store behind the server's own address."""

import http.client

import httpx
import pytest

from tests import wire
from tests.stack import LocalStack

BUCKET = "objectsbucket"


def presigned(stack: LocalStack, verb: str, key: str, **more: str) -> str:
    """A link as a function makes it for a phone: signed for the server's own address."""
    store = stack.public_objects()
    link: str = store.generate_presigned_url(
        verb, Params={"Bucket": BUCKET, "Key": key, **more}, ExpiresIn=60
    )
    return link


@pytest.mark.parametrize("key", ["plain.txt", "a b/合同+1%.pdf", "deep/er/x?y#z"])
def test_a_presigned_upload_and_download_work_from_outside(stack: LocalStack, key: str) -> None:
    content = b"%PDF" + bytes(range(256)) * 2000
    put = wire.put(presigned(stack, "put_object", key, ContentType="application/pdf"), content=content,
                    headers={"content-type": "application/pdf"})  # fmt: skip
    assert put.status_code == 200, put.text
    assert put.headers["etag"]
    got = wire.get(presigned(stack, "get_object", key))
    assert got.content == content
    assert got.headers["content-type"] == "application/pdf"


def test_part_of_an_object_can_be_read(stack: LocalStack) -> None:
    wire.put(presigned(stack, "put_object", "range.bin"), content=b"0123456789").raise_for_status()
    part = wire.get(presigned(stack, "get_object", "range.bin"), headers={"range": "bytes=2-4"})
    assert (part.status_code, part.content) == (206, b"234")


def test_a_presigned_form_works_from_a_browser(stack: LocalStack) -> None:
    form = stack.public_objects().generate_presigned_post(BUCKET, "form.jpg", ExpiresIn=60)
    answer = wire.post(
        form["url"], data=form["fields"], files={"file": ("x.jpg", b"\xff\xd8\xff", "image/jpeg")}
    )
    assert answer.status_code == 204
    assert wire.get(presigned(stack, "get_object", "form.jpg")).content == b"\xff\xd8\xff"


def test_a_form_with_a_forged_policy_is_refused(stack: LocalStack) -> None:
    form = stack.public_objects().generate_presigned_post(BUCKET, "forged.jpg", ExpiresIn=60)
    fields = {**form["fields"], "x-amz-signature": "0" * 64}
    answer = wire.post(form["url"], data=fields, files={"file": ("x.jpg", b"x", "image/jpeg")})
    assert answer.status_code == 403


def test_a_link_for_one_object_opens_no_other(stack: LocalStack) -> None:
    wire.put(presigned(stack, "put_object", "mine.txt"), content=b"mine").raise_for_status()
    wire.put(presigned(stack, "put_object", "other.txt"), content=b"other").raise_for_status()
    changed = presigned(stack, "get_object", "mine.txt").replace("mine.txt", "other.txt")
    assert wire.get(changed).status_code == 403


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "POST", "HEAD"])
@pytest.mark.parametrize("target", ["", "/", "/mine.txt", "?list-type=2", "?location"])
def test_nothing_is_given_or_taken_without_a_signature(stack: LocalStack, method: str, target: str) -> None:
    assert wire.request(method, f"{stack.url}/{BUCKET}{target}").status_code in (400, 403, 405, 412)


def test_other_buckets_are_not_reachable(stack: LocalStack) -> None:
    assert wire.get(f"{stack.url}/objectsbucket2/x").status_code in (404, 503)


def test_an_object_beyond_the_limit_is_refused_before_it_is_sent(stack: LocalStack) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", stack.port, timeout=10)
    connection.putrequest("PUT", presigned(stack, "put_object", "huge.bin").removeprefix(stack.url))
    connection.putheader("content-length", str(65 * 1024 * 1024))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_a_page_of_the_same_address_may_upload(stack: LocalStack) -> None:
    headers = {"origin": stack.url, "access-control-request-method": "PUT"}
    answer = httpx.options(f"{stack.url}/{BUCKET}/x", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == stack.url
