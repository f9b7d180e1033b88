"""What a reader sees, hears and keeps: text for screen readers, black and white, files that are always the same."""

import itertools
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from podium import Graph
from podium.errors import UsageError
from podium.plots import (
    Plot,
    carriers_heard,
    contributions_over_time,
    instruments_over_time,
    office_timelines,
    women_among_speakers,
)
from podium.plots.style import FILLS
from podium.plots.texts import texts
from podium.plots.timeline import earliest, latest

PLOTS: dict[str, Callable[[Graph, str], Plot]] = {
    "contributions": lambda graph, lang: contributions_over_time(graph, lang=lang),
    "women": lambda graph, lang: women_among_speakers(graph, by="event", lang=lang),
    "carriers": lambda graph, lang: carriers_heard(graph, lang=lang),
    "instruments": lambda graph, lang: instruments_over_time(graph, lang=lang),
    "offices": lambda graph, lang: office_timelines(graph, "Bundesagentur für Arbeit", lang=lang),
}
every = pytest.mark.parametrize("name", PLOTS)


@pytest.fixture(scope="session")
def made(examples: Graph) -> Callable[[str, str], Plot]:
    """Each plot once: drawing is what takes the time here."""
    return cache(lambda name, lang: PLOTS[name](examples, lang))


@every
@pytest.mark.parametrize("lang", ["de", "en"])
def test_each_plot_has_words_for_those_who_do_not_see_it(
    made: Callable[[str, str], Plot], name: str, lang: str
) -> None:
    plot = made(name, lang)
    html = plot._repr_html_()
    image = re.search(r'<img alt="([^"]+)"', html)
    assert image is not None and len(image.group(1)) > 80
    assert f'<figure lang="{lang}"' in html
    assert "n = " in plot.note
    assert "{" not in plot.alt + plot.note + plot.title
    assert "http" not in re.sub(r'src="data:[^"]+"', "", html)


@every
def test_the_largest_numbers_are_in_the_alternative_text(made: Callable[[str, str], Plot], name: str) -> None:
    plot = made(name, "en")
    said = {
        "contributions": "managing director: ",
        "women": "Tag der Jobcenter 2024: ",
        "carriers": "joint facility (gE): 74% of the jobcenters",
        "instruments": "Bürgergeld: ",
        "offices": "Detlef Scheele (2017-04-01 to 2022-07-31)",
    }
    assert said[name] in plot.alt


def test_a_small_number_is_said(graph: Graph) -> None:
    assert "With fewer than 10, a share says little." in women_among_speakers(graph).note
    labels = [text.get_text() for text in women_among_speakers(graph, by="event").figure.axes[0].get_yticklabels()]
    assert labels == ["Tag der Jobcenter 2021 (n = 3)", "at no named event (n = 3)"]


def test_fills_differ_without_colour() -> None:
    """Neighbours in a stack differ in lightness, and any two with the same lightness in their hatching."""
    grey = [sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), to_rgb(face), strict=True)) for face, _, _ in FILLS]
    for first, second in itertools.pairwise(grey):
        assert abs(first - second) > 0.15
    for one, other in itertools.combinations(range(len(FILLS)), 2):
        assert abs(grey[one] - grey[other]) > 0.15 or FILLS[one][1] != FILLS[other][1]


@every
def test_the_same_graph_gives_the_same_picture(examples: Graph, made: Callable[[str, str], Plot], name: str) -> None:
    assert PLOTS[name](examples, "de").svg() == made(name, "de").svg()


def test_a_plot_that_was_shown_is_saved_as_if_it_had_not_been(graph: Graph) -> None:
    plot = contributions_over_time(graph)
    assert plot.svg() == plot.svg() == plot.svg()


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_saved_files_have_no_date_and_no_chance_in_them(graph: Graph, form: str, tmp_path: Path) -> None:
    first, second = (carriers_heard(graph).save(tmp_path / f"{name}.{form}", dpi=60) for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_files_carry_the_alternative_text(made: Callable[[str, str], Plot], tmp_path: Path) -> None:
    plot = made("carriers", "de")
    ElementTree.fromstring(plot.svg())
    assert "Trägerform: Anteil an 404 Jobcentern" in plot.svg()
    with Image.open(plot.save(tmp_path / "a.png")) as image:
        assert image.info["Description"] == plot.alt
        assert image.width >= 2000


def test_a_place_that_cannot_be_written_is_named_and_nothing_stays(graph: Graph, tmp_path: Path) -> None:
    plot = carriers_heard(graph)
    with pytest.raises(UsageError, match=r"figure\.gif: a plot is saved as \.svg, \.png or \.pdf"):
        plot.save(tmp_path / "figure.gif")
    with pytest.raises(UsageError, match="missing"):
        plot.save(tmp_path / "missing" / "figure.png")
    assert list(tmp_path.iterdir()) == []


def test_a_plot_leaves_the_settings_of_others_alone(graph: Graph) -> None:
    before = dict(mpl.rcParams)
    carriers_heard(graph).svg()
    assert dict(mpl.rcParams) == before


def test_the_settings_of_others_do_not_change_a_plot(graph: Graph) -> None:
    plain = office_timelines(graph, "Bundesagentur für Arbeit").svg()
    with mpl.rc_context({"font.size": 20, "text.color": "red", "xtick.color": "red", "lines.linewidth": 9}):
        assert office_timelines(graph, "Bundesagentur für Arbeit").svg() == plain


def test_german_and_english_say_the_same_things() -> None:
    def keys(words: object, path: str = "") -> set[str]:
        if isinstance(words, dict):
            return set().union(*(keys(value, f"{path}/{key}") for key, value in words.items()))
        return {path + " " + " ".join(sorted(set(re.findall(r"{\w+}", str(words)))))}

    assert keys(texts("de")) == keys(texts("en"))


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [("2014", 2014.0, 2015.0), ("2014-07", 2014.4959, 2014.5808), ("2014-07-01", 2014.4959, 2014.4986)],
)
def test_a_date_is_an_interval_as_long_as_it_is_vague(date: str, first: float, last: float) -> None:
    assert (earliest(date), latest(date)) == (pytest.approx(first, abs=1e-4), pytest.approx(last, abs=1e-4))


def test_without_matplotlib_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from podium.library.extras import MissingExtra

    for module in [name for name in sys.modules if name.startswith("podium.plots")]:
        monkeypatch.delitem(sys.modules, module)
    for module in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "matplotlib", None)  # as Python marks what cannot be imported
    with pytest.raises(MissingExtra, match=r"pip install 'podium\[notebooks\]'"):
        __import__("podium.plots")
