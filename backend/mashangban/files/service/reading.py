"""Handing files out: to their owners, and to domains whose records point to them."""

from mashangban.files import permissions
from mashangban.files.models import TABLE
from mashangban.files.repository import items, objects
from mashangban.files.rules import uploads
from mashangban.files.rules.uploads import File
from mashangban.files.schemas import FileView, LinkView
from mashangban.files.service import views
from mashangban.files.terms import FileState
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Permission, Place, Principal
from mashangban.kernel.personal import Copy

_LONGEST_ID = 64
"""Longer than any id of ours and short enough for a key."""


def show(act: Act, file_id: str) -> FileView:
    """A file for its owner, with its addresses once it is usable and the upload's while it is awaited."""
    file = own(act, file_id, permissions.READ)
    if file.state is FileState.ANNOUNCED:
        uploads.require_announced(file, act.at)
    return views.view(file, with_addresses=True)


def content(file_id: str) -> bytes:
    """The bytes of a file that a domain's record points to (a sheet to be imported)."""
    return objects.read(objects.original(file_id))


def links(file_ids: list[str]) -> list[LinkView]:
    """Files for others, for a domain that has found its caller entitled: in the given order, without place."""
    found = {file.id: file for file in items.find_all(file_ids)}
    return [views.link(found[file_id]) for file_id in file_ids if file_id in found]


def copy(person_id: str, file_id: str) -> Copy | None:
    """A file of a record of theirs for somebody who takes it along, as others see it; None unless it is usable."""
    file = items.find(file_id)
    if file is None or file.state is not FileState.USABLE:
        return None
    one = views.shown(file)
    stored = objects.find(one.key)
    if stored is None:
        return None
    by_others = file.owner != person_id and (file.is_image or file.is_film)
    return Copy(one.filename, stored.size, lambda: objects.chunks(one.key, stored.etag), by_others)


def own(act: Act, file_id: str, permission: Permission) -> File:
    """The file if it is the actor's. Raises NotFound otherwise, UnusedTooLong or TakenOut once it was removed."""
    file = found(act.actor, file_id)
    act.actor.reach(permission).require(Place(persons=frozenset({file.owner})))
    uploads.require_wanted(file, act.at)
    return file


def found(actor: Principal, file_id: str) -> File:
    """A file, whose it may be. Raises NotFound; UnusedTooLong or TakenOut for one that was the actor's and is gone."""
    if len(file_id) > _LONGEST_ID:
        raise NotFound()
    file = items.find(file_id)
    if file is None:
        raise uploads.missing(history.of(TABLE, Subject("file", file_id)), actor.person_id)
    return file
