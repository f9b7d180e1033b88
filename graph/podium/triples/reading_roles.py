"""Roles of persons, as quads: tenures, and attestations that a release says so."""

from podium.namespaces import ID, slug
from podium.reading.model import Role
from podium.register.model import RegisteredTenure
from podium.register.office_kinds import office_kind
from podium.triples.terms import LABEL, TYPE, NamedNode, boolean, concept, node, pod
from podium.triples.writer import Writer

__all__ = ["write_roles"]

_PERSON = ID + "person/"
_FLAGS = ("former", "designated", "acting", "deputy")


def write_roles(writer: Writer) -> None:
    """Roles of the persons that may be written, each with its tenure."""
    for role in writer.reading.roles:
        if role.person in writer.persons:
            _attestation(writer, role, _tenure(writer, role))


def _tenure(writer: Writer, role: Role) -> NamedNode:
    person = writer.nodes[role.person].value
    organisation = writer.nodes.get(role.organisation or "")
    parts = (person.removeprefix(_PERSON), slug(role.title), _local(organisation))
    tenure = writer.tenures[role.id] = node(f"{ID}tenure/{'/'.join(parts)}")
    writer.link(tenure, TYPE, pod("Tenure"))
    writer.german(tenure, LABEL, _office_label(writer, role))
    writer.link(tenure, pod("holder"), writer.nodes[role.person])
    if organisation:
        writer.link(tenure, pod("inOrganisation"), organisation)
    if kind := office_kind(role.title):
        writer.link(tenure, pod("officeKind"), concept("office-kind", kind))
    held = None if role.former or role.designated else _in_register(writer, role, person)
    if held:
        writer.link(tenure, pod("correspondsTo"), node(held.iri))
        writer.link(tenure, pod("ofOffice"), node(held.office_iri))
    return tenure


def _attestation(writer: Writer, role: Role, tenure: NamedNode) -> None:
    attestation = writer.part("attestation", role.id)
    writer.link(attestation, TYPE, pod("Attestation"))
    writer.link(attestation, pod("attests"), tenure)
    for flag in _FLAGS:
        if getattr(role, flag):
            writer.typed(attestation, pod(flag), boolean(True))
    writer.plain(attestation, pod("rule"), role.rule)
    writer.german(attestation, pod("titleAsPrinted"), role.title)
    writer.link(attestation, pod("passage"), writer.passages(*role.evidence))


def _office_label(writer: Writer, role: Role) -> str:
    where = f", {writer.names[role.organisation]}" if role.organisation else ""
    return f"{writer.names[role.person]}: {role.title}{where}"


def _in_register(writer: Writer, role: Role, person: str) -> RegisteredTenure | None:
    """The tenure of the register that the role is, on the day of the release."""
    day = writer.release.published
    if not day:
        return None
    organisation = writer.names[role.organisation] if role.organisation else None
    return writer.register.tenure(person, role.title, day, organisation)


def _local(organisation: NamedNode | None) -> str:
    return slug(organisation.value.removeprefix(ID).split("/", 1)[-1]) if organisation else "-"
