"""The mydata function: the rules of handling for everybody, asking for one's own data and fetching it. Packing is the
stream's."""

from mashangban.kernel.http import App
from mashangban.processes.mydata import routes

handler = App("mydata", routes.api, pages="mashangban.processes.mydata.console")
