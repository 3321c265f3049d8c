"""Every room that keeps something of persons, in the order in which a package tells of them, and who gets some of it.

A room without an entry here says why in tests/house/test_personal.py.
"""

from mashangban.documents.partners import eseal
from mashangban.domains.answers.service import privacy as answers
from mashangban.domains.appointments.service import privacy as appointments
from mashangban.domains.arrears.service import privacy as arrears
from mashangban.domains.assistance.service import privacy as assistance
from mashangban.domains.attendance.service import privacy as attendance
from mashangban.domains.claims.service import privacy as claims
from mashangban.domains.crossregion.service import privacy as crossregion
from mashangban.domains.guides.service import privacy as guides
from mashangban.domains.helpdesk.service import privacy as helpdesk
from mashangban.domains.homes.service import privacy as homes
from mashangban.domains.matters.service import privacy as matters
from mashangban.domains.payments.service import privacy as payments
from mashangban.domains.policies.service import privacy as policies
from mashangban.domains.publicareas.service import privacy as publicareas
from mashangban.domains.reporting import partners as reporting
from mashangban.domains.wages.service import privacy as wages
from mashangban.domains.workers.service import privacy as workers
from mashangban.files.service import privacy as files
from mashangban.identity.service import privacy as identity
from mashangban.kernel.personal import Holding
from mashangban.kernel.recipients import Recipient
from mashangban.notices.service import privacy as notices
from mashangban.processes.mydata.terms.rights import HOST
from mashangban.processes.oversight.service import privacy as oversight
from mashangban.registry.service import privacy as registry

ROOMS: dict[str, Holding] = {
    "identity": identity.HOLDING,
    "registry": registry.HOLDING,
    "workers": workers.HOLDING,
    "attendance": attendance.HOLDING,
    "wages": wages.HOLDING,
    "payments": payments.HOLDING,
    "arrears": arrears.HOLDING,
    "oversight": oversight.HOLDING,
    "homes": homes.HOLDING,
    "publicareas": publicareas.HOLDING,
    "matters": matters.HOLDING,
    "crossregion": crossregion.HOLDING,
    "appointments": appointments.HOLDING,
    "guides": guides.HOLDING,
    "assistance": assistance.HOLDING,
    "helpdesk": helpdesk.HOLDING,
    "answers": answers.HOLDING,
    "policies": policies.HOLDING,
    "claims": claims.HOLDING,
    "notices": notices.HOLDING,
    # Last: what a room before it packed is not packed again.
    "files": files.HOLDING,
}

# With those of rooms that keep nothing of their own of a person, and whose machines all of it runs on.
RECIPIENTS: tuple[Recipient, ...] = (
    *(one for room in ROOMS.values() for one in room.recipients),
    reporting.RECIPIENT,
    eseal.RECIPIENT,
    HOST,
)
