"""The API of identity: `/v1/identity`."""

from mashangban.identity.routes import me, roles, signing_in

blueprints = (signing_in.api, me.api, roles.api)
