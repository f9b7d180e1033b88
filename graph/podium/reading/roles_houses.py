"""The house that a title without one leaves: "Werkstattleiterin", "die Fraktionsvorsitzende", press officers."""

import re
from collections import Counter

from podium.reading.entities import Organisations
from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_heads import town_said
from podium.reading.roles_merge import bare_title
from podium.reading.roles_organisations import is_general
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

__all__ = ["POINTING", "Houses"]

POINTING = frozenset(["des Hauses", "der Einrichtung", "der Behörde"])  # behind an office: of the house spoken of

_NO_HOUSES = frozenset(words_of("person_words.txt", "no houses"))
_LEADING = ("leiter", "chef", "direktor", "präsident", "sprecher", "geschäftsführer", "vorstand", "vorsitzend", "vize")
# What abbreviations before a hyphen stand for in the names of houses.
_ABBREVIATED = {
    "vhs": "volkshochschule",
    "ihk": "handelskammer",
    "hwk": "handwerkskammer",
    "rd": "regionaldirektion",
    "jc": "jobcenter",
    "lra": "landratsamt",
    "uni": "universität",
    "kh": "kreishandwerkerschaft",
    "bag": "bundesarbeitsgemeinschaft",
    "lag": "landesarbeitsgemeinschaft",
    "agentur": "agentur",
    "arbeitsagentur": "agentur",
    "schul": "schule gymnasium berufskolleg",
}
NOT_HOUSES = frozenset(["party", "territory", "media", "municipality", "parliament"])
_AGENCY_TITLES = re.compile(
    r"(?:vorsitzende[rs]?|mitglied|sprecher(?:in)?) (?:der geschäftsführung|des vorstands|des verwaltungs\w+)"
    r"|geschäftsführer(?:in)? (?:operativ|für den operativen bereich|interner service)"
    r"|vorstand (?:regionen|ressourcen|leistungen\b.*)"
    r"|(?:finanz|personal|digital|it-)?vorstand|vorstandsmitglied"
    r"|vorstandsvorsitz\w+|operative[rs]? geschäftsführer(?:in)?"
)
_SIGNING = (
    "bevollmächtigt",
    "geschäftsführer",
    "vorsitzend",
    "leiter",
    "präsident",
    "vorstand",
    "sekretär",
    "direktor",
)
_PRESS = re.compile(
    r"^(?:stellvertretende[rs]? )?(?:presse|unternehmens|medien|konzern)\w*(?:sprecher|referent|leiter|beauftragt)\w*$",
    re.I,
)
_REGIONAL = ("der geschäftsführung", "operativ", "bereich", "interner service", "geschäftsführer", "geschäftsführerin")
_AT_THE_HEAD = frozenset(["Spitze", "Leitung", "Führung", "Leitungsteam"])
_SPEAKERS = frozenset(["sprecher", "pressesprecher", "unternehmenssprecher", "behördensprecher", "amtssprecher"])
_NEAR_HEADS = frozenset(
    "amtsleiter einrichtungsleiter hausleiter heimleiter geschäftsstellenleiter standortleiter niederlassungsleiter"
    " filialleiter behördenleiter dienststellenleiter betriebsleiter werkleiter werksleiter marktleiter".split()
)
_WORD = re.compile(r"\w+")


# What parts of an association are called whose officers a title tells by their level.
_LEVELS = {
    "bezirks": ("Bezirk", "-Bezirk"),
    "kreis": ("Kreisverband", "Kreisgruppe"),
    "landes": ("Landesverband", "Landesbezirk", "Landesgruppe"),
    "orts": ("Ortsverband", "Ortsverein", "Ortsgruppe"),
    "regions": ("Region ", "-Region"),
}
_ASSEMBLIES = frozenset(
    "Versammlung Mitgliederversammlung Delegiertenversammlung Hauptversammlung Vertreterversammlung Verbandstag "
    "Delegierten Mitglieder".split()
)
_WITH_LEVELS = frozenset(["social-partner", "association", "welfare"])


