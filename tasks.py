#!/usr/bin/env python3
"""The one entry for the daily work; it needs Python 3.11 or newer and nothing else.

It makes `.venv` beside this file, installs what pyproject.toml asks for under constraints.txt, and starts the task in
there. Everything is installed again only when one of those two files, the Python or the folder has changed.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "bedtime.json"

# Debian's and Ubuntu's names. Without these PySide6 cannot draw a window.
QT_LIBRARIES = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1"
    " libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libxrandr2 libpulse0"
)
# What some tests use when it is there, with a command that shows that it is.
TEST_TOOLS = {
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus": "dbus-run-session",
    "desktop-file-utils": "desktop-file-validate",
    "systemd": "systemd-analyze",
    "x11-utils": "xprop",
    "x11-xserver-utils": "xrandr",
    "libglib2.0-bin": "gdbus",
    "xfce4-notifyd": "xfce4-notifyd-config",
    "dunst": "dunst",
    "pulseaudio": "pulseaudio",
    "pulseaudio-utils": "parec",
    "speech-dispatcher": "speech-dispatcher",
    "speech-dispatcher-espeak-ng": "espeak-ng",
    "espeak-ng": "espeak-ng",
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
}

TASKS = """\
tasks:
  run [ARGS]     open the program; ARGS as for `bedtime`
  test [ARGS]    pass everything: format, lint, types, import contracts, tests; ARGS as for pytest
  quick [ARGS]   the same without the tests marked slow
  format         put every file into shape and mend what lint can mend
  bench [ARGS]   measure start-up, drawing and rest against a bare window
  wheel          build the wheel into dist/
"""

# Loads what a window needs, and the X11 plugin without a screen. The loader's own words name the missing library.
QT_PROBE = """
import ctypes, os, pathlib, sys
import PySide6.QtWidgets
if sys.platform == "linux" and not os.environ.get("WAYLAND_DISPLAY"):
    ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
"""

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


class Stop(Exception):
    """The task cannot go on; the text says why and what to do."""


def environment(**more):
    """The person's environment without what would lead the Python of `.venv` or its pip astray."""
    astray = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__", "PIP_TARGET", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    return {**kept, "PYTHONNOUSERSITE": "1", "PIP_USER": "0", "PIP_NO_INPUT": "1", **more}


def call(command, reason, **more):
    """Run `command` quietly. When it fails, stop with the reason and everything that it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Stop(f"{done.stdout.strip()}\n\n{reason}")


def say(words):
    """One line, at once, also into a pipe."""
    print(words, flush=True)


# Debian's packages


def apt_line(packages):
    """The line that a person types to install `packages`."""
    return f"sudo apt-get install -y --no-install-recommends {packages}"


def apt_install(packages):
    """Install Debian packages; only root can."""
    say(f"Installing Debian packages: {packages}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    patient = ["-o", "DPkg::Lock::Timeout=300"]
    call(["apt-get", *patient, "update", "-q"], "The list of Debian packages could not be fetched.", **quiet)
    install = ["apt-get", *patient, "install", "-q", "-y", "--no-install-recommends", *packages.split()]
    call(install, f"These could not be installed. The line to try by hand is:\n  {apt_line(packages)}", **quiet)


def has_apt():
    return shutil.which("apt-get") is not None


def is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


def need_debian_packages(packages, reason):
    """Install them as root on Debian and Ubuntu; anywhere else stop and say what to do."""
    if has_apt() and is_root():
        apt_install(packages)
    elif has_apt():
        raise Stop(f"{reason} Install what is missing with this line, then try again:\n  {apt_line(packages)}")
    else:
        raise Stop(f"{reason} Debian calls the missing packages: {packages}")


def need_test_tools():
    """Get what some tests use. They skip themselves, and say so, where it cannot be had."""
    missing = " ".join(package for package, sign in TEST_TOOLS.items() if not shutil.which(sign))
    if not missing or not has_apt():
        return
    if not is_root():
        say(f"Some tests are skipped without these packages:\n  {apt_line(missing)}")
        return
    try:
        apt_install(missing)
    except Stop as reason:
        say(f"{reason}\nThe tests that use them are skipped.")


# The environment of our own


def wanted(extras):
    """What `.venv` must have been made from to be used as it is."""
    sources = b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt"))
    return {
        "root": str(ROOT),
        "python": sys.version,
        "sources": hashlib.sha256(sources).hexdigest(),
        "extras": extras,
    }


def found():
    """What `.venv` was made from; empty when there is none, or an installation did not come to its end."""
    try:
        return json.loads(STAMP.read_text(encoding="utf-8")) if PYTHON.exists() else {}
    except (OSError, ValueError):
        return {}


def make_venv():
    """A fresh `.venv` of the Python that runs this file."""
    say(f"Making .venv with Python {sys.version.split()[0]}")
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python3.{sys.version_info.minor}-venv"
        need_debian_packages(package, "This Python was packaged without venv.")
    call([sys.executable, "-m", "venv", "--clear", VENV], "The environment .venv could not be made.")


def install(have, want):
    """Bring `.venv` to `want`; the stamp is written last, so that a broken installation is done again."""
    STAMP.unlink(missing_ok=True)
    is_ours = Path(sys.prefix).resolve() == VENV
    if not is_ours and (have.get("python"), have.get("root")) != (want["python"], want["root"]):
        make_venv()
        say("Installing packages: the first time some 300 MB are fetched, which may take minutes")
    else:
        say("Installing packages: what they are made from has changed")
    project = f".[{','.join(want['extras'])}]" if want["extras"] else "."
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "-c", "constraints.txt"]
    call([*pip, "--editable", project], "The packages could not be installed, for the reason above.")
    STAMP.write_text(json.dumps(want), encoding="utf-8")


def need_qt():
    """Load Qt once after each installation, and get the system's libraries where they are missing."""
    have = found()
    if "qt" in have:
        return
    try:
        call([PYTHON, "-c", QT_PROBE], "Qt cannot be loaded.")
    except Stop as reason:
        need_debian_packages(QT_LIBRARIES, f"{last_line(reason)}\nQt lacks libraries of the system.")
        call([PYTHON, "-c", QT_PROBE], "Qt cannot be loaded, even with its libraries installed.")
    STAMP.write_text(json.dumps({**have, "qt": "loads"}), encoding="utf-8")


