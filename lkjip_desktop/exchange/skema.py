"""JSON Schema (draft 2020-12) of the exchange format, generated from the tables."""

from __future__ import annotations

from typing import Any

from lkjip_desktop.core.angka import BATAS_DIGIT
from lkjip_desktop.core.baca import BATAS_DIGIT_BULAT
from lkjip_desktop.core.schema import TABLES, Column, Kind, Table
from lkjip_desktop.core.tanggal import TAHUN_AKHIR, TAHUN_AWAL

from .json_keluar import FORMAT, VERSI

_UUID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_SHA = "^[0-9a-f]{64}$"
_TANGGAL = "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"


def skema() -> dict[str, Any]:
    """The schema as a JSON value; titles and descriptions are those that forms show."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Berkas pertukaran LKjIP Desktop",
        "type": "object",
        "required": ["format", "versi", "tabel"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "versi": {"const": VERSI},
            "tabel": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    t.name: {"title": t.label, "type": "array", "items": {"$ref": f"#/$defs/{t.name}"}}
                    for t in TABLES.values()
                },
            },
            "berkas": {
                "description": "Isi gambar dan lampiran dalam base64, menurut SHA-256 isinya.",
                "type": "object",
                "propertyNames": {"pattern": _SHA},
                "additionalProperties": {"type": "string", "contentEncoding": "base64"},
            },
        },
        "$defs": {t.name: _tabel(t) for t in TABLES.values()} | _naskah(),
    }


def _tabel(t: Table) -> dict[str, Any]:
    kunci = f" Dikenali dari id, atau dari {', '.join(t.unique)}." if t.unique else ""
    return {
        "title": t.label,
        "description": f"Satu baris {t.one}.{kunci}",
        "type": "object",
        "additionalProperties": False,
        "properties": {"id": _UUID} | {c.name: _kolom(c) for c in t.columns},
    }


def _kolom(c: Column) -> dict[str, Any]:
    keterangan = {"title": c.label} | ({"description": c.help} if c.help else {})
    return keterangan | _jenis(c)


def _jenis(c: Column) -> dict[str, Any]:
    match c.kind:
        case Kind.ANGKA:
            return {"type": ["string", "null"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "maxLength": BATAS_DIGIT + 2}
        case Kind.UANG | Kind.BULAT:
            batas = 10**BATAS_DIGIT_BULAT - 1
            return _rentang(c, -batas, batas)
        case Kind.TAHUN:
            return _rentang(c, TAHUN_AWAL, TAHUN_AKHIR)
        case Kind.YATIDAK:
            return {"type": "boolean"}
        case Kind.TANGGAL:
            return {"type": "string", "pattern": _TANGGAL}
        case Kind.PILIHAN:
            return {"enum": ["", *(nilai for nilai, _ in c.choices)]}
        case Kind.RUJUK:
            return {"anyOf": [_UUID, {"type": "null"}], "$comment": f"id baris tabel {c.ref}"}
        case Kind.NASKAH:
            return {"anyOf": [{"$ref": "#/$defs/-naskah"}, {"type": "null"}]}
        case Kind.DATA:
            return {"type": ["object", "array", "null"]}
        case Kind.BERKAS:
            return {"type": "string", "pattern": f"^$|{_SHA}"}
        case Kind.TEKS | Kind.PARAGRAF:
            return {"type": "string"} | ({"maxLength": c.max_length} if c.max_length else {})


def _rentang(c: Column, bawah: int, atas: int) -> dict[str, Any]:
    return {
        "type": ["integer", "null"],
        "minimum": bawah if c.minimum is None else c.minimum,
        "maximum": atas if c.maximum is None else c.maximum,
    }


def _naskah() -> dict[str, Any]:
    """Rich text as core.naskah writes it; names with a dash cannot collide with a table."""
    teks = {"type": "string"}
    potongan = {"type": "array", "items": {"$ref": "#/$defs/-potongan"}}
    return {
        "-potongan": {
            "anyOf": [
                {
                    "type": "object",
                    "description": "Teks; b = tebal, i = miring.",
                    "required": ["s"],
                    "properties": {"s": teks, "b": {"const": 1}, "i": {"const": 1}},
                },
                {
                    "type": "object",
                    "description": "Isian otomatis f, bila perlu tentang baris r.",
                    "required": ["f"],
                    "properties": {"f": teks, "r": teks},
                },
            ]
        },
        "-naskah": {
            "type": "array",
            "items": {
                "anyOf": [
                    {"type": "object", "required": ["t", "i"], "properties": {"t": {"const": "p"}, "i": potongan}},
                    {
                        "type": "object",
                        "required": ["t", "b"],
                        "properties": {"t": {"enum": ["ol", "ul"]}, "b": {"type": "array", "items": potongan}},
                    },
                    {
                        "type": "object",
                        "required": ["t", "r"],
                        "properties": {
                            "t": {"const": "tabel"},
                            "j": teks,
                            "s": teks,
                            "k": {"type": "integer", "minimum": 0},
                            "r": {"type": "array", "items": {"type": "array", "items": teks}},
                        },
                    },
                    {
                        "type": "object",
                        "required": ["t", "g"],
                        "properties": {
                            "t": {"const": "gambar"},
                            "j": teks,
                            "s": teks,
                            "g": {
                                "type": "array",
                                "items": {
                                    "type": "array",
                                    "prefixItems": [_UUID, {"type": "integer"}],
                                    "minItems": 2,
                                    "maxItems": 2,
                                },
                            },
                        },
                    },
                ]
            },
        },
    }
