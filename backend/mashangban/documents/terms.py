"""Names of the documents service, with the source of statutory ones."""

from __future__ import annotations

from enum import StrEnum


class Template(StrEnum):
    """Forms that can be printed."""

    LABOUR_CONTRACT = "labour-contract"  # 简易劳动合同, 劳动合同法第17条
    CONTRACT_SUPPLEMENT = "contract-supplement"  # 补充、变更、终止协议, 劳动合同法第35、36、44条
    SITE_POSTER = "site-poster"  # 维权信息告示牌, 保障农民工工资支付条例第34条
