"""Every word for people goes through the catalogue: whole sentences with named placeholders."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from bedtime.catalogues import placeholders
from bedtime.movement.told import told

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "assets" / "locale"
REMAKE = "run `python packaging/make_locale.py`"
IN_ENGLISH = ("bedtime/commands/", "bedtime/cli.py", "bedtime/testing/", "bedtime/figure/")
"""The command line stays in English, because scripts read it; the figure says nothing."""
DOORS = {"_", "N_", "ngettext", "pgettext"}
SHOWN = {
    *("set_words", "setText", "setAccessibleName", "setAccessibleDescription", "setToolTip", "setPlaceholderText"),
    *("Button", "RoundButton", "Words", "Pills", "Pill", "Segments", "NoteField", "NotesField", "Scroll", "Disclosure"),
    *("SwitchRow", "TickRow", "Answer", "Entry", "QFileDialog", "Field", "Circle", "OtherCircle", "setSuffix"),
    *("tell", "mention", "offer", "announce", "Announcement", "Utterance", "show_state", "say", "ask", "show_number"),
    *("SettingRow", "SettingGroup", "Brief", "Notice", "Finding", "Delivered", "Choice", "Preview"),
    *("BadInput", "Fault", "NotSaved", "TooNew", "CannotShow", "BusSilent"),
}
"""What shows, reads out or tells the words that it is handed."""
SAME_EVERYWHERE = {"Ada", "Walter", "English", "Bedtime", "language", "Alt+Up", "Alt+Down", "Ctrl+D", "Del"}
"""Names that every language has as they are: the figures, a language in itself, keys, and that of a setting."""
SPOKEN_BY_NAME = {"words", "title", "note", "text", "body", "label", "when", "action", "key"}
LETTERS = re.compile(r"[A-Za-z]")


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "bedtime").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(IN_ENGLISH):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def words_past_the_catalogue(node: ast.expr) -> Iterator[ast.expr]:
    """Literals with letters that a person would see, where an argument is made of them."""
    match node:
        case ast.Constant(value=str(words)) if LETTERS.search(words) and words not in SAME_EVERYWHERE:
            yield node
        case ast.JoinedStr(values=parts):
            yield from (node for part in parts if isinstance(part, ast.Constant) and LETTERS.search(str(part.value)))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*words_past_the_catalogue(body), *words_past_the_catalogue(orelse))
        case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
            for value in values:
                yield from words_past_the_catalogue(value)


def test_no_words_reach_a_person_past_the_catalogue() -> None:
    found = [
        f"{name}:{literal.lineno}: {ast.unparse(literal)}"
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in SHOWN
        for argument in (*node.args, *(keyword.value for keyword in node.keywords if keyword.arg in SPOKEN_BY_NAME))
        for literal in words_past_the_catalogue(argument)
    ]
    assert found == []


def test_the_doors_are_handed_whole_literals() -> None:
    """What gettext's tools read has to stand there: no variables, no f-strings, nothing put together."""
    found = [
        f"{name}:{node.lineno}: {ast.unparse(node)}"
        for name, tree in sources()
        if name not in {"bedtime/language.py", "bedtime/phrases.py"}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in {"ngettext", "pgettext", "N_"}
        for argument in node.args[: {"N_": 1}.get(called(node), 2)]
        if not isinstance(argument, ast.Constant)
    ]
    assert [one for one in found if "bedtime/catalogues.py" not in one] == []


def test_placeholders_have_names() -> None:
    for name, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in DOORS and node.args:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        fields = [field for _, field, _, _ in Formatter().parse(argument.value) if field is not None]
                        assert all(field.isidentifier() for field in fields), (name, argument.value)


def test_the_template_is_up_to_date() -> None:
    program = "import make_locale, sys; sys.stdout.buffer.write(make_locale.template())"
    made = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT / "packaging",
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        check=True,
    ).stdout
    assert (LOCALE / "bedtime.pot").read_bytes() == made, f"assets/locale/bedtime.pot is out of date; {REMAKE}"


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*/LC_MESSAGES/bedtime.po")), ids=str)
def test_every_placeholder_of_a_translation_exists_in_its_message(path: Path) -> None:
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only where there is a translation

    assert path.with_suffix(".mo").exists(), REMAKE
    with path.open("rb") as file:
        for message in read_po(file):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            known = frozenset[str]().union(*(placeholders(one) or () for one in ids))
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            for form in forms:
                named = placeholders(form)
                assert named is not None, message.id
                assert named <= known, message.id


def test_of_the_content_only_words_for_people_are_translated() -> None:
    stretch = json.loads((ROOT / "assets" / "stretches" / "wall-calf-straight.json").read_text(encoding="utf-8"))
    shouted = told(stretch, str.upper)
    kept = {"id", "group", "position", "props", "targets", "sides", "figure", "intensity", "get_ready_s", "switch_s"}
    assert {key: shouted[key] for key in kept} == {key: stretch[key] for key in kept}
    assert shouted["name"] == stretch["name"].upper()
    assert shouted["steps"] == [step.upper() for step in stretch["steps"]]
    assert shouted["evidence"] == {
        **stretch["evidence"],
        **{key: stretch["evidence"][key].upper() for key in ("text", "applies_to") if key in stretch["evidence"]},
    }
