"""Certificates: a worker's own, and the check by those who employ them."""

from mashangban.domains.workers import errors, permissions
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.schemas import certificates as schemas
from mashangban.domains.workers.service import certificates as service
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
Done = schemas.LicenceDone
_PATH = "/v1/workers/certificates"
Rows = Listing[schemas.ProjectLicenceRow]


@api.route(_PATH, methods=["GET"])
@endpoint(permission=permissions.HOLD_CERTIFICATES, returns=Listing[schemas.LicenceRow])
def my_certificates(call: Call[None, None]) -> Listing[schemas.LicenceRow]:
    """我的证书"""
    return Listing[schemas.LicenceRow](items=service.mine(call.actor))


@api.route(_PATH, methods=["POST"])
@endpoint(
    permission=permissions.HOLD_CERTIFICATES,
    body=schemas.LicenceForm,
    returns=Done,
    status=201,
    once=TABLE,
    errors=(errors.CertificateUntrue, errors.CertificateKnown, *HOLDING),
)
def add_certificate(call: Call[schemas.LicenceForm, None]) -> Done:
    """登记证书"""
    return service.add(call.act, call.body)


@api.route(_PATH + "/{certificate_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_CERTIFICATES, returns=schemas.LicenceView)
def show_certificate(call: Call[None, None], certificate_id: str) -> schemas.LicenceView:
    """证书详情"""
    return service.show(call.actor, certificate_id)


@api.route(_PATH + "/{certificate_id}", methods=["PUT"])
@endpoint(
    permission=permissions.HOLD_CERTIFICATES,
    body=schemas.Renewal,
    returns=Done,
    once=TABLE,
    errors=(
        errors.CertificateUntrue,
        errors.CertificateGone,
        errors.CertificateKnown,
        *HOLDING,
    ),
)
def renew_certificate(call: Call[schemas.Renewal, None], certificate_id: str) -> Done:
    """证书延期后更新"""
    return service.renew(call.act, certificate_id, call.body)


@api.route(_PATH + "/{certificate_id}", methods=["DELETE"])
@endpoint(
    permission=permissions.HOLD_CERTIFICATES, returns=Done, once=TABLE, errors=(errors.CertificateGone,)
)
def remove_certificate(call: Call[None, None], certificate_id: str) -> Done:
    """删除登记的证书"""
    return service.remove(call.act, certificate_id)


@api.route(_PATH + "/{certificate_id}/check", methods=["POST"])
@endpoint(
    permission=permissions.CHECK_CERTIFICATES,
    body=schemas.CheckForm,
    returns=Done,
    once=TABLE,
    errors=(errors.CertificateGone, errors.CertificateKnown),
)
def check_certificate(call: Call[schemas.CheckForm, None], certificate_id: str) -> Done:
    """单位核对证书"""
    return service.check(call.act, certificate_id, call.body)


@api.route("/v1/workers/projects/{project_id}/certificates", methods=["GET"])
@endpoint(permission=permissions.LIST_CERTIFICATES, query=schemas.LicenceListQuery, returns=Rows)
def certificates_of_project(call: Call[None, schemas.LicenceListQuery], project_id: str) -> Rows:
    """项目工人的证书"""
    return Rows.model_validate(service.at_project(call.actor, project_id, call.query))


@api.route("/v1/workers/counties/{region}/certificates", methods=["GET"])
@endpoint(permission=permissions.LIST_CERTIFICATES, query=schemas.LicenceListQuery, returns=Rows)
def certificates_of_county(call: Call[None, schemas.LicenceListQuery], region: str) -> Rows:
    """县区工人的证书"""
    return Rows.model_validate(service.at_county(call.actor, region, call.query))
