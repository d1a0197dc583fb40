"""Web servers for the tests: python -m http.server, nginx and caddy, the latter two with the configuration that is shipped.

``python -m tests.servers`` installs them and LibreOffice (Debian, as root) where they are missing, and says what stays untested.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import debian
from tests.projects import ROOT

SAMPLES = ROOT / "build_tools/duidu/data/hosting"
WITH_CONFIGURATION = ("nginx", "caddy")
PACKAGES = {"nginx": "nginx-light", "caddy": "caddy", "soffice": "libreoffice-calc-nogui"}
"""By the name of the program."""
PATIENCE = 20


def is_installed(program: str) -> bool:
    return program == "python" or shutil.which(program) is not None


@contextmanager
def serving(server: str, site: Path, prefix: str, scratch: Path) -> Iterator[str]:
    """Serve ``site`` below ``prefix`` (``/`` or ``/a/b/``) and give the address; ends the server it started and no other."""
    port = _free_port()
    command = {"python": _python, "nginx": _nginx, "caddy": _caddy}[server](site, prefix, scratch, port)
    environment = {**os.environ, "HOME": str(scratch), "XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)}
    log = scratch / f"{server}.log"
    with log.open("wb") as output:
        running = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
        try:
            _await(port, running, log)
            yield f"http://127.0.0.1:{port}{prefix}"
        finally:
            running.terminate()
            running.wait(PATIENCE)


def changed(sample: str, changes: dict[str, str]) -> str:
    """The shipped sample as an operator would change it; every place must be there, else the test would prove nothing."""
    for shipped, wanted in changes.items():
        assert shipped in sample, f"样本里没有 {shipped}"
        sample = sample.replace(shipped, wanted)
    return sample


def _python(site: Path, prefix: str, scratch: Path, port: int) -> list[str]:
    below = scratch / "python-root" / prefix.strip("/")
    below.parent.mkdir(parents=True, exist_ok=True)
    below.symlink_to(site, target_is_directory=True)
    return [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(scratch / "python-root")]


def _nginx(site: Path, prefix: str, scratch: Path, port: int) -> list[str]:
    sample = (SAMPLES / "nginx.conf").read_text()
    server = changed(
        sample,
        {
            "\n    listen 80;": f"\n    listen 127.0.0.1:{port};",
            "\n    location / {": f"\n    location {prefix} {{",
            " alias /srv/site/;": f" alias {site}/;",
            " /404.html;": f" {prefix}404.html;",
            " (-f /srv/site/$edition_old)": f" (-f {site}/$edition_old)",
            " /$edition_old last;": f" {prefix}$edition_old last;",
        }
        | ({"# location = /a/b {": "location = /a/b {"} if prefix == "/a/b/" else {}),
    )
    temporary = "".join(f"{name}_temp_path {scratch}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    main = scratch / "main.conf"
    main.write_text(
        f"daemon off; pid {scratch}/pid; user {pwd.getpwuid(os.getuid()).pw_name}; error_log stderr; events {{ }}\n"
        f"http {{ access_log off;\n{temporary}\n{server}\n}}\n"
    )
    return ["nginx", "-e", "stderr", "-p", str(scratch), "-c", str(main)]


def _caddy(site: Path, prefix: str, scratch: Path, port: int) -> list[str]:
    sample = (SAMPLES / "Caddyfile").read_text()
    site_block = changed(
        sample,
        {
            "\nhttp://:80 {": f"\nhttp://127.0.0.1:{port} {{",
            "\troot * /srv/site\n": f"\troot * {site}\n",
            "\n\thandle_path /* {": f"\n\thandle_path {prefix}* {{",
        }
        | ({"# redir /a/b /a/b/": "redir /a/b /a/b/"} if prefix == "/a/b/" else {}),
    )
    file = scratch / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + site_block)
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert running.poll() is None, log.read_text()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text())


def main() -> int:
    """Install what is missing, if that is possible; never fails: the tests say by themselves what they skip."""
    debian.install([package for program, package in PACKAGES.items() if not is_installed(program)])
    for program, package in PACKAGES.items():
        print(f"{program}：{'有' if is_installed(program) else f'没有，也装不上；要用它的测试不运行（可装 {package} 后再试）'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
