"""Click with help, usage and messages in Chinese. Every message is made from what Click says in data, never from its English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click

from ..project.switch import working
from ..text.nearest import nearest

Call = SimpleNamespace
"""What a command is given: its parameters by their names, and ``root``, the project's folder."""
FILE = click.Path(path_type=Path)
_HELP = {"help_option_names": ["-h", "--help"], "allow_extra_args": True}
"""Words too many are refused by ``Verb`` itself: Click would say it in English."""


def argument(name: str, metavar: str, help: str, **settings: Any) -> click.Argument:  # noqa: A002  (Click's own name for it)
    """A word of the call."""
    return click.Argument([name], metavar=metavar, help=help, **settings)


def option(*names: str, help: str, **settings: Any) -> click.Option:  # noqa: A002
    """An option with a value."""
    return click.Option([*names], help=help, **settings)


def flag(*names: str, help: str) -> click.Option:  # noqa: A002
    """An option without a value."""
    return click.Option([*names], help=help, is_flag=True)


@dataclass(frozen=True, slots=True)
class Command:
    """A verb: what it does in a line, its parameters, and what runs it. ``run`` gives the exit status.

    While it works on a project nobody else does, unless ``alone`` says that it needs no project, or sees to that itself.
    """

    summary: str
    parameters: tuple[click.Parameter, ...]
    run: Callable[[Call], int]
    alone: bool = True


class _Chinese(click.Command):
    """The parts of help that Click words itself."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found:
            found.help = "显示这份说明"
        return found

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [word.replace("[OPTIONS]", "[选项]") for word in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(words), prefix="用法：")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # Click's parser leaves it out for some
            raise

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [(one.make_metavar(ctx), one.help or "") for one in self.get_params(ctx) if isinstance(one, click.Argument)]
        if words:
            with formatter.section("要写的"):
                formatter.write_dl(words)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("可以加的"):
            formatter.write_dl([(_said(one), one.help or "") for one in self.get_params(ctx) if isinstance(one, click.Option)])


def _said(one: click.Option) -> str:
    value = "" if one.is_flag or one.count else f" {one.metavar or '值'}"
    return "、".join(one.opts) + value


class Verb(_Chinese):
    """One verb of the command line."""

    def __init__(self, name: str, command: Command) -> None:
        params = list(command.parameters)
        super().__init__(name, params=params, help=command.summary, callback=None, context_settings=_HELP)
        self.command = command

    def invoke(self, ctx: click.Context) -> int:
        if ctx.args:
            raise click.UsageError(f"不认识 {'、'.join(ctx.args)}。", ctx)
        root: Path = (ctx.parent or ctx).params.get("root", Path())
        with working(root, f"duidu {self.name}") if self.command.alone else nullcontext():
            return self.command.run(Call(**{**ctx.params, "root": root}))


class Verbs(_Chinese, click.Group):
    """All verbs, each made when it is asked for; an unknown one suggests the nearest."""

    def __init__(self, names: Sequence[str], load: Callable[[str], Command], **settings: Any) -> None:
        super().__init__(**settings)
        self.names = names
        self.load = load

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return Verb(cmd_name, self.load(cmd_name)) if cmd_name in self.names else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        found = self.get_command(ctx, args[0])
        if found:
            return args[0], found, args[1:]
        if args[0].startswith("-"):
            raise click.NoSuchOption(args[0], ctx=ctx)
        near = nearest(args[0], self.names)
        raise click.UsageError(f"没有 {args[0]} 这个命令。" + (f"是不是 {near}？" if near else f"可用的有 {'、'.join(self.names)}。"), ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.names)  # in the order of work, not of the alphabet

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Chinese.format_options(self, ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl([(name, self.load(name).summary) for name in self.names])


@click.pass_context
def _verb_wanted(ctx: click.Context, /, **_: object) -> None:
    if ctx.invoked_subcommand is None and isinstance(ctx.command, Verbs):
        raise click.UsageError(f"还缺命令。可用的有 {'、'.join(ctx.command.names)}。", ctx)


def verbs(names: Sequence[str], load: Callable[[str], Command]) -> Verbs:
    """The command line with these verbs; ``load`` gives what is behind a name."""
    root = option("--root", type=FILE, default=Path(), metavar="文件夹", help="项目的文件夹，默认为当前文件夹")
    return Verbs(
        names,
        load,
        name="duidu",
        params=[root],
        help="把规范性文件的原文转成逐句有地址的网页",
        context_settings={"help_option_names": ["-h", "--help"]},
        callback=_verb_wanted,
        subcommand_metavar="命令 …",
        no_args_is_help=False,
        invoke_without_command=True,
    )


def in_chinese(error: click.UsageError) -> str:
    """What is wrong with a call."""
    parameter = getattr(error, "param", None)
    name = parameter.metavar or parameter.name if isinstance(parameter, click.Argument) else "、".join(getattr(parameter, "opts", ()))
    match error:
        case click.NoSuchOption():
            near = nearest(error.option_name, error.possibilities or ())
            return f"不认识 {error.option_name}。" + (f"是不是 {near}？" if near else "")
        case click.BadOptionUsage():
            known = error.ctx.command.params if error.ctx else []
            takes = not any(one.is_flag for one in known if isinstance(one, click.Option) and error.option_name in one.opts)
            return f"{error.option_name} 后面{'还缺一个值' if takes else '不写值'}。"
        case click.MissingParameter():
            return f"还缺 {name}。"
        case click.BadParameter():
            return f"{name} 的值不对。"
        case _:
            return error.message


def called(top: Verbs, argv: Sequence[str] | None) -> int:
    """Run a call; the exit status. Raises ``click.UsageError`` for a wrong one."""
    result = top.main(args=None if argv is None else list(argv), prog_name="duidu", standalone_mode=False)
    return int(result or 0)
