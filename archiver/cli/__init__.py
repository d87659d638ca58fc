"""The program `archiver`: what cron, archivists and researchers type. Rooms are imported when a command needs them."""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import current_thread, main_thread

import click

from archiver import __version__
from archiver.cli.command import Context, Option, Program, usage_message
from archiver.cli.sentences import heard
from archiver.cli.words import language_of, say, speak
from archiver.errors import ArchiverError, Exit

SECTIONS = {
    "Walking": {
        "crawl": "archiver.cli.crawling",
        "sites": "archiver.cli.crawling",
        "add": "archiver.cli.growing",
        "remove": "archiver.cli.growing",
        "rename": "archiver.cli.growing",
        "upgrade": "archiver.cli.growing",
        "new-site": "archiver.cli.growing",
        "demo": "archiver.cli.crawling",
    },
    "Reading": {
        "extract": "archiver.cli.reading",
        "dates": "archiver.cli.reading",
    },
    "Keeping": {
        "verify": "archiver.cli.keeping",
        "reextract": "archiver.cli.keeping",
        "import": "archiver.cli.keeping",
        "offload": "archiver.cli.keeping",
    },
    "Running": {
        "status": "archiver.cli.running",
        "doctor": "archiver.cli.crawling",
        "report": "archiver.cli.running",
        "accept": "archiver.cli.growing",
        "schedule": "archiver.cli.running",
        "config": "archiver.cli.running",
    },
    "Using": {
        "index": "archiver.cli.using",
        "search": "archiver.cli.using",
        "sql": "archiver.cli.using",
        "export": "archiver.cli.using",
        "snapshot": "archiver.cli.using",
        "stats": "archiver.cli.using",
        "serve": "archiver.cli.using",
        "publish": "archiver.cli.using",
    },
}


class _Archiver(Program):
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(int(code)), say(code.meaning)) for code in Exit])


program = _Archiver(
    "archiver",
    sections=SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="Keep the news of Vietnamese public-sector sites: exact bytes, clean records, honest dates.",
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=lambda ctx, _param, asked: _show_version(ctx) if asked else None,
            help="Show the version and exit.",
        )
    ],
)


def _show_version(ctx: click.Context) -> None:
    click.echo(f"archiver {__version__}")
    ctx.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; `Exit` is the whole contract.

    Every error becomes one line on standard error: what, where, what to do next. --debug lets it end in its traceback.
    """
    line = list(sys.argv[1:] if argv is None else argv)
    gc.disable()  # code that is loaded stays: to look for garbage among it is a tenth of the time of a start
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # cron's locale is C, and JSON is UTF-8 whatever the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    speak(language_of(line, os.environ))
    debug = "--debug" in line
    first = signal.getsignal(signal.SIGTERM) is signal.SIG_DFL and current_thread() is main_thread()
    if first:  # a TERM is answered by an exit code of ours, also before a run has begun to listen
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with program.make_context("archiver", line) as ctx:
            returned = program.invoke(ctx)
            sys.stdout.flush()
        return int(returned) if isinstance(returned, int) else Exit.OK
    except click.exceptions.Exit as done:
        return Exit(done.exit_code)
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.format_message(), err=True)
        return Exit.USAGE
    except click.UsageError as error:
        command = (error.ctx.command_path.removeprefix("archiver").strip() + " ").lstrip() if error.ctx else ""
        _complain(usage_message(error) + ". " + say("See: archiver {command}--help", command=command))
        return Exit.USAGE
    except click.ClickException as error:
        _complain(error.format_message())
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        _complain(say("Interrupted"))
        return Exit.UNREACHABLE
    except BrokenPipeError:  # `archiver … | head`: whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except ArchiverError as error:
        if debug:
            raise
        _complain(str(error))
        return error.exit_code
    except OSError as error:
        if debug:
            raise
        why = error.strerror or str(error)
        if error.errno == errno.ENAMETOOLONG:
            longest = max(len(os.fsencode(part)) for part in Path(os.fsdecode(error.filename or "")).parts or ("",))
            _complain(say("a name of {length} bytes is too long for this disk: give a shorter one", length=longest))
            return Exit.USAGE
        _complain(say("{where}: {why}", where=error.filename, why=why) if error.filename else why)
        return Exit.DAMAGED
    except Exception as error:
        if debug:
            raise
        _complain(
            say(
                "{error}. This is a defect of archiver: please report it with what --debug shows",
                error=f"{type(error).__name__}: {error}",
            )
        )
        return Exit.UNREACHABLE
    finally:
        gc.enable()
        if first:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _complain(text: str) -> None:
    click.echo("archiver: " + heard(" ".join(text.split())), err=True)


__all__ = ["SECTIONS", "Context", "main", "program"]
