"""The pages where a policy and claims meet: who need not apply, listed and offered in one act; budget lines."""

from mashangban.processes.claiming.console import budgets, lists, offered

blueprints = (offered.pages, lists.pages, budgets.pages)
