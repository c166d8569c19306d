"""Writes assets/schemas/*.json anew, after a change to what a stretch or a routine may hold.

python packaging/make_schemas.py
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bedtime.movement.schemas import routine_schema, stretch_schema  # noqa: E402 - from this checkout

FOLDER = ROOT / "assets" / "schemas"

for name, schema in {"stretch": stretch_schema(), "routine": routine_schema()}.items():
    path = FOLDER / f"{name}.schema.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    print(path.relative_to(ROOT))
