"""check --site ADDRESS: what a server sends against what was built, a line for each difference, however it came about."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from duidu.model.faults import CallError
from duidu.prove.manifest import write_manifest
from duidu.prove.served import served_faults
from tests.misbehaving import POLICY, Behaviour, Server
from tests.projects import Project
from tests.test_releases import site

HEADERS = f"""# 响应头
/*
  Content-Security-Policy: {POLICY}
  X-Content-Type-Options: nosniff

/assets/*.js
  Cache-Control: immutable
"""
PAGE = f"""<html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}"></head><body><article>
<p id="h1-p1"><span class="sentence" id="h1-p1-t1">到2027年建成水库3座。</span></p><a href="../yunling/">对照</a></article></body></html>"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = site(tmp_path, 1)
    (folder / "_headers").write_text(HEADERS)
    (folder / "mou/1").mkdir(parents=True)
    (folder / "mou/1/index.html").write_text(PAGE)
    (folder / "404.html").write_text(PAGE.replace("对照", "没有这一页"))
    write_manifest(folder)
    return folder


def served(built: Path, folder: Path) -> Iterator[tuple[str, Behaviour]]:
    """A copy of a site in a folder, served."""
    for file in built.rglob("*"):
        if file.is_file():
            (folder / file.relative_to(built)).parent.mkdir(parents=True, exist_ok=True)
            (folder / file.relative_to(built)).write_bytes(file.read_bytes())
    how = Behaviour(folder)

    class Ours(Server):
        behaviour = how

        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), Ours) as server:
        threading.Thread(target=partial(server.serve_forever, 0.01), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", how
        server.shutdown()


@pytest.fixture
def online(built: Path, tmp_path: Path) -> Iterator[tuple[str, Behaviour]]:
    yield from served(built, tmp_path / "online")


def said(address: str, built: Path) -> list[str]:
    found = list(served_faults(address, built))
    assert {fault.code for fault in found} <= {"PRV005"}
    return [f"{fault.path} {fault.message}".removeprefix("网上/") for fault in found]


def test_the_same_site_has_no_finding(online: tuple[str, Behaviour], built: Path) -> None:
    address, how = online
    assert said(address, built) == []
    assert said(address + "/", built) == []
    how.packed["mou/1/"] = gzip.compress(PAGE.encode())
    how.types[".js"] = "application/javascript"
    assert said(address, built) == []


def edited(path: str, old: str, new: str) -> Callable[[Behaviour], object]:
    def attack(how: Behaviour) -> None:
        text = (how.folder / path).read_text()
        assert old in text
        (how.folder / path).write_text(text.replace(old, new))

    return attack


def removed(*paths: str) -> Callable[[Behaviour], object]:
    def attack(how: Behaviour) -> None:
        for path in paths:
            (how.folder / path).unlink()

    return attack


def headers(**changed: str | None) -> Callable[[Behaviour], object]:
    def attack(how: Behaviour) -> None:
        for name, value in changed.items():
            how.headers.pop(name.replace("_", "-"), "")
            if value is not None:
                how.headers[name.replace("_", "-")] = value

    return attack


def extra(how: Behaviour) -> None:
    (how.folder / "phishing.html").write_text("登录")
    write_manifest(how.folder)


def forged(how: Behaviour) -> None:
    edited("mou/1/index.html", "3座", "8座")(how)
    write_manifest(how.folder)


def forged_but_compressed(how: Behaviour) -> None:
    forged(how)
    how.packed["mou/1/"] = gzip.compress(PAGE.encode())


def half_an_older_one(how: Behaviour) -> None:
    for path in ("index.html", "search/t0.js"):
        (how.folder / path).write_text((how.folder / path).read_text().replace("1", "0"))


OTHER = "data/manifest.json 网上的不是这里建成的一版"
TEXT = "mou/1/index.html 正文 h1-p1 与建成的不同：这里是“到2027年建成水库8座。”，应是“到2027年建成水库3座。”"
NOTHING_LEFT = TEXT.replace("到2027年建成水库8座。", "")
ATTACKS: dict[str, tuple[Callable[[Behaviour], object], list[str]]] = {
    "a character of the official text": (edited("mou/1/index.html", "3座", "8座"), [TEXT]),
    "and of the manifest with it": (forged, [OTHER, TEXT]),
    "a sentence gone": (
        edited("mou/1/index.html", ' id="h1-p1-t1"', ""),
        ["mou/1/index.html 正文 h1-p1-t1 与建成的不同：这里是“”，应是“到2027年建成水库3座。”"],
    ),
    "a link": (
        edited("mou/1/index.html", "../yunling/", "//evil.example/"),
        ["mou/1/index.html 链接是“//evil.example/”，应为“../yunling/”"],
    ),
    "a script": (
        edited("mou/1/index.html", "<article>", "<script src=//evil.example/x.js></script><article>"),
        ["mou/1/index.html 要加载的是“//evil.example/x.js”，应为“（没有）”"],
    ),
    "a word elsewhere on the page": (edited("mou/1/index.html", "对照", "对读"), ["mou/1/index.html 内容与建成的不同"]),
    "the policy in the page": (
        edited("mou/1/index.html", "script-src 'self'", "script-src *"),
        [f"mou/1/index.html 页内的安全策略是“default-src 'none'; script-src *”，应为“{POLICY}”"],
    ),
    "a page removed": (
        removed("mou/1/index.html", "about.html"),
        ["about.html 应答是 404，应为 200", "mou/1/index.html 应答是 404，应为 200"],
    ),
    "a header missing": (
        headers(X_Content_Type_Options=None),
        ["about.html 响应头 X-Content-Type-Options 没有，应为“nosniff”（共 7 个文件）"],
    ),
    "the policy weakened": (
        headers(Content_Security_Policy="default-src *"),
        [f"about.html 响应头 Content-Security-Policy 是“default-src *”，应为“{POLICY}”（共 7 个文件）"],
    ),
    "a header of one folder": (
        lambda how: setattr(how, "cached", False),
        ["assets/edition.00000001.js 响应头 Cache-Control 没有，应为“immutable”"],
    ),
    "a header that leads elsewhere": (
        headers(Refresh="0;url=//evil.example/"),
        ["about.html 响应头 refresh 是“0;url=//evil.example/”，应当没有（共 7 个文件）"],
    ),
    "a type that no browser shows": (
        lambda how: how.types.update({".html": "text/plain"}),
        ["about.html 响应头 Content-Type 是“text/plain”，应为“text/html”（共 3 个文件）"],
    ),
    "another encoding": (
        lambda how: how.types.update({".html": "text/html; charset=gbk"}),
        ["about.html 响应头没有说明编码是 UTF-8（共 3 个文件）"],
    ),
    "a file more": (extra, [OTHER, "phishing.html 网上的清单里有，建成的网站里没有这个文件"]),
    "a release half copied over an older one": (
        half_an_older_one,
        ["index.html 要加载的是“assets/edition.00000000.js”，应为“assets/edition.00000001.js”", "search/t0.js 内容与建成的不同"],
    ),
    "a manifest that is none": (lambda how: (how.folder / "data/manifest.json").write_text("[]"), [OTHER]),
    "the compressed page only": (lambda how: how.packed.update({"mou/1/": gzip.compress(PAGE.replace("3座", "8座").encode())}), [TEXT]),
    "the uncompressed page only": (
        forged_but_compressed,
        [OTHER, "mou/1/index.html 不压缩时的内容与建成的不同"],
    ),
    "a bomb": (
        lambda how: how.packed.update({"mou/1/": gzip.compress(PAGE.encode() + b" " * 5_000_000)}),
        ["mou/1/index.html 内容与建成的不同"],
    ),
    "compressed rubbish": (
        lambda how: how.packed.update({"mou/1/": b"\x1f\x8b?"}),
        [NOTHING_LEFT],
    ),
    "a page led elsewhere": (
        lambda how: how.redirects.update({"mou/1/": "http://127.0.0.1:9/"}),
        ["mou/1/index.html 应答是 302，转到 http://127.0.0.1:9/，应为 200"],
    ),
    "an answer that is none": (lambda how: how.raw.update({"mou/1/": b"\xff\n"}), ["mou/1/index.html 应答是 没有，应为 200"]),
    "an answer that stops": (
        lambda how: how.raw.update({"mou/1/": b"HTTP/1.0 200 OK\r\nContent-Length: 9999\r\n\r\nabc"}),
        [NOTHING_LEFT],
    ),
    "everything is there": (lambda how: setattr(how, "everything_is_there", True), ["no/such/page 没有的网页，应答是 200，应为 404"]),
    "the page for what is not there": (
        edited("404.html", "../yunling/", "//evil.example/"),
        ["404.html 链接是“//evil.example/”，应为“../yunling/”"],
    ),
    "another page for what is not there": (
        lambda how: (how.folder / "404.html").unlink(),
        [
            "404.html 正文 h1-p1 与建成的不同：这里是“”，应是“到2027年建成水库3座。”",
            "404.html 链接是“（没有）”，应为“../yunling/”",
            f"404.html 页内的安全策略是“（没有）”，应为“{POLICY}”",
        ],
    ),
    "a page without a bottom": (
        edited("mou/1/index.html", "<article>", "<i>" * 60),
        [NOTHING_LEFT],
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_each_difference_is_a_line(online: tuple[str, Behaviour], built: Path, name: str) -> None:
    address, how = online
    attack, lines = ATTACKS[name]
    attack(how)
    found = said(address, built)
    if lines == [NOTHING_LEFT]:  # nor of its links and its policy
        assert NOTHING_LEFT in found
    else:
        assert found == lines


def test_where_nothing_answers_or_nothing_was_built_the_call_is_wrong(online: tuple[str, Behaviour], built: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="没有应答"):
        said("http://127.0.0.1:9/", built)
    with pytest.raises(CallError, match="先运行 duidu site"):
        said(online[0], tmp_path / "nowhere")


def test_the_command_says_one_line_if_all_is_well_and_exits_by_what_it_found(pair: Project, levels: Path, tmp_path: Path) -> None:
    """0 the same, 1 findings, 2 nothing to compare. A change in the site here, its manifest and the server at once is found in the site here."""
    here = pair.root / "site"
    assert pair.run("check", "--site", "http://127.0.0.1:9/").status == 2
    for file in (levels / "site").rglob("*"):
        if file.is_file():
            (here / file.relative_to(levels / "site")).parent.mkdir(parents=True, exist_ok=True)
            (here / file.relative_to(levels / "site")).write_bytes(file.read_bytes())
    wanted = (here / "_headers").read_text() if (here / "_headers").exists() else ""
    for address, how in served(here, tmp_path / "online"):
        how.headers = dict(line.strip().split(": ", 1) for line in wanted.partition("\n/*\n")[2].partition("\n\n")[0].splitlines())
        how.cached = False
        result = pair.run("check", "--site", address)
        assert (result.status, result.out, result.err) == (0, f"{address} 与 {here} 逐个文件相同。\n", "")
        page = next(file for file in sorted(here.rglob("full/index.html")) if "建成水库3座" in file.read_text())
        changed = page.read_text().replace("建成水库3座", "建成水库8座")
        for folder in (here, how.folder):
            (folder / page.relative_to(here)).write_text(changed)
            listed = json.loads((folder / "data/manifest.json").read_text())
            listed["files"][page.relative_to(here).as_posix()] = sha256(changed.encode()).hexdigest()
            (folder / "data/manifest.json").write_text(json.dumps(listed))
        assert said(address, here) == []
        result = pair.run("check", "--site", address)
        assert result.status == 1
        assert result.out == ""
        assert "PRV002" in result.err
        assert "8座" in result.err