def last_line(reason):
    """The line of a traceback that names the missing library."""
    return next(line for line in reversed(str(reason).splitlines()[:-1]) if line)


def prepare(*extras):
    """Make `.venv` fit for the task. One that holds more than is asked for is left alone."""
    have, want = found(), wanted(list(extras))
    asked = {**want, "extras": have.get("extras", [])}
    if not set(extras) <= set(asked["extras"]) or any(have.get(key) != asked[key] for key in want):
        install(have, want)
    need_qt()


# The tasks


def check(name, *command):
    """One step: a line that says how it went, and what the tool printed when it went wrong."""
    started = time.perf_counter()
    try:
        call([PYTHON, *command], f"{name}: failed")
    except Stop as reason:
        say(str(reason))
        return False
    say(f"{name}: ok ({time.perf_counter() - started:.1f} s)")
    return True


def pytest(arguments):
    """The tests, without a window on the person's screen: those that want one start a virtual screen themselves."""
    workers = str(min(os.cpu_count() or 1, 8))
    command = [PYTHON, "-m", "pytest", "-q", "-n", workers, "--dist", "worksteal", *arguments]
    env = environment(QT_QPA_PLATFORM="offscreen")
    for screen in ("DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(screen, None)
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False).returncode == 0


def test(arguments):
    """Every check, then the tests; all of them run, so that one failure does not hide another."""
    need_test_tools()
    prepare("dev")
    passed = [
        check("format", "-m", "ruff", "format", "--check", "."),
        check("lint", "-m", "ruff", "check", "."),
        check("types", "-m", "mypy"),
        check("import contracts", "-c", LINT_IMPORTS),
        pytest(arguments),
    ]
    return 0 if all(passed) else 1


def quick(arguments):
    """As `test`, without the slow ones."""
    return test(["-m", "not slow", *arguments])


def run(arguments):
    """The program, in the person's own folder, so that the files they name are found."""
    prepare()
    return subprocess.run([str(PYTHON), "-m", "bedtime", *arguments], env=environment(), check=False).returncode


def format_(arguments):
    """Shape and mend; what needs a person is printed."""
    prepare("dev")
    mended = check("lint", "-m", "ruff", "check", "--fix", ".", *arguments)
    shaped = check("format", "-m", "ruff", "format", ".", *arguments)
    return 0 if mended and shaped else 1


def bench(arguments):
    """The measurements of tests/bench, as a table."""
    prepare("dev")
    script = ROOT / "tests" / "bench" / "costs.py"
    return subprocess.run([str(PYTHON), str(script), *arguments], env=environment(), check=False).returncode


def wheel(arguments):
    """A wheel in dist/ that holds the data files."""
    prepare("dev")
    call([PYTHON, "-m", "build", "--wheel", "--no-isolation", *arguments], "The wheel could not be built.")
    say(f"The wheel is in {ROOT / 'dist'}")
    return 0


def main():
    """Read the task and carry it out; the exit status is the task's own."""
    if sys.version_info < OLDEST:
        version = ".".join(str(part) for part in sys.version_info[:3])
        raise Stop(f"Bedtime needs Python 3.11 or newer; this is Python {version} ({sys.executable}).")
    tasks = {"run": run, "test": test, "quick": quick, "format": format_, "bench": bench, "wheel": wheel}
    parser = argparse.ArgumentParser(
        prog="tasks.py", epilog=TASKS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=tasks, metavar="TASK")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGS")
    wish = parser.parse_args()
    return tasks[wish.task](wish.arguments)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        print(stop, file=sys.stderr, flush=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
