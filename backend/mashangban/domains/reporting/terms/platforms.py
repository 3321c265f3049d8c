"""The platforms that are reported to, and which of them answers for a region."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """`code` is the GB/T 2260 prefix of its province, `00` the national platform, which takes every other region."""

    code: str
    name: str


NATIONAL = Platform("00", "全国建筑工人管理服务信息平台")
PLATFORMS = {
    one.code: one
    for one in (
        NATIONAL,
        Platform("33", "浙江省建筑工人管理服务平台"),
        Platform("37", "山东省建筑工人管理服务平台"),
    )
}


def platform_of(region: str) -> Platform:
    """The platform of a county (six digits)."""
    return PLATFORMS.get(region[:2], NATIONAL)
