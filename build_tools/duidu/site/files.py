"""What we change in the host's list of files: scripts and styles get the names they are published under, some files come on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from ..project.kept import Kept
from ..render.exports.words import WORD_SCRIPTS
from .assets.assembly import Assembly

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

SUFFIXES = (".css", ".js")


def add(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> None:
    """One more file in the site, unless the project has one of its own there."""
    if files.get_file_from_path(path) is None:
        files.append(File.generated(config, path, content=content))


def assembled(files: Files, config: MkDocsConfig, ours: frozenset[str], kept: Kept) -> Assembly:
    """Our scripts and styles, and those that ``mkdocs.yml`` lists, under names that carry their content; in the settings too.

    ``ours`` are the folders of our theme; what lies in the other folders of the theme may go where no page needs it.
    """
    listed = {str(one) for one in (*config.extra_css, *config.extra_javascript, *(path.relative_to("docs") for path in WORD_SCRIPTS))}
    own = {file.src_uri: file for file in files if file.src_uri.endswith(SUFFIXES) and (file.src_uri in listed or file.src_dir in ours)}
    foreign = set(config.theme.dirs) - ours
    theme = {file.src_uri: file for file in files if file.src_uri not in own and file.src_dir in foreign}
    assembly = Assembly(
        {path: file.content_string for path, file in own.items()},
        {path: file.content_string if path.endswith(SUFFIXES) else None for path, file in theme.items()},
        kept,
    )
    for path, file in own.items():
        file.content_string, file.dest_uri = assembly.own[path].text, assembly.own[path].path
        for derived in ("url", "abs_dest_path"):
            file.__dict__.pop(derived, None)
    config.extra_css = [assembly.address(path) for path in config.extra_css]
    for at, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[at] = assembly.address(script)
        else:
            script.path = assembly.address(script.path)
    return assembly
