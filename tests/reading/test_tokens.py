"""Tokens: what spaCy's German tokeniser gives, and marks that stand without a blank."""

import time
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from podium.reading.normal import normalise
from podium.reading.tokens import _tokenizer, tokenise

PARTS = [*"aäbßcDEÖ19.,:;!?„“”»«\"'’()[]/-–… \n§%&@", "z.B.", "Dr. ", "http://a.de/b ", "bzw.", "28.", "a@b.de"]
GERMAN = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Quote lag bei 4,9 Prozent.", ["Die", "Quote", "lag", "bei", "4,9", "Prozent", "."]),
        ("„Ja“, sagte Dr. Beispiel.", ["„", "Ja", "“", ",", "sagte", "Dr.", "Beispiel", "."]),
        ("Er sagte:„Ja“und ging.", ["Er", "sagte", ":", "„", "Ja", "“", "und", "ging", "."]),
        ("Das war gestern.Heute ist es anders.", ["Das", "war", "gestern", ".", "Heute", "ist", "es", "anders", "."]),
        ("Moderation:Anna Muster", ["Moderation", ":", "Anna", "Muster"]),
        ("Am 28. April", ["Am", "28.", "April"]),
        ("z. B. im Haus", ["z.", "B.", "im", "Haus"]),
        ("Kund:innen und Leiter/innen", ["Kund:innen", "und", "Leiter/innen"]),
        ("Pressesprecher:in, Chef/in", ["Pressesprecher:in", ",", "Chef/in"]),
        ("Stadt/Land von 10:30 bis 11", ["Stadt", "/", "Land", "von", "10:30", "bis", "11"]),
        ("nach dem SGB II.", ["nach", "dem", "SGB", "II", "."]),
        ("die Muster GmbH.", ["die", "Muster", "GmbH", "."]),
        ("im Mai 2021.", ["im", "Mai", "2021", "."]),
        ("Muster (DGB): „Ja“ (Seite 8)", ["Muster", "(", "DGB", ")", ":", "„", "Ja", "“", "(", "Seite", "8", ")"]),
        ("›Gut‹, sagte er", ["›", "Gut", "‹", ",", "sagte", "er"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokenise(text).words == words


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(GERMAN)
def test_same_as_spacy(text: str) -> None:
    assume("''" not in text)  # spaCy's special case for it depends on the stretch before
    tokens = [token for token in _tokenizer()(text) if not token.text.isspace()]
    found = tokenise(text)
    assert (found.words, found.starts) == ([t.text for t in tokens], [t.idx for t in tokens])


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(st.text())
def test_offsets_of_any_text(text: str) -> None:
    text = normalise(text).text
    found = tokenise(text)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.words
    assert "".join(found.words) == "".join(text.split())


def test_long_stretch_without_blank_is_cheap() -> None:
    before = time.process_time()
    found = tokenise("(" * 200_000)
    assert len(found.words) == 200_000
    assert time.process_time() - before < 5


def test_word_of_each_token() -> None:
    found: Any = tokenise("Landrätin Muster betonte")
    assert [w.text for w in found.types] == found.words
    assert [w.verb for w in found.types] == [False, False, True]
