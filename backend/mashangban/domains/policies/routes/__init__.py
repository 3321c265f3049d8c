"""The doors of policies: parse, call one service function, shape."""

from mashangban.domains.policies.routes import favourites, imports, items, open_items, profiles, replays

blueprints = (open_items.api, items.api, profiles.api, replays.api, imports.api, favourites.api)
