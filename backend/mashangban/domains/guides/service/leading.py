"""Along a package: what was said, what is asked next, which cards and papers it comes to, with what items say now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mashangban.domains.guides import errors
from mashangban.domains.guides.repository import items
from mashangban.domains.guides.repository import packages as repository
from mashangban.domains.guides.rules import branching, checklist
from mashangban.domains.guides.rules.item import Content
from mashangban.domains.guides.rules.package import Answers, Card, Offered, PackageContent, Question
from mashangban.domains.guides.schemas import (
    GuideCardView,
    GuidePackageRow,
    GuidePackagesQuery,
    GuidePaperView,
    GuideQuestion,
    GuideSaid,
    GuideWay,
)
from mashangban.domains.guides.terms import CardState
from mashangban.kernel.settings import settings
from mashangban.registry import divisions


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards that answers chose, with what their items say now."""

    cards: Sequence[Card]
    contents: Mapping[str, Content]

    @property
    def days(self) -> int:
        """Working days at best."""
        known = {
            one.key: self.contents[one.item_id].promised_days or 0 for one in self.cards if self._said(one)
        }
        return checklist.fewest_days(self.cards, known)

    def papers(self, ticked: Sequence[str] = ()) -> list[GuidePaperView]:
        """Every paper once."""
        wanted = [
            (one.title, paper)
            for one in self.cards
            if self._said(one)
            for paper in self.contents[one.item_id].materials
        ]
        return [_paper(one, ticked) for one in checklist.merged(wanted)]

    def views(self, states: Mapping[str, CardState], waits: Mapping[str, list[str]]) -> list[GuideCardView]:
        """Each card with its state and the titles of those it waits for."""
        titles = {one.key: one.title for one in self.cards}
        return [
            _card(
                one,
                self.contents.get(one.item_id),
                states.get(one.key, CardState.TODO),
                [titles[key] for key in waits.get(one.key, [])],
            )
            for one in self.cards
        ]

    def _said(self, one: Card) -> bool:
        return one.item_id in self.contents


def offered_in(query: GuidePackagesQuery) -> list[GuidePackageRow]:
    """The packages of a region and those above it."""
    return [_row(one) for one in repository.offered_in(query.region)]


def lead(package_id: str, answers: Answers) -> GuideWay:
    """Where somebody stands after these answers. Raises UnknownPackage, PackageWithdrawn."""
    one = standing(package_id)
    question = branching.following(one.content, answers)
    found = cards(one.content, answers) if question is None else Cards((), {})
    order = {card.key: list(card.after) for card in found.cards}
    known = set(order)
    waits = {key: [before for before in after if before in known] for key, after in order.items()}
    return GuideWay(
        id=one.id,
        name=one.content.name,
        lead=one.content.lead,
        region=one.region,
        region_name=divisions.full_name(one.region),
        edition=one.edition,
        link=link(one.id),
        said=said(one.content, answers),
        question=_question(question) if question else None,
        cards=found.views({}, waits),
        papers=found.papers(),
        days=found.days,
    )


def standing(package_id: str) -> Offered:
    """The edition that stands. Raises UnknownPackage; PackageWithdrawn with the reason where none does any more."""
    found = repository.offered(package_id)
    if found is not None:
        return found
    head = repository.get(package_id)
    raise errors.PackageWithdrawn(head.why) if head.why else errors.UnknownPackage()


def cards(content: PackageContent, answers: Answers) -> Cards:
    """The cards that these answers choose: their items in one read."""
    chosen = branching.chosen(content, answers)
    return Cards(chosen, {one.id: one.content for one in items.currents([card.item_id for card in chosen])})


def said(content: PackageContent, answers: Answers) -> list[GuideSaid]:
    """The answers that count, in words."""
    known = branching.kept(content, answers)
    return [
        GuideSaid(
            key=one.key,
            text=one.text,
            choice=known[one.key],
            label=next(choice.label for choice in one.choices if choice.key == known[one.key]),
        )
        for one in content.questions
        if one.key in known
    ]


def link(package_id: str) -> str:
    """What a package's poster carries: it opens the package on any phone."""
    return f"{settings().public_url}/j/g/{package_id}"


def _question(one: Question) -> GuideQuestion:
    return GuideQuestion.model_validate(one)


def _row(one: Offered) -> GuidePackageRow:
    content = one.content
    return GuidePackageRow(
        id=one.id,
        name=content.name,
        lead=content.lead,
        theme_label=content.theme.label,
        region_name=divisions.full_name(one.region),
    )


def _card(one: Card, item: Content | None, state: CardState, waits_for: list[str]) -> GuideCardView:
    place = item.places[0] if item and item.places else None
    return GuideCardView(
        key=one.key,
        title=one.title,
        note=one.note,
        item_id=one.item_id if item else None,
        name=item.name if item else "",
        department=item.department if item else "",
        where=f"{place.name} {place.window}".strip() if place else "",
        hall_id=place.hall_id if place else "",
        online=item.online if item else "",
        promised_days=(item.promised_days or 0) if item else 0,
        visits=item.visits if item else 0,
        state=state.value,
        state_label=state.label,
        waits_for=waits_for,
    )


def _paper(one: checklist.Paper, ticked: Sequence[str]) -> GuidePaperView:
    same = {name: getattr(one.material, name) for name in ("name", "originals", "copies", "licence", "note")}
    return GuidePaperView(
        **same,
        need_label=one.material.need.label,
        wanted_by=list(one.wanted_by),
        ticked=one.material.name in ticked,
    )
