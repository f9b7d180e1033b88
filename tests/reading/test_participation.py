"""Clauses that say who spoke, without (all of) what was said: kind, printed word, announced or held."""

import pytest

from podium.reading import read
from podium.register import load
from podium.release import Release

_HELD = [
    ("Den Festvortrag hielt Prof. Dr. Anna Beispiel.", [("Anna Beispiel", "Vortrag", "Festvortrag")]),
    (
        "Grußworte sprachen Karl Mustermann, Präsident des Deutschen Landkreistages, und Landrätin Eva Stein.",
        [("Karl Mustermann", "Grußwort", "Grußworte"), ("Eva Stein", "Grußwort", "Grußworte")],
    ),
    (
        "Über die Zukunft der Beratung diskutierten Karl Mustermann (Jobcenter Köln), Eva Stein und Ali Yılmaz.",
        [(n, "Podiumsdiskussion", None) for n in ("Karl Mustermann", "Eva Stein", "Ali Yılmaz")],
    ),
    ("Die Moderation lag bei Journalistin Eva Stein.", [("Eva Stein", "Moderation", "Moderation")]),
    (
        "Nach der Begrüßung durch Karl Mustermann hielt Eva Stein den Vortrag.",
        [("Karl Mustermann", "Eröffnung", "Begrüßung"), ("Eva Stein", "Vortrag", "Vortrag")],
    ),
    (
        "Während des Festakts, den Karl Mustermann moderierte, dankte Eva Stein allen.",
        [("Karl Mustermann", "Moderation", None)],
    ),
    (
        "Das Programm:\n\nBegrüßung\n- Landrat Karl Mustermann\nDiskussion\n- Eva Stein\nAnmeldung\n- Ali Yılmaz",
        [("Karl Mustermann", "Eröffnung", "Begrüßung"), ("Eva Stein", "Podiumsdiskussion", "Diskussion")],
    ),
    (
        "Es moderierte Uwe Kern. Mit ihm sprachen Eva Stein und Karl Mustermann.",
        [("Uwe Kern", "Moderation", None), ("Eva Stein", "Gespräch", None), ("Karl Mustermann", "Gespräch", None)],
    ),
    (
        "Da hatten Landrätin Eva Stein und der Leiter der Agentur für Arbeit Ulm, Karl Mustermann, die Messe eröffnet.",
        [("Eva Stein", "Eröffnung", None), ("Karl Mustermann", "Eröffnung", None)],
    ),
    ("Im Gottesdienst predigte Dekan Karl Mustermann.", [("Karl Mustermann", "Rede", None)]),
    ("Autorin Eva Stein las aus ihrem Roman.", [("Eva Stein", "Vortrag", None)]),
    ("Stellvertreterin Eva Stein verlas eine Grußadresse.", [("Eva Stein", "Grußwort", "Grußadresse")]),
    ("Mit der Künstlerin unterhielt sich Karl Mustermann.", [("Karl Mustermann", "Gespräch", None)]),
    ("Dann im Gespräch: die Autorin Eva Stein.", [("Eva Stein", "Gespräch", "Gespräch")]),
    ("Die Abschlussrede hielt Eva Stein.", [("Eva Stein", "Rede", "Abschlussrede")]),
    ("Am Montag eröffnete Eva Stein das Stadtteilfest.", [("Eva Stein", "Eröffnung", None)]),
    (
        "Beim Kamingespräch plauderte Eva Stein mit Karl Mustermann über Nachfolge.",
        [("Eva Stein", "Gespräch", None), ("Karl Mustermann", "Gespräch", None)],
    ),
    ("Durch das Wochenende führte der Musiker Karl Mustermann.", [("Karl Mustermann", "Moderation", None)]),
    (
        "Es sprachen unter anderem Schlosserin Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Rede", None), ("Karl Mustermann", "Rede", None)],
    ),
    ("Durch Talk und Preisverleihung führte Karl Mustermann.", [("Karl Mustermann", "Moderation", None)]),
    (
        "8. April\nEröffnung der Messe durch Rektor Prof. Dr. Karl Mustermann\n"
        "Vortrag „Niedriglohn im Osten“ – Eva Stein, Hochschule Ulm",
        [("Karl Mustermann", "Eröffnung", "Eröffnung"), ("Eva Stein", "Vortrag", "Vortrag")],
    ),
    (
        "Am Montag gab es ein Training. Geleitet wurde es von Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Moderation", None), ("Karl Mustermann", "Moderation", None)],
    ),
    (
        "Weitere Grußworte kamen von Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Grußwort", "Grußworte"), ("Karl Mustermann", "Grußwort", "Grußworte")],
    ),
    ("Ein Grußwort sprach Eva Stein, nicht dabei sein konnte Uwe Blum.", [("Eva Stein", "Grußwort", "Grußwort")]),
    (
        "Am Montag war ein Runder Tisch in Kassel. Daran beteiligten sich Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Podiumsdiskussion", None), ("Karl Mustermann", "Podiumsdiskussion", None)],
    ),
    ("Es folgte ein Impuls der Ökonomin Eva Stein.", [("Eva Stein", "Vortrag", "Impuls")]),
    ("Gesprochen hat auch Steins Vertreter Karl Mustermann. Eva Stein fehlte.", [("Karl Mustermann", "Rede", None)]),
    (
        "Das Programm:\n\n15.00 Uhr Gespräch am Deich: Eva Stein mit Karl Mustermann und Ali Yılmaz",
        [(n, "Vortrag", None) for n in ("Eva Stein", "Karl Mustermann", "Ali Yılmaz")],
    ),
    ("Rede und Antwort stand Eva Stein.", [("Eva Stein", "Gespräch", None)]),
    ("Am Anfang stand eine Andacht von Pastorin Eva Stein.", [("Eva Stein", "Rede", "Andacht")]),
    (
        "Die Tagung in Kassel, durch die Moderator Karl Mustermann führte, endete am Abend.",
        [("Karl Mustermann", "Moderation", None)],
    ),
    (
        "Grußworte überbrachten Landrätin Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Grußwort", "Grußworte"), ("Karl Mustermann", "Grußwort", "Grußworte")],
    ),
    ("Das letzte Wort gehörte Eva Stein.", [("Eva Stein", "Rede", None)]),
    ("Das Podium vervollständigte Eva Stein.", [("Eva Stein", "Podiumsdiskussion", None)]),
    (
        "Die Laudationes hielten Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Vortrag", "Laudationes"), ("Karl Mustermann", "Vortrag", "Laudationes")],
    ),
    (
        "Das Programm:\n\n9:30 Uhr Grußwort Landrat Karl Mustermann\nWS 1: Beratung – Eva Stein, Jobcenter Köln",
        [("Karl Mustermann", "Grußwort", "Grußwort"), ("Eva Stein", "Vortrag", None)],
    ),
    ("Beim gestrigen Pressegespräch sprach Eva Stein von Geduld.", []),
    ("Man müsse über Geld sprechen, sagte Eva Stein.", []),
    ("Aus der Arbeitsgruppe „Wohnen“ berichtete Karl Mustermann.", [("Karl Mustermann", "Vortrag", None)]),
    ("Für Gespräche nimmt sich Eva Stein am Mittag gern Zeit.", []),
    ("Durch die Veranstaltung führte Karl Mustermann.", [("Karl Mustermann", "Moderation", None)]),
    ("Eröffnet hat die Tagung Oberbürgermeisterin Eva Stein.", [("Eva Stein", "Eröffnung", None)]),
    ("Den Workshop „Beratung lernen“ leitete Karl Mustermann.", [("Karl Mustermann", "Moderation", None)]),
    (
        "Am anschließenden Podium nahmen neben Eva Stein auch Karl Mustermann teil.",
        [("Eva Stein", "Podiumsdiskussion", None), ("Karl Mustermann", "Podiumsdiskussion", None)],
    ),
    ("In der Diskussion, die Eva Stein leitete, ging es um Geld.", [("Eva Stein", "Moderation", None)]),
    ("Zum Podium kam Eva Stein, die das Jobcenter Köln leitet.", []),
    (
        "Den Grußworten, unter anderem der Landrätin des Kreises, Eva Stein, und von Karl Mustermann, folgte Musik.",
        [("Eva Stein", "Grußwort", "Grußworten"), ("Karl Mustermann", "Grußwort", "Grußworten")],
    ),
    (
        "Die Referenten: Eva Stein, Leiterin, sowie als weitere Gäste Karl Mustermann von der Diakonie.",
        [("Eva Stein", "Vortrag", "Referenten"), ("Karl Mustermann", "Vortrag", "Referenten")],
    ),
    (
        "Podiumsgäste waren Dr. Eva Stein - Leiterin des Bereichs Arbeit am Institut, wie auch Karl Mustermann.",
        [("Eva Stein", "Podiumsdiskussion", "Podiumsgäste"), ("Karl Mustermann", "Podiumsdiskussion", "Podiumsgäste")],
    ),
    (
        "Den Abschluss bildete eine Podiumsdiskussion zwischen Eva Stein und Karl Mustermann.",
        [(n, "Podiumsdiskussion", "Podiumsdiskussion") for n in ("Eva Stein", "Karl Mustermann")],
    ),
    (
        "Im ausführlichen Gespräch mit Karl Mustermann erfuhr Eva Stein viel über die Lage.",
        [("Karl Mustermann", "Gespräch", None), ("Eva Stein", "Gespräch", None)],
    ),
    ("Eva Stein führte die Moderation.", [("Eva Stein", "Moderation", None)]),
    (
        "Viele kamen, darunter Eva Stein. Karl Mustermann hieß sie im Saal willkommen und führte durch den Abend.",
        [("Karl Mustermann", "Moderation", None)],
    ),
    (
        "Ausgezeichnet wurde Eva Stein. Die Laudatio auf sie hielt Karl Mustermann.",
        [("Karl Mustermann", "Vortrag", "Laudatio")],
    ),
    (
        "Karl Mustermann sprach das erste Grußwort. Ihm folgte Eva Stein aus Kassel.",
        [("Karl Mustermann", "Grußwort", "Grußwort"), ("Eva Stein", "Rede", None)],
    ),
    ("Ihm folgte Eva Stein im Amt.", []),
    (
        "In einer Talkrunde befragte Eva Stein Menschen von hier: Koch Karl Mustermann und Ali Yılmaz.",
        [(n, "Podiumsdiskussion", None) for n in ("Eva Stein", "Karl Mustermann", "Ali Yılmaz")],
    ),
    (
        "An dem Gespräch beteiligten sich zudem Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Gespräch", None), ("Karl Mustermann", "Gespräch", None)],
    ),
    ("Danach gab es Workshops. „Wege in Arbeit“ leitete Eva Stein.", [("Eva Stein", "Moderation", None)]),
    ("Zum Thema wurde auch Eva Stein angehört.", [("Eva Stein", "Statement", None)]),
    ("Begrüßt wurde Karl Mustermann von Landrätin Eva Stein. Die Gäste kamen spät.", []),
    ("Der Vortrag von Dr. Eva Stein musste leider entfallen.", []),
    ("Ans Rednerpult trat auch Landrätin Eva Stein.", [("Eva Stein", "Rede", None)]),
    ("Durch den Workshop „Beratung“ führte Eva Stein.", [("Eva Stein", "Moderation", None)]),
    ("Workshop 2: Beratung (Leitung: Eva Stein)", [("Eva Stein", "Moderation", "Leitung")]),
    ("Großen Anklang fand der Impulsvortrag von Dr. Eva Stein.", [("Eva Stein", "Vortrag", "Impulsvortrag")]),
    ("Die Fragen stellte Moderatorin Eva Stein.", [("Eva Stein", "Moderation", None)]),
    (
        "Auf dem Sofa saßen Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Podiumsdiskussion", None), ("Karl Mustermann", "Podiumsdiskussion", None)],
    ),
    (
        "Über Löhne stritten Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Podiumsdiskussion", None), ("Karl Mustermann", "Podiumsdiskussion", None)],
    ),
    ("Über die Reform streiten die Ministerin Eva Stein und die Opposition.", []),
    ("Durch das Programm begleitete Eva Stein.", [("Eva Stein", "Moderation", None)]),
    ("Für den fachlichen Input sorgte Eva Stein.", [("Eva Stein", "Vortrag", "Input")]),
    ("Die Tischrede hielt Eva Stein; für die Musik sorgte Karl Mustermann.", [("Eva Stein", "Rede", "Tischrede")]),
    (
        "Grußworte entrichteten Eva Stein für den Kreis sowie Karl Mustermann.",
        [("Eva Stein", "Grußwort", "Grußworte"), ("Karl Mustermann", "Grußwort", "Grußworte")],
    ),
    ("Die Tagung begann mit einem Grußwort von Eva Stein.", [("Eva Stein", "Grußwort", "Grußwort")]),
    ("Spannend war der Vortrag der Forscherin Eva Stein.", [("Eva Stein", "Vortrag", "Vortrag")]),
    ("Am Montag führte Karl Mustermann die neue Leiterin Eva Stein in ihr Amt ein, die Tagung folgte.", []),
    ("Auf Einladung von Karl Mustermann sprach Eva Stein über Pflege.", [("Eva Stein", "Vortrag", None)]),
    ("Den Segen sprach Pfarrer Karl Mustermann.", [("Karl Mustermann", "Rede", None)]),
    ("Der Impuls kam von Eva Stein.", [("Eva Stein", "Vortrag", "Impuls")]),
    ("Die Begrüßung erfolgte durch Eva Stein.", [("Eva Stein", "Eröffnung", "Begrüßung")]),
    ("Laudatorin war Eva Stein.", [("Eva Stein", "Rede", "Laudatorin")]),
    ("Karl Mustermann führte durchs Programm.", [("Karl Mustermann", "Moderation", None)]),
    ("Durch die Werkstatt führte Karl Mustermann.", []),
    ("In das Thema führte Karl Mustermann ein.", [("Karl Mustermann", "Vortrag", None)]),
    ("Zu den Rednern gehörte auch Eva Stein.", [("Eva Stein", "Rede", "Rednern")]),
    ("Zu Wort kam auch Eva Stein.", [("Eva Stein", "Rede", None)]),
    ("Eva Stein, die eigentlich die Festrede halten sollte, war erkrankt.", []),
    ("Verhindert war Eva Stein, die auf dem Podium sitzen sollte.", []),
    ("Statt der erkrankten Eva Stein sprach Karl Mustermann.", [("Karl Mustermann", "Rede", None)]),
    (
        "Programm:\n\n9:30 Uhr Einlass: Ida Blum\n10:00 Uhr Ausblick: Landrätin Eva Stein\n"
        "11:00 Uhr Siegerehrung: Karl Mustermann",
        [("Eva Stein", "Vortrag", None)],
    ),
    ("Eva Stein kam mit Jugendlichen ins Gespräch.", [("Eva Stein", "Gespräch", None)]),
    ("Zum Schluss meldete sich Eva Stein zu Wort.", [("Eva Stein", "Rede", None)]),
    ("Dann kam die Tagung. Eröffnet wurde sie von Eva Stein.", [("Eva Stein", "Eröffnung", None)]),
    ("Das Gespräch leitete die Journalistin Eva Stein.", [("Eva Stein", "Moderation", None)]),
    ("Gefallen hat die Aussprache, die Eva Stein lenkte.", [("Eva Stein", "Moderation", None)]),
    ("So ging es drei Stunden, gekonnt gelenkt von Moderatorin Eva Stein.", [("Eva Stein", "Moderation", None)]),
    ("Es gibt einen Verein, geleitet von Eva Stein.", []),
    (
        "In der Talkrunde stellten sich Eva Stein und Karl Mustermann den Fragen aus dem Saal.",
        [("Eva Stein", "Gespräch", None), ("Karl Mustermann", "Gespräch", None)],
    ),
    ("Danach standen Eva Stein und ihr Team Rede und Antwort.", [("Eva Stein", "Gespräch", None)]),
    ("Das Schlusswort blieb Präsidentin Eva Stein vorbehalten.", [("Eva Stein", "Rede", "Schlusswort")]),
    ("Durch den „Zukunftscheck“ führte Eva Stein.", [("Eva Stein", "Moderation", None)]),
    ("Den Zahlenteil übernahm Eva Stein mit einem Kurzvortrag.", [("Eva Stein", "Vortrag", "Kurzvortrag")]),
    ("Eva Stein wurde mit einer Rede verabschiedet.", []),
    (
        "Auf dem Podium saßen Eva Stein und, in Vertretung des erkrankten Karl Mustermann, dessen Referentin Ida Blum.",
        [("Eva Stein", "Podiumsdiskussion", None), ("Ida Blum", "Podiumsdiskussion", None)],
    ),
    (
        "Lebhaft wurde es auf dem Podium. Dort saßen Eva Stein und Karl Mustermann.",
        [("Eva Stein", "Podiumsdiskussion", None), ("Karl Mustermann", "Podiumsdiskussion", None)],
    ),
    (
        "Ein Grußwort des verhinderten Landrats Karl Mustermann verlas Eva Stein.",
        [("Eva Stein", "Grußwort", "Grußwort")],
    ),
    (
        "Das Programm:\n\n10.00 Uhr Begrüßung\n11.30 Uhr Talkrunde „Zurück in Arbeit“ mit Eva Stein und Karl "
        "Mustermann\n16.00 Uhr Ziehung der Gewinner durch Ida Blum",
        [("Eva Stein", "Podiumsdiskussion", "Talkrunde"), ("Karl Mustermann", "Podiumsdiskussion", "Talkrunde")],
    ),
]
_SILENT = [
    "Nach einem Gespräch mit Betriebsräten forderte Landrätin Eva Stein mehr Geld.",
    "Das Jobcenter wächst. Geleitet wird es von Eva Stein.",
    "Begleitet wurde die Andacht von Kantor Karl Mustermann.",
    "Eva Stein nahm an der Tagung teil.",
    "Unter den Gästen begrüßte die Vorsitzende auch Karl Mustermann.",
    "Zum Abschluss überreichte Eva Stein die Urkunden.",
    "Eva Stein führte die Runde durch den Betrieb.",
    "Die Stellungnahme hat Referentin Eva Stein verfasst; sie kann angefordert werden.",
    "Interview: Eva Stein",
    "Die Politik will mit Landrätin Eva Stein über das Gesetz diskutieren.",
    "Eine Podiumsdiskussion ist geplant. Eva Stein hat die Einladungen verschickt.",
]


