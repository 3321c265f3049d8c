"""The doors of arrears: parse, call one service function, shape."""

from mashangban.domains.arrears.routes import accused, complaints, officers, pay

blueprints = (pay.api, complaints.api, officers.api, accused.api)
