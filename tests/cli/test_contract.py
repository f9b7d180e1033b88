"""What holds for every command: help with examples, exit codes, no traceback, UTF-8, quiet ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from podium.cli import COMMANDS

PODIUM = [sys.executable, "-m", "podium"]


def test_the_overview_imports_no_command(run) -> None:  # type: ignore[no-untyped-def]
    done = run("--help")
    assert done.code == 0
    assert all(f"  {name}  " in done.out for name in COMMANDS)
    script = "import sys, podium.cli as c; c.main(['--version'])"
    heavy = "sys.modules.keys() & {'spacy', 'pyoxigraph', 'rdflib', 'networkx', 'rich', 'trafilatura'}"
    loaded = subprocess.run(
        [sys.executable, "-c", f"import atexit, sys; atexit.register(lambda: print({heavy})); {script}"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert loaded.splitlines()[-1] == "set()"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_examples(run, name: str) -> None:  # type: ignore[no-untyped-def]
    done = run(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert "Examples:\n" in done.out
    assert f"podium {name}" in done.out.split("Examples:")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nix"], "No such command 'nix'"),
        (["read"], "Missing argument 'PATH...'"),
        (["read", "x", "--format", "pdf"], "'pdf' is not one of 'table', 'jsonl', 'turtle'"),
        (["ingest", "x", "--workers", "0"], "0 is not in the range"),
        (
            ["export", "--format", "nq"],
            "No store at podium-store: run `podium ingest SOURCE --store podium-store` first",
        ),
        (["explain", "id:person/x"], "No store at podium-store"),
        (["forget", "x"], "No store at podium-store"),
        (["ask", "speakers"], "No store at podium-store"),
        (["sparql", "ASK {}"], "No store at podium-store"),
        (["view"], "No store at podium-store"),
        (["check"], "No store at podium-store"),
        (["export", "--format", "nq", "--store", "http://127.0.0.1:9/query"], "cannot be reached: "),
        (["ingest", "x", "--store", "a-file"], "a-file is a file, not the folder of a store"),
        (["export", "--format", "nq", "--store", "a-folder"], "a-folder is a folder, but no Podium store"),
        (["demo", "--out", "a-file"], "'a-file' is a file"),
        (["demo", "--out", "a-file/x"], "a-file/x cannot be made: Not a directory"),
    ],
)
def test_wrong_usage_is_one_clear_message_and_code_2(run, tmp_path: Path, arguments: list[str], message: str) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "a-folder" / "thesis.odt").touch()
    done = run(*arguments)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""
    assert "Traceback" not in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-file", "a-folder"]


@pytest.mark.parametrize("name", ["read", "ingest"])
def test_a_missing_file(run, name: str) -> None:  # type: ignore[no-untyped-def]
    done = run(name, "nix.txt")
    assert done.code == 2
    assert "Rejected: nix.txt: no such file or folder" in done.err


def test_data_is_utf_8_whatever_the_locale(release: Path) -> None:
    ascii_only = os.environ | {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    arguments = [*PODIUM, "read", str(release), "--format", "jsonl"]
    done = subprocess.run(arguments, env=ascii_only, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "„Die Jobcenter haben viel geleistet“" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away(release: Path) -> None:
    process = subprocess.Popen(
        [*PODIUM, "read", str(release), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    error = process.stderr.read().decode()
    process.stderr.close()
    assert (process.wait(), error) == (0, "")


def test_ctrl_c_ends_cleanly(release: Path, tmp_path: Path) -> None:
    for number in range(3000):
        (release.parent / f"{number}.txt").write_text(f"Titel {number}\n\nText {number} über die Jobcenter.\n")
    arguments = [*PODIUM, "ingest", "in", "--workers", "2", "--store", "s"]
    process = subprocess.Popen(arguments, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    while not (tmp_path / "s" / "CURRENT").exists() and process.poll() is None:
        time.sleep(0.05)
    time.sleep(1.5)
    os.killpg(process.pid, signal.SIGINT)
    assert process.stderr
    error = process.stderr.read().decode()
    process.stderr.close()
    assert (process.wait(), error) == (130, "Error: Interrupted\n")


def test_a_fault_of_our_own_is_one_line(tmp_path: Path) -> None:
    call = "main(['export', '--format', 'nq', '--store', 's'])"
    script = f"import podium.cli.export as e; e.export = None; from podium.cli import main; {call}"
    subprocess.run(
        [sys.executable, "-c", "from podium.store import *; open_store('s', create=True).close()"],
        cwd=tmp_path,
        check=True,
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: TypeError: ") and done.stderr.count("\n") == 1
