"""Why a file is not taken, in words for the person who sent it."""

from mashangban.files.terms import UNUSED_DAYS
from mashangban.kernel.errors import AppError, Conflict, NotFound


class TypeNotAllowed(AppError):
    code = "files.type-not-allowed"
    status = 422
    title = "不能上传这种文件"
    next = "请选择照片（JPG、PNG）或提示的文件类型"


class FileTooLarge(AppError):
    code = "files.too-large"
    status = 413
    title = "文件太大"
    next = "请压缩后再上传，或分成几个文件"


class TooManyFiles(AppError):
    """The day's share of one person is used up: storage is everybody's."""

    code = "files.too-many"
    status = 429
    title = "您今天上传的文件太多了"
    kept = "已经上传的文件都在"
    next = "请明天再传；急用请到窗口办理"


class FileEmpty(AppError):
    code = "files.empty"
    status = 422
    title = "文件是空的"
    next = "请重新选择文件"


class NotUploaded(Conflict):
    """The phone says it has sent the file, the store has not got it."""

    code = "files.not-uploaded"
    title = "文件还没有传完"
    kept = "已传的部分不会丢"
    next = "请保持网络畅通，继续上传"


class ContentDiffers(Conflict):
    """Size or hash is not what was announced: cut on the way, or another file."""

    code = "files.content-differs"
    title = "收到的文件和选的不一样，可能没有传完整"
    kept = "其他内容没有丢失"
    next = "请重新上传这个文件"


class WrongContent(AppError):
    """The bytes are of another kind than the announced type."""

    code = "files.wrong-content"
    status = 422
    title = "文件内容和类型不符，没有保存"
    next = "请用原来的照片或文件重新上传"


class Overpacked(AppError):
    """A decompression bomb: a small file that unpacks to a huge one."""

    code = "files.overpacked"
    status = 422
    title = "文件展开后太大，没有保存"
    next = "请换一个正常大小的文件"


class FilmNotPlayable(AppError):
    """Coded otherwise than H.264: some phones would show a black picture."""

    code = "files.film-not-playable"
    status = 422
    title = "这段短片有的手机放不出来，没有保存"
    next = "请导出成 H.264 编码的 MP4 再上传（苹果手机：设置，相机，格式，选“兼容性最佳”）"


class FilmTooLong(AppError):
    code = "files.film-too-long"
    status = 422
    title = "短片太长，没有保存"
    next = "请剪到三分钟以内，或分成几条答案"


class NotArrived(Conflict):
    """A record would point to a file that has not arrived."""

    code = "files.not-arrived"
    title = "有文件还没有传好"
    kept = "您填写的内容没有丢失"
    next = "请等文件传完再提交"


class UnusedTooLong(Conflict):
    """No record took the file in time: it was removed, or is about to be."""

    code = "files.unused-too-long"
    title = f"这个文件上传后{UNUSED_DAYS}天没有用到，已删除"
    kept = "您填写的其他内容没有丢失"
    next = "请重新上传这个文件，再提交"


class TakenOut(Conflict):
    """The actor took the record back that had it, or put another file in its place; a second phone still names it."""

    code = "files.taken-out"
    title = "这个文件您已经换下或撤回，已删除"
    kept = "您填写的其他内容没有丢失"
    next = "还要用的话，请重新上传这个文件，再提交"


class NotPicture(Conflict):
    code = "files.not-picture"
    title = "只有照片能打马赛克"
    next = "请换成照片"


class OtherPurpose(Conflict):
    """A file uploaded for something else."""

    code = "files.other-purpose"
    title = "这个文件不能用在这里"
    next = "请重新选择文件上传"


HOLDING = (NotArrived, OtherPurpose, UnusedTooLong, TakenOut)
"""What a room may hear, besides NotFound, that takes hold of a file."""


class AlreadyArrived(Conflict):
    code = "files.already-arrived"
    title = "文件已经收到，不能取消"
    next = "不需要的话，不提交它就可以"


class AnnouncementExpired(NotFound):
    code = "files.announcement-expired"
    title = "上传已超过一天，请重新选择文件"
    next = "请重新上传这个文件"
