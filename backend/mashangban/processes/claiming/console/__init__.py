"""The pages where a policy and claims meet: who need not apply, listed and offered in one act."""

from mashangban.processes.claiming.console import lists, offered

blueprints = (offered.pages, lists.pages)
