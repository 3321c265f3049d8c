"""What the workers of the first sites can do and have learnt: certificates with photos, trainings, a shown history."""

import io
from collections.abc import Callable
from datetime import timedelta

from PIL import Image, ImageDraw

from demo.ground import Ground, act
from demo.sending import sent
from mashangban.domains.workers.repository import boards
from mashangban.domains.workers.repository import contracts as store
from mashangban.domains.workers.rules.listing import Listed
from mashangban.domains.workers.schemas.certificates import CheckForm, LicenceForm
from mashangban.domains.workers.schemas.histories import ShareForm
from mashangban.domains.workers.schemas.trainings import PickForm, TrainingConfirmation, TrainingForm
from mashangban.domains.workers.service import attending, certificates, histories, trainings
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import clock
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal

PROJECTS = 3
PEOPLE = 12
# Last days of the certificates, from today: fine, soon, very soon.
LASTS = (400, 50, 5, 700)
Say = Callable[[str], None]


def fill(ground: Ground, say: Say) -> None:
    """Trainings at the first projects, certificates of those who need them, one history shown for a day."""
    projects = list(dict.fromkeys(team.project.id for team in ground.teams))[:PROJECTS]
    photo = _picture()
    held = [_train(ground, project_id) for project_id in projects]
    people = [worker for found in held for worker in found]
    for number, (worker, project_id, trade) in enumerate(people):
        if trade == "130" or number % 4 == 0:
            _license(ground, worker, project_id, number, trade, photo)
    if people:
        _show(people[0][0])
    say(f"{len(people)} 人有培训记录，部分人登记了证书 / trainings and certificates")


def _train(ground: Ground, project_id: str) -> list[tuple[Principal, str, str]]:
    """A session of the whole site a few days ago; two of three confirm."""
    clerk = ground.clerks[project_id]
    form = TrainingForm.model_validate(
        {
            "level": "project",
            "title": "进场三级安全教育",
            "hours": 15,
            "held_on": clock.local_date(clock.now()) - timedelta(days=3),
            "trainer": "周安全",
        }
    )
    session = trainings.hold(act(clerk), project_id, form)
    rows = boards.of_project(project_id, ContractState.SEALED, PageRequest(limit=PEOPLE)).items
    if not rows:
        return []
    trainings.pick(act(clerk), session.id, PickForm(contract_ids=[row.contract_id for row in rows]))
    found = [_worker(row, project_id) for row in rows]
    for number, (worker, _, _) in enumerate(found):
        if number % 3:
            attending.confirm(act(worker), session.id, TrainingConfirmation())
    return found


def _worker(row: Listed, project_id: str) -> tuple[Principal, str, str]:
    person_id = store.contract(row.contract_id).worker.person_id
    return Principal(person_id, "", real_name=True), project_id, row.trade.code


def _license(
    ground: Ground, worker: Principal, project_id: str, number: int, trade: str, photo: bytes
) -> None:
    special = {"class_code": "01"} if trade == "130" else {"class_code": "S4", "trade_code": trade}
    last = clock.local_date(clock.now()) + timedelta(days=LASTS[number % len(LASTS)])
    form = {**special, "number": f"浙A01{2024 + number % 3}{900000 + number:06d}", "valid_until": last}
    entered = certificates.add(
        act(worker),
        LicenceForm.model_validate(
            {**form, "photo": sent(worker, photo, "证书.jpg", "image/jpeg", "certificate")}
        ),
    )
    if number % 2 == 0:
        certificates.check(act(ground.clerks[project_id]), entered.id, CheckForm(agrees=True))


def _show(worker: Principal) -> None:
    own = histories.mine(worker)
    chosen = {"works": [one.id for one in own.works], "certificates": [one.id for one in own.certificates]}
    histories.share(act(worker), ShareForm.model_validate({"hours": "24", **chosen}))


def _picture() -> bytes:
    """A card that cannot be taken for a real one."""
    picture = Image.new("RGB", (900, 600), "#eef3fb")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((30, 30, 870, 570), outline="#1a5bb0", width=6)
    draw.text((330, 280), "SAMPLE - NOT A CERTIFICATE", fill="#1a5bb0")
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=80)
    return kept.getvalue()
