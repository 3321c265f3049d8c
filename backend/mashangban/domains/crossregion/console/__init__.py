"""The pages of matters across regions: alliances, their items, what waits for one's own zone's word."""

from mashangban.domains.crossregion.console import alliances, items

blueprints = (alliances.pages, items.pages)
