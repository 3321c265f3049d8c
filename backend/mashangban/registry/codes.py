"""Codes of projects: form and parts. Whether a code exists is the approving system's answer."""

import re
import unicodedata

# 项目代码 GB/T 40058-2021: time, region, department, kind, random with check; YYMM-6-2-2-6, before YYYY-6-2-2-6 (K).
_PROJECT_CODE = re.compile(
    r"(?P<time>\d{4})-(?P<region>\d{6})-(?P<industry>\d{2})-(?P<kind>\d{2})-(?P<serial>\d{6})"
)
# 施工许可证号: region 6, day 8, serial 2, kind 2.
_PERMIT = re.compile(r"(?P<region>\d{6})(?P<day>\d{8})(?P<serial>\d{2})(?P<kind>\d{2})")


class WrongCode(ValueError):
    """The code can't exist; the text says why."""


def narrow(text: str) -> str:
    """What was meant: half-width characters, no blanks, one kind of dash."""
    flat = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    return re.sub("[‐‑–—−]", "-", flat)


def parse_project_code(text: str) -> str:
    """A project code as typed, e.g. `2103-330106-04-01-123456`. Raises WrongCode."""
    code = narrow(text)
    if not _PROJECT_CODE.fullmatch(code):
        raise WrongCode("项目代码应像 2103-330106-04-01-123456")
    return code


def parse_permit_number(text: str) -> str:
    """A construction permit number as typed, 18 digits; empty stays empty. Raises WrongCode."""
    number = narrow(text).replace("-", "")
    if number and not _PERMIT.fullmatch(number):
        raise WrongCode("施工许可证号应为 18 位数字")
    return number


def is_code(text: str) -> bool:
    """Whether a search text is a whole project code or permit number rather than the beginning of a name."""
    code = narrow(text)
    return bool(_PROJECT_CODE.fullmatch(code) or _PERMIT.fullmatch(code))
