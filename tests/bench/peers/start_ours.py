"""A fresh process of the workers function until its first request is answered: `start_ours.py <event.json>`."""

import json
import resource
import sys
from pathlib import Path

from mashangban.domains.workers.app import handler

answer = handler(json.loads(Path(sys.argv[1]).read_text()), None)
used = resource.getrusage(resource.RUSAGE_SELF)
assert answer["statusCode"] == 200, answer
assert json.loads(answer["body"])["items"] == [], answer
print(json.dumps({"ms": (used.ru_utime + used.ru_stime) * 1000, "modules": len(sys.modules)}))
