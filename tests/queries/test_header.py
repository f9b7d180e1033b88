"""Headers are read strictly: each mistake has a message with file and line."""

from pathlib import Path

import pytest

from podium.queries import NamedQuery, QueryFileError, library, load

GOOD = """\
#+ name: example
#+ title: {de: Beispiel, en: Example}
#+ question: {de: Was?, en: What?}
#+ description: {de: Etwas., en: Something.}
#+ parameters:
#+   - name: since
#+     type: date
#+     optional: true
#+     description: {de: ab, en: from}
#+     example: "2021"
#+   - name: most
#+     type: integer
#+     default: 3
#+     description: {de: Höchstzahl, en: limit}
#+     example: "5"
#+ columns:
#+   - {name: thing, type: string, label: {de: Ding, en: Thing}}
#+ tags: [example]

SELECT ?thing WHERE {
  VALUES ?since { UNDEF }
  VALUES ?most { 3 }
  ?thing a ?type
}
"""


def written(folder: Path, text: str) -> NamedQuery:
    path = folder / "subject" / "example.rq"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_good_header(tmp_path: Path) -> None:
    query = written(tmp_path, GOOD)
    assert (query.name, query.subject) == ("example", "subject")
    assert query.header.question == {"de": "Was?", "en": "What?"}
    assert [(p.name, p.type, p.default, p.required) for p in query.parameters] == [
        ("since", "date", None, False),
        ("most", "integer", "3", False),
    ]
    assert [(c.name, c.type, c.place) for c in query.columns] == [("thing", "string", "row")]
    assert query.sparql.startswith("SELECT")


# What is replaced in the good header, by what, the line of the error, a part of its message.
MISTAKES = [
    ("#+ name: example\n", "#+ name: other\n", 1, "differs from the file's name"),
    ("#+ name: example\n", "", 1, "'name' is missing"),
    ("#+ name: example\n", "#+ name: example\n#+ name: example\n", 2, "stands here twice"),
    ("#+ tags: [example]", "#+ tag: [example]", 18, "unknown key 'tag'"),
    ("#+ tags: [example]", "#+ tags: example", 18, "is a list"),
    ("#+ question: {de: Was?, en: What?}", "#+ question: {de: Was?}", 3, "'en' is missing"),
    ("#+ question: {de: Was?, en: What?}", "#+ question: Was?", 3, "a mapping is expected"),
    ("#+ question: {de: Was?, en: What?}", "#+ question: {de: Was?, en: [What]}", 3, "a text is expected"),
    ("#+ question: {de: Was?, en: What?}", "#+ question: {de: Was?, en: What?", 4, "not YAML"),
    ("type: date", "type: day", 7, "unknown type 'day'"),
    ("type: date", "type: iri", 7, "`of` goes with type iri"),
    ("type: date", "type: choice", 7, "`choices` goes with type choice"),
    ("optional: true", "optional: maybe", 8, "unknown optional 'maybe'"),
    ("#+     optional: true\n", "", 6, "needs either `default` or `optional"),
    ("name: since", "name: format", 6, "has the name of an option"),
    ("{name: thing, type: string", "{name: thing, type: text", 17, "unknown type 'text'"),
    ("#+   - {name: thing", "#+   - {nam: thing", 17, "unknown key 'nam'"),
    ("VALUES ?since { UNDEF }", "", 6, "no VALUES ?since { … } in the query"),
    ("VALUES ?most { 3 }", "VALUES ?most { 4 }", 11, "must hold 3"),
    ("VALUES ?since { UNDEF }", 'VALUES ?since { "2020" }', 6, "must hold UNDEF"),
]


@pytest.mark.parametrize(("before", "after", "line", "reason"), MISTAKES)
def test_mistake_names_file_and_line(tmp_path: Path, before: str, after: str, line: int, reason: str) -> None:
    assert GOOD.count(before) == 1
    with pytest.raises(QueryFileError) as error:
        written(tmp_path, GOOD.replace(before, after))
    message = str(error.value)
    assert message.startswith(f"{tmp_path / 'subject' / 'example.rq'}:{line}: "), message
    assert reason in message


def test_twice_the_same_parameter(tmp_path: Path) -> None:
    with pytest.raises(QueryFileError, match="parameter 'since' stands here twice"):
        written(tmp_path, GOOD.replace("name: most", "name: since"))


@pytest.mark.parametrize("text", ["", "SELECT * WHERE { ?s ?p ?o }", "#+ just text\nSELECT * WHERE {}"])
def test_without_header(tmp_path: Path, text: str) -> None:
    with pytest.raises(QueryFileError, match=r"example\.rq:1: no header"):
        written(tmp_path, text)


def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "example.rq"
    path.write_bytes(b"#+ name: \xff")
    with pytest.raises(QueryFileError, match="cannot be read"):
        load(path)


def test_name_in_two_folders(tmp_path: Path) -> None:
    for subject in ("one", "two"):
        (tmp_path / subject).mkdir()
        (tmp_path / subject / "example.rq").write_text(GOOD, encoding="utf-8")
    with pytest.raises(QueryFileError, match=r"two/example\.rq:1: one/ has a query of this name too"):
        library(tmp_path)
