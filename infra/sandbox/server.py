"""Puts the partners behind one HTTP port: routing, signatures, faults, start page, health."""

import socket
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from werkzeug import Request, Response
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, MapAdapter, Rule
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from sandbox.callbacks import Callbacks
from sandbox.faults import Fault, Switchboard
from sandbox.keys import Key, read_keys
from sandbox.partner import Partner, Route, World, json_reply, page_reply
from sandbox.partners import PARTNERS
from sandbox.signatures import RefusedError, SignedRequest, check
from sandbox.store import Store

MAX_BODY_BYTES = 2_000_000


class Sandbox:
    """The WSGI application and what it owns."""

    def __init__(self, folder: Path, keys: Mapping[str, Key] | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.partners = {partner.name: partner for partner in PARTNERS}
        store = Store(folder / "sandbox.sqlite")
        self.world = World(store, Switchboard(), keys or read_keys(None), Callbacks())
        self._map = Map([*self._partner_rules(), *self._own_rules()], strict_slashes=False)

    def _partner_rules(self) -> Iterable[Rule]:
        for partner in self.partners.values():
            for route in partner.routes:
                yield Rule(route.path, methods=[route.method], endpoint=(partner, route))

    def _own_rules(self) -> list[Rule]:
        return [
            Rule("/", methods=["GET"], endpoint=self._start_page),
            Rule("/healthz", methods=["GET"], endpoint=self._health),
            Rule("/_faults", methods=["GET"], endpoint=self._show_faults),
            Rule("/_faults", methods=["DELETE"], endpoint=self._clear_faults),
            Rule("/_faults/<partner>", methods=["PUT"], endpoint=self._set_fault),
            Rule("/_faults/<partner>", methods=["DELETE"], endpoint=self._clear_fault),
        ]

    def close(self) -> None:
        """Stop callbacks and close the file."""
        self.world.callbacks.close()
        self.world.store.close()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        request.max_content_length = MAX_BODY_BYTES
        try:
            response = self._answer(request, self._map.bind_to_environ(environ))
        except RefusedError as refused:
            response = json_reply({"code": refused.code, "message": refused.message}, refused.status)
        except HTTPException as problem:
            body = {"code": (problem.name or "error").lower().replace(" ", "_")}
            response = json_reply(body, problem.code or 500)
        return response(environ, start_response)

    def _answer(self, request: Request, adapter: MapAdapter) -> Response:
        endpoint, values = adapter.match()
        if callable(endpoint):
            own: Response = endpoint(request, **values)
            return own
        partner, route = endpoint
        return self._partner_answer(partner, route, request, values)

    def _partner_answer(self, partner: Partner, route: Route, request: Request, values: Any) -> Response:
        fault = self.world.faults.use(partner.name) if route.outside else Fault()
        time.sleep(fault.delay_ms / 1000)
        if fault.status:
            return json_reply({"code": "fault", "message": "switched on at /_faults"}, fault.status)
        if route.signed:
            self._check_signature(partner, request, fault)
        response = route.handler(self.world, request, fault, **values)
        if fault.drop_after_success and response.status_code < 400:
            _hang_up(request)
        return response

    def _check_signature(self, partner: Partner, request: Request, fault: Fault) -> None:
        key = self.world.keys[partner.name]
        headers = {name.lower(): value for name, value in request.headers}
        target = request.environ.get("REQUEST_URI") or request.full_path.rstrip("?")
        signed = SignedRequest(request.method, target, headers, request.get_data())
        check(self.world.store, key.app_id, key.secret, signed, fault.clock_s)

    def _start_page(self, request: Request) -> Response:
        faults = self.world.faults.all()
        return page_reply("start.html", partners=self.partners.values(), faults=faults)

    def _health(self, request: Request) -> Response:
        return json_reply({"status": "ok", "partners": sorted(self.partners)})

    def _show_faults(self, request: Request) -> Response:
        return json_reply({name: fault.as_json() for name, fault in self.world.faults.all().items()})

    def _set_fault(self, request: Request, partner: str) -> Response:
        self._known(partner)
        try:
            fault = Fault.parse(request.get_json(force=True, silent=True))
        except ValueError as wrong:
            raise RefusedError(400, "fault_invalid", str(wrong)) from wrong
        self.world.faults.set(partner, fault)
        return json_reply(fault.as_json())

    def _clear_fault(self, request: Request, partner: str) -> Response:
        self._known(partner)
        self.world.faults.clear(partner)
        return Response(status=204)

    def _clear_faults(self, request: Request) -> Response:
        self.world.faults.clear()
        return Response(status=204)

    def _known(self, partner: str) -> None:
        if partner not in self.partners:
            raise RefusedError(404, "partner_unknown", f"partners: {', '.join(sorted(self.partners))}")


class _Quiet(WSGIRequestHandler):
    """Logs nothing: addresses and bodies here carry phone numbers and login codes."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        return


def _hang_up(request: Request) -> None:
    connection: socket.socket | None = request.environ.get("werkzeug.socket")
    if connection is not None:
        connection.shutdown(socket.SHUT_RDWR)


def serve(sandbox: Sandbox, host: str, port: int) -> BaseWSGIServer:
    """Bind the address (port 0 takes a free one); the caller runs `serve_forever`."""
    return make_server(host, port, sandbox, threaded=True, request_handler=_Quiet)
