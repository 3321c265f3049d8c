"""Pictures and a film under an answer: described, reviewed with the words, withdrawn with them, honest about weight."""

import json
from dataclasses import replace
from urllib.parse import quote

import pytest

from mashangban.domains.answers import errors
from mashangban.domains.answers.rules import media
from mashangban.domains.answers.rules.media import Medium
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.answers.conftest import COUNTY, Office, call
from tests.files import samples
from tests.workers.office import Office as Desk
from tests.workers.office import office_of

MIB = 1024 * 1024
PICTURE = Medium("p", "工资条，实发在右下角", 300_000)
FILM = Medium("f", "怎么打 12333", 3 * MIB, seconds=45, cover_id="c")


def test_at_most_six_pictures_and_one_film_are_put_under_an_answer() -> None:
    six = tuple(replace(PICTURE, file_id=str(number)) for number in range(6))
    with pytest.raises(errors.TooManyMedia):
        media.added(six, PICTURE)
    whole = media.added(six, FILM)
    with pytest.raises(errors.TooManyMedia):
        media.added(whole, replace(FILM, file_id="g"))
    assert media.added(whole, replace(FILM, described="换一句话"))[-1].described == "换一句话"


def test_a_film_without_a_cover_is_refused_and_what_was_never_there_is_not_taken_away() -> None:
    with pytest.raises(errors.CoverMissing):
        media.added((), replace(FILM, cover_id=""))
    assert media.without((PICTURE, FILM), "p") == (FILM,)
    with pytest.raises(NotFound):
        media.without((PICTURE,), "f")


@pytest.mark.parametrize(
    ("seconds", "size", "said"),
    [
        (45, 3 * MIB, "45 秒，3.0 MB"),
        (60, MIB // 100, "1 分钟，0.1 MB"),
        (95, 4_000_000, "1 分 35 秒，3.8 MB"),
    ],
)
def test_a_film_says_how_long_it_runs_and_how_heavy_it_is(seconds: int, size: int, said: str) -> None:
    assert media.weight(replace(FILM, seconds=seconds, size=size)) == said


def test_an_answer_tells_what_is_below_it() -> None:
    assert media.told(()) == ""
    assert media.told((PICTURE,)) == "下面有 1 张图片。"
    assert media.told((PICTURE, FILM)) == "下面有 1 张图片和一段短片（45 秒，3.0 MB，点了才放）。"


def uploaded(who: Principal, name: str, content: bytes, purpose: Purpose = Purpose.ANSWER) -> str:
    """A file of somebody, drawn as the stream would."""
    made = files.take(Act(who, clock.now()), purpose, name, content).id
    files.prepare(system_act("files_stream"), made)
    return made


def put(who: Principal, pair_id: str, file_id: str, **more: str) -> tuple[int, dict[str, object]]:
    body = {"file_id": file_id, "described": "工资条，实发在右下角", **more}
    return call(who, "POST", f"/pairs/{pair_id}/media", body)


def test_what_the_reviewer_saw_is_shown_with_the_answer_and_gone_with_it(
    office: Office, object_store: str
) -> None:
    pair_id = office.drafted(question=f"{office.word}带图的问题")
    picture = uploaded(office.author, "条.png", samples.picture("PNG"))
    cover, film = (
        uploaded(office.author, "封.jpg", samples.picture()),
        uploaded(office.author, "片.mp4", samples.film(45)),
    )
    assert put(office.author, pair_id, picture)[0] == 200
    assert put(office.author, pair_id, film, cover_id=cover)[0] == 200
    call(office.author, "POST", f"/pairs/{pair_id}/submission")
    assert put(office.author, pair_id, picture)[0] == 409
    seen = call(office.reviewer, "GET", f"/pairs/{pair_id}")[1]["media"]
    assert [(one["film"], bool(one["url"]), bool(one["cover_url"])) for one in seen] == [
        (False, True, False),
        (True, True, True),
    ]
    assert call(None, "GET", f"/given/{pair_id}")[0] == 409
    call(office.reviewer, "POST", f"/pairs/{pair_id}/approval")
    office.pump.run()
    given = call(None, "GET", f"/given/{pair_id}")[1]
    assert given["media_words"] == "下面有 1 张图片和一段短片（45 秒，0.1 MB，点了才放）。"
    assert [one["file_id"] for one in given["media"]] == [picture, film]
    call(office.reviewer, "POST", f"/pairs/{pair_id}/withdrawal", {"reason": "图过时了"})
    assert call(None, "GET", f"/given/{pair_id}")[0] == 409


def test_the_words_are_rewritten_without_losing_the_pictures_and_what_stands_keeps_its_own(
    office: Office, object_store: str
) -> None:
    pair_id = office.drafted(question=f"{office.word}改字不掉图")
    picture = uploaded(office.author, "条.png", samples.picture("PNG"))
    put(office.author, pair_id, picture)
    call(office.author, "PUT", f"/pairs/{pair_id}/draft", office.form(question=f"{office.word}改字不掉图的"))
    call(office.author, "POST", f"/pairs/{pair_id}/submission")
    call(office.reviewer, "POST", f"/pairs/{pair_id}/approval")
    status, _ = call(office.author, "DELETE", f"/pairs/{pair_id}/media/{picture}")
    assert status == 200
    assert call(office.author, "GET", f"/pairs/{pair_id}")[1]["media"] == []
    assert [one["file_id"] for one in call(None, "GET", f"/given/{pair_id}")[1]["media"]] == [picture]


def test_nobody_puts_up_what_is_not_theirs_not_for_this_or_cannot_be_seen(
    office: Office, object_store: str
) -> None:
    pair_id = office.drafted(question=f"{office.word}不是我的图")
    others = uploaded(office.reviewer, "条.png", samples.picture("PNG"))
    assert put(office.author, pair_id, others)[0] == 404
    meant_otherwise = uploaded(office.author, "条.png", samples.picture("PNG"), Purpose.ATTACHMENT)
    assert put(office.author, pair_id, meant_otherwise)[1]["code"] == "files.other-purpose"
    film = uploaded(office.author, "片.mp4", samples.film())
    assert put(office.author, pair_id, film)[1]["code"] == "answers.pair.cover-missing"
    assert put(office.author, pair_id, film, cover_id=film)[1]["code"] == "answers.pair.cover-missing"
    undrawn = files.take(Act(office.author, clock.now()), Purpose.ANSWER, "条.png", samples.picture("PNG")).id
    assert put(office.author, pair_id, undrawn)[0] == 200
    status, refused = call(office.author, "POST", f"/pairs/{pair_id}/submission")
    assert (status, refused["code"]) == (409, "answers.pair.media-not-ready")


def sent(desk: Desk, page: str, name: str, content: bytes) -> str:
    """A file as the page's script sends it."""
    opened = desk.get(page)
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": ids.new_id(),
        "x-filename": quote(name),
        "accept": "application/json",
    }
    answer = desk.send("POST", "/console/files?purpose=answer", content, headers)
    assert answer.status == 201, answer.html
    made = str(json.loads(answer.html)["id"])
    files.prepare(system_act("files_stream"), made)
    return made


