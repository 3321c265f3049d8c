"""Persons over HTTP (reading only: they are entered by what rooms report)."""

from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.registry import errors, permissions
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import PersonLookup, PersonQuery
from mashangban.registry.schemas.outputs import PersonView
from mashangban.registry.service import persons

api = Blueprint(__name__)


@api.route("/v1/registry/persons", methods=["GET"])
@endpoint(permission=permissions.READ_PERSONS, query=PersonQuery, returns=Listing[PersonView])
def list_persons(call: Call[None, PersonQuery]) -> Listing[PersonView]:
    page = persons.list_persons(call.actor, call.query)
    return Listing(items=page.items, next_cursor=page.next_cursor)


@api.route("/v1/registry/persons/lookups", methods=["POST"])
@endpoint(permission=permissions.READ_PERSONS, body=PersonLookup, returns=Listing[PersonView], once=TABLE)
def find_person(call: Call[PersonLookup, None]) -> Listing[PersonView]:
    return Listing(items=persons.find_person(call.actor, call.body.id_number))


@api.route("/v1/registry/persons/{person_id}", methods=["GET"])
@endpoint(permission=permissions.READ_PERSONS, returns=PersonView, errors=(errors.NoSuchRecord,))
def view_person(call: Call[None, None], person_id: str) -> PersonView:
    return persons.view_person(call.actor, person_id)
