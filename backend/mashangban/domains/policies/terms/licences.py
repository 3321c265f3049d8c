"""Kinds of licence that a province's licence library keeps and a policy may ask for.

The library is asked instead of the enterprise (国办发〔2022〕3号: e-licences are recognised in all of the country, an
enterprise tells what they say once at most). Which kinds policies ask for is ours; a province's own catalogue codes for
them (GB/T 36902-2018, K) are a stage's setting.
"""

from mashangban.kernel.labelled import Labelled


class LicenceType(Labelled):
    """A kind of licence, by the name that stands on it."""

    BUSINESS = "business", "营业执照"
    CONSTRUCTION = "construction", "建筑业企业资质证书"
    SAFETY = "safety", "安全生产许可证"
    DESIGN = "design", "工程设计资质证书"
    SURVEY = "survey", "工程勘察资质证书"
    SUPERVISION = "supervision", "工程监理资质证书"
    ESTATE = "estate", "房地产开发企业资质证书"
    HIGH_TECH = "high_tech", "高新技术企业证书"
    POLLUTION = "pollution", "排污许可证"
    LABOUR_DISPATCH = "labour_dispatch", "劳务派遣经营许可证"
    EMPLOYMENT_AGENCY = "employment_agency", "人力资源服务许可证"
    ROAD_TRANSPORT = "road_transport", "道路运输经营许可证"
    FOOD = "food", "食品经营许可证"


def find(code: str) -> LicenceType | None:
    """The kind of this code, where there is one."""
    return LicenceType(code) if code in set(LicenceType) else None
