"""The doors of the help desk."""

from mashangban.domains.helpdesk.routes import (
    askers,
    desks,
    offices,
    ratings,
    receivers,
    rosters,
    supervisors,
    talks,
    uniting,
)

blueprints = (
    askers.api,
    desks.api,
    supervisors.api,
    ratings.api,
    offices.api,
    talks.api,
    receivers.api,
    rosters.api,
    uniting.api,
)
