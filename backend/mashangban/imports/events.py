"""What a room publishes about its imports. Data holds kinds, hashes and counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportEvents:
    """The events of one room's imports, `policies.import.checked` and so on."""

    room: str

    @property
    def checked(self) -> str:
        return f"{self.room}.import.checked"

    @property
    def confirmed(self) -> str:
        return f"{self.room}.import.confirmed"

    @property
    def cancelled(self) -> str:
        return f"{self.room}.import.cancelled"

    @property
    def advanced(self) -> str:
        return f"{self.room}.import.advanced"

    @property
    def finished(self) -> str:
        return f"{self.room}.import.finished"

    @property
    def followed(self) -> tuple[str, ...]:
        """Those after which the room's stream has something left to do."""
        return (self.confirmed, self.advanced, self.finished, self.cancelled)

    @property
    def labels(self) -> dict[str, str]:
        """What each is called on the record of a job."""
        return {
            self.checked: "检查文件",
            self.confirmed: "确认文件",
            self.cancelled: "取消导入",
            self.advanced: "逐批写入",
            self.finished: "导入完成",
        }
