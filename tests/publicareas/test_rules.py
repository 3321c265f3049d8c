"""What others may read, and where a report belongs."""

import pytest

from mashangban.domains.publicareas.rules import area, wording
from mashangban.domains.publicareas.rules.area import Area
from mashangban.domains.publicareas.terms import Wording
from mashangban.kernel import publicwords
from mashangban.registry.spots import Spot


@pytest.mark.parametrize(
    "secret",
    [
        "13800138000",
        "138-0013-8000",
        "110101199003077475",
        "11010119900307747X",
        "6222 0212 3456 7890 123",
        "0571-88889999",
        "浙A·12345",
        "浙AD12345",
        "someone@example.org",
    ],
)
def test_personal_data_is_masked_whatever_stands_around_it(secret: str) -> None:
    assert secret not in publicwords.masked(f"请找{secret}，谢谢")
    assert publicwords.masked(f"请找{secret}，谢谢").startswith("请找***")


@pytest.mark.parametrize(
    "plain", ["3号楼2单元1801室", "2026年11月26日坏了", "编号 A12345 的灯", "停了 48 小时"]
)
def test_doors_days_and_numbers_of_things_stay(plain: str) -> None:
    assert publicwords.masked(plain) == plain


def test_a_name_said_to_be_one_is_masked_and_a_word_about_names_is_not() -> None:
    assert publicwords.masked("姓名：王小明，住三号楼") == "姓名：***，住三号楼"
    assert publicwords.masked("请写姓名和门牌") == "请写姓名和门牌"


def test_an_insult_written_with_gaps_is_still_held() -> None:
    assert wording.judged("都是混 蛋") is Wording.HELD
    assert wording.judged("灯不亮，请修") is Wording.SHOWN


def at(name: str, latitude: int, longitude: int) -> Area:
    return Area(name, name, "330106", "", "o", "o", Spot(latitude, longitude))


def test_the_nearest_area_within_reach_is_meant() -> None:
    near, next_to = at("甲", 30_000_000, 120_000_000), at("乙", 30_004_000, 120_000_000)
    assert area.nearest([near, next_to], Spot(30_003_500, 120_000_000)) is next_to
    assert area.nearest([near, next_to], Spot(30_010_000, 120_000_000)) is None


def test_whatever_is_near_lies_in_the_squares_around() -> None:
    for north in (-4_000, 0, 4_000):
        for east in (-4_000, 0, 4_000):
            middle = Spot(30_005_001, 120_009_999)
            other = Spot(middle.latitude_e6 + north, middle.longitude_e6 + east)
            assert area.cell(other) in area.cells_around(middle)


def test_the_longest_name_that_an_address_begins_with_wins() -> None:
    short, long = at("样例苑", 0, 0), at("样例苑东区", 0, 0)
    assert area.named([short, long], "样例苑东区3号楼") is long
    assert area.named([short, long], "西区样例苑") is None
