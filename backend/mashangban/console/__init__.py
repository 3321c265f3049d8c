"""The web console of offices: shell, templates and assets, and the pages of the shared registers.

It knows no domain. A domain registers its menu entries and pages with it (docs/add-a-console-page.md).
"""
