"""The page without a browser: what it holds, that it is the same twice, and that nothing in it can break out."""

import base64
import hashlib
import json
import re
import zlib
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from viewer_samples import FIRST, SECOND, THIRD, reading, span, store_of

from podium.cli.view import command
from podium.errors import UsageError
from podium.namespaces import ID
from podium.reading.model import Role
from podium.store import Store, memory_store, open_store
from podium.view import network, page, write_page
from podium.view.render import packed


@pytest.fixture(scope="module")
def store() -> Store:
    return store_of(reading())


@pytest.fixture(scope="module")
def html(store: Store) -> str:
    return page(store)


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""
        if tag in ("script", "style"):
            self.found.append((tag, values, ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            tag, values, text = self.found[-1]
            self.found[-1] = tag, values, text + data


def blocks(html: str) -> _Scripts:
    parser = _Scripts()
    parser.feed(html)
    return parser


def data(html: str) -> dict[str, Any]:
    text = next(text for _, values, text in blocks(html).found if values.get("id") == "data")
    found: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(text)))
    for record in (*found["acts"], *found["passages"]):
        record["iri"] = found["releases"][record["release"]]["iri"] + record.pop("tail")
    for node in found["nodes"]:
        node["iri"] = ID + node.pop("tail") if "tail" in node else node["iri"]
    return found


def told(content: dict[str, Any], act: dict[str, Any]) -> tuple[str, str, str, str, str, str]:
    """An act in words."""
    names = [node["label"] for node in content["nodes"]]
    return (
        names[act["speaker"]], act["kind"], names[act["target"]],
        act.get("role", ""), act.get("organisation", ""), act.get("carrier", ""),
    )  # fmt: skip


def test_who_spoke_where_in_what_role_for_which_kind_of_jobcenter(html: str) -> None:
    content = data(html)
    day, ministry = "Tag der Jobcenter 2021", "Bundesministerium für Arbeit und Soziales"
    assert sorted(told(content, act) for act in content["acts"]) == [
        (
            "Felix Baumeier",
            "podiumsdiskussion",
            day,
            "Geschäftsführer",
            "Kommunales Jobcenter Landkreis Leipzig",
            "zkT",
        ),
        ("Hubertus Heil", "podiumsdiskussion", day, "Bundesminister", ministry, ""),
        ("Hubertus Heil", "rede", day, "Bundesminister", ministry, ""),
        ("Martina Würker", "podiumsdiskussion", day, "Geschäftsführerin", "Jobcenter Köln", "gE"),
    ]


def test_each_sentence_equals_the_release_and_marks_its_speaker_and_its_cue(html: str) -> None:
    content = data(html)
    speech = next(act for act in content["acts"] if act["kind"] == "rede")
    shown = [(content["passages"][one["passage"]]["text"], one["marks"]) for one in speech["sentences"]]
    assert [text for text, _ in shown] == [FIRST, SECOND]
    assert [[(text[start:end], what) for start, end, what in marks] for text, marks in shown] == [
        [("Hubertus Heil", "speaker")],
        [
            ("Die Jobcenter hätten das Land gut durch die Krise gebracht", "quote"),
            ("sagte", "cue"),
            ("Heil", "speaker"),
        ],
    ]
    release = content["releases"][speech["release"]]
    assert (release["title"], release["date"]) == ("Tag der Jobcenter 2021", "2021-04-28")
    assert release["url"] == "https://example.org/tag-der-jobcenter-2021"


def test_two_activities_of_one_person_at_one_event_are_two_lines(html: str) -> None:
    content = data(html)
    names = [node["label"] for node in content["nodes"]]
    heil, day = names.index("Hubertus Heil"), names.index("Tag der Jobcenter 2021")
    edges = [edge for edge in content["edges"] if (edge["from"], edge["to"]) == (heil, day)]
    assert sorted(content["acts"][edge["records"][0]]["kind"] for edge in edges) == ["podiumsdiskussion", "rede"]
    assert edges[0]["bend"] != edges[1]["bend"]


def test_two_roles_of_one_person_in_one_organisation_are_two_lines() -> None:
    plain = reading()
    second = Role("r4", "p2", "Beauftragte für Digitales", "o2", False, False, False, False, span(THIRD), "test")
    content = data(page(store_of(replace(plain, roles=(*plain.roles, second)))))
    names = [node["label"] for node in content["nodes"]]
    ends = names.index("Martina Würker"), names.index("Jobcenter Köln")
    labels = [edge["label"] for edge in content["edges"] if (edge["from"], edge["to"]) == ends]
    assert sorted(labels) == ["Beauftragte für Digitales", "Geschäftsführerin"]


def test_every_line_leads_to_a_sentence_or_to_a_row_of_the_register(html: str) -> None:
    content = data(html)
    tables = {"contribution": "acts", "about": "acts", "office": "offices"}
    for edge in content["edges"]:
        assert edge["records"], edge
        for record in (content[tables.get(edge["kind"], "facts")][number] for number in edge["records"]):
            sentences = record.get("sentences", []) + [
                s for one in record.get("attested", []) for s in one["sentences"]
            ]
            texts = [content["passages"][one["passage"]]["text"] for one in sentences]
            register = record.get("register", {})
            assert all(texts) and (texts or (register.get("row") and register.get("source"))), record


