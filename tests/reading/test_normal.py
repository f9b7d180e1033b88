"""Normal text and the way back to the raw text."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.normal import normalise

ROWS = [
    ("nothing to do", "Die Landrätin sprach.", "Die Landrätin sprach."),
    ("soft hyphen", "Land\u00adrätin", "Landrätin"),
    ("soft hyphen at a line end", "Land\u00ad\nrätin", "Landrätin"),
    ("no-break space", "Dr.\u00a0Anna Muster", "Dr. Anna Muster"),
    ("narrow space, thin space, tab", "z.\u202fB.\u2009ein\tHaus", "z. B. ein Haus"),
    ("CRLF", "eins\r\nzwei\rdrei", "eins\nzwei\ndrei"),
    ("other line ends", "eins\u2028zwei\u2029drei\x0cvier\x0bfünf", "eins\nzwei\ndrei\nvier\nfünf"),
    ("combining umlaut", "Landra\u0308tin fu\u0308r Ko\u0308ln", "Landrätin für Köln"),
    ("combining mark without a letter of its own", "q\u0308", "q\u0308"),
    ("zero width", "Job\u200bcenter\ufeff Muster\u200d", "Jobcenter Muster"),
    ("marks of direction", "\u202aJobcenter\u202c", "Jobcenter"),
    ("emoji", "Danke 👍🏽! Gut ❤\ufe0f", "Danke 👍🏽! Gut ❤"),
    ("word divided", "Arbeits-\nmarkt", "Arbeitsmarkt"),
    ("word divided, CRLF and indented", "Arbeits- \r\n  markt", "Arbeitsmarkt"),
    ("hanging hyphen", "Arbeits-\nund Ausbildung", "Arbeits-\nund Ausbildung"),
    ("compound with a hyphen", "Jobcenter-\nChefin", "Jobcenter-Chefin"),
    ("dash at a line end", "Das Haus -\ngroß", "Das Haus -\ngroß"),
    ("empty line behind a hyphen", "Arbeits-\n\nmarkt", "Arbeits-\n\nmarkt"),
    ("no-break hyphen", "BA\u2011Chefin", "BA-Chefin"),
    ("ligatures", "Pﬂege und ﬁnanziell", "Pflege und finanziell"),
    ("mojibake, Windows-1252", "LandrÃ¤tin fÃ¼r KÃ¶ln, StraÃŸe", "Landrätin für Köln, Straße"),
    ("mojibake, quotation marks", "â€žGutâ€œ â€“ sagte", "„Gut“ – sagte"),
    ("mojibake, Latin-1", "Stra\u00c3\u009fe \u00e2\u0080\u009eGut", "Straße „Gut"),
    ("quotation marks typed as commas", "Er sagte: ,,Gut'', so er.", "Er sagte: „Gut“, so er."),
    ("quotation marks typed as brackets", "<<Gut>>, sagte sie.", "«Gut», sagte sie."),
    ("entities", "M&uuml;ller &amp; S&ouml;hne: &quot;Gut&quot; &#8211; AT&T", 'Müller & Söhne: "Gut" – AT&T'),
    ("two commas in a number", "1,,2 und a,, b", "1,,2 und a,, b"),
    ("half a character", "a\ud800b", "a\ufffdb"),
    ("control characters", "a\x00b\x1fc", "a b c"),
    ("empty", "", ""),
    ("only invisible", "\u00ad\u200b", ""),
]  # fmt: skip

ODD = st.lists(
    st.sampled_from(
        [
            *"aäoZ.- \n\r\t",
            "\r\n",
            "\u00ad",
            "\u00a0",
            "\u0308",
            "\u200b",
            "Ã¤",
            "â€œ",
            "ﬁ",
            "👍🏽",
            "Arbeits-\n",
            "„",
            "\ud800",
        ]
    )
).map("".join)


@pytest.mark.parametrize(("raw", "normal"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_normal_text(raw: str, normal: str) -> None:
    assert normalise(raw).text == normal


@pytest.mark.parametrize(
    ("raw", "word", "printed"),
    [
        ("Die Land\u00adrätin sprach", "Landrätin", "Land\u00adrätin"),
        ("Die Landra\u0308tin sprach", "Landrätin", "Landra\u0308tin"),
        ("Der Arbeits-\nmarkt wächst", "Arbeitsmarkt", "Arbeits-\nmarkt"),
        ("Die\r\nLandrätin\r\nsprach", "Landrätin", "Landrätin"),
        ("\ufeffMuster sprach", "Muster", "Muster"),
        ("Ja 👍🏽 sagte Muster", "Muster", "Muster"),
        ("Die Pﬂege hilft", "Pflege", "Pﬂege"),
        ("fÃ¼r KÃ¶ln und", "Köln", "KÃ¶ln"),
    ],
)
def test_way_back(raw: str, word: str, printed: str) -> None:
    normal = normalise(raw)
    at = normal.text.index(word)
    start, end = normal.span(at, at + len(word))
    assert raw[start:end] == printed


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(st.one_of(st.text(), ODD))
def test_each_character_maps_back_in_order(raw: str) -> None:
    normal = normalise(raw)
    before = (0, 0)
    for at in range(len(normal.text)):
        start, end = normal.span(at, at + 1)
        assert 0 <= start < end <= len(raw)
        assert before[0] <= start and before[1] <= end
        before = (start, end)


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(ODD, st.data())
def test_raw_span_of_a_span_says_the_same(raw: str, data: st.DataObject) -> None:
    normal = normalise(raw)
    first = data.draw(st.integers(0, len(normal.text)))
    last = data.draw(st.integers(first, len(normal.text)))
    if first == last:
        return
    start, end = normal.span(first, last)
    assert normal.text[first:last] in normalise(raw[start:end]).text or _at_an_edge(raw, start, end)


def _at_an_edge(raw: str, start: int, end: int) -> bool:
    """What stands around decides about a hyphen at the line end: the span alone cannot say the same."""
    return "-" in raw[start:end] or raw[start - 1 : start] == "\r" or raw[end : end + 1] == "\n"


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(st.text())
def test_again_changes_nothing_in_composed_text(raw: str) -> None:
    once = normalise(unicodedata.normalize("NFC", raw)).text
    if "\n" not in once and "Ã" not in once and "â" not in once:
        assert normalise(once).text == once


def test_linear_time() -> None:
    took = []
    for size in (200_000, 2_000_000):
        raw = ("Die Land\u00adra\u0308tin sprach.\r\n" * (size // 26))[:size]
        before = time.process_time()
        normalise(raw)
        took.append(time.process_time() - before)
    assert took[1] < 40 * took[0]
