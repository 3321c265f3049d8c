"""Licences that the demo world's enterprises have in the province's library; whoever has none uploads the paper."""

from datetime import timedelta
from urllib.parse import quote

import urllib3

from mashangban.domains.policies.terms.licences import LicenceType
from mashangban.kernel import clock
from mashangban.kernel.settings import settings
from mashangban.registry import service as registry


def enter(enterprise_id: str) -> None:
    """Its 安全生产许可证: issued some time ago, three years long (安全生产许可证条例第九条)."""
    one, today = registry.enterprise(enterprise_id), clock.local_date(clock.now())
    issued = today - timedelta(days=400)
    paper = {
        "holder_name": one.name,
        "issuer": "浙江省住房和城乡建设厅",
        "issued_on": issued.isoformat(),
        "valid_until": (issued + timedelta(days=3 * 365)).isoformat(),
    }
    number = quote(f"（浙）JZ安许证字〔{issued.year}〕{one.uscc[-6:]}")
    place = f"{settings().licence_api_url}/licences/holders/{one.uscc}/{LicenceType.SAFETY.value}/{number}"
    answer = urllib3.request("PUT", place, json=paper, timeout=10)
    if answer.status != 200:
        raise RuntimeError(f"the licence library answers {answer.status}")
