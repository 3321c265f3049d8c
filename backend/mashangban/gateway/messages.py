"""What the supervisor says to the person at the terminal: Chinese, then English, a line each."""

import sys
from collections.abc import Mapping

_TEXTS: Mapping[str, tuple[str, str]] = {
    "port-busy": (
        "端口 {port} 已被占用。换一个端口：make run PORT={other}",
        "Port {port} is in use. Choose another: make run PORT={other}",
    ),
    "data-locked": (
        "另一个实例（进程 {pid}）正在使用 {data}。先停掉它，或换一个数据目录：make run DATA=<目录> PORT={other}",
        "Another instance (process {pid}) uses {data}. Stop it, or choose: make run DATA=<folder> PORT={other}",
    ),
    "data-unwritable": (
        "不能写入数据目录 {data}：{reason}。换一个目录：make run DATA=<目录>",
        "Can't write to {data}: {reason}. Choose another folder: make run DATA=<folder>",
    ),
    "disk-full": (
        "磁盘空间不足：{data} 只剩 {free} MB，至少需要 {needed} MB。清理后再启动，数据没有改动。",
        "Disk is full: {free} MB left at {data}, {needed} MB needed. Make room and start again; nothing was changed.",
    ),
    "disk-low": (
        "提醒：{data} 只剩 {free} MB 磁盘空间，写满后将不能保存。",
        "Warning: {free} MB left at {data}; when it is full nothing can be saved.",
    ),
    "engine-missing": (
        "缺少引擎 {what}。运行 make install；没有对应版本的机器可用 make run ENGINE=ministack",
        "Engine missing: {what}. Run make install; without a build for this machine: make run ENGINE=ministack",
    ),
    "template": ("template.yaml 有误：{reason}", "template.yaml is wrong: {reason}"),
    "tables-changed": (
        "数据目录里的表与 template.yaml 不一致：{reason}。数据没有改动；重新开始：make reset",
        "The tables in DATA differ from template.yaml: {reason}. Nothing was changed; start over: make reset",
    ),
    "data-damaged": (
        "数据文件已损坏：{reason}。文件没有改动；备份 {data} 后重新开始：make reset",
        "The data is damaged: {reason}. Nothing was changed; keep a copy of {data}, then start over: make reset",
    ),
    "not-starting": (
        "{name} 启动失败，日志：{log}\n{words}",
        "{name} does not start; its log is {log}",
    ),
    "starting": ("正在启动 …", "Starting ..."),
    "restarted": (
        "{name} 意外退出（{status}），{wait:.1f} 秒后重新启动；数据不受影响。日志：{log}",
        "{name} ended ({status}); it starts again in {wait:.1f} s. Nothing is lost. Log: {log}",
    ),
    "recovered": ("{name} 已恢复。", "{name} works again."),
    "seeding": ("正在生成演示数据（只需一次）…", "Making the demo world (only once) ..."),
    "seeded": ("演示数据已就绪。", "The demo world is ready."),
    "seeding-failed": (
        "演示数据没有生成完，下次启动会再试。日志：{log}",
        "The demo world is not complete; the next start tries again. Log: {log}",
    ),
    "stopping": ("正在停止 …", "Stopping ..."),
    "stopped": ("已全部停止，数据保留在 {data}", "All stopped; the data stays in {data}"),
    "settings": ("启动参数有误：{reason}", "A setting is wrong: {reason}"),
}


class CannotStartError(Exception):
    """The local server can't start; `key` names what the person is told."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def say(key: str, **values: object) -> None:
    """Prints a message in both languages."""
    for text in _TEXTS[key]:
        print(text.format(**values), flush=True)


def complain(error: CannotStartError) -> None:
    """Prints why the server can't start."""
    for text in _TEXTS[error.key]:
        print(text.format(**error.values), file=sys.stderr, flush=True)
