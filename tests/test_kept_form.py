"""The forms of one's own stretches on the disk: kept at every change, found again, and forgotten without a trace."""

import os
import random
import select
import signal
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bedtime.content import library_in
from bedtime.kept_form import KeptForms
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.stretch import Position
from bedtime.session.left_form import LeftForm
from bedtime.session.own_stretches import NO_PICTURE, Picture, Pictured
from bedtime.session.stretch_form import Counting, StretchForm
from bedtime.store.places import Places, find_places, prepare
from bedtime.testing.manual_clock import ManualClock

CLOCK = ManualClock()
FULL = StretchForm(
    name="Scarf, für die Wade",
    steps="Sit.\nPull.",
    feel="along the calf",
    position=Position.SEATED,
    counting=Counting.BREATHS,
    amount=7,
    pose_of="towel-calf",
)


def a_png(wide: int) -> bytes:
    """A sound picture of one row."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    head = struct.pack(">IIBBBBB", wide, 1, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(wide + 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = find_places(str(tmp_path / "home"))
    prepare(found)
    return found


@pytest.fixture
def library(places: Places) -> PersonalLibrary:
    return library_in(places, CLOCK)


@pytest.fixture
def kept(places: Places) -> KeptForms:
    return KeptForms(places, CLOCK)


def test_a_form_is_there_at_the_next_start_as_it_was(places: Places, kept: KeptForms, library: PersonalLibrary) -> None:
    left = LeftForm("", FULL, Picture(Pictured.NEW, a_png(3)))
    kept.keep(LeftForm("", replace(FULL, name="Sca")))
    kept.keep(left)
    found = KeptForms(places, CLOCK).left(library)
    assert (found.forms, found.notices) == ((left,), ())


def test_a_new_stretch_and_changed_ones_do_not_take_each_others_place(
    kept: KeptForms, library: PersonalLibrary
) -> None:
    new, changed = LeftForm("", FULL), LeftForm("scarf", replace(FULL, amount=3), Picture(Pictured.AS_BEFORE))
    kept.keep(new)
    kept.keep(changed)
    kept.keep(replace(new, form=replace(FULL, amount=9)))
    assert [left.of for left in kept.left(library).forms] == ["scarf", ""]
    kept.forget("")
    assert kept.left(library).forms == (changed,)


def test_what_is_kept_or_given_up_leaves_no_file(places: Places, kept: KeptForms) -> None:
    kept.keep(LeftForm("", FULL, Picture(Pictured.NEW, a_png(3))))
    kept.keep(LeftForm("", FULL, Picture(Pictured.NEW, a_png(4))))
    assert len(list(places.forming_folder.iterdir())) == 1
    kept.forget("")
    assert not places.forming_file.exists()
    assert list(places.forming_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (b"{", "The file with the stretch that was being made could not be read. It was set aside as "),
        (b"\0\0", "The file with the stretch that was being made could not be read. It was set aside as "),
        (b'{"v": 1, "forms": 3}', ""),
        (b'{"v": 1, "forms": [3, {"of": 1}, {"of": "", "form": {"amount": "x"}}]}', "could not be read."),
        (b'{"v": 9, "forms": []}', "was written by a newer Bedtime"),
    ],
)
def test_a_broken_file_is_told_in_a_sentence(
    places: Places, kept: KeptForms, library: PersonalLibrary, spoilt: bytes, told: str
) -> None:
    places.forming_file.write_bytes(spoilt)
    left = kept.left(library)
    assert left.forms == ()
    assert told in " ".join(left.notices)
    assert all(words.endswith(".") for words in left.notices)


def test_a_number_beyond_reason_is_brought_back_to_it(
    places: Places, kept: KeptForms, library: PersonalLibrary
) -> None:
    places.forming_file.write_text('{"v": 1, "forms": [{"of": "", "form": {"amount": -5}}]}', encoding="utf-8")
    assert kept.left(library).forms[0].form.amount == 1


def test_a_pose_that_has_gone_costs_nothing_but_itself(kept: KeptForms, library: PersonalLibrary) -> None:
    kept.keep(LeftForm("", replace(FULL, pose_of="an-older-stretch")))
    left = kept.left(library)
    assert left.forms == (LeftForm("", replace(FULL, pose_of=None)),)
    assert left.notices == (
        "The figure for “Scarf, für die Wade” is no longer there. Choose another one, or a picture.",
    )


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"no picture")])
def test_a_picture_that_has_gone_or_is_broken_costs_nothing_but_itself(
    places: Places, kept: KeptForms, library: PersonalLibrary, spoil: Callable[[Path], object]
) -> None:
    kept.keep(LeftForm("", FULL, Picture(Pictured.NEW, a_png(3))))
    (picture,) = places.forming_folder.iterdir()
    spoil(picture)
    left = kept.left(library)
    assert left.forms == (LeftForm("", FULL, NO_PICTURE),)
    assert left.notices == ("The picture for “Scarf, für die Wade” cannot be used any more. Choose it again.",)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_killed_program_leaves_the_last_form_or_the_one_before_each_with_its_picture(
    places: Places, library: PersonalLibrary
) -> None:
    kept = KeptForms(places, CLOCK)
    pictures = [Picture(Pictured.NEW, a_png(wide)) for wide in (3, 4, 5)]
    forms = [LeftForm("", replace(FULL, amount=1 + n), pictures[n % 3]) for n in range(9)]
    kept.keep(forms[0])
    for _life in range(40):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            while True:
                for left in forms:
                    kept.keep(left)
                    os.write(writer, b".")
        os.close(writer)
        select.select([reader], [], [], 5)
        select.select([], [], [], random.uniform(0, 0.02))  # noqa: S311 - a moment to die at, no secret
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
        left = KeptForms(places, CLOCK).left(library)
        assert left.notices == ()
        assert left.forms[0] in forms
