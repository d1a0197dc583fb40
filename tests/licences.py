"""The licences of everything that is installed with the tool: ``python -m tests.licences`` writes build_tools/LICENCES.md from requirements-test.lock.

What a site needs stands apart from what only tests and maintainers do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from tests.projects import ROOT

LISTED = ROOT / "build_tools/LICENCES.md"
HEAD = """# 程序库的许可 Licences

由 `make licences` 从 requirements-test.lock 和各程序库自己的说明写成，请勿手改。

| 程序库 | 版本 | 用在 | 许可 |
|---|---|---|---|
"""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


SITE, TESTS = "requirements.lock", "requirements-test.lock"
"""What `make site` installs, and that with what tests need besides."""


def locked(lock: str = TESTS) -> dict[str, str]:
    """Name → version of every package of a lock."""
    rows = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / lock).read_text(), re.MULTILINE)
    return {canonical(name): version for name, version in rows}


def found(name: str) -> Distribution | None:
    """An installed package; None for one that only other systems need."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def needed_by_a_site() -> set[str]:
    """The dependencies of the tool, and theirs."""
    pending = [_name(wanted) for wanted in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]]
    known: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in known:
            known.add(name)
            package = found(name)
            pending += [_name(wanted) for wanted in (package.requires if package else None) or () if "extra ==" not in wanted]
    return known


def _name(requirement: str) -> str:
    return canonical(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])


def licence(package: Distribution) -> str:
    """As the package says it: an SPDX expression, else its field, else its classifiers, else what its licence is headed."""
    said = package.metadata.json
    field = str(said.get("license", "")).strip()
    classified = [str(value).rpartition(" :: ")[2] for value in said.get("classifier", ()) if str(value).startswith("License :: ")]
    short = field if "\n" not in field and len(field) < 60 and field != "UNKNOWN" else ""
    return str(said.get("license_expression", "")) or short or "、".join(classified) or _heading(package)


def _heading(package: Distribution) -> str:
    texts = [file.read_text() for file in package.files or () if re.search(r"(?i)licen[cs]e", file.name) and "dist-info" in str(file)]
    return next((line.strip() for text in texts for line in text.splitlines() if line.strip()), "没有写明")


def rows() -> Iterator[str]:
    site = needed_by_a_site()
    for name, version in sorted(locked().items()):
        package = found(name)
        said = licence(package) if package else "（本机不需要）"
        yield f"| {name} | {version} | {'网站' if name in site else '测试、维护'} | {said.replace('|', '/')} |\n"


if __name__ == "__main__":
    LISTED.write_text(HEAD + "".join(rows()), encoding="utf-8")
