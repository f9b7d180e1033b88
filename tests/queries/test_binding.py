"""What users type is bound as data, whatever it is; what does not fit gets a message that helps."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from podium.errors import UsageError
from podium.namespaces import ID
from podium.queries import Parameter, library
from podium.queries.binding import bind, marked, terms_of, written
from podium.queries.names import find, nearest
from podium.store import EmbeddedStore, memory_store
from podium.triples.terms import LABEL, REGISTER_GRAPH, TYPE, Quad, foaf, german, plain, pod, skos, thing

HOSTILE = [
    '" } DROP ALL #',
    "' } ; DELETE WHERE { ?s ?p ?o } #",
    '"""',
    "\\",
    "\\\\",
    '\\"',
    "{}",
    "} UNION { ?s ?p ?o }",
    "line\nbreak\r\n\ttab",
    "\x00\x01\x1f\x7f\x85\u2028",
    "\\u0022 } #",
    "VALUES ?text { UNDEF }",
    "?text $text <urn:x> _:b @de ^^x # comment",
    "🙂 ä\u0308 \u202e",
    "\\1 \\g<0> %s {0}",
]


def parameter(type_: str, **more: object) -> Parameter:
    return Parameter("text", type_, {"de": "x", "en": "x"}, "x", "text", **more)  # type: ignore[arg-type]


