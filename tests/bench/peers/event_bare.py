"""No framework: token, permission, validation, answer. What every side must do; subtracted from each."""

import json
import sys
from typing import Any

from act import DONE, SESSION, Application, Refused, authenticate, authorise, load_keys, submission
from pydantic import ValidationError

KEYS = load_keys(sys.argv[1])


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    try:
        authorise(authenticate(event["headers"].get("authorization"), KEYS), SESSION)
        submission(event["headers"], event["path"], event["body"].encode())
        Application.model_validate_json(event["body"])
    except Refused as refused:
        return {"statusCode": refused.status, "headers": {}, "body": "{}"}
    except ValidationError as wrong:
        return {"statusCode": 422, "headers": {}, "body": json.dumps(wrong.errors(include_url=False))}
    return {
        "statusCode": 201,
        "headers": {"Content-Type": "application/json"},
        "body": DONE.model_dump_json(),
    }