class Houses:
    """What the organisations of a text can be meant by a title without any; worked out when first asked for."""

    __slots__ = ("_agency", "_fraction", "_sender", "organisations", "places", "scan")

    def __init__(self, scan: Scan, places: OrganisationPlaces, organisations: Organisations) -> None:
        self.scan, self.places, self.organisations = scan, places, organisations
        self._agency: list[int] | None = None
        self._fraction: list[int] | None = None
        self._sender: list[int] | None = None

    def of(self, phrase: RolePhrase, title: str, party: int | None) -> int | None:
        """The organisation that an office leaves: by a part of its word, of a Fraktion, an agency, the sender."""
        found = self._by_part(phrase)
        if found is None and phrase.possessive.startswith("unser"):
            found = self._one_sender()
        if found is None and _is_of_fraction(phrase):
            found = self._one_fraction(party)
        if found is None and _AGENCY_TITLES.fullmatch(bare_title(title)):
            regional = title.lower().endswith(_REGIONAL)
            found = self._led_agency(phrase) if regional else None
            found = self._one_agency(federal=not regional) if found is None else found
        title_word = phrase.word.masculine.lower()
        if found is None and title_word in _SPEAKERS and not phrase.behind:
            found = self._subject_before(phrase)
        if found is None and title_word in _NEAR_HEADS and not phrase.behind:
            found = self._only_before(phrase)
        if found is None and not phrase.behind and not phrase.word.prefix:
            found = self._of_level(phrase, title_word)
        if found is None and not phrase.behind and phrase.word.head.endswith(_SIGNING) and self._in_imprint(phrase):
            found = self._one_sender()
        if found is None and (_PRESS.match(title) or self._is_contact(phrase)) and self._in_contact(phrase):
            found = self._line_above(phrase)
            found = self._one_sender() if found is None else found
        return found

    def assembled(self, phrase: RolePhrase) -> int | None:
        """The association that sends a text in which "die Versammlung" or "die Delegierten" elect somebody."""
        first, end, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.first]]
        if phrase.behind or _ASSEMBLIES.isdisjoint(self.scan.words[first:end]):
            return None
        sender = self._one_sender()
        kind = None if sender is None else self.organisations.entities[sender].kind
        return sender if kind in _WITH_LEVELS else None

    def pointed_to(self, phrase: RolePhrase) -> int | None:
        """The house named last before "die Koordinatorin | des Hauses": in its sentence or the two before."""
        doc = self.scan.doc
        floor = doc.sentences[max(0, doc.sentence_at[phrase.first] - 2)][0]
        named = (self.places.at[t][1] for t in range(phrase.first - 1, floor - 1, -1) if t in self.places.at)
        entities = self.organisations.entities
        return next((n for n in named if entities[n].kind not in NOT_HOUSES and entities[n].named), None)

    def _by_part(self, phrase: RolePhrase) -> int | None:
        """The only organisation with the first part of a title in its name: "Werkstattleiter", "VHS-Leiterin"."""
        word = phrase.word
        part = word.prefix or _first_part(word.masculine.lower(), word.head)
        part = part.lower()
        if len(part) < 3 or part in _NO_HOUSES or not word.head.endswith(_LEADING):
            return None
        stems = {part, part.removesuffix("s"), part.removesuffix("en"), *_ABBREVIATED.get(part, part).split()}
        fitting = [n for n, e in enumerate(self.organisations.entities) if e.named and e.kind not in NOT_HOUSES]
        named = [n for n in fitting if _has_part(self.organisations.entities[n].name, stems)]
        if "agentur" in stems:  # an agency for work rather than a Jugendberufsagentur, the Bundesagentur only alone
            own = [
                n for n in named if self.organisations.entities[n].name.startswith(("Agentur für", "Arbeitsagentur"))
            ]
            named = own or named
        named = [n for n in named if not is_general(self.organisations.entities[n].name)] or named
        if len(named) > 1 and (town := town_said(self.scan, phrase)):
            named = [n for n in named if town in self.organisations.entities[n].name] or named
        return named[0] if len(named) == 1 else self._near(phrase, named)

    def _of_level(self, phrase: RolePhrase, title: str) -> int | None:
        """The only part of a body of the level that a title names: "Bezirksleiterin" of the "IGBCE-Bezirk Y"."""
        level = next((units for part, units in _LEVELS.items() if title.startswith(part)), ())
        if not level or not phrase.word.head.endswith(_LEADING):
            return None
        entities = self.organisations.entities
        bodies = [n for n, e in enumerate(entities) if e.kind in _WITH_LEVELS and e.named]
        fitting = [n for n in bodies if any(unit in entities[n].name for unit in level)]
        return fitting[0] if len(fitting) == 1 else None

    def _near(self, phrase: RolePhrase, among: list[int]) -> int | None:
        """Of several houses the one that the sentence or the one before names last, if it names one only."""
        doc = self.scan.doc
        number = doc.sentence_at[phrase.first]
        for sentence in (number, number - 1):
            if sentence < 0 or not among:
                return None
            first, end, _ = doc.sentences[sentence]
            stop = min(end, phrase.first)
            here = {self.places.at[t][1] for t in range(first, stop) if t in self.places.at} & set(among)
            if here:
                return here.pop() if len(here) == 1 else None
        return None

    def _subject_before(self, phrase: RolePhrase) -> int | None:
        """The organisation that opens the sentence before: "Die Kammer verweist auf … , sagte Sprecherin X"."""
        doc = self.scan.doc
        number = doc.sentence_at[phrase.first] - 1
        if number < 0 or doc.sentences[number][2] != doc.sentences[number + 1][2]:
            return None
        first = doc.sentences[number][0]
        entity = next((self.places.at[t][1] for t in (first, first + 1) if t in self.places.at), None)
        current, last = doc.sentences[number + 1][0], phrase.first
        if entity is None or any(t in self.places.at for t in range(current, last)):
            return None
        found = self.organisations.entities[entity]
        return entity if found.named and found.kind not in _NOT_SENDERS else None

    def _only_before(self, phrase: RolePhrase) -> int | None:
        """The only house that the sentence names before an office: "besuchte das Jobcenter X und sprach mit …"."""
        first = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.first]][0]
        tokens = [t for t in range(first, phrase.first) if t in self.places.at]
        near = [t for t in tokens if _ADDRESSED.isdisjoint(self.scan.words[max(first, t - 2) : t])]
        here = {self.places.at[t][1] for t in near}
        here = {n for n in here if self.organisations.entities[n].kind not in NOT_HOUSES}
        return here.pop() if len(here) == 1 else None

    def _one_fraction(self, party: int | None) -> int | None:
        """The only Fraktion of a text, unless the person's party is another's."""
        if self._fraction is None:
            entities = self.organisations.entities
            self._fraction = [n for n, e in enumerate(entities) if "fraktion" in e.name.lower() and e.named]
        if len(self._fraction) != 1:
            return None
        name = self.organisations.entities[self._fraction[0]].name
        return self._fraction[0] if party is None or self.organisations.entities[party].name in name else None

    def _led_agency(self, phrase: RolePhrase) -> int | None:
        """The agency that the sentence or the one before leads in: "Nach elf Jahren an der Spitze der Agentur X …"."""
        doc, words = self.scan.doc, self.scan.words
        floor = doc.sentences[max(0, doc.sentence_at[phrase.first] - 1)][0]
        for at in range(phrase.first - 3, floor, -1):
            if words[at] in _AT_THE_HEAD and words[at + 1] in ("der", "des") and at + 2 in self.places.at:
                entity = self.places.at[at + 2][1]
                return entity if self.organisations.entities[entity].kind == "agency" else None
        return None

    def _one_agency(self, federal: bool) -> int | None:
        """The agency that a text is about: named first and most often; `federal`: an office that only the BA has."""
        if self._agency is None:
            self._agency = self._most("agency")
        if not self._agency:
            return None
        main = self.organisations.entities[self._agency[0]].name.startswith("Bundesagentur")
        return self._agency[0] if main or not federal else None

    def _most(self, kind: str) -> list[int]:
        entities = self.organisations.entities
        counts = Counter(m.entity for m in self.organisations.mentions if entities[m.entity].kind == kind)
        for n in list(counts):
            if not entities[n].named or " " not in entities[n].name or is_general(entities[n].name):
                del counts[n]
        if not counts:
            return []
        first = next(m.entity for m in self.organisations.mentions if m.entity in counts)
        return [first] if counts[first] == max(counts.values()) else []

    def _in_contact(self, phrase: RolePhrase) -> bool:
        doc = self.scan.doc
        block = doc.sentences[doc.sentence_at[phrase.first]][2]
        return doc.blocks[block].kind == "contact" or block >= len(doc.blocks) - 2

    def _is_contact(self, phrase: RolePhrase) -> bool:
        """Whether an office is that of somebody whom one can ask: "Rückfragen: Anna Beispiel, Referentin für …"."""
        doc = self.scan.doc
        return doc.blocks[doc.sentences[doc.sentence_at[phrase.first]][2]].kind == "contact"

    def _in_imprint(self, phrase: RolePhrase) -> bool:
        """Whether a line says who answers for a release: "V.i.S.d.P.: Anna Beispiel, Erste Bevollmächtigte"."""
        doc = self.scan.doc
        first = doc.starts[doc.sentences[doc.sentence_at[phrase.first]][0]]
        return (
            doc.text[first : first + 16].replace(" ", "").startswith(("V.i.S.d", "ViSdP", "V.i.s.d", "Verantwortlich"))
        )

    def _line_above(self, phrase: RolePhrase) -> int | None:
        """The house that ends the line above an office: "Ministerium für Arbeit | Sprecherin: Anna Beispiel"."""
        doc, at = self.scan.doc, phrase.first
        while at > 0 and phrase.first - at < 8 and "\n" not in doc.text[doc.ends[at - 1] : doc.starts[at]]:
            at -= 1
        found = self.places.ending.get(at)
        apart = at == 0 or "\n\n" in doc.text[doc.ends[at - 1] : doc.starts[at]]
        return (
            None if found is None or apart or self.organisations.entities[found[1]].kind in _NOT_SENDERS else found[1]
        )

    def _one_sender(self) -> int | None:
        """Who sends a release: the organisation of its lines above the text, else the one named most often by far."""
        if self._sender is None:
            self._sender = self._find_sender()
        return self._sender[0] if self._sender else None

    def _find_sender(self) -> list[int]:
        doc, entities = self.scan.doc, self.organisations.entities
        publisher = self.places.named(doc.release.publisher or "")
        if publisher is not None:
            return [publisher]
        counts = Counter(m.entity for m in self.organisations.mentions if entities[m.entity].kind not in _NOT_SENDERS)
        if not counts:
            return []
        if (letterhead := self._letterhead()) is not None:
            return [letterhead]
        if (writer := self._writer()) is not None:
            return [writer]
        (most, number), *rest = counts.most_common(2)
        first = next(m.entity for m in self.organisations.mentions if m.entity in counts)
        if most == first and (not rest or number > rest[0][1]):
            return [most]
        return [most] if number > 2 and (not rest or number > 2 * rest[0][1]) else []

    def _letterhead(self) -> int | None:
        """The organisation that the first line of a text names and nothing else."""
        mention = next(iter(self.organisations.mentions), None)
        if mention is None or self.organisations.entities[mention.entity].kind in _NOT_SENDERS:
            return None
        doc = self.scan.doc
        first, end = doc.block_tokens[0]
        line = next((t for t in range(first + 1, end) if "\n" in doc.text[doc.ends[t - 1] : doc.starts[t]]), end)
        return mention.entity if mention.first == first and mention.end == line else None

    def _writer(self) -> int | None:
        """The organisation that says "wir" of itself: "das Jobcenter X und wir, die Werkhof gGmbH, haben …"."""
        doc = self.scan.doc
        for at in doc.tokens_of(_WE):
            behind = self.scan.words[at + 1 : at + 3]
            if behind[:1] == [","] or behind[:1] in (["vom"], ["beim"]):  # not "unterstützen wir die Agentur X"
                house = at + 2 + (behind in ([",", "die"], [",", "der"], [",", "das"]))
                if house in self.places.at and doc.quote_at[at] < 0:
                    return self.places.at[house][1]
        return None


