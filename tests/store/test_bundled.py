"""The built-in files are found in a checkout and in an installed package."""

from pathlib import Path

import pytest

from bedtime.store import bundled


def test_a_checkout_has_them_in_its_own_folders() -> None:
    root = Path(bundled.__file__).parents[2]
    assert bundled.bundled_root() in {root, root / "bedtime" / "_data"}
    assert b'"trial-six-weeks"' in bundled.read_bundled("routines/trial-six-weeks.json")


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "tips.json").write_bytes(b"{}")
    monkeypatch.setattr(bundled, "_INSTALLED", tmp_path)
    assert bundled.read_bundled("assets/tips.json") == b"{}"