def test_the_carriers_of_a_jobcenter_that_is_shown_are_shown(html: str) -> None:
    content = data(html)
    names = [node["label"] for node in content["nodes"]]
    carried = {(names[edge["from"]], names[edge["to"]]) for edge in content["edges"] if edge["kind"] == "carrier"}
    assert ("Jobcenter Köln", "Bundesagentur für Arbeit") in carried
    assert ("Kommunales Jobcenter Landkreis Leipzig", "Landkreis Leipzig") in carried


def test_two_builds_are_byte_identical_whatever_the_order_of_loading(store: Store, html: str) -> None:
    other = memory_store()
    other.load_quads(sorted(store.quads(), key=str, reverse=True))
    assert page(other).encode() == html.encode()


def test_the_policy_names_exactly_the_inline_blocks_and_allows_no_connection(html: str) -> None:
    parsed = blocks(html)
    rules = dict(rule.strip().split(" ", 1) for rule in parsed.policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["connect-src"] == "'none'"
    assert "unsafe" not in parsed.policy and "http" not in parsed.policy and "*" not in parsed.policy

    def fingerprint(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    running = [text for tag, values, text in parsed.found if tag == "script" and "type" not in values]
    assert rules["script-src"].split() == [fingerprint(text) for text in running]
    assert rules["style-src"] == fingerprint(next(text for tag, _, text in parsed.found if tag == "style"))


def test_nothing_in_the_page_is_fetched(html: str) -> None:
    outside = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    assert not re.search(r"<(link|img|iframe|object|embed|base|form)\b|\bsrc=|\burl\(", outside)
    assert "sourceMappingURL" not in html


@given(st.text() | st.sampled_from(["</script>", "<!--<script>", "]]>", "\u2028\u2029", "\ud800", "&lt;", "{{ 7*7 }}"]))
def test_content_comes_back_as_it_was_and_cannot_end_its_element(text: str) -> None:
    block = packed({"text": text})
    assert re.fullmatch(r"[A-Za-z0-9+/=]*", block)
    assert json.loads(zlib.decompress(base64.b64decode(block))) == {"text": text}


def test_focus_finds_names_in_any_spelling_and_shows_what_surrounds_it(store: Store) -> None:
    for spelling in (
        "Martina Würker",
        "martina wuerker",
        "WÜRKER",
        "https://w3id.org/podium/id/person/martina-wuerker",
    ):
        content = data(page(store, focus=spelling))
        assert content["nodes"][content["focus"]]["label"] == "Martina Würker"
    labels = {node["label"] for node in content["nodes"]}
    assert {"Tag der Jobcenter 2021", "Jobcenter Köln", "Hubertus Heil"} <= labels
    assert len(labels) < 100, "the Bundesagentur carries 300 jobcenters, which are not her neighbours"


def test_an_unknown_focus_is_an_error_with_the_nearest_name(store: Store) -> None:
    with pytest.raises(UsageError, match="Martina Würker"):
        page(store, focus="Martina Würger")


def test_a_limit_keeps_the_most_connected(store: Store) -> None:
    content = data(page(store, limit=3))
    assert {"Hubertus Heil", "Tag der Jobcenter 2021"} <= {node["label"] for node in content["nodes"]}
    assert len(content["nodes"]) == 3 and content["leftOut"] > 0


def test_of_too_many_contributions_the_newest_between_two_things_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("podium.view.content._MANY", 3)
    monkeypatch.setattr("podium.view.content._A_NODE", 0)
    plain = reading()
    later = replace(plain.release, key="later", url=None, published="2021-05-01", title="Später")
    content = data(page(store_of(plain, replace(plain, release=later))))
    assert len(content["acts"]) == 3 and content["actsLeftOut"] == 5
    assert {content["releases"][act["release"]]["title"] for act in content["acts"]} == {"Später"}


def test_of_too_many_releases_that_attest_an_office_the_newest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("podium.view.links._ATTESTED", 1)
    plain = reading()
    later = replace(plain.release, key="later", url=None, published="2021-05-01", title="Später")
    content = data(page(store_of(plain, replace(plain, release=later))))
    said = [office for office in content["offices"] if office.get("attested")]
    assert {content["releases"][one["release"]]["title"] for office in said for one in office["attested"]} == {"Später"}
    assert {office["further"] for office in said} == {1}


def test_an_empty_store_gives_an_empty_page() -> None:
    content = data(page(memory_store()))
    assert (content["nodes"], content["edges"], content["acts"]) == ([], [], [])


def test_the_pyvis_network_has_the_same_nodes_and_all_parallel_edges(store: Store, html: str) -> None:
    net, content = network(store), data(html)
    assert [node["id"] for node in net.nodes] == [node["iri"] for node in content["nodes"]]
    assert len(net.edges) == len(content["edges"])
    assert max(Counter((edge["from"], edge["to"]) for edge in net.edges).values()) > 1


def test_a_page_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(UsageError, match="taken"):
        write_page(store, tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_the_command_writes_the_page(store: Store, html: str, tmp_path: Path) -> None:
    folder, out = str(tmp_path / "store"), tmp_path / "graph.html"
    with open_store(folder, create=True) as written:
        written.load_quads(store.quads())
    result = CliRunner().invoke(command, ["--store", folder, "--out", str(out)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text("utf-8") == html
    to_stdout = CliRunner().invoke(command, ["--store", folder, "--out", "-"])
    assert to_stdout.stdout == html
