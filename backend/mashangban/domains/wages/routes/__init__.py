"""The API of wages: lines for workers and their foremen, tables for offices, boards for those who oversee."""

from mashangban.domains.wages.routes import lines, tables, uploads

blueprints = (lines.api, tables.api, uploads.api)
