"""The documents' doors in the console: files, seals with their register, applications for seals."""

from mashangban.documents.console import applications, papers, seals, uses

blueprints = (papers.pages, applications.pages, seals.pages, uses.pages)
