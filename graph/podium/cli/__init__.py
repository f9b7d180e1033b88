"""The command line: one module a command, imported only when it is called."""

import importlib
import os
import sys

import click

from podium import __version__
from podium.errors import PodiumError

__all__ = ["COMMANDS", "cli", "main"]

# Command → one line for `podium --help`; the module `podium.cli.COMMAND` holds it as `command`.
COMMANDS = {
    "demo": "Ingest the bundled releases, show who spoke where, write the page.",
    "read": "Show what each release says; changes nothing.",
    "ingest": "Read releases into the store: files, folders, globs, URLs, feeds, archives, '-'.",
    "ask": "Run a query of the library; without a name, list them.",
    "sparql": "Run any SPARQL query (read-only).",
    "view": "Write the interactive page, one self-contained file.",
    "check": "Check the store: OWL consistency and shapes.",
    "explain": "Follow an assertion to its rule, its sentence and its release.",
    "forget": "Remove releases and what only they said.",
    "export": "Write the graph for other tools.",
}


class _LazyGroup(click.Group):
    """A group whose commands are modules; `podium --help` imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        try:
            module = importlib.import_module(f"podium.cli.{cmd_name}")
        except ModuleNotFoundError as error:
            raise click.ClickException(_missing(cmd_name, error)) from error
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table above, without imports."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Each command has --help with examples. Data goes to stdout, messages to stderr; "
    "exit codes: 0 done, 1 some input rejected or not conforming, 2 wrong usage or could not run.",
)
@click.version_option(__version__, prog_name="podium")
def cli() -> None:
    """Who spoke where, in what role? Reads German press releases into an RDF knowledge graph."""


def main(args: list[str] | None = None) -> None:
    """Run the command line and end the process; no traceback reaches the user.

    Exit codes: 0 done, 1 some input rejected or not conforming, 2 wrong usage or could not run,
    130 interrupted. `PODIUM_DEBUG=1` lets errors in Podium itself through, with their traceback.
    """
    _use_utf8()
    try:
        # Not cli.main, which would answer a closed pipe with exit code 1.
        with cli.make_context("podium", list(sys.argv[1:] if args is None else args)) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        code = error.exit_code
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Without this, Python complains while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except PodiumError as error:
        code = _complain(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stdout)
        code = 2
    except click.ClickException as error:
        error.show(sys.stderr)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = _complain("Interrupted", 130)
    except OSError as error:
        code = _complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except Exception as error:
        if os.environ.get("PODIUM_DEBUG"):
            raise
        code = _complain(f"{type(error).__name__}: {error} (a fault in Podium; PODIUM_DEBUG=1 shows where)")
    sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str, code: int = 2) -> int:
    print(f"Error: {message}", file=sys.stderr)
    return code


def _use_utf8() -> None:
    """Data and messages are UTF-8, whatever LANG says; what cannot be printed is escaped, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _missing(command: str, error: ModuleNotFoundError) -> str:
    if error.name == f"podium.cli.{command}":
        return f"`podium {command}` is not in this installation"
    return f"`podium {command}` needs the Python package {error.name!r}, which is not installed"
