"""Makes `assets/locale/bedtime.pot` from the code and the content, and a catalogue of every translation beside it.

    python packaging/make_locale.py

`assets/locale/LANGUAGE/LC_MESSAGES/bedtime.po` is written by people; its `.mo` is made of it. A test says when the
`.pot` is out of date.
"""

import ast
import io
import json
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bedtime.movement.told import told

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "assets" / "locale"
CONTENT = ("routines/*.json", "assets/stretches/*.json", "assets/[bcht]*.json")
ASIDE = frozenset({"catalogue.json"})
"""Which routine comes before which is no word for anybody."""
_PARTS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}


def messages() -> Catalog:
    """Every message, with the files that it stands in."""
    catalog = Catalog(project="Bedtime", version="", copyright_holder="", charset="utf-8", fuzzy=False)
    for where, context, message in (*_in_code(), *_in_content()):
        catalog.add(message, context=context, locations=[(where, None)])
    return catalog


def template() -> bytes:
    """The `.pot` as it should be."""
    out = io.BytesIO()
    write_po(out, messages(), omit_header=True, sort_output=True, width=110)
    return out.getvalue()


def _in_code() -> Iterator[tuple[str, str | None, str | tuple[str, str]]]:
    for path in sorted((ROOT / "bedtime").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _PARTS:
                parts = [one.value for one in node.args[: _PARTS[node.func.id]] if isinstance(one, ast.Constant)]
                if len(parts) == _PARTS[node.func.id]:
                    where = path.relative_to(ROOT).as_posix()
                    yield where, *_message(node.func.id, [str(part) for part in parts])


def _message(door: str, parts: list[str]) -> tuple[str | None, str | tuple[str, str]]:
    if door == "pgettext":
        return parts[0], parts[1]
    return None, (parts[0], parts[1]) if door == "ngettext" else parts[0]


def _in_content() -> Iterator[tuple[str, str | None, str]]:
    for pattern in CONTENT:
        for path in sorted(ROOT.glob(pattern)):
            if path.name in ASIDE:
                continue
            document = json.loads(path.read_text(encoding="utf-8"))
            said = list[str]()
            told(document, lambda words, said=said: said.append(words) or words)
            for words in (*said, *document.get("targets", ())):
                yield path.relative_to(ROOT).as_posix(), None, words


def main() -> None:
    """Write the template, and a catalogue for every translation."""
    LOCALE.mkdir(exist_ok=True)
    made = template()
    (LOCALE / "bedtime.pot").write_bytes(made)
    print(f"bedtime.pot: {len(messages())} messages")
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/bedtime.po")):
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as out:
            write_mo(out, read_po(source))
        print(f"{path.parent.parent.name}: bedtime.mo")


if __name__ == "__main__":
    main()
