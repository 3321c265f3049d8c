"""What claims tell of a person: what they said against somebody's claim. Claims themselves are an enterprise's."""

from collections.abc import Iterator

from mashangban.domains.claims.partners import licences, treasury
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.schemas import OwnObjection
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.personal import Holding, Part, Uploads


def _objections(act: Act) -> Iterator[Schema]:
    for said in claims.objections_of(act.actor.person_id):
        one = claims.get(said.claim_id)
        yield OwnObjection(
            at=said.at,
            claim_number=one.number,
            enterprise_name=one.enterprise_name,
            words=said.words,
            state_label=one.state.label,
        )


HOLDING = Holding(
    parts=(
        Part(
            "对公示的异议",
            "您对哪笔申领公示提过异议，说了什么，那笔现在怎样",
            "您自己提出",
            "随申领的案卷归档（档案法）",
            _objections,
        ),
    ),
    lawful="申领案卷里的异议（档案法），不再写您是谁",
    uploads=Uploads.OFFICE,
    recipients=(treasury.RECIPIENT, licences.RECIPIENT),
    decided="写明“免申即享”“即申即享”的政策，企业的数据都符合条件时系统直接通过；不符合或者看不出来的，系统不会自己拒绝。用了哪些数据、从哪来，申报里都看得到，也能提异议",
)