_WE = frozenset(["wir", "Wir"])
_ADDRESSED = frozenset(["an", "gegen"])  # "In einem Brief an den Verein X äußert Werkleiter Y …"
_NOT_SENDERS = frozenset(["party", "territory", "media"])


def _first_part(title: str, head: str) -> str:
    """What stands before the head in a compound: "werkstatt" of "werkstattleiter"."""
    at = title.rfind(head)
    if at == 0:  # the lexicon has the whole word: "kammerpräsident"
        at = max((len(title) - len(each) for each in _LEADING if title.endswith(each)), default=0)
    return title[:at].rstrip("-") if at > 0 else ""


def _has_part(name: str, stems: set[str]) -> bool:
    """Whether a word of a name is or ends in one of some stems: "Möbelwerkstatt Vechteblick"."""
    return any(
        word == stem or (len(stem) > 3 and word.endswith(stem))
        for word in _WORD.findall(name.lower())
        for stem in stems
    )


def _is_of_fraction(phrase: RolePhrase) -> bool:
    """Whether a Fraktion gives an office: "sozialpolitische Sprecherin", "Parlamentarischer Geschäftsführer"."""
    if phrase.behind:
        return False
    adjectives = [word.lower() for word in phrase.before]
    title = phrase.word.masculine.lower()
    if title.startswith("fraktions"):
        return True
    if title in ("sprecher", "obmann"):
        return any("politisch" in word for word in adjectives)
    return title == "geschäftsführer" and any(word.startswith("parlamentarisch") for word in adjectives)
