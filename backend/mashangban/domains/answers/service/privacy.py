"""What the answers tell of a person: which of them they got; what they asked is kept without who asked."""

from collections.abc import Iterator

from mashangban.domains.answers.repository import pairs, receivers
from mashangban.domains.answers.repository.receivers import Received
from mashangban.domains.answers.schemas.asking import AnswerGot
from mashangban.domains.answers.service.presenting import region_name
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened


def _got(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: receivers.of_person(act.actor.person_id, page))
    return opened((one for one in listed if one.kept_until > act.at), _shown)


def _shown(one: Received) -> AnswerGot:
    pair = pairs.get(one.pair_id)
    return AnswerGot(
        pair_id=pair.id,
        question=pair.question,
        region_name=region_name(pair.region),
        in_force=pair.in_force,
        kept_until=one.kept_until,
    )


HOLDING = Holding(
    parts=(
        Part(
            "得到过的答案",
            "您登录时得到过哪些问题的答案，记着是为了答案停用时告诉您；您怎么问的，没有和您的名字存在一起",
            "您提问时系统记下",
            "一年，到期自动删除",
            _got,
        ),
    ),
    erased="您得到过哪些答案",
    uploads=Uploads.OFFICE,
)
