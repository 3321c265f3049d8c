"""The API of matters across regions: alliances and items, one's own cases, the desk of a zone."""

from mashangban.domains.crossregion.routes import affairs, alliances, cases, desk, items, windows, wishes

blueprints = (alliances.api, items.api, cases.api, desk.api, windows.api, wishes.api, affairs.api)
