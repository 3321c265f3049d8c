"""The pages of matters: an office's desk, one matter, what is done with it, the figures of a month."""

from mashangban.domains.matters.console import acts, desk, matter

blueprints = (desk.pages, matter.pages, acts.pages)
