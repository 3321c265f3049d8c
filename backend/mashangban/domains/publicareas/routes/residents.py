"""Public areas on the phone: where one may report, what others reported, one's own report."""

from mashangban.domains.publicareas import errors, permissions
from mashangban.domains.publicareas.models import TABLE
from mashangban.domains.publicareas.schemas import (
    PublicAreaView,
    PublicCard,
    PublicCardsQuery,
    PublicFaultDone,
    PublicReport,
    PublicServiceView,
)
from mashangban.domains.publicareas.service import areas, handling, reporting
from mashangban.domains.publicareas.terms import Service
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/publicareas"
_AREA = _ROOT + "/areas/{project_id}"


@api.route(_ROOT + "/services", methods=["GET"])
@endpoint(permission=permissions.READ, returns=Listing[PublicServiceView])
def list_services(call: Call[None, None]) -> Listing[PublicServiceView]:
    """公共区域能报修什么"""
    found = [
        PublicServiceView(code=one.value, label=one.label, words=one.words, group=one.group, days=one.days)
        for one in Service
    ]
    return Listing[PublicServiceView](items=found)


@api.route(_AREA, methods=["GET"])
@endpoint(permission=permissions.READ, returns=PublicAreaView, errors=(NotFound,))
def show_area(call: Call[None, None], project_id: str) -> PublicAreaView:
    """一个小区的公共区域"""
    return areas.show(project_id)


@api.route(_AREA + "/faults", methods=["GET"])
@endpoint(permission=permissions.READ, query=PublicCardsQuery, returns=Listing[PublicCard])
def list_cards(call: Call[None, PublicCardsQuery], project_id: str) -> Listing[PublicCard]:
    """小区里大家报的公共区域问题"""
    return Listing[PublicCard].model_validate(handling.of_area(project_id, call.query))


@api.route(_ROOT + "/cards/{fault_id}", methods=["GET"])
@endpoint(permission=permissions.READ, returns=PublicCard, errors=(errors.UnknownFault,))
def show_card(call: Call[None, None], fault_id: str) -> PublicCard:
    """一件公共区域问题，谁都能看"""
    return handling.card(fault_id)


@api.route(_ROOT + "/faults", methods=["POST"])
@endpoint(
    permission=permissions.REPORT,
    body=PublicReport,
    returns=PublicFaultDone,
    once=TABLE,
    status=201,
    errors=(errors.NowhereKnown, errors.SameReport, errors.TooManyPosts, NotFound, *HOLDING),
)
def report(call: Call[PublicReport, None]) -> PublicFaultDone:
    """报修公共区域"""
    return reporting.report_here(call.act, call.body)
