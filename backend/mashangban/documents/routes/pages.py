"""The public pages under `/verify`: no sign-in, readable at 320 px, nothing loaded from elsewhere."""

import hashlib
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mashangban.documents import errors, permissions
from mashangban.documents.schemas.views import CodeQuery
from mashangban.documents.service import verifying
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError, NotFound, Unauthenticated
from mashangban.kernel.http import Blueprint, Call, Reply, Request, endpoint
from mashangban.kernel.http.endpoint import Door
from mashangban.kernel.permissions import Principal

api = Blueprint(__name__)
TEMPLATES = Path(__file__).parents[1] / "templates"
ASSETS = {
    "verify.css": "text/css; charset=utf-8",
    "verify.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    made.filters["spoken"] = clock.spoken
    made.filters["grouped"] = lambda text: " ".join(re.findall(".{1,8}", text))
    made.globals["asset"] = _asset_address
    return made


def _page(template: str, status: int = 200, **values: Any) -> Reply:
    body = _environment().get_template(template).render(**values)
    return Reply(body, status, headers=SECURITY)


def _nobody(request: Request, at: datetime) -> Principal:
    raise Unauthenticated()


def _refuse(error: AppError, request: Request) -> Reply:
    """A page instead of a problem document; an upload gets only the piece that goes into its page."""
    template = "verify_refusal.html" if request.method == "POST" else "verify_error.html"
    return _page(template, error.status, problem=error, instance=request.id)


PUBLIC = Door(authenticate=_nobody, refuse=_refuse, submission_key=lambda request: None)


@api.route("/verify", methods=["GET"])
@endpoint(permission=permissions.VERIFY, query=CodeQuery, door=PUBLIC)
def verify_home(call: Call[None, CodeQuery]) -> Reply:
    """Where anyone checks a paper or a file."""
    code = _code_in(call.query.code)
    if code:
        return Reply(status=303, headers={"Location": f"/verify/{code}", **SECURITY})
    return _page("verify.html")


@api.route("/verify/{code}", methods=["GET"])
@endpoint(permission=permissions.VERIFY, door=PUBLIC, errors=(errors.UnknownCode,))
def verify_paper(call: Call[None, None], code: str) -> Reply:
    """What the code on a paper stands for."""
    return _page("verify_paper.html", found=verifying.verify_code(code), code=code)


@api.route("/verify/files", methods=["POST"], content_types=["application/pdf"])
@endpoint(
    permission=permissions.VERIFY,
    body=bytes,
    door=PUBLIC,
    errors=(errors.FileTooLarge,),
    limit=verifying.CHECKS,
)
def verify_upload(call: Call[bytes, None]) -> Reply:
    """The answer about an uploaded file, as a piece of the page."""
    return _page("verify_result.html", found=verifying.verify_file(call.body))


@api.route("/verify/assets/{name}", methods=["GET"])
@endpoint(permission=permissions.VERIFY, door=PUBLIC)
def asset(call: Call[None, None], name: str) -> Reply:
    """The pages' style and script."""
    if name not in ASSETS:
        raise NotFound()
    headers = {**SECURITY, "Cache-Control": "public, max-age=31536000, immutable"}
    return Reply(_asset(name).decode(), content_type=ASSETS[name], headers=headers)


def _code_in(typed: str | None) -> str:
    """The code in what a person typed or pasted: also a whole link, spaces, lower case."""
    return re.sub(r"[^0-9A-Z]", "", (typed or "").strip().rstrip("/").rpartition("/")[2].upper())


@cache
def _asset(name: str) -> bytes:
    return (TEMPLATES / "assets" / name).read_bytes()


def _asset_address(name: str) -> str:
    """The address changes with the content, so that it may be cached for ever."""
    return f"/verify/assets/{name}?{hashlib.sha256(_asset(name)).hexdigest()[:12]}"
