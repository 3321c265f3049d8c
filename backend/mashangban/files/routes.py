"""The files API: five short steps of a phone."""

from mashangban.files import errors, permissions, service
from mashangban.files.models import TABLE
from mashangban.files.schemas import AnnouncedView, Announcement, BlurForm, FileView, Nothing, PartsView
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)
_OWN = (NotFound, errors.UnusedTooLong, errors.TakenOut)


@api.route("/v1/files", methods=["POST"])
@endpoint(
    permission=permissions.UPLOAD,
    body=Announcement,
    returns=AnnouncedView,
    status=201,
    once=TABLE,
    errors=(errors.TypeNotAllowed, errors.FileTooLarge, errors.FileEmpty, errors.TooManyFiles),
)
def announce(call: Call[Announcement, None]) -> AnnouncedView:
    """Say what will be sent; the answer says where to."""
    return service.announce(call.act, call.body)


@api.route("/v1/files/{file_id}/parts", methods=["GET"])
@endpoint(permission=permissions.UPLOAD, returns=PartsView, errors=(*_OWN, errors.AnnouncementExpired))
def missing_parts(call: Call[None, None], file_id: str) -> PartsView:
    """Which parts of a large file are still to be sent, and where to."""
    return service.missing_parts(call.act, file_id)


@api.route("/v1/files/{file_id}/arrival", methods=["POST"])
@endpoint(
    permission=permissions.UPLOAD,
    body=Nothing,
    returns=FileView,
    once=TABLE,
    errors=(
        *_OWN,
        errors.AnnouncementExpired,
        errors.NotUploaded,
        errors.ContentDiffers,
        errors.WrongContent,
        errors.Overpacked,
        errors.FilmNotPlayable,
        errors.FilmTooLong,
    ),
)
def arrive(call: Call[Nothing, None], file_id: str) -> FileView:
    """Say that all of it has been sent."""
    return service.arrive(call.act, file_id)


@api.route("/v1/files/{file_id}", methods=["GET"])
@endpoint(
    permission=permissions.READ,
    returns=FileView,
    errors=(*_OWN, errors.AnnouncementExpired),
)
def show(call: Call[None, None], file_id: str) -> FileView:
    """One's own file."""
    return service.show(call.act, file_id)


@api.route("/v1/files/{file_id}/blur", methods=["PUT"])
@endpoint(
    permission=permissions.UPLOAD,
    body=BlurForm,
    returns=FileView,
    once=TABLE,
    errors=(*_OWN, errors.NotPicture, errors.NotArrived),
)
def blur(call: Call[BlurForm, None], file_id: str) -> FileView:
    """Mark faces and plates in one's own photo that others shall not see."""
    return service.blur(call.act, file_id, call.body)


@api.route("/v1/files/{file_id}", methods=["DELETE"])
@endpoint(permission=permissions.UPLOAD, once=TABLE, status=204, errors=(*_OWN, errors.AlreadyArrived))
def withdraw(call: Call[None, None], file_id: str) -> None:
    """Give up an upload."""
    service.withdraw(call.act, file_id)
