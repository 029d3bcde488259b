"""Typer's own words in Polish: its help pages, and what it says of a mistyped command."""

from difflib import get_close_matches

from typer._click import Context, HelpFormatter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup, TyperOption


def _in_polish_words() -> None:
    """Give Typer's help pages Polish words; only when one is shown, for it costs a fifth of a second."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Argumenty"
    rich_utils.OPTIONS_PANEL_TITLE = "Opcje"
    rich_utils.COMMANDS_PANEL_TITLE = "Polecenia"
    rich_utils.REQUIRED_LONG_STRING = "[wymagane]"
    rich_utils.DEFAULT_STRING = "[domyślnie: {}]"
    rich_utils.ENVVAR_STRING = "[zmienna środowiska: {}]"


class PolishCommand(TyperCommand):
    """One command of ``nabor``, with its help in Polish."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        _in_polish_words()
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[OPCJE]")
        formatter.write_usage(ctx.command_path, pieces, prefix="Użycie: ")

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the help option with Polish words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Pokazuje tę pomoc."
        return option


class PolishGroup(TyperGroup):
    """The ``nabor`` command itself."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        _in_polish_words()
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, "POLECENIE …", prefix="Użycie: ")

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the help option with Polish words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Pokazuje tę pomoc."
        return option


def in_polish(error: UsageError) -> str:
    """Say in Polish what is wrong with how a command was typed, and where its help is."""
    path = error.ctx.command_path if error.ctx is not None else "nabor"
    return f"{_what(error)} Pomoc: {path} --help"


def _what(error: UsageError) -> str:
    match error:
        case MissingParameter(param=param) if param is not None:
            said = f"Brakuje: {_named(param.get_error_hint())}."
        case NoSuchOption(option_name=name):
            said = f"Nie ma opcji {name}."
        case BadOptionUsage(option_name=name):
            said = f"Opcji {name} użyto niepoprawnie (brakuje wartości albo jest zbędna)."
        case BadParameter(param=param) if param is not None:
            said = f"Zła wartość: {_named(param.get_error_hint())}."
        case _:
            said = _OTHER_MISTAKES.get(error.message.split(" ")[0], "Polecenie jest niepoprawne.")
            said += _nearest(error)
    return said


def _named(hint: str) -> str:
    """Name an option or an argument, and the variable of the environment that may give it."""
    return hint.replace("'", "").replace("(env var: ", "(zmienna środowiska: ")


def _nearest(error: UsageError) -> str:
    """Offer the command that was probably meant."""
    group = error.ctx.command if error.ctx is not None else None
    if not error.message.startswith("No such") or not isinstance(group, TyperGroup):
        return ""
    typed = error.message.split("'")[1] if "'" in error.message else ""
    near = get_close_matches(typed, group.commands, n=1)
    names = near or sorted(group.commands)
    return f" Czy chodziło o: {', '.join(names)}?"


_OTHER_MISTAKES = {
    "No": "Nie ma takiego polecenia.",
    "Got": "Po poleceniu stoją zbędne słowa.",
    "Missing": "Brakuje polecenia.",
}
"""Mistakes that Typer tells apart only by the first word of its message."""
