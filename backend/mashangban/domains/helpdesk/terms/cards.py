"""What an agent may hand over in a conversation besides words and files: a card that opens one page of the app.

A card names a kind and what it stands for, nothing else: no address, no markup. The phone knows each kind's page, and
asks the room that owns the thing how it is now. One more kind is one more line here, one on the phone
(`helpdesk/cards.ts`), and a page of the console that lists what may be sent (`console/cards.html`).
"""

from enum import StrEnum
from typing import Self

MOST_TARGET = 100


class CardKind(StrEnum):
    """What a card stands for: its word, and the console page that lists what may be sent in a county, which is asked
    with `&county=330106&words=`; for some the console page with what it looks like, inside the card.
    """

    label: str
    choices: str
    looks: str

    # A lookup by value alone is typed as this call, hence the defaults; every member has the first three.
    def __new__(cls, value: str, label: str = "", choices: str = "", looks: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.choices, member.looks = label, choices, looks
        return member

    HALL = "hall", "办事大厅", "/console/appointments/cards?kind=hall"
    BOOKING = "booking", "预约办事", "/console/appointments/cards?kind=booking"
    GUIDE = "guide", "办事指南", "/console/guides/cards?kind=guide"
    PACKAGE = "package", "办事套餐", "/console/guides/cards?kind=package"
    MATTER = "matter", "网上办理", "/console/handling/cards?kind=matter"
    SHARE = "share", "请对方共享表格", "/console/assistance/cards?kind=share"
    ANSWER = "answer", "问答", "/console/answers/cards?kind=answer", "/console/answers/cards/{}"
