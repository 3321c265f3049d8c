"""Pictures and a film under an answer: put there by its author, looked at by the reviewer, shown to whoever asks."""

from dataclasses import replace

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository import pairs
from mashangban.domains.answers.rules import media
from mashangban.domains.answers.rules.media import Media, Medium
from mashangban.domains.answers.rules.pair import Edition, Pair
from mashangban.domains.answers.schemas import AnswerMedium, AnswerMediumForm, AnswerPairDone
from mashangban.domains.answers.service import presenting
from mashangban.files import service as files
from mashangban.files.rules.uploads import File
from mashangban.files.terms import Purpose
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following


def attach(act: Act, pair_id: str, form: AnswerMediumForm) -> AnswerPairDone:
    """Put a picture or a film under the draft. Raises InReview, TooManyMedia, CoverMissing, and as `files` does."""
    before, content = _written(act, pair_id)
    one = _medium(act, form)
    return _save(act, before, content, media.added(content.media, one))


def detach(act: Act, pair_id: str, file_id: str) -> AnswerPairDone:
    """Take one away from the draft; what stands keeps it. Raises InReview, NotFound."""
    before, content = _written(act, pair_id)
    return _save(act, before, content, media.without(content.media, file_id))


def require_ready(content: Edition) -> None:
    """Nobody reviews what nobody can see. Raises MediaNotReady."""
    if not all(one.url and (one.cover_url or not one.film) for one in shown(content.media)):
        raise errors.MediaNotReady()


def shown(given: Media) -> list[AnswerMedium]:
    """With addresses that open them for five minutes: one batch read, none where an answer has only words."""
    wanted = [file_id for one in given for file_id in one.file_ids]
    links = {link.file_id: link for link in (files.links(wanted) if wanted else ())}
    found: list[AnswerMedium] = []
    for one in given:
        own, cover = links.get(one.file_id), links.get(one.cover_id)
        found.append(
            AnswerMedium(
                file_id=one.file_id,
                described=one.described,
                film=one.film,
                weight=media.weight(one) if one.film else "",
                url=own.url if own else None,
                thumbnail_url=own.thumbnail_url if own else None,
                cover_url=cover.url if cover else None,
            )
        )
    return found


def _written(act: Act, pair_id: str) -> tuple[Pair, Edition]:
    before = pairs.get(pair_id, act.actor.reach(permissions.EDIT_PAIRS))
    return before, pairs.edition(pair_id, before.draft or before.edition)


def _save(act: Act, before: Pair, content: Edition, kept: Media) -> AnswerPairDone:
    changed = replace(content, media=kept, author_id=act.actor.person_id, reviewer_id="")
    written = before.written(changed, content)
    after = before.drafted(written)
    role = act.actor.role_for(permissions.EDIT_PAIRS, before.place)
    told = {"draft": after.draft, "media": [one.file_id for one in kept]}
    answer = presenting.done(after)
    pairs.draft(act, before, after, written, following(act, events.PAIR_CHANGED, before, role, told), answer)
    return answer


def _medium(act: Act, form: AnswerMediumForm) -> Medium:
    """What the author uploaded for this. Raises as `files` does, and CoverMissing."""
    file = files.hold(act, "answers", form.file_id, Purpose.ANSWER)
    cover = form.cover_id if file.is_film and form.cover_id else ""
    if cover:
        _require_picture(files.hold(act, "answers", cover, Purpose.ANSWER))
    return Medium(file.id, form.described, file.size, file.seconds or 0, cover)


def _require_picture(file: File) -> None:
    if not file.is_image:
        raise errors.CoverMissing()