def _participations(text: str) -> list[tuple[str, str, str | None, bool]]:
    reading = read(Release(text, "test", "test.txt"), load())
    names = {p.id: p.name for p in reading.persons}
    return [
        (names[c.speaker], c.act, c.act_as_printed, c.announced)
        for c in reading.contributions
        if c.speaker in names and c.form == "none"
    ]


@pytest.mark.parametrize(("text", "expected"), _HELD, ids=lambda v: v[:50] if isinstance(v, str) else "")
def test_held(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _participations(text) == [(*row, False) for row in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den Eröffnungsvortrag wird Dr. Eva Stein halten.", ("Eva Stein", "Vortrag", "Eröffnungsvortrag")),
        ("Auf der Rednerliste steht auch Eva Stein.", ("Eva Stein", "Rede", None)),
        ("Am 5. Mai findet der Fachtag statt. Dort will auch Eva Stein sprechen.", ("Eva Stein", "Rede", None)),
        ("Eröffnen wird die Tagung Landrätin Eva Stein.", ("Eva Stein", "Eröffnung", None)),
        ("Um 11 Uhr will Landrätin Eva Stein über Sprache diskutieren.", ("Eva Stein", "Podiumsdiskussion", None)),
        ("Eva Stein werde das Konzept vorstellen, kündigte Karl Mustermann an.", ("Eva Stein", "Vortrag", None)),
    ],
)
def test_announced(text: str, expected: tuple[str, str, str | None]) -> None:
    assert _participations(text) == [(*expected, True)]


