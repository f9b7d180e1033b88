"""A release made ready for the rules: offsets, determinism, any text, time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.document import Document
from podium.release import Release

RELEASE = """Jobcenter Musterstadt zieht um

Musterstadt, 28. April 2021 – Das Jobcenter ist umgezogen. „Das Haus ist hell. Und es ist groß“, sagte Landrätin
Dr. Anna Muster.

Es sprachen:
- Bernd Beispiel
- Clara Probe

Foto: Dora Versuch
"""
PIECES = [
    *(
        "Das",
        "Jobcenter",
        "Dr.",
        "z. B.",
        "3.",
        "II.",
        "„",
        "“",
        '"',
        "»",
        "«",
        "‚",
        "‘",
        "’",
        "(",
        ")",
        "–",
        "-",
        ":",
        ",",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\u00ad",
        "\u00a0",
        "a\u0308",
        "\u200b",
        "👍🏽",
        "Foto:",
        "Kontakt",
        "Musterstadt.",
        "10:00 Uhr",
    ),
    *(
        "www.muster.de",
        "a@b.de",
        "…",
        "?!",
        "•",
        "\ud800",
        "\x00",
        "SGB",
        "§",
        "1.000",
        "Kund:innen",
        "ver.di",
        " ",
        " ",
        ". ",
    ),
]
ANY = st.one_of(
    st.text(), st.text(alphabet=st.characters()), st.lists(st.sampled_from(PIECES)).map("".join),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
)  # fmt: skip


def document(text: str) -> Document:
    return Document(Release(text, key="test", source="test"))


def test_parts() -> None:
    doc = document(RELEASE)
    assert [block.kind for block in doc.blocks] == ["heading", "body", "body", "item", "item", "caption"]
    assert [doc.phrase(first, end) for first, end, _ in doc.sentences] == [
        "Jobcenter Musterstadt zieht um",
        "Musterstadt, 28. April 2021 –",
        "Das Jobcenter ist umgezogen.",
        "„Das Haus ist hell.",
        "Und es ist groß“, sagte Landrätin Dr. Anna Muster.",
        "Es sprachen:",
        "-",
        "Bernd Beispiel",
        "-",
        "Clara Probe",
        "Foto: Dora Versuch",
    ]
    assert [doc.phrase(q.first, q.last + 1) for q in doc.quotes] == ["„Das Haus ist hell. Und es ist groß“"]


def test_look_ups() -> None:
    doc = document(RELEASE)
    token = doc.words.index("Beispiel")
    offset = doc.starts[token]
    assert doc.token_from(offset) == token
    assert doc.token_from(offset + 1) == token + 1
    assert doc.block(token).kind == "item"
    assert doc.sentences[doc.sentence_at[token]][:2] == (token - 1, token + 1)
    assert doc.quote_at[doc.words.index("hell")] == 0
    assert doc.quote_at[token] == -1


def test_raw_spans() -> None:
    raw = "Die Land\u00adra\u0308tin\u00a0Anna Muster\r\nund fu\u0308r 👍🏽 Bernd Beispiel."
    doc = document(raw)
    for first, end, printed in [(1, 2, "Land\u00adra\u0308tin"), (2, 4, "Anna Muster"), (4, 6, "und fu\u0308r")]:
        start, stop = doc.span(first, end)
        assert raw[start:stop] == printed
    start, stop = doc.span(doc.words.index("Bernd"), doc.words.index("Beispiel") + 1)
    assert raw[start:stop] == "Bernd Beispiel"


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(ANY)
def test_any_text(text: str) -> None:
    doc = document(text)
    count = len(doc.words)
    assert len(doc.types) == len(doc.starts) == len(doc.ends) == len(doc.sentence_at) == len(doc.quote_at) == count
    assert [t for first, end, _ in doc.sentences for t in range(first, end)] == list(range(count))
    assert [t for first, end in doc.block_tokens for t in range(first, end)] == list(range(count))
    before = 0
    for token in range(count):
        assert doc.text[doc.starts[token] : doc.ends[token]] == doc.words[token]
        start, end = doc.span(token, token + 1)
        assert before <= start < end <= len(text)
        before = start
        block = doc.block(token)
        assert block.start <= doc.starts[token] < doc.ends[token] <= block.end


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(ANY)
def test_deterministic(text: str) -> None:
    one, two = document(text), document(text)
    assert (one.words, one.blocks, one.quotes, one.sentences) == (two.words, two.blocks, two.quotes, two.sentences)


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(ANY)
def test_front_of_the_text_does_not_matter(text: str) -> None:
    """White space and invisible marks before the text move the offsets and nothing else."""
    plain, moved = document("Titel\n\n" + text), document("\ufeff\n\nTitel\n\n" + text)
    assert plain.words == moved.words
    assert plain.sentences == moved.sentences


HOSTILE = {
    "running text": RELEASE + "\n",
    "brackets": "(",
    "opening marks": "„",
    "straight marks": '" ',
    "paragraphs of one mark": "„\n\n",
    "full stops": ". ",
    "numbers": "1. ",
    "no blank": "a",
    "capitals and stops": "A.",
    "lower-case lines": "und so weiter\n",
    "list marks": "- \n",
    "dates": "1.1.2021/",
    "brackets that end a sentence": "(a!) ",
    "dots": "… ",
    "soft hyphens": "a\u00ad",
    "slashes": "a/",
    "one long paragraph": "Die Zahl stieg auf 4,9 Prozent. ",
    "colons": "Es sprachen:\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_alone(piece: str) -> None:
    took = []
    for size in (20_000, 400_000):
        text = (piece * (size // len(piece) + 1))[:size]
        before = time.process_time()
        document(text)
        took.append(time.process_time() - before)
    assert took[1] < 1 or took[1] < 20 * 6 * took[0]  # quadratic would be 400 times
