"""The console's own pages, one module a matter."""

from mashangban.console.routes import assets, enterprises, home, persons, projects, sign_in

blueprints = (sign_in.pages, home.pages, projects.pages, enterprises.pages, persons.pages, assets.pages)
