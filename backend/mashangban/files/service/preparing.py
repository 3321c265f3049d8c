"""What is drawn of a file that has arrived: by the stream function, and anew when its owner marks faces or plates."""

from mashangban.files import events, permissions
from mashangban.files.partners import scanner
from mashangban.files.repository import items, objects
from mashangban.files.rules import films, uploads
from mashangban.files.rules.uploads import File, Region
from mashangban.files.schemas import BlurForm, FileView
from mashangban.files.service import chain, views
from mashangban.files.service.reading import own
from mashangban.files.terms import FileState, ScanState
from mashangban.kernel.acts import Act


def prepare(act: Act, file_id: str) -> None:
    """Scan a file that has arrived; redraw a picture, lay a film bare. Done once however often it is asked.

    Raises PartnerUnavailable while the scanner is away: the stream asks again.
    """
    from mashangban.files import imaging  # only the stream function carries Pillow

    file = items.find(file_id)
    if file is None or file.state is not FileState.ARRIVED:
        return None
    looked_at = file.is_image or file.is_film or scanner.configured()
    data = objects.read(objects.original(file.id)) if looked_at else b""
    scan = scanner.examine(data)
    if scan is ScanState.INFECTED:
        objects.delete(objects.original(file.id))
        return _finish(act, uploads.refused(file, scan))
    if not file.is_image:
        if file.is_film:
            objects.put(objects.film(file.id), films.bare(data), file.content_type.value)
        return _finish(act, uploads.prepared(file, scan, None))
    try:
        drawn = imaging.prepare(data, file.blurs)
    except imaging.Unreadable:
        return _finish(act, uploads.refused(file, scan))
    objects.put(objects.shown(file.id), drawn.shown, "image/jpeg")
    objects.put(objects.thumbnail(file.id), drawn.thumbnail, "image/jpeg")
    return _finish(act, uploads.prepared(file, scan, drawn.place))


def blur(act: Act, file_id: str, form: BlurForm) -> FileView:
    """Mark what nobody shall see of one's own photo; until it is drawn anew nobody sees any of it.

    Whoever repairs gets the same picture as everybody: a repair needs no face and no plate.
    """
    file = own(act, file_id, permissions.UPLOAD)
    regions = tuple(Region(one.x, one.y, one.width, one.height) for one in form.regions)
    after = uploads.blurred(file, regions)
    view = views.view(after)
    items.save_blurred(act, after, chain.event(act, after, events.BLURRED, regions=len(regions)), view)
    return view


def _finish(act: Act, file: File) -> None:
    kind = events.PREPARED if file.state is FileState.USABLE else events.REFUSED
    items.save_prepared(act, file, chain.event(act, file, kind, state=file.state.value, scan=file.scan.value))
