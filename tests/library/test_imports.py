"""What is imported when: `import podium` and `podium --help` are fast because they import nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = {
    "IPython", "igraph", "jinja2", "matplotlib", "networkx", "numpy", "owlready2", "oxrdflib", "pandas", "pyoxigraph",
    "pyshacl", "pyvis", "rdflib", "rich", "simplemma", "spacy", "trafilatura", "yaml",
}  # fmt: skip


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def imported(code: str) -> set[str]:
    return set(run(f"import sys\n{code}\nprint(*(name for name in sys.modules if '.' not in name))").split()) & HEAVY


def test_import_podium_imports_nothing() -> None:
    assert imported("import podium") == set()
    assert imported("import podium; dir(podium); podium.__version__") == set()


def test_help_imports_no_command() -> None:
    code = "import contextlib, io\nfrom podium.cli import main\nwith contextlib.redirect_stdout(io.StringIO()), " \
        "contextlib.suppress(SystemExit):\n    main(['--help'])"  # fmt: skip
    assert imported(code) == set()


def test_opening_and_asking_for_a_person_needs_neither_pandas_nor_spacy(tmp_path: object) -> None:
    code = f"import podium\nwith podium.open({str(tmp_path)!r} + '/s') as g:\n    g.jobcenter('Köln')._repr_html_()"
    assert not imported(code) & {"pandas", "spacy", "networkx", "rdflib", "matplotlib", "pyvis"}


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    import podium

    with pytest.raises(AttributeError, match="module 'podium' has no attribute 'lesen'"):
        _ = podium.lesen  # type: ignore[attr-defined]


def test_without_pandas_the_message_says_what_to_install() -> None:
    code = (
        "import sys\nsys.modules['pandas'] = None\nimport podium\n"
        "from podium.errors import PodiumError\n"
        "from podium.store import memory_store\n"
        "graph = podium.Graph(memory_store())\nprint(graph)\n"
        "for ask in (graph.ask.speakers, graph.questions):\n"
        "    try:\n        ask()\n    except PodiumError as error:\n        print(error)"
    )
    message = "Tables need pandas, which is not installed: pip install 'podium[notebooks]'"
    assert run(code).splitlines() == ["<Graph in memory: 0 releases>", message, message]
