"""A person's homes: bind, look, invite, leave."""

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import binding, inviting, leaving, living
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
Done = schemas.LeavingDone
_ONE = "/v1/homes/homes/{home_id}"
_INVITATION = "/v1/homes/invitations/{code}"


@api.route("/v1/homes/homes", methods=["POST"])
@endpoint(
    permission=permissions.BIND,
    body=schemas.Binding,
    returns=schemas.HomeBound,
    status=201,
    once=TABLE,
    errors=(
        AlteredCode,
        errors.CodeRevoked,
        errors.NoMatch,
        errors.TooManyTries,
        errors.AlreadyBound,
        errors.HomeFull,
    ),
)
def bind_home(call: Call[schemas.Binding, None]) -> schemas.HomeBound:
    """扫门牌码绑定房屋"""
    return binding.bind(call.act, call.body)


@api.route("/v1/homes/homes", methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, query=ListQuery, returns=Listing[schemas.MyHomeRow])
def my_homes(call: Call[None, ListQuery]) -> Listing[schemas.MyHomeRow]:
    """我的房屋"""
    return Listing[schemas.MyHomeRow].model_validate(living.my_homes(call.actor, call.query.page, call.at))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_HOME, returns=schemas.HomeView)
def show_home(call: Call[None, None], home_id: str) -> schemas.HomeView:
    """房屋详情"""
    return living.show_home(call.actor, home_id, call.at)


@api.route(_ONE + "/invitations", methods=["POST"])
@endpoint(
    permission=permissions.OWN,
    body=schemas.InvitationForm,
    returns=schemas.InvitationView,
    status=201,
    once=TABLE,
    errors=(errors.TenancyOver, errors.AlreadyLeaving),
)
def invite_resident(call: Call[schemas.InvitationForm, None], home_id: str) -> schemas.InvitationView:
    """邀请租客或新业主"""
    return inviting.invite(call.act, home_id, call.body)


@api.route(_INVITATION, methods=["GET"])
@endpoint(permission=permissions.BIND, returns=schemas.InvitationCard, errors=(AlteredCode,))
def show_invitation(call: Call[None, None], code: str) -> schemas.InvitationCard:
    """看邀请"""
    return inviting.show(call.actor, code)


@api.route(_INVITATION + "/acceptance", methods=["POST"])
@endpoint(
    permission=permissions.BIND,
    returns=schemas.HomeBound,
    once=TABLE,
    errors=(
        AlteredCode,
        errors.InvitationSpent,
        errors.OwnInvitation,
        errors.AlreadyBound,
        errors.HomeFull,
        errors.AlreadyLeaving,
    ),
)
def accept_invitation(call: Call[None, None], code: str) -> schemas.HomeBound:
    """接受邀请"""
    return inviting.accept(call.act, code)


@api.route(_ONE + "/leaving", methods=["POST"])
@endpoint(permission=permissions.LEAVE, returns=Done, once=TABLE, errors=(errors.AlreadyLeaving,))
def leave_home(call: Call[None, None], home_id: str) -> Done:
    """解绑房屋"""
    return leaving.leave(call.act, home_id)


@api.route(_ONE + "/leaving/undoing", methods=["POST"])
@endpoint(permission=permissions.LEAVE, returns=Done, once=TABLE, errors=(errors.NotLeaving,))
def undo_leaving(call: Call[None, None], home_id: str) -> Done:
    """撤销解绑或过户"""
    return leaving.undo(call.act, home_id)


@api.route(_ONE + "/residents/{person_id}/removal", methods=["POST"])
@endpoint(permission=permissions.OWN, returns=Done, once=TABLE, errors=(errors.OnlyTenants,))
def remove_tenant(call: Call[None, None], home_id: str, person_id: str) -> Done:
    """移除租客"""
    return leaving.remove(call.act, home_id, person_id)
