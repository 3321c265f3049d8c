"""`python -m demo`: seed the demo world into the running local stack, once (DEMO_WORKERS, DEMO_FIRMS: its size)."""

import os
import time
from pathlib import Path
from random import Random

from demo import (
    accounts,
    answers,
    arrears,
    attendance,
    claims,
    contracts,
    crossregion,
    ground,
    guides,
    halls,
    helpdesk,
    homes,
    matters,
    payments,
    policies,
    reporting,
    skills,
    wages,
)
from demo.accounts import Account

SEED = 20261123
WORKERS, FIRMS = 400, 300


def main() -> None:
    """Lay the ground, publish the accounts at once, then let the workers come."""
    started = time.monotonic()
    world = ground.Ground(Random(SEED))
    ground.lay(world)
    reporting.fill(world, _say)
    _say(f"{len(world.teams)} 个班组、{len(world.firms)} 家企业就绪 / teams and enterprises ready")
    accounts.publish([*world.accounts, *_phones(world)], Path(os.environ["DATA"]))
    contracts.hire(world, int(os.environ.get("DEMO_WORKERS", WORKERS)), _say)
    for chapter in (attendance, payments, wages, skills, arrears, homes, halls, guides):
        chapter.fill(world, _say)
    policies.fill(world, int(os.environ.get("DEMO_FIRMS", FIRMS)), _say)
    claims.fill(world, _say)
    answers.fill(world, _say)
    helpdesk.fill(world, _say)
    crossregion.fill(world, _say)
    matters.fill(world, _say)
    _say(f"用时 {time.monotonic() - started:.0f} 秒 / seconds")


def _phones(world: ground.Ground) -> list[Account]:
    """Phones that already play a part; any other mainland number enters as a newcomer."""
    code = "验证码见沙箱 /sms/"
    first = world.teams[0]
    return [
        Account("手机", f"{first.project.name} 劳资专管员", "13900000001", code),
        Account("手机", f"{first.project.name} {first.name} 班组长", "13900000002", code),
        Account("手机", "新来的工人（任意手机号）", "13800138000", code),
    ]


def _say(line: str) -> None:
    print(f"  · {line}", flush=True)


if __name__ == "__main__":
    main()
