"""`graph.ask`: names, parameters and their completion, as a notebook sees them."""

import datetime
import inspect

import pandas as pd
import pytest

import podium
from podium.errors import UsageError
from podium.queries import library


def test_a_question_by_call_by_attribute_and_by_key_gives_the_same(graph: podium.Graph) -> None:
    expected = graph.ask("most-frequent-speakers", since=2021)
    pd.testing.assert_frame_equal(graph.ask.most_frequent_speakers(since=2021), expected)
    pd.testing.assert_frame_equal(graph.ask["most-frequent-speakers"](since=2021), expected)


@pytest.mark.parametrize("since", ["2021-04-27", datetime.date(2021, 4, 27), pd.Timestamp(2021, 4, 27, 9)])
def test_days_are_texts_dates_or_timestamps(graph: podium.Graph, since: object) -> None:
    answer = graph.ask.speakers(event="Tag der Jobcenter", since=since, until=2021)
    assert set(answer["event_name"]) == {"Tag der Jobcenter 2021"}


def test_things_and_cells_of_tables_are_parameters(graph: podium.Graph) -> None:
    by_name = graph.ask.contributions_of_person(person="Hubertus Heil")
    assert len(by_name) > 5
    pd.testing.assert_frame_equal(graph.ask.contributions_of_person(person=graph.person("Heil")), by_name)
    pd.testing.assert_frame_equal(graph.ask.contributions_of_person(person=by_name.loc[0, "speaker"]), by_name)


def test_what_is_none_is_not_asked_for(graph: podium.Graph) -> None:
    assert len(graph.ask.speakers(event=None, since=None)) == len(graph.ask.speakers())


def test_the_answer_says_what_a_name_was_taken_for(graph: podium.Graph) -> None:
    answer = graph.ask.speakers(person="Heil", since=2021)
    assert answer.attrs["notes"] == ("person 'Heil' stands for Hubertus Heil",)
    assert answer.attrs["question"]["de"] == "Wer sprach bei welchem Ereignis, in welcher Rolle?"
    assert "stands for Hubertus Heil" in repr(answer)
    nobody = graph.ask.speakers(person="Hubertus Hail")
    assert nobody.empty
    assert "did you mean" in repr(nobody)


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("speaker", {}, "No query 'speaker' in the library: did you mean speakers"),
        ("speakers", {"carrier_typ": "gE"}, "Unknown parameter carrier_typ: did you mean carrier_type?"),
        ("speakers", {"since": "gestern"}, "since needs a date (2021-04-28, 2021-04 or 2021), not 'gestern'"),
        ("speakers", {"event": ["a", "b"]}, "event is a text, a number, a date, an IRI or a thing, not list"),
    ],
)
def test_messages_speak_of_parameters(
    graph: podium.Graph, name: str, parameters: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as error:
        graph.ask(name, **parameters)
    assert message in str(error.value)


def test_python_itself_names_the_nearest_question(graph: podium.Graph) -> None:
    with pytest.raises(AttributeError, match="speaker"):
        graph.ask.speaker()


def test_each_question_has_a_signature_and_a_help_text(graph: podium.Graph) -> None:
    assert dir(graph.ask) == sorted(name.replace("-", "_") for name in library())
    for name, query in library().items():
        question = getattr(graph.ask, name.replace("-", "_"))
        assert list(inspect.signature(question).parameters) == [parameter.name for parameter in query.parameters]
        assert query.header.question["de"] in question.__doc__
    assert inspect.signature(graph.ask.quotes_of_person).parameters["form"].default == "direct"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("graph.ask.office", "office_holders"),
        ("graph.ask.office_holders(", "organisation="),
        ("graph.ask.office_holders(organisation='BMAS', da", "day="),
        ("graph.ask['speakers-b", "speakers-by-gender"),
        ("graph.jobc", "jobcenter"),
        ("podium.exam", "examples"),
    ],
)
def test_tab_completes_questions_and_parameters(graph: podium.Graph, typed: str, offered: str) -> None:
    pytest.importorskip("IPython", reason="completion is tried in a real IPython, of the notebooks extra")
    from IPython.core.completer import IPCompleter, provisionalcompleter
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance(user_ns={"graph": graph, "podium": podium})
    completer = shell.Completer
    assert isinstance(completer, IPCompleter)
    with provisionalcompleter():
        found = [completion.text.lstrip(".") for completion in completer.completions(typed, len(typed))]
    assert offered in found
