"""An act writes one message for all whom it tells at a post: what it costs does not grow with how many hold it."""

import re

from checks import house

BACKEND = house.ROOT / "backend/mashangban"
_WRITES = re.compile(r'"notices\.notify"|\bNOTIFY\b|Message\(\s*"notices"')
_ASKS = re.compile(r"identity\.(?:holders|officers|all_holders)\(")
# Who holds a role is asked where one of them is chosen or shown, and where the notices room has heard a message.
CHOOSERS = {
    "documents/service/applying.py": "who may keep the seal is offered to choose from",
    "domains/appointments/service/booking.py": "one agent is chosen for a visit",
    "domains/helpdesk/service/staffing.py": "who may be put at a post is offered to choose from",
    "domains/matters/service/telling.py": "the region above is named where nobody else is at hand",
    "notices/service/telling.py": "a heard message finds whoever holds its posts",
}


def _files_with(words: re.Pattern[str]) -> set[str]:
    return {
        str(file.relative_to(BACKEND))
        for file in BACKEND.rglob("*.py")
        if words.search(file.read_text("utf-8"))
    }


def test_no_act_asks_who_holds_a_role_to_tell_each_of_them() -> None:
    assert _files_with(_ASKS) == set(CHOOSERS)


def test_no_room_writes_by_hand_what_the_notices_room_reads() -> None:
    assert _files_with(_WRITES) == {"kernel/telling.py", "notices/listeners.py"}
