"""What the console itself refuses."""

from mashangban.kernel.errors import AppError


class ForeignForm(AppError):
    """A form that this site did not hand out (CSRF), or one whose session has ended meanwhile."""

    code = "console.foreign-form"
    status = 403
    title = "这个页面已经失效"
    kept = "什么都没有改动"
    next = "请返回上一页，刷新后再提交"