@pytest.mark.parametrize("text", _SILENT)
def test_who_does_not_speak(text: str) -> None:
    assert _participations(text) == []


def test_list_of_announced_speakers() -> None:
    text = "Es diskutieren:\n\n- Eva Stein, Leiterin des Jobcenters Köln\n- Karl Mustermann, Stadt Köln\n"
    assert _participations(text) == [
        ("Eva Stein", "Podiumsdiskussion", None, True),
        ("Karl Mustermann", "Podiumsdiskussion", None, True),
    ]


def test_points_of_a_programme() -> None:
    """A point with its time says what those below it do."""
    text = "Programm\n\n10:00 Uhr   Grußwort\n            Eva Stein, Leiterin des Jobcenters Köln\n"
    text += "            Karl Mustermann, Stadt Köln\n10:30 Uhr   Pause\n"
    assert [row[:3] for row in _participations(text)] == [
        ("Eva Stein", "Grußwort", "Grußwort"),
        ("Karl Mustermann", "Grußwort", "Grußwort"),
    ]


@pytest.mark.parametrize(
    ("last", "kinds"),
    [
        ("Am Rande sprach sie kurz mit der Ministerin.", ["Vortrag", "Gespräch"]),
        ("Sie sprach von einem Weg mit Hürden.", ["Vortrag", "Vortrag"]),
        ("Sie sprach sich mit Nachdruck für Reformen aus.", ["Vortrag", "Vortrag"]),
    ],
)
def test_whoever_speaks_with_somebody_has_a_talk(last: str, kinds: list[str]) -> None:
    text = f"Auf der Fachtagung „Arbeit vor Ort“ am 2. März 2026 in Kassel hielt Eva Stein einen Vortrag. {last}"
    reading = read(Release(text, "text", "text", published="2026-03-03"), load())
    assert [said.act for said in reading.contributions] == kinds
