"""Open311 GeoReport v2: each resource as JSON and as XML, by the ending of its address."""

from urllib.parse import parse_qs

from mashangban.domains.publicareas import errors, permissions
from mashangban.domains.publicareas.routes import formats
from mashangban.domains.publicareas.schemas import Asked, FaultPosted, FaultsAsked
from mashangban.domains.publicareas.service import keys, protocol
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Reply, Request, endpoint
from mashangban.kernel.http.bodies import FORM
from mashangban.kernel.http.endpoint import Door

api = Blueprint(__name__)
_ROOT = "/v1/open311"


def _key(request: Request) -> str:
    sent = parse_qs(request.raw.decode("utf-8", "replace")).get("api_key", [])
    return request.query.get("api_key") or next(iter(sent), "")


DOOR = Door(
    authenticate=lambda request, at: keys.reporter(_key(request)),
    refuse=formats.refuse,
    submission_key=lambda request: None,
)


@api.route(_ROOT + "/discovery.json", methods=["GET"])
@endpoint(permission=permissions.READ, door=DOOR, returns=bytes)
def discovery_json(call: Call[None, None]) -> Reply:
    """Open311：服务发现"""
    return formats.answer(call.request, "discovery", protocol.discovery())


@api.route(_ROOT + "/discovery.xml", methods=["GET"])
@endpoint(permission=permissions.READ, door=DOOR, returns=bytes)
def discovery_xml(call: Call[None, None]) -> Reply:
    """Open311：服务发现"""
    return formats.answer(call.request, "discovery", protocol.discovery())


@api.route(_ROOT + "/services.json", methods=["GET"])
@endpoint(permission=permissions.READ, query=Asked, door=DOOR, returns=bytes)
def services_json(call: Call[None, Asked]) -> Reply:
    """Open311：报修类别"""
    return formats.answer(call.request, "services", protocol.services(call.query.jurisdiction_id))


@api.route(_ROOT + "/services.xml", methods=["GET"])
@endpoint(permission=permissions.READ, query=Asked, door=DOOR, returns=bytes)
def services_xml(call: Call[None, Asked]) -> Reply:
    """Open311：报修类别"""
    return formats.answer(call.request, "services", protocol.services(call.query.jurisdiction_id))


@api.route(_ROOT + "/services/{file}", methods=["GET"])
@endpoint(permission=permissions.READ, query=Asked, door=DOOR, returns=bytes)
def definition(call: Call[None, Asked], file: str) -> Reply:
    """Open311：一种类别要填什么"""
    value = protocol.definition(call.query.jurisdiction_id, _named(file))
    return formats.answer(call.request, "service_definition", value)


@api.route(_ROOT + "/requests.json", methods=["GET"])
@endpoint(permission=permissions.READ, query=FaultsAsked, door=DOOR, returns=bytes)
def requests_json(call: Call[None, FaultsAsked]) -> Reply:
    """Open311：查询报修"""
    return formats.answer(call.request, "service_requests", protocol.requests(call.query, call.at))


@api.route(_ROOT + "/requests.xml", methods=["GET"])
@endpoint(permission=permissions.READ, query=FaultsAsked, door=DOOR, returns=bytes)
def requests_xml(call: Call[None, FaultsAsked]) -> Reply:
    """Open311：查询报修"""
    return formats.answer(call.request, "service_requests", protocol.requests(call.query, call.at))


@api.route(_ROOT + "/requests.json", methods=["POST"], content_types=[FORM])
@endpoint(
    permission=permissions.REPORT,
    body=FaultPosted,
    query=Asked,
    door=DOOR,
    returns=bytes,
    status=201,
    errors=(errors.NowhereKnown, errors.UnsafeAddress, errors.TooManyPosts),
)
def post_json(call: Call[FaultPosted, Asked]) -> Reply:
    """Open311：报修"""
    return _posted(call)


@api.route(_ROOT + "/requests.xml", methods=["POST"], content_types=[FORM])
@endpoint(
    permission=permissions.REPORT,
    body=FaultPosted,
    query=Asked,
    door=DOOR,
    returns=bytes,
    status=201,
    errors=(errors.NowhereKnown, errors.UnsafeAddress, errors.TooManyPosts),
)
def post_xml(call: Call[FaultPosted, Asked]) -> Reply:
    """Open311：报修"""
    return _posted(call)


@api.route(_ROOT + "/requests/{file}", methods=["GET"])
@endpoint(permission=permissions.READ, query=Asked, door=DOOR, returns=bytes)
def request(call: Call[None, Asked], file: str) -> Reply:
    """Open311：一件报修"""
    value = protocol.request(call.query.jurisdiction_id, _named(file))
    return formats.answer(call.request, "service_requests", value)


@api.route(_ROOT + "/tokens/{file}", methods=["GET"])
@endpoint(permission=permissions.READ, query=Asked, door=DOOR, returns=bytes)
def token(call: Call[None, Asked], file: str) -> Reply:
    """Open311：凭令牌查编号"""
    return formats.answer(call.request, "service_requests", protocol.token(_named(file)))


def _posted(call: Call[FaultPosted, Asked]) -> Reply:
    jurisdiction = call.query.jurisdiction_id or call.body.jurisdiction_id
    value = protocol.report(call.act, jurisdiction, call.body)
    return formats.answer(call.request, "service_requests", value, 201)


def _named(file: str) -> str:
    """The name before the ending. Raises NotFound for a format that the protocol hasn't."""
    name, _, ending = file.rpartition(".")
    if ending not in ("json", "xml"):
        raise NotFound()
    return name
