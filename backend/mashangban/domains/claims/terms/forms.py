"""Words of a claim's form: printed, looked at, sealed."""

from mashangban.kernel.labelled import Labelled

PROMISE = (
    "本单位承诺：以上内容真实，符合这项政策的申报条件，按政策要求使用资金。"
    "承诺不实或者没有做到的，愿意退回已经拨付的资金，并承担相应责任。"
)


class FormState(Labelled):
    """Where the form stands."""

    MAKING = "making", "正在生成"
    READY = "ready", "请核对，确认后盖章提交"
    UNPRINTED = "unprinted", "没有生成成功"
    SEALING = "sealing", "正在盖章"
    SEALED = "sealed", "已盖章"
    UNSEALED = "unsealed", "没有盖上章"
