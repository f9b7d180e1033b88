"""A user's own spaCy pipeline in front of the rules: what its tagger, parser and entity recogniser add."""

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner
from spacy.tokens import Doc
from spacy.training import Example

from podium.cli import cli
from podium.errors import UsageError
from podium.reading import read
from podium.reading.document import Document
from podium.reading.model import Reading
from podium.register import load
from podium.release import Release

TEXT = "Berlin. Xanthe Quorlwitz und Tjorben Ullmer begleiteten Jobsuchende. Das Haus Wendeltreppe gehört dazu."


def entities(folder: Path) -> str:
    """A pipeline that knows two names, as a user's gazetteer would."""
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PER", "pattern": "Xanthe Quorlwitz"},
            {"label": "PER", "pattern": "Tjorben Ullmer"},
            {"label": "ORG", "pattern": "Haus Wendeltreppe"},
        ]
    )
    nlp.to_disk(folder)
    return str(folder)


OBJECT_FIRST = "Anna Beispiel kritisierte Otto Muster in der Debatte ."
TAGS = "PROPN PROPN VERB PROPN PROPN ADP DET NOUN PUNCT"
HEADS = [1, 2, 2, 4, 2, 2, 7, 5, 2]
RELATIONS = "pnc oa ROOT pnc sb mo nk nk punct"


def trained(folder: Path) -> str:
    """A pipeline with a tagger and a parser, trained on one sentence until it knows it by heart."""
    spacy.util.fix_random_seed(0)  # type: ignore[attr-defined]
    nlp = spacy.blank("de")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    words = OBJECT_FIRST.split()
    truth = Doc(
        nlp.vocab,
        words=words,
        pos=TAGS.split(),
        heads=HEADS,
        deps=[*RELATIONS.split()],
        sent_starts=[True, *(False for _ in words[1:])],
    )
    examples = [Example(Doc(nlp.vocab, words=words), truth)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return str(folder)


def speakers(reading: Reading) -> list[str]:
    people = {person.id: person.name for person in reading.persons}
    return sorted({people[said.speaker] for said in reading.contributions if said.speaker})


def names(pipeline: str | None) -> list[str]:
    return [person.name for person in read(Release(TEXT, "t", "t"), load(), pipeline).persons]


def test_names_that_only_the_pipeline_knows(tmp_path: Path) -> None:
    assert "Xanthe Quorlwitz" not in names(None)
    assert names(entities(tmp_path)) == ["Xanthe Quorlwitz", "Tjorben Ullmer"]


def test_organisations_that_only_the_pipeline_knows(tmp_path: Path) -> None:
    found = read(Release(TEXT, "t", "t"), load(), entities(tmp_path)).organisations
    assert [(o.name, o.kind) for o in found] == [("Haus Wendeltreppe", "other")]


def test_offsets_are_those_of_the_release(tmp_path: Path) -> None:
    text = "Berlin.\r\n\u00ad" + TEXT
    reading = read(Release(text, "t", "t"), load(), entities(tmp_path))
    assert [text[a:b] for person in reading.persons for a, b in person.mentions] == [
        "Xanthe Quorlwitz",
        "Tjorben Ullmer",
    ]


def test_subject_by_the_tree(tmp_path: Path) -> None:
    """Word order says that the first noun phrase is the subject; the tree says that it is the object."""
    release = Release("Anna Beispiel kritisierte Otto Muster in der Debatte.", "t", "t")
    assert speakers(read(release, load())) == ["Anna Beispiel"]
    assert speakers(read(release, load(), trained(tmp_path))) == ["Otto Muster"]


def test_verbs_by_the_tagger(tmp_path: Path) -> None:
    """What the tagger calls a verb is one; its forms in the Konjunktiv follow."""
    words = "Anna Beispiel kritisierte Otto Muster in der Debatte.".split()
    document = Document(Release(" ".join(words), "t", "t"), trained(tmp_path))
    assert [w.text for w in document.types if w.verb] == ["kritisierte"]


def test_unknown_pipeline_is_one_message() -> None:
    with pytest.raises(UsageError, match="No spaCy pipeline “de_nowhere” here"):
        read(Release(TEXT, "t", "t"), load(), "de_nowhere")


def test_command(tmp_path: Path) -> None:
    (tmp_path / "release.txt").write_text(TEXT, encoding="utf-8")
    pipeline = entities(tmp_path / "pipeline")
    result = CliRunner().invoke(
        cli, ["read", str(tmp_path / "release.txt"), "--format", "jsonl", "--pipeline", pipeline]
    )
    assert result.exit_code == 0 and "Xanthe Quorlwitz" in result.output
