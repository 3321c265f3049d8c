"""What can be refused in the registers, in words for the person at the desk."""

from mashangban.kernel.errors import AppError, Conflict, NotFound


class CodeTaken(Conflict):
    code = "registry.code-taken"
    title = "这个代码已经登记过"
    kept = "您填写的内容没有丢失"
    next = "请按代码查找已有的记录，在那里修改"


class ChangedMeanwhile(Conflict):
    code = "registry.changed-meanwhile"
    title = "您打开页面后，别人改过这条记录"
    kept = "别人的修改已保存，您的修改还没有"
    next = "请重新打开记录，核对后再改"


class DecidedElsewhere(AppError):
    """A field that another system decides (数源统一) can't be overwritten by hand."""

    code = "registry.decided-elsewhere"
    status = 422
    title = "有的内容要在来源系统里改"
    next = "请在来源系统更正后导入；其他内容可以先保存"


class UnknownEnterprise(AppError):
    code = "registry.unknown-enterprise"
    status = 422
    title = "参建单位还没有登记"
    next = "请先登记这家单位，再加到项目里"


class OutsideRegion(AppError):
    code = "registry.outside-region"
    status = 403
    title = "这个地区不归您管理"
    next = "请选择您管理范围内的县区"


class ConflictSettled(Conflict):
    code = "registry.conflict-settled"
    title = "这条冲突已经有人处理过"
    next = "请刷新后查看结果"


class NoSheet(AppError):
    code = "registry.no-sheet"
    status = 422
    title = "这个文件读不出表格"
    kept = "什么都没有导入"
    next = "请用模板另存为 XLSX 或 UTF-8 编码的 CSV 后再传"


class SheetTooLarge(AppError):
    code = "registry.sheet-too-large"
    status = 413
    title = "文件太大"
    kept = "什么都没有导入"
    next = "请分成几个文件，每个不超过 20000 行、4 MB"


class ImportNotReady(Conflict):
    code = "registry.import-not-ready"
    title = "这次导入现在不能这样办理"
    next = "请刷新后查看导入的进度"


class AlreadyImported(Conflict):
    code = "registry.already-imported"
    title = "同样的文件已经导入过"
    kept = "之前的导入有效，没有重复写入"
    next = "可以在导入记录里查看那一次的结果"


class NoSuchRecord(NotFound):
    code = "registry.no-such-record"
    title = "没有找到这条登记"


class ExportTooLarge(AppError):
    code = "registry.export-too-large"
    status = 422
    title = "条数太多，一次导不完"
    next = "请先按地区或状态缩小范围，再分次导出"
