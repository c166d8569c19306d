"""Which language is spoken: the chosen one, the system's, or English where a catalogue is broken."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bedtime.catalogues import TRIED, chosen, languages, names, placeholders, read, wished_in_environment
from bedtime.commands.reminder import speak_for_notices
from bedtime.language import WRITTEN_IN, AsWritten, _, ngettext, speak
from bedtime.reminder.notice import evening_notice
from bedtime.reminder.preferences import Sound
from bedtime.settings import LANGUAGE_OF_THE_SYSTEM
from bedtime.store.places import find_places, prepare
from bedtime.testing.pseudo import MIRRORED, is_marked

ROOT = Path(__file__).parent.parent


def put(root: Path, tag: str, data: bytes) -> None:
    folder = root / "locale" / tag / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "bedtime.mo").write_bytes(data)


def german() -> bytes:
    catalog = Catalog(locale="de")
    catalog.add("Begin", "Anfangen")
    catalog.add(("{count} night", "{count} nights"), ("eine Nacht", "{count} Nächte"))
    catalog.add("Leaves out {stretch}.", "Lässt {dehnung} aus.")
    catalog.add("Carry on from stretch {number}", "Weiter ab {number")
    catalog.add("English", "Deutsch", context="this language, in itself")
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in (TRIED, "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    put(tmp_path, "de", german())
    before = speak(AsWritten())
    yield tmp_path
    speak(before)


def test_there_are_the_languages_that_have_a_catalogue(root: Path) -> None:
    assert languages(root) == ("de",)
    assert names(root) == {"en": "English", "de": "Deutsch"}


@pytest.mark.parametrize(
    ("setting", "wished", "tag"),
    [
        (LANGUAGE_OF_THE_SYSTEM, ("de-AT", "en"), "de"),
        (LANGUAGE_OF_THE_SYSTEM, ("en-GB", "de"), "en"),
        (LANGUAGE_OF_THE_SYSTEM, ("fr", "de_DE"), "de"),
        (LANGUAGE_OF_THE_SYSTEM, ("C",), "en"),
        (LANGUAGE_OF_THE_SYSTEM, (), "en"),
        (WRITTEN_IN, ("de",), "en"),
        ("de", ("en",), "de"),
    ],
)
def test_the_chosen_language_comes_before_the_systems(
    root: Path, setting: str, wished: tuple[str, ...], tag: str
) -> None:
    assert chosen(setting, lambda: wished, root).tag == tag


def test_words_and_plurals_are_said_in_it(root: Path) -> None:
    speak(read("de", root).catalogue)
    assert _("Begin") == "Anfangen"
    assert [ngettext("{count} night", "{count} nights", n).format(count=n) for n in (1, 3)] == [
        "eine Nacht",
        "3 Nächte",
    ]
    assert _("What nobody translated.") == "What nobody translated."


def test_a_translation_that_cannot_be_filled_in_is_passed_over(root: Path) -> None:
    speak(read("de", root).catalogue)
    assert _("Leaves out {stretch}.").format(stretch="it") == "Leaves out it."
    assert _("Carry on from stretch {number}").format(number=3) == "Carry on from stretch 3"


@pytest.mark.parametrize("data", [b"", b"no catalogue", german()[:60], b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_broken_catalogue_is_a_sentence(root: Path, data: bytes) -> None:
    put(root, "fr", data)
    tongue = read("fr", root)
    assert (tongue.tag, tongue.trouble) == (
        "en",
        "The words of the language fr could not be read. Bedtime speaks English.",
    )
    assert tongue.catalogue.gettext("Begin") == "Begin"
    assert "fr" not in names(root)


def test_a_language_that_has_gone_is_a_sentence(root: Path) -> None:
    assert read("fr", root).trouble == "Bedtime does not speak the chosen language here. It speaks English."
    assert read("../../etc", root).tag == "en"


def test_a_made_up_language_can_be_tried(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRIED, "mirrored")
    assert chosen(WRITTEN_IN, tuple, root).catalogue is MIRRORED


@pytest.mark.usefixtures("root")
def test_the_environment_says_what_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wished_in_environment() == ()
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert wished_in_environment() == ("de_DE",)
    monkeypatch.setenv("LANGUAGE", "fr:de")
    assert wished_in_environment() == ("fr", "de")


def test_names_in_braces_are_found() -> None:
    assert placeholders("{one} and {two}") == {"one!None:", "two!None:"}
    assert placeholders("{one") is None


def test_english_reads_no_catalogue() -> None:
    """The first paint waits for none."""
    program = """if True:
        import sys
        from bedtime.catalogues import chosen
        chosen("system", lambda: 1 / 0)
        assert "gettext" not in sys.modules"""
    subprocess.run([sys.executable, "-S", "-c", program], cwd=ROOT, check=True)


@pytest.mark.usefixtures("root")
def test_a_notice_on_the_desktop_is_in_the_persons_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown by a process of its own, which reads the settings itself."""
    monkeypatch.setenv(TRIED, "long")
    places = find_places(str(tmp_path))
    prepare(places)
    speak_for_notices(places)
    assert is_marked(evening_notice(minutes=7, snooze_min=10, sound=Sound.SILENT).title)
