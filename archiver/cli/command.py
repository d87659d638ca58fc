"""How a command of archiver is made: click's own classes, speaking the reader's language, loaded when asked for."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Any, TypeVar

import click

from archiver.cli.words import LANGUAGES, say, speak


class Formatter(click.HelpFormatter):
    """Click's own help page with its headings in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(say(heading))


class Context(click.Context):
    """A context whose help pages are translated."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose help is translated when it is shown, not when it is declared."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        english, self.help = self.help, say(self.help or "")
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = english


def _choose_language(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        speak(value)


def _remember_debug(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().meta["archiver.debug"] = True


def _shared_options() -> list[click.Parameter]:
    return [
        Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            is_eager=True,
            expose_value=False,
            callback=_choose_language,
            help="Language of help and messages; default: the locale.",
        ),
        Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            callback=_remember_debug,
            help="Show the traceback of an error.",
        ),
    ]


class _Translated(click.Command):
    context_class = Context

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        english, self.help = self.help, say(self.help or "")
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = english

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        english, self.epilog = self.epilog, say(self.epilog or "")
        try:
            super().format_epilog(ctx, formatter)
        finally:
            self.epilog = english

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = say("Show this message and exit.")
        return found

    def get_short_help_str(self, limit: int = 45) -> str:
        return say(self.help or "").partition("\n")[0].rstrip(".")


class Command(_Translated):
    """A command of archiver: it also takes --lang and --debug, wherever they stand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_shared_options())

    def invoke(self, ctx: click.Context) -> Any:
        gc.enable()  # `main` let it rest while code was loaded
        return super().invoke(ctx)


class Program(_Translated, click.Group):
    """The program itself: its commands are named here and imported when they are asked for.

    *sections* maps a heading to its commands, and each command to the module that holds it.
    """

    def __init__(self, *args: Any, sections: Mapping[str, Mapping[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections
        self.params.extend(_shared_options())

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for commands in self.sections.values() for name in commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for commands in self.sections.values():
            if cmd_name in commands:
                name = cmd_name.replace("-", "_") + ("_" if iskeyword(cmd_name) else "")
                found: click.Command = getattr(import_module(commands[cmd_name]), name)
                return found
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not ctx.resilient_parsing and not name.startswith("-") and self.get_command(ctx, name) is None:
            close = get_close_matches(name, self.list_commands(ctx))
            ctx.fail(_with_possibilities(say("No such command: {name}", name=name), close))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, self.list_commands(ctx)))
        for heading, commands in self.sections.items():
            with formatter.section(heading):
                rows = [(name.ljust(width), self._short_help(ctx, name)) for name in commands]
                formatter.write_dl(rows)

    def _short_help(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str() if command else ""


F = TypeVar("F", bound=Callable[..., Any])


def command(name: str, **kwargs: Any) -> Callable[[Callable[..., Any]], Command]:
    """Decorator: `click.command` with our class. *help* is a text of archiver.cli.words."""
    return click.command(name, cls=Command, **kwargs)


def option(*names: str, **kwargs: Any) -> Callable[[F], F]:
    """Decorator: `click.option` with our class."""
    return click.option(*names, cls=Option, **kwargs)


class Day(click.ParamType[date]):
    """A calendar day, YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(say("{text} is no day; write it like 2024-08-05", text=repr(value)), param, ctx)


def usage_message(error: click.UsageError) -> str:
    """One line for a wrong command line, in the reader's language."""
    if isinstance(error, click.NoSuchOption):
        text = say("No such option: {name}", name=error.option_name)
        return _with_possibilities(text, error.possibilities or ())
    if isinstance(error, click.MissingParameter) and error.param is not None:
        param = error.param
        name = param.opts[0] if isinstance(param, click.Option) or not error.ctx else param.make_metavar(error.ctx)
        return say("Missing: {name}", name=name)
    if isinstance(error, click.BadParameter):
        hint = error.param_hint
        if error.param is not None and hint is None:
            hint = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.name
        shown = hint if isinstance(hint, str) or hint is None else " / ".join(hint)
        return (f"{shown}: {error.message}" if shown else error.message).rstrip(".")
    return error.format_message().rstrip(".")


def _with_possibilities(text: str, possibilities: Sequence[str]) -> str:
    return (
        text + " (" + say("did you mean {names}?", names=", ".join(sorted(possibilities))) + ")"
        if possibilities
        else text
    )