def test_the_author_puts_up_a_picture_then_a_film_with_its_cover_and_takes_one_away(
    office: Office, object_store: str
) -> None:
    desk = office_of(replace(office.author, session_id=ids.new_id()))
    pair_id = office.drafted(question=f"{office.word}台面上的图")
    page = f"/console/answers/pairs/{pair_id}/media"
    picture = sent(desk, page, "条.png", samples.picture("PNG"))
    wrong = desk.submit(f"{page}?file={picture}", page, {"file_id": picture, "described": "图"})
    assert wrong.status == 422
    assert "看一看是不是这个" in wrong.html
    assert (
        desk.submit(f"{page}?file={picture}", page, {"file_id": picture, "described": "一张工资条"}).location
        == page
    )
    film = sent(desk, page, "片.mp4", samples.film(45))
    assert "短片要一张封面" in desk.get(f"{page}?file={film}").html
    cover = sent(desk, page, "封.jpg", samples.picture())
    shown = desk.get(f"{page}?file={film}&cover={cover}").html
    assert 'preload="none"' in shown
    assert "autoplay" not in shown
    typed = {"file_id": film, "cover_id": cover, "described": "怎么看工资条"}
    assert desk.submit(f"{page}?file={film}&cover={cover}", page, typed).location == page
    assert "短片，45 秒" in desk.get(f"/console/answers/pairs/{pair_id}").html
    desk.act(desk.get(page), f"{page}/removal", file_id=picture)
    left = desk.get(page).html
    assert "一张工资条" not in left
    assert "怎么看工资条" in left


def test_an_agent_finds_an_answer_to_send_and_sees_that_it_has_a_picture(
    office: Office, object_store: str
) -> None:
    pair_id = office.drafted(question=f"{office.word}能发的问题")
    put(office.author, pair_id, uploaded(office.author, "条.png", samples.picture("PNG")))
    call(office.author, "POST", f"/pairs/{pair_id}/submission")
    call(office.reviewer, "POST", f"/pairs/{pair_id}/approval")
    desk = office_of(replace(office.author, session_id=ids.new_id()))
    shown = desk.get(f"/console/answers/cards?kind=answer&county={COUNTY}&words=").html
    assert f'value="answer/{pair_id}/{office.word}能发的问题"' in shown
    assert "下面有 1 张图片" in shown
    looks = f"/console/answers/cards/{pair_id}"
    assert 'alt="工资条，实发在右下角"' in desk.get(looks).html
    call(office.reviewer, "POST", f"/pairs/{pair_id}/withdrawal", {"reason": "图过时了"})
    gone = desk.get(looks)
    assert (gone.status, "<img" in gone.html) == (200, False)
