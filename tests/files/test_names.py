"""Names from phones."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.files.rules.names import LONGEST, clean
from mashangban.files.terms import ContentType


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("墙面裂缝.jpg", "墙面裂缝.jpg"),
        ("IMG_001.JPEG", "IMG_001.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\照片\\客厅.jpg", "客厅.jpg"),
        ("a\u202egpj.exe", "agpj.exe.jpg"),
        ("\u200f\u2066x\u2069.jpg", "x.jpg"),
        ("line\nbreak\x00\x1b[31m.jpg", "linebreak[31m.jpg"),
        ("...", "未命名.jpg"),
        ("   .jpg", "未命名.jpg"),
        ("", "未命名.jpg"),
        ('"; rm -rf <x>|?*.jpg', "; rm -rf x.jpg"),
        ("e\u0301.jpg", "é.jpg"),
        ("长" * 300 + ".jpg", "长" * LONGEST + ".jpg"),
        ("archive.tar.gz", "archive.tar.gz.jpg"),
    ],
)
def test_a_name_is_kept_readable_and_made_harmless(given_name: str, kept: str) -> None:
    assert clean(given_name, ContentType.JPEG) == kept


@given(st.text(max_size=300), st.sampled_from(ContentType))
def test_no_name_carries_controls_direction_marks_or_folders(name: str, kind: ContentType) -> None:
    cleaned = clean(name, kind)
    assert not [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") or c in "/\\"]
    assert cleaned.endswith(f".{kind.extension}")
    assert len(cleaned) <= LONGEST + 5
    assert clean(cleaned, kind) == cleaned
