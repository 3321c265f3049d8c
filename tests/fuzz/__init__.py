"""Every operation of docs/openapi.json is sent what fits its description and what nearly does (R4)."""
