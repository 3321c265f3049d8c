"""Lists as files, within the reader's reach; names and numbers stay masked."""

from mashangban.domains.workers.schemas import ContractListQuery, ContractRow
from mashangban.domains.workers.schemas.certificates import LicenceListQuery, ProjectLicenceRow
from mashangban.domains.workers.schemas.trainings import TrainingRow
from mashangban.domains.workers.service import certificates, trainings, viewing
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = ("合同编号", "工人", "工种", "项目", "班组", "用人单位", "状态", "登记时间")
CERTIFICATE_HEAD = ("工人", "证书", "证号", "有效期到", "证书状态", "核对", "项目", "用人单位")
TRAINING_HEAD = ("日期", "培训", "类别", "对象", "学时", "授课人", "名单人数", "本人确认人数")
TRAINEE_HEAD = ("工人", "怎么登记的", "登记时间", "本人确认时间", "手写签名")


def export_contracts(actor: Principal, place: str, query: ContractListQuery, kind: str) -> bytes:
    """Contracts of a county or project as CSV or XLSX. Raises ExportTooLarge, NotFound beyond reach."""
    found = sheets.every(lambda page: viewing.contracts_at(actor, place, query.at(page)))
    return sheets.write(kind, HEAD, map(_line, found))


def export_certificates(actor: Principal, place: str, query: LicenceListQuery, kind: str) -> bytes:
    """Certificates of a county or project. Raises ExportTooLarge, NotFound beyond reach."""
    found = sheets.every(lambda page: certificates.at(actor, place, query.at(page)))
    return sheets.write(kind, CERTIFICATE_HEAD, map(_certificate, found))


def export_trainings(actor: Principal, project_id: str, kind: str) -> bytes:
    """A project's sessions. Raises ExportTooLarge, NotFound beyond reach."""
    found = sheets.every(lambda page: trainings.at_project(actor, project_id, page))
    return sheets.write(kind, TRAINING_HEAD, (_training(one) for one in found))


def export_trainees(actor: Principal, training_id: str, kind: str) -> bytes:
    """A session's list. Raises NotFound beyond reach."""
    shown = trainings.show(actor, training_id)
    lines = (
        (
            one.worker_name_masked,
            one.presence_label,
            clock.spoken(one.listed_at),
            clock.spoken(one.confirmed_at) if one.confirmed_at else "",
            "是" if one.signed else "",
        )
        for one in shown.trainees
    )
    return sheets.write(kind, TRAINEE_HEAD, lines)


def _line(one: ContractRow) -> tuple[str, ...]:
    return (
        one.number,
        one.worker_name_masked,
        one.trade.name,
        one.project.name,
        one.team.name,
        one.employer.name,
        one.state_label,
        clock.spoken(one.opened_at),
    )


def _certificate(one: ProjectLicenceRow) -> tuple[str, ...]:
    return (
        one.worker_name_masked,
        one.title,
        one.number_masked,
        str(one.valid_until or "长期"),
        one.state_label,
        one.standing_label,
        one.project.name,
        one.employer.name,
    )


def _training(one: TrainingRow) -> tuple[str, ...]:
    return (
        str(one.held_on),
        one.title,
        one.level_label,
        one.team.name if one.team else "全项目",
        str(one.hours),
        one.trainer,
        str(one.listed),
        str(one.confirmed),
    )
