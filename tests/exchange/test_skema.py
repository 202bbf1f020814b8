"""The generated JSON Schema says what the import takes."""

from __future__ import annotations

import json
import re
from typing import Any

from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.exchange.skema import skema

from .bahan import dokumen


def _cocok(s: dict[str, Any], nilai: Any, semua: dict[str, Any]) -> bool:
    """The part of JSON Schema that we use: enough to hold the example against it."""
    if "$ref" in s:
        return _cocok(semua["$defs"][s["$ref"].removeprefix("#/$defs/")], nilai, semua)
    if "anyOf" in s:
        return any(_cocok(p, nilai, semua) for p in s["anyOf"])
    if "const" in s and nilai != s["const"]:
        return False
    if "enum" in s and nilai not in s["enum"]:
        return False
    if "type" in s:
        nama = {str: "string", int: "integer", bool: "boolean", type(None): "null", list: "array", dict: "object"}
        if nama[type(nilai)] not in ([s["type"]] if isinstance(s["type"], str) else s["type"]):
            return False
    if isinstance(nilai, str):
        return re.search(s.get("pattern", ""), nilai) is not None and len(nilai) <= s.get("maxLength", len(nilai))
    if isinstance(nilai, int):
        return bool(s.get("minimum", nilai) <= nilai <= s.get("maximum", nilai))
    if isinstance(nilai, list):
        return all(_cocok(s.get("items", {}), v, semua) for v in nilai)
    if isinstance(nilai, dict):
        sifat = s.get("properties", {})
        lain = s.get("additionalProperties", True)
        if any(k not in nilai for k in s.get("required", ())) or (lain is False and nilai.keys() - sifat.keys()):
            return False
        return all(_cocok(sifat.get(k, lain if isinstance(lain, dict) else {}), v, semua) for k, v in nilai.items())
    return True


def test_the_example_fits_the_schema() -> None:
    s = skema()
    assert _cocok(s, dokumen(), s)


def test_what_the_import_refuses_does_not_fit() -> None:
    s = skema()
    for nilai in ({"target": 60}, {"polaritas": "atas"}, {"hantu": 1}, {"id": "A"}, {"indikator_id": "x"}):
        d = dokumen()
        d["tabel"]["indikator_tahun"][0] |= nilai
        assert not _cocok(s, d, s), nilai


def test_every_table_and_column_is_described() -> None:
    s = skema()
    assert s["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for t in TABLES.values():
        assert set(s["$defs"][t.name]["properties"]) == {"id", *t.by_name}
    assert json.loads(json.dumps(s)) == s
