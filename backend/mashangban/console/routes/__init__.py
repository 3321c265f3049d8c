"""The console's own pages, one module a matter."""

from mashangban.console.routes import (
    account,
    assets,
    conflicts,
    enterprises,
    exports,
    files,
    home,
    imports,
    live,
    log,
    persons,
    projects,
    sign_in,
    staff,
)

blueprints = tuple(
    one.pages
    for one in (
        sign_in,
        home,
        account,
        projects,
        enterprises,
        persons,
        imports,
        conflicts,
        exports,
        files,
        staff,
        log,
        live,
        assets,
    )
)
