"""Roles, and the accounts of staff."""

from mashangban.identity import errors, permissions, service
from mashangban.identity.schemas import (
    GrantQuery,
    GrantRequest,
    GrantView,
    StaffAccess,
    StaffCreation,
)
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.kernel.permissions import Scope
from mashangban.kernel.sessions import IDENTITY

api = Blueprint(__name__)
BASE = "/v1/identity"


@api.route(f"{BASE}/grants", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_GRANTS,
    body=GrantRequest,
    returns=GrantView,
    status=201,
    once=IDENTITY,
    errors=(errors.MayNotGrant, errors.WrongScope, errors.GrantNeedsEnd, errors.PersonUnknown),
)
def grant(call: Call[GrantRequest, None]) -> GrantView:
    asked = call.body
    order = GrantOrder(
        role=asked.role,
        scope=Scope.parse(asked.scope),
        person_id=asked.person_id,
        phone=asked.phone,
        label=asked.scope_label,
        valid_from=asked.valid_from,
        valid_to=asked.valid_to,
    )
    return service.grant(call.act, order)


@api.route(f"{BASE}/grants/{{grant_id}}", methods=["DELETE"])
@endpoint(
    permission=permissions.END_GRANTS,
    status=204,
    once=IDENTITY,
    errors=(errors.MayNotGrant, errors.GrantEnded, NotFound),
)
def revoke(call: Call[None, None], grant_id: str) -> None:
    service.revoke(call.act, grant_id)


@api.route(f"{BASE}/grants", methods=["GET"])
@endpoint(
    permission=permissions.READ_GRANTS,
    query=GrantQuery,
    returns=Listing[GrantView],
    errors=(errors.MayNotGrant,),
)
def grants_at(call: Call[None, GrantQuery]) -> Listing[GrantView]:
    page = service.grants_at(call.actor, Scope.parse(call.query.scope), call.query.page, call.at)
    return Listing[GrantView].model_validate(page)


@api.route(f"{BASE}/staff", methods=["POST"])
@endpoint(
    permission=permissions.CREATE_STAFF,
    body=StaffCreation,
    returns=StaffAccess,
    status=201,
    once=IDENTITY,
    errors=(errors.UsernameTaken, errors.StaffPhoneTaken, errors.WeakPassword),
)
def create_staff(call: Call[StaffCreation, None]) -> StaffAccess:
    return service.create_staff(call.act, call.body)


@api.route(f"{BASE}/staff/{{username}}/reset", methods=["POST"])
@endpoint(
    permission=permissions.RESET_STAFF,
    returns=StaffAccess,
    once=IDENTITY,
    errors=(errors.PersonUnknown,),
)
def reset_staff(call: Call[None, None], username: str) -> StaffAccess:
    return service.reset_staff(call.act, username)
