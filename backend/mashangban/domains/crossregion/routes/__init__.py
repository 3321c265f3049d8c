"""The API of matters across regions: alliances and items for everybody, agreements for the offices of their zones."""

from mashangban.domains.crossregion.routes import alliances, items

blueprints = (alliances.api, items.api)
