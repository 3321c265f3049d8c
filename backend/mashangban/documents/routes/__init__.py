"""The documents' doors: `/v1/documents/...` and the public pages under `/verify`."""

from mashangban.documents.routes import documents, pages, seals, verifications

blueprints = (documents.api, verifications.api, seals.api, pages.api)
