"""Other rooms pay for what they ask of identity, not for all of it."""

import subprocess
import sys

from mashangban.identity import service

PROBE = """
import sys
import mashangban.identity.service as service
service.person, service.real_name, service.contact, service.holders
heavy = [name for name in ("mashangban.identity.schemas", "mashangban.identity.partners.sms") if name in sys.modules]
print(heavy)
service.Origin
print("mashangban.identity.service.signing_in" in sys.modules)
"""


def test_knowing_people_loads_neither_wire_shapes_nor_partners() -> None:
    environment = {"PYTHONPATH": "backend", "PATH": ""}
    found = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, env=environment
    )
    assert found.stdout.split("\n")[:2] == ["[]", "True"]


def test_every_act_that_is_named_can_be_reached() -> None:
    assert all(callable(getattr(service, name)) for name in service.__all__)
