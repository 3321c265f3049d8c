"""What may be wrong with an import as a whole."""

from mashangban.kernel.errors import Conflict, Invalid


class FileEmpty(Invalid):
    code = "imports.file.empty"
    title = "文件是空的"
    next = "请选择要导入的文件"


class FileTooLarge(Invalid):
    code = "imports.file.too-large"
    title = "文件太大，最多 4 MB"
    next = "请分成几个文件导入"


class SameFile(Conflict):
    code = "imports.file.same"
    title = "这个文件已经导入过了"
    kept = "原来导入的内容没有变化"
    next = "如果内容有更新，请上传新的文件"


class ImportNotReady(Conflict):
    code = "imports.not-ready"
    title = "这次导入现在不能这样办理"
    next = "请刷新后查看最新情况"


class OwnFile(Conflict):
    code = "imports.own-file"
    title = "自己上传的文件要由别人确认"
    kept = "文件已经检查过，还在等待确认"
    next = "请同事看过以后确认"
