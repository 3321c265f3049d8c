"""What the files room tells of a person: everything they uploaded for themselves, whether a record shows it or not."""

from collections.abc import Iterator

from mashangban.files.partners import scanner
from mashangban.files.repository import items
from mashangban.files.schemas import OwnUpload
from mashangban.files.service import views
from mashangban.files.terms import UNUSED_DAYS
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part


def _uploads(act: Act) -> Iterator[OwnUpload]:
    return map(views.own_upload, every(lambda page: items.of_owner(act.actor.person_id, page)))


HOLDING = Holding(
    parts=(
        Part(
            "上传过的文件",
            "您自己上传过的每一个文件；前面各类都没有的，就是传了没有用上的，装在这一类的文件夹里",
            "您自己上传；您在单位有身份时传的属于单位的记录，不在这一类",
            f"跟着用到它的那份记录；没有用上的，上传{UNUSED_DAYS}天后自动删除",
            _uploads,
        ),
    ),
    erased="跟着记录一起删掉的照片和文件，原件和缩小的图都删；系统里的旧备份最多再留三十五天",
    lawful="依法要留的记录里的照片和文件，跟着记录留下（个人信息保护法第四十七条第二款）",
    recipients=(scanner.RECIPIENT,),
)
