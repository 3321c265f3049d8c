"""What can go wrong when somebody takes their data along."""

from mashangban.kernel.errors import AppError


class TooManyPackages(AppError):
    code = "mydata.package.too-many"
    status = 429
    title = "今天已经申请过三次"
    kept = "整理好的都在这一页，三天内可以下载"
    next = "要新的一份，请明天再申请"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__()
        self.retry_after_seconds = wait_seconds