def echoed(value: str) -> str:
    """The value after a journey through a query."""
    terms = terms_of(parameter("string"), value, lambda kind, name: [])
    sparql = bind("SELECT ?text ?other WHERE { VALUES ?text { UNDEF } VALUES ?other { 1 } }", {"text": terms})
    rows = list(ox.Store().query(sparql))  # type: ignore[arg-type]
    assert len(rows) == 1
    return str(rows[0]["text"].value)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_stays_text(value: str) -> None:
    assert echoed(value) == value


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_stays_text(value: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        with pytest.raises(UsageError, match="UTF-8"):
            echoed(value)
    else:
        assert echoed(value) == value


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", ["text", "person", "since", "form"])
def test_hostile_values_of_each_type_neither_break_nor_change(name: str, value: str) -> None:
    store = memory_store()
    store.load_quads([Quad(thing("a"), LABEL, plain("b"), REGISTER_GRAPH)])
    try:
        table = library()["quotes-of-person"].run(store, {name: value})
    except UsageError as error:
        assert "\n" not in str(error).replace(repr(value), "")
        assert "SPARQL" not in str(error)
    else:
        assert table.rows == ()
    assert len(list(store.quads())) == 1


def test_clauses_of_others_stay_and_several_values_fit() -> None:
    sparql = 'VALUES ?a { UNDEF } VALUES ?b { "x" } VALUES (?a ?b) { (1 2) }'
    assert marked(sparql) == {"a": "UNDEF", "b": '"x"'}
    assert bind(sparql, {"a": None}) == ' VALUES ?b { "x" } VALUES (?a ?b) { (1 2) }'
    assert bind(sparql, {"a": []}).startswith("VALUES ?a {  }")
    assert written([ox.NamedNode("urn:a"), ox.Literal("x"), ox.Literal(7)]) == '<urn:a> "x" 7'


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"evnt": "x"}, "Unknown parameter --evnt: did you mean --event?"),
        ({"carier-type": "gE"}, "did you mean --carrier-type?"),
        ({"zzz": "x"}, "speakers takes --event, --person, --since, --until, --carrier-type, --announced"),
        ({"carrier_type": "xkT"}, "--carrier-type cannot be 'xkT'; did you mean zkT?"),
        ({"carrier_type": "Kuh"}, "possible: gE, zkT, ARGE, getrennt"),
        ({"since": "yesterday"}, "--since needs a date (2021-04-28, 2021-04 or 2021), not 'yesterday'"),
        ({"since": "2021-02-30"}, "--since: the calendar has no 2021-02-30"),
        ({"since": "2021-13"}, "--since: the calendar has no 2021-13"),
        ({"since": "28.04.2021"}, "--since needs a date"),
        ({"since": "٢٠٢١"}, "--since needs a date"),
        ({"since": ""}, "--since is empty; for example --since 2021-01"),
        ({"event": "   "}, '--event is empty; for example --event "Tag der Jobcenter"'),
        ({"person": "http://exa<mple"}, "--person looks like an IRI, but is none"),
    ],
)
def test_message_helps(given_: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as error:
        library()["speakers"].run(memory_store(), given_)
    assert message in str(error.value)


def test_query_without_parameters_says_so() -> None:
    with pytest.raises(UsageError, match="graph-statistics takes none"):
        library()["graph-statistics"].run(memory_store(), {"since": "2021"})


@pytest.mark.parametrize(
    ("value", "fits"), [("3", True), ("-3", True), ("3.5", False), ("drei", False), ("1e3", False)]
)
def test_integer(value: str, fits: bool) -> None:
    if fits:
        assert terms_of(parameter("integer"), value, lambda k, n: []) == [ox.Literal(int(value))]
    else:
        with pytest.raises(UsageError, match="--text needs a whole number"):
            terms_of(parameter("integer"), value, lambda k, n: [])


def test_year_and_choice() -> None:
    assert terms_of(parameter("year"), "2021", lambda k, n: []) == [ox.Literal("2021")]
    with pytest.raises(UsageError, match="needs a year"):
        terms_of(parameter("year"), "2021-04", lambda k, n: [])
    assert terms_of(parameter("choice", choices=("gE", "zkT")), "ZKT", lambda k, n: []) == [ox.Literal("zkT")]


@pytest.fixture(scope="module")
def names() -> EmbeddedStore:
    store = memory_store()
    graph = thing("release/x")
    quads = [
        Quad(thing(f"person/{i}"), foaf("name"), plain(name), graph)
        for i, name in enumerate(
            ["Anna Berg", "Karla Berg", "Anna Berger", "Jörg Größel", "Zoë Çelik", "Eva-Maria Kurz"]
        )
    ]
    for i, (name, short) in enumerate([("Amt für Proben", "AfP"), ("Verband der Ämter", "VdÄ")]):
        quads += [
            Quad(thing(f"organisation/{i}"), TYPE, pod("Organisation"), REGISTER_GRAPH),
            Quad(thing(f"organisation/{i}"), LABEL, german(name), REGISTER_GRAPH),
            Quad(thing(f"organisation/{i}"), skos("altLabel"), german(short), REGISTER_GRAPH),
        ]
    for i, name in enumerate(["Fachtag 2021", "Digitales Treffen"]):
        quads += [
            Quad(thing(f"event/{i}"), TYPE, pod("Event"), REGISTER_GRAPH),
            Quad(thing(f"event/{i}"), LABEL, german(name), REGISTER_GRAPH),
            Quad(thing(f"event/{i}"), pod("series"), thing("series/fachtag"), graph),
        ]
    quads += [
        Quad(thing("series/fachtag"), TYPE, pod("EventSeries"), REGISTER_GRAPH),
        Quad(thing("series/fachtag"), LABEL, german("Fachtag"), REGISTER_GRAPH),
    ]
    store.load_quads(quads)
    return store


@pytest.mark.parametrize(
    ("kind", "typed", "found"),
    [
        ("person", "Anna Berg", ["Anna Berg"]),  # an exact name is nobody else
        ("person", "berg", ["Anna Berg", "Karla Berg"]),  # whole words come before parts
        ("person", "anna ber", ["Anna Berg", "Anna Berger"]),
        ("person", "Größel", ["Jörg Größel"]),
        ("person", "GROESSEL", ["Jörg Größel"]),
        ("person", "Jorg", ["Jörg Größel"]),
        ("person", "Jo\u0308rg", ["Jörg Größel"]),
        ("person", "zoe celik", ["Zoë Çelik"]),
        ("person", "Eva Maria", ["Eva-Maria Kurz"]),
        ("person", "Niemand", []),
        ("organisation", "afp", ["AfP"]),
        ("organisation", "Aemter", ["Verband der Ämter"]),
        ("agent", "amt", ["Amt für Proben"]),
        ("event", "Fachtag", ["Fachtag", "Fachtag 2021"]),  # of the series, whatever it is called itself
        ("event", "treffen", ["Digitales Treffen"]),
        ("series", "FACH", ["Fachtag"]),
    ],
)
def test_names_are_understood(names: EmbeddedStore, kind: str, typed: str, found: list[str]) -> None:
    assert [name for _, name in find(names, kind, typed)] == found


def test_misspelt_name_gets_a_hint(names: EmbeddedStore) -> None:
    assert nearest(names, "person", "Groesel") == "Jörg Größel"
    assert nearest(names, "person", "Quxquux") is None
    table = library()["speakers"].run(names, {"person": "Karla Brg"})
    assert table.rows == ()
    assert table.notes == ("--person: nothing in the store fits 'Karla Brg'; did you mean 'Karla Berg'?",)


def test_note_says_what_a_name_stands_for(names: EmbeddedStore) -> None:
    assert library()["speakers"].run(names, {"person": "Anna Berg"}).notes == ()
    assert library()["speakers"].run(names, {"person": "berg"}).notes == (
        "--person 'berg' stands for Anna Berg, Karla Berg",
    )
    assert library()["speakers"].run(names, {"person": ID + "person/0"}).notes == ()
