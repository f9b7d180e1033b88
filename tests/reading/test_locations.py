"""Where it was said: texts in, speakers with the gathering their words belong to out."""

import pytest

from podium.reading import read
from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events import find_events
from podium.reading.locations_told import gatherings
from podium.register import load
from podium.release import Release

ROWS = [
    (
        "the only gathering, a series, named in the background alone",
        "Landrätin Ina Holm blickte in ihrer Rede zurück. Die Verwaltung habe viel geleistet.\n\n"
        "Danach wurde in Gruppen gearbeitet. Das Wetter war gut. Viele kamen mit dem Zug.\n\n"
        "Hintergrund: Der Tag der Jobcenter findet seit 2010 jährlich statt.",
        {("Ina Holm", "Tag der Jobcenter")},
    ),
    (
        "a statement before a gathering is not made at it",
        "Die Pflegemesse in Kassel findet am 3. Mai 2023 statt. „Wir freuen uns“, sagt Landrätin Ina Holm.",
        {("Ina Holm", None)},
    ),
    (
        "of two workshops in a sentence the one before the leader",
        "Auf der Fachtagung in Kassel wurde viel geredet. Den Workshop „Pflege“ leitete Ina Holm, den Workshop „Bau“ "
        "leitete Jens Vogt.",
        {("Ina Holm", "Workshop „Pflege“"), ("Jens Vogt", "Workshop „Bau“")},
    ),
    (
        "what had been said elsewhere before is not what 'dem Termin' means; a letter that is read out is said there",
        "Beim Pressegespräch der IHK am Montag in Ulm sprach Ina Holm. Schon beim Neujahrsempfang in Ulm hatte Holm "
        "mehr verlangt.\n\nBei dem Termin berichtete Jens Vogt von 30 Fällen. In einem Brief, den Holm verlas, "
        "schreibt Eva Kern: „Das muss besser werden.“",
        {
            ("Ina Holm", "Pressegespräch der IHK in Ulm"),
            ("Ina Holm", "Neujahrsempfang in Ulm"),
            ("Jens Vogt", "Pressegespräch der IHK in Ulm"),
            ("Eva Kern", "Pressegespräch der IHK in Ulm"),
        },
    ),
    (
        "what follows what was said at a gathering",
        "Auf der Fachtagung in Kassel sprach Ina Holm über Pflege. „Wir brauchen jede Hand“, sagte Holm. "
        "Ein Chor sang. „Das wird teuer“, sagte Kreisrat Jens Vogt.",
        {("Ina Holm", "Fachtagung in Kassel"), ("Jens Vogt", "Fachtagung in Kassel")},
    ),
    (
        "a sitting that the text first names as known",
        "Kritik an der Miete\n\nDer Leiter Jens Vogt rechnete vor, was sich tat. Die Zahl sei gesunken, sagte Vogt. "
        "Bürgermeisterin Ina Holm, die die Sitzung leitete, mahnte zur Geduld.",
        {("Jens Vogt", "Sitzung"), ("Ina Holm", "Sitzung")},
    ),
    (
        "what comes out of a workshop is told to all; a letter and an interview are elsewhere",
        "Auf der Fachtagung in Kassel sprach Ina Holm über Pflege. Aus der Arbeitsgruppe „Bau“ berichtete Jens Vogt. "
        "Eva Kern hatte die Tagung vorab im Interview mit der Hessenschau gelobt. Minister Max Thiel hatte bereits am "
        "Montag geschrieben. „Wir helfen“, heißt es in dem Brief.",
        {
            ("Ina Holm", "Fachtagung in Kassel"),
            ("Jens Vogt", "Fachtagung in Kassel"),
            ("Eva Kern", None),
            ("Max Thiel", None),
        },
    ),
    (
        "with a view to a gathering is not at it; a paper about it neither",
        "Auf dem Fachtag in Kassel sprach Ina Holm über Pflege.\n\nMit Blick auf den Fachtag in Kassel sagte Minister "
        "Jens Vogt, das Geld fehle. In einer Pressemitteilung kritisierte Eva Kern den Fachtag.",
        {("Ina Holm", "Fachtag in Kassel"), ("Jens Vogt", None), ("Eva Kern", None)},
    ),
    (
        "who is to speak at a gathering has not said it there",
        "Auf der Jobmesse am 3. Mai 2023 in Kassel wird Ina Holm einen Vortrag halten. „Ich freue mich“, sagt Holm.",
        {("Ina Holm", "Jobmesse"), ("Ina Holm", None)},
    ),
    (
        "what somebody promises to do at a gathering was not said there",
        "Bei einem Besuch im Jobcenter Kassel sprach Ministerin Ina Holm mit dem Team. Sie sagte zu, das Thema auf der "
        "Sozialkonferenz im Januar 2024 zur Sprache zu bringen.",
        {("Ina Holm", "Besuch im Jobcenter Kassel")},
    ),
    (
        "whom somebody speaks to says where; on the day after, nobody is there any more",
        "Der Vorstand hat auf seiner Sitzung am 2. November in Fulda getagt. „Das reicht nicht“, sagte Ina Holm in der "
        "anschließenden Pressekonferenz. Jens Vogt stellte den Journalisten eine Umfrage vor. Vor dem Gremium warb "
        "Eva Kern um Geduld. Landrat Max Thiel begrüßte den Beschluss am Tag danach.",
        {
            ("Ina Holm", "Pressekonferenz"),
            ("Jens Vogt", "Pressekonferenz"),
            ("Eva Kern", "Sitzung des Vorstands in Fulda"),
            ("Max Thiel", None),
        },
    ),
    (
        "a statement to the press on a debate was not made in it; who asked what is printed was at no gathering",
        "Bei ihrem Besuch in Bernburg am Montag sprach Ina Holm mit dem Team.\n\nZum Ausgang der Abstimmung erklärt "
        "Landrat Jens Vogt:\n\n„Das ist ein Anfang.“\n\nAm 3. Mai 2023 folgt ein Fachtag in Kassel.\n\nDie Fragen "
        "stellte Eva Kern.",
        {("Ina Holm", "Besuch in Bernburg"), ("Jens Vogt", None), ("Eva Kern", None)},
    ),
    (
        "those who hear it show that it was said at what is named only behind",
        "Preise\n\n„Das gehört meinen Gesellen“, sagte Ina Holm unter dem Gelächter der Gäste.\n\nDie Preisverleihung "
        "fand am Montag in Suhl statt. Jens Vogt würdigte die Betriebe.",
        {("Ina Holm", "Preisverleihung"), ("Jens Vogt", "Preisverleihung")},
    ),
    (
        "a heading opens a section, whose gathering holds for its paragraphs; closing words are said to all",
        "Wechsel\n\nDer Vorstand hat auf seiner Sitzung am 2. November gewählt. Vor dem Gremium sprach Ina Holm.\n\n"
        "Abschied mit Chor\n\nZur Verabschiedung von Jens Vogt kamen am Freitag viele ins Rathaus.\n\nVogt nahm es mit "
        "Humor: „Langweilig war es nie.“",
        {("Ina Holm", "Sitzung des Vorstands"), ("Jens Vogt", "Verabschiedung")},
    ),
    (
        "what somebody said on the day after goes on there",
        "In der Sitzung des Sozialausschusses am Montag sprach Ina Holm. Jens Vogt begrüßte das Votum am Tag danach. "
        "Gerade jetzt dürfe man nicht nachlassen.",
        {("Ina Holm", "Sitzung des Sozialausschusses"), ("Jens Vogt", None)},
    ),
    (
        "what invites is still to come",
        "Einladung an die Medien\n\nFachtag zur Pflege\n\nJede sechste Kraft fehlt. „Das ist übel“, sagt Präsidentin "
        "Ina Holm.\n\nDer Fachtag endet um 16 Uhr.",
        {("Ina Holm", None)},
    ),
    (
        "damals points to the gathering named before",
        "In Erinnerung bleibt die Betriebsversammlung im Februar 2005. „Wir schaffen das“, rief Ina Holm damals.",
        {("Ina Holm", "Betriebsversammlung")},
    ),
    (
        "what is signed makes a gathering for those who speak there",
        "Kreis und Kammer haben gestern den Pakt „Hand in Hand“ unterzeichnet. Bei der Unterzeichnung sprach "
        "Landrätin Ina Holm von einem Meilenstein.",
        {("Ina Holm", "Unterzeichnung des Pakts „Hand in Hand“")},
    ),
    (
        "a workshop holds for its own line of the programme",
        "Einladung zur Fachtagung\n\nWir laden Sie am 3. Mai 2023 ein.\n\nProgramm\n\n"
        "Workshop A: Pflege (Moderation: Ina Holm)\nWorkshop B: Bau (Moderation: Jens Vogt)\n\n"
        "Podiumsdiskussion mit Ina Holm und Rita Blum\n",
        {
            ("Ina Holm", "Workshop A: Pflege"),
            ("Jens Vogt", "Workshop B: Bau"),
            ("Ina Holm", "Fachtagung"),
            ("Rita Blum", "Fachtagung"),
        },
    ),
    (
        "each station of a journey holds for its own paragraph",
        "Den Auftakt machte am Montag ein Besuch im Werkhof der Diakonie in Kassel. „Das ist Arbeit“, sagte Ina Holm."
        "\n\nAm Nachmittag folgte eine Gesprächsrunde mit Betrieben in Fulda. Meister Jens Vogt erzählte, "
        "es fehle an Zeit.",
        {
            ("Ina Holm", "Besuch im Werkhof der Diakonie in Kassel"),
            ("Jens Vogt", "Gesprächsrunde mit Betrieben"),
        },
    ),
    (
        "what is said before a gathering is not said at it",
        "Fachtagung am 11. Juni 2099 in Bonn\n\n„Das ist kein Schicksal“, erklärt Ina Holm im Vorfeld der Fachtagung. "
        "Sie wolle mehr Beratung.",
        {("Ina Holm", None)},
    ),
    (
        "an item of a list of projects is no place of speech",
        "Ina Holm lobte die Projekte, darunter die Jobmesse „Vor Ort“. „Das hilft“, sagte Jens Vogt.",
        {("Ina Holm", None), ("Jens Vogt", None)},
    ),
    (
        "a heading holds for what stands below it",
        "Kassel rechnet mit mehr Arbeit. Es gibt viele Gründe. Die Zahl steigt. Der Bedarf wächst. Es fehlt an Zeit. "
        "Es fehlt an Geld. Es fehlt an Platz.\n\nStippvisite in Fulda\n\nIn der Werkstatt lernen zehn Frauen. "
        "„Das hilft“, sagte Ina Holm.\n\nAusblick\n\n„Es wird gut“, sagte Jens Vogt.",
        {("Ina Holm", "Stippvisite in Fulda"), ("Jens Vogt", None)},
    ),
    (
        "the heading of a part holds for the names in the points below it",
        "Rückblick auf die Fachtagung in Kassel\n\nForum 1: Pflege\nImpuls: Ina Holm\nModeration: Jens Vogt\n\n"
        "Holm warb für mehr Zeit.\n\nForum 2: Bau\n\nRita Blum schilderte ihren Weg.",
        {
            ("Ina Holm", "Forum 1: Pflege"),
            ("Jens Vogt", "Forum 1: Pflege"),
            ("Rita Blum", "Forum 2: Bau"),
        },
    ),
    (
        "decided last month, said today",
        "Der Kreistag hat in seiner Sitzung am 6. Oktober einen Leiter bestellt. Sein Vorgänger wurde heute bei einer "
        "Feierstunde im Schloss verabschiedet.\n\nDie Glückwünsche überbrachte Ina Holm. „Ich gehe gern“, sagte "
        "Jens Vogt.",
        {("Ina Holm", "Feierstunde im Schloss"), ("Jens Vogt", "Feierstunde im Schloss")},
    ),
    (
        "whom one may hear next time, and where it goes on",
        "Beim sechsten „Frühstück der Betriebe“ ging es heute um Pflege. Ina Holm erklärte, es fehle an Zeit. Das "
        "nächste „Frühstück der Betriebe“ findet am 19. Januar 2023 in Fulda statt. Gesprächspartner ist dann "
        "Jens Vogt.",
        {("Ina Holm", "sechstes „Frühstück der Betriebe“"), ("Jens Vogt", "nächstes „Frühstück der Betriebe“")},
    ),
    (
        "to what somebody invites at the end",
        "Die Jahrestagung ist heute in Kassel zu Ende gegangen. Ina Holm dankte in ihrem Schlusswort den Helfern und "
        "lud zur Jahrestagung 2023 nach Trier ein.",
        {("Ina Holm", "Jahrestagung")},
    ),
    (
        "a talk with a title of its own within a fair",
        "Die 3. Jobmesse in Kassel ist eröffnet. Ina Holm sprach auf der dritten Jobmesse von Mut.\n\nProgramm:\n\n"
        "10.00 Uhr Talkrunde „Zurück in Arbeit“ mit Jens Vogt\n11.00 Uhr Ausklang",
        {("Ina Holm", "3. Jobmesse in Kassel"), ("Jens Vogt", "Talkrunde „Zurück in Arbeit“")},
    ),
    (
        "on a day to come",
        "Bei einer Feierstunde im Schloss sprach Ina Holm über Mut. Bei einem Infoabend am 18. Januar im Schloss "
        "stehen Ina Holm und Jens Vogt Rede und Antwort.",
        {
            ("Ina Holm", "Feierstunde im Schloss"),
            ("Ina Holm", "Infoabend"),
            ("Jens Vogt", "Infoabend"),
        },
    ),
    (
        "then, on that day",
        "Beim Bürgerdialog in Kassel sprach Ina Holm über Mut. Am 14. Dezember wird der Bürgerdialog in Fulda "
        "fortgesetzt. Dann stellt sich Jens Vogt den Fragen.",
        {("Ina Holm", "Bürgerdialog in Kassel"), ("Jens Vogt", "Bürgerdialog in Fulda")},
    ),
    (
        "back at the venue of one of two",
        "Mit einem Gottesdienst in der Marienkirche und einer Feierstunde im Gemeindehaus hat die Diakonie gestern "
        "gefeiert. Nach dem Essen sprach im Gemeindehaus Ina Holm über Mut.",
        {("Ina Holm", "Feierstunde im Gemeindehaus")},
    ),
    (
        "below day and hour",
        "Bei einem Pressetermin im Rathaus sprach Ina Holm über Mut.\n\nMontag, 14. November, 18 Uhr, Tuchfabrik\n"
        "Auftaktabend\nVortrag: Jens Vogt",
        {("Ina Holm", "Pressetermin im Rathaus"), ("Jens Vogt", "Auftaktabend")},
    ),
    (
        "in writing",
        "Auf der Betriebsversammlung in Kassel sprach Ina Holm über Mut. Am Abend schrieb Jens Vogt auf Facebook: "
        "„Das Werk gehört hierher.“",
        {("Ina Holm", "Betriebsversammlung in Kassel"), ("Jens Vogt", None)},
    ),
    (
        "what somebody says about a gathering is not said at it",
        "Eine Kundgebung des DGB in Kassel verlief laut Polizeisprecherin Ina Holm ruhig.",
        {("Ina Holm", None)},
    ),
    (
        "dieser Kongress at the end of a text is what it is about",
        "Landrätin Ina Holm betonte, Teilhabe gehe alle an. Jens Vogt erzählte aus seiner Werkstatt.\n\n"
        "Eröffnet wurde dieser 3. Sozialkongress der Liga von Rita Blum.",
        {
            ("Ina Holm", "3. Sozialkongress der Liga"),
            ("Jens Vogt", "3. Sozialkongress der Liga"),
            ("Rita Blum", "3. Sozialkongress der Liga"),
        },
    ),
    (
        "the gathering that followed another one holds for the paragraphs behind it",
        "Den Auftakt machte am Sonntag ein Gottesdienst mit Pfarrerin Rita Blum.\n\n"
        "Beim anschließenden Festakt im Rathaus sprach Landrätin Ina Holm.\n\n"
        "„Wir bleiben dran“, sagte Vereinschef Jens Vogt.",
        {("Ina Holm", "Festakt im Rathaus"), ("Jens Vogt", "Festakt im Rathaus")},
    ),
    (
        "the talk on the stage of a fair holds for its paragraph",
        "Am Samstag fand die 3. Ausbildungsmesse in Kassel statt. Landrätin Ina Holm begrüßte die Gäste.\n\n"
        "Dicht umlagert war die Talkrunde „Neu anfangen“. Meister Jens Vogt erzählte, wie er umgelernt habe.",
        {("Ina Holm", "3. Ausbildungsmesse in Kassel"), ("Jens Vogt", "Talkrunde „Neu anfangen“")},
    ),
    (
        "a house that is visited and named again",
        "Erste Station war am Montag ein Besuch im Jobcenter Celle, danach folgte ein Besuch im Jobcenter Kassel.\n\n"
        "Im Celler Jobcenter stellte Ina Holm die Zahlen vor.\n\nIm Kasseler Jobcenter warb Jens Vogt für mehr Geld.",
        {("Ina Holm", "Besuch im Jobcenter Celle"), ("Jens Vogt", "Besuch im Jobcenter Kassel")},
    ),
    (
        "what was said on a day before, or to somebody who asked later, was not said there",
        "Bei der Pressekonferenz in Kassel erläuterte Landrätin Ina Holm die Zahlen.\n\nBereits am Wochenende hatte "
        "Jens Vogt vor Kürzungen gewarnt. Rita Kern hatte der Stadt schon in der Vorwoche Untätigkeit vorgeworfen.\n\n"
        "Auf Nachfrage der Zeitung kündigte Uwe Blum an, alle Orte zu besuchen.",
        {("Ina Holm", "Pressekonferenz in Kassel"), ("Jens Vogt", None), ("Rita Kern", None), ("Uwe Blum", None)},
    ),
    (
        "voices collected under a heading of their own were not heard there; whoever is asked there answers there",
        "Bei der Fachtagung in Kassel begrüßte Landrätin Ina Holm die Gäste. Auf Nachfrage räumte Jens Vogt ein, dass "
        "Stellen fehlten.\n\nStimmen zur Fachtagung\n\nUwe Blum, Vorsitzender: „Das war ein guter Tag.“",
        {("Ina Holm", "Fachtagung in Kassel"), ("Jens Vogt", "Fachtagung in Kassel"), ("Uwe Blum", None)},
    ),
    (
        "before the press, but at the gathering",
        "Landrätin Ina Holm erläuterte die Zahlen am Dienstag vor Journalisten in der Pressekonferenz.",
        {("Ina Holm", "Pressekonferenz")},
    ),
    (
        "a press conference that a text presupposes",
        "Landrätin Ina Holm bezeichnete den Datenschutz als Hürde. Eigens zur Pressekonferenz gekommen war Jens Vogt, "
        "der von seiner Lehre erzählte.",
        {("Ina Holm", "Pressekonferenz"), ("Jens Vogt", "Pressekonferenz")},
    ),
    (
        "what was said in a paper was not said there",
        "Bei der Pressekonferenz in Kassel erläuterte Landrätin Ina Holm die Zahlen. Jens Vogt hatte in der "
        "„Rheinischen Post“ davor gewarnt, dass das Geld fehle.",
        {("Ina Holm", "Pressekonferenz in Kassel"), ("Jens Vogt", None)},
    ),
    (
        "what had been said at a gathering before, and what is said now",
        "Das Jobcenter lädt zu Gesprächen ein. „Gut so“, sagte Landrätin Ina Holm.\n\nBeim Herbsttreffen des Beirats "
        "hatte Jens Vogt mehr Zeit verlangt. Uwe Blum schilderte, dass Anträge unerledigt lägen.",
        {("Ina Holm", None), ("Jens Vogt", "Herbsttreffen des Beirats"), ("Uwe Blum", "Herbsttreffen des Beirats")},
    ),
    (
        "the heading of a station holds for what stands below it",
        "Beim Festakt in der Sporthalle sprach am Montag Landrätin Ina Holm.\n\nRundgang durch die Werkstätten\n\n"
        "An den Festakt schloss sich ein Rundgang an. In der Schweißerei erläuterte Jens Vogt den neuen Kurs.",
        {("Ina Holm", "Festakt in der Sporthalle"), ("Jens Vogt", "Rundgang durch die Werkstätten")},
    ),
    (
        "a sentence about something is no line about a house",
        "Auf der Tagung in Kassel sprach Ina Holm. Über die Höhe der Mittel werde noch entschieden. Jens Vogt forderte "
        "mehr Zeit.",
        {("Ina Holm", "Tagung in Kassel"), ("Jens Vogt", "Tagung in Kassel")},
    ),
    (
        "a gathering that only the caption names",
        "„Guten Abend“, sagte Landrätin Ina Holm zum Auftakt.\n\nBildtext: Volles Haus beim Grenzgängerabend.",
        {("Ina Holm", "Grenzgängerabend")},
    ),
    (
        "who is greeted does not speak",
        "Beim Jobtag in Kassel begrüßte Landrätin Ina Holm die Gäste, als Ehrengäste Bischof Jens Vogt und Uwe Blum.",
        {("Ina Holm", "Jobtag in Kassel")},
    ),
    (
        "what is told of a gathering before does not open the one to come",
        "Fachtag am 5. Mai 2023 in Kassel\n\nAm 5. Mai 2023 findet in Kassel der zweite Fachtag statt. Durch den Tag "
        "führt Ina Holm.\n\nAuf dem letzten Fachtag hatte Jens Vogt mehr Geld gefordert.",
        {("Ina Holm", "zweiter Fachtag"), ("Jens Vogt", "letzter Fachtag")},
    ),
    (
        "words about writing are not written",
        "Auf der Tagung in Kassel sprach Ina Holm. Jens Vogt sagte, dass er schwarze Zahlen geschrieben habe.",
        {("Ina Holm", "Tagung in Kassel"), ("Jens Vogt", "Tagung in Kassel")},
    ),
    (
        "somebody of the house of a gathering is not yet there",
        "Beim Jobtag in Kassel sprach Landrätin Ina Holm. Der Arbeitsdirektor der Nordwerk GmbH, Jens Vogt, nannte "
        "Zahlen.\n\nAuf der Betriebsversammlung der Nordwerk GmbH hatte Uwe Blum vor Kürzungen gewarnt.",
        {("Ina Holm", "Jobtag in Kassel"), ("Jens Vogt", "Jobtag in Kassel")}
        | {("Uwe Blum", "Betriebsversammlung der Nordwerk GmbH")},
    ),
    (
        "what was written to somebody was not said at the gathering",
        "Beim Empfang im Rathaus sprach am Montag Landrätin Ina Holm. Jens Vogt hatte vorab geschrieben: „Alles Gute!“",
        {("Ina Holm", "Empfang im Rathaus"), ("Jens Vogt", None)},
    ),
]


@pytest.mark.parametrize(("_", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_event_of_a_contribution(_: str, text: str, expected: set[tuple[str, str | None]]) -> None:
    found = read(Release(text, "test", "test", published="2022-11-09"), load()).as_dict()
    persons = {p["id"]: p["name"] for p in found["persons"]}
    events = {e["id"]: e["name"] for e in found["events"]}
    assert {(persons[c["speaker"]], events.get(c["event"])) for c in found["contributions"]} == expected


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Anlässlich der Fachtagung in Kassel erklärte sie das.", True),
        ("Vor der zweiten Tarifrunde mahnt er.", True),
        ("Auf der Fachtagung in Kassel erklärte sie das.", False),
    ],
)
def test_occasion(text: str, occasion: bool) -> None:
    doc, bodies = Document(Release(text, "test", "test")), Organisations()
    told = gatherings(doc, find_events(doc, bodies, load()), bodies)
    assert told.is_occasion(told.mentions[0]) is occasion
