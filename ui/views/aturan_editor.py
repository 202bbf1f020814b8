"""The content of a rule set as fields and tables, whatever its kind; a change that cannot be read is refused."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lkjip_desktop.core.angka import desimal_teks
from lkjip_desktop.core.aturan import Pengukuran, urai
from lkjip_desktop.core.aturan.cetak import AturanCetak
from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.isian import baca_isian
from lkjip_desktop.core.schema import TABLES, Column, Kind
from lkjip_desktop.core.tables import AturanBaris
from ui.bridge import Bridge
from ui.views.aturan_bagian import PartsTable
from ui.widgets.field import COLUMNS, Field, Label, drop
from ui.widgets.json_table import JsonTable
from ui.widgets.make_field import SPAN, make_field
from ui.widgets.view import card

_WORDS = {
    "nama": "Nama",
    "kode": "Kode",
    "aspek": "Aspek",
    "bobot": "Bobot",
    "jenis": "Jenis",
    "dari": "Diambil dari",
    "kata": "Sebutan",
    "lebih_dari": "Lebih dari",
    "paling_sedikit": "Paling sedikit",
    "batas": "Batas",
    "termasuk": "Termasuk batasnya",
    "smart": "Bobot SMART (%)",
    "ikpa": "Bobot IKPA (%)",
    "dasar": "Dasar",
    "hari": "Hari",
    "bulan": "Bulan",
    "tambah": "Tahun berikutnya (+)",
    "teks": "Butir",
    "butir": "Butir",
    "komponen": "Komponen",
    "kategori": "Kategori",
    "kelompok": "Kelompok",
    "judul": "Judul",
    "judul_perubahan": "Judul perjanjian perubahan",
    "naskah": "Naskah",
    "pengantar": "Pengantar",
    "tabel": "Data",
    "kolom": "Isian",
    "mulai": "Mulai diperiksa pada bulan",
    "ne_batas": "Batas E (plus-minus)",
    "ne_dasar": "Nilai dasar NE",
    "ne_faktor": "Faktor NE",
    "tenggat": "Tenggat",
    "bagian": "Bagian yang dicetak",
    "judul_kolom": "Judul kolom tabel",
    "urutan": "Urutan bagian",
    "sembunyi": "Bagian yang disembunyikan",
    "analisis": "Analisis yang dicetak",
    "grafik": "Grafik",
    "kategori_capaian": "Kategori capaian",
    "manual_ikk": "Manual indikator",
    "daftar_bukti": "Daftar bukti",
    "ceklis_reviu": "Daftar periksa reviu",
    "tindak_lanjut": "Tindak lanjut evaluasi",
    "pk_bab2": "Perjanjian Kinerja di Bab II",
}
#: Order of the columns of a table of a rule.
_PARTS = ("judul", "urutan", "sembunyi")  # of the print rule: shown as one table
_PRINTED = (("ya", "Dicetak"), ("tidak", "Tidak dicetak"))
_WHOLE = (("penuh", "Dicetak penuh"), ("rujukan", "Hanya rujukan ke Lampiran"))
_PLACE = {k: i for i, k in enumerate(dict.fromkeys(("kode", "nama", "kata", "teks", "tabel", "kolom", *_WORDS)))}
_FLAT: dict[str, type] = {"pengukuran": Pengukuran, "cetak": AturanCetak}


#: Words for what a rule stores as a code, by the key under which it stands.
_CODES: dict[str, dict[str, str]] = {
    "jenis": {
        "biasa": "Biasa",
        "efisiensi": "Efisiensi",
        "pengurang": "Pengurang nilai",
        "bulanan": "Setiap bulan",
        "tahunan": "Setiap tahun",
        "pk": "Sesudah DIPA",
    },
    "dari": {
        "capaian_ro": "Capaian rincian output",
        "efisiensi_ro": "Efisiensi rincian output",
        "penyerapan": "Penyerapan anggaran",
        "smart": "Nilai SMART",
        "ikpa": "Nilai IKPA",
    },
}


def words_for(key: str) -> str:
    """The label of a key: from the list, else the key itself with spaces."""
    return _WORDS.get(key, key.replace("_", " ").capitalize())


def place_words(row: Mapping[str, Any], key: str) -> Any:
    """A value of a row; codes and names of tables and columns (seasons of checks) as a person knows them."""
    if key in _CODES:
        return _CODES[key].get(row[key], row[key])
    table = TABLES.get(str(row.get("tabel", "")))
    if table is None or key not in ("tabel", "kolom"):
        return row[key]
    column = table.by_name.get(str(row.get("kolom", "")))
    return table.label if key == "tabel" else column.label if column is not None else row[key]


def place_names(row: Mapping[str, Any]) -> dict[str, Any]:
    """The other way: labels as typed or shown back to the names that are stored; unknown words stay as they are."""
    out = dict(row)
    for key, codes in _CODES.items():
        typed = str(row.get(key, "")).strip().casefold()
        out.update((key, code) for code, shown in codes.items() if typed in (code, shown.casefold()))
    words = str(row.get("tabel", "")).casefold()
    table = next((t for t in TABLES.values() if words in (t.label.casefold(), t.name)), None)
    if table is not None:
        out["tabel"] = table.name
        wanted = str(row.get("kolom", "")).casefold()
        column = next((c for c in table.columns if wanted in (c.label.casefold(), c.name)), None)
        if column is not None:
            out["kolom"] = column.name
    return out


class RuleEditor(QWidget):
    """Bound to one row of `aturan` by `show_row`; every change is one step."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.row_id = ""
        self._fields: list[Field] = []
        self._paths: list[tuple[Field, tuple[str | int, ...]]] = []
        self._shown = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._cards: list[QWidget] = []
        bridge.changed.connect(self._on_changed)

    def show_row(self, row_id: str) -> None:
        self.row_id = row_id
        self._build()

    def focus_first(self) -> bool:
        if self._fields:
            self._fields[0].editor.setFocus()
        return bool(self._fields)

    def commit(self) -> bool:
        done = True
        for field in self._fields:
            done = field.commit() and done
        return done

    # ------------------------------------------------------------------------------------------------- building
    def _row(self) -> AturanBaris | None:
        return self.bridge.snapshot.get(AturanBaris, self.row_id)

    def _build(self) -> None:
        row = self._row()
        drop(self._box, self._cards)
        self._fields, self._paths = [], []
        if row is None:
            return
        self._shown = row.isi
        content = _in_order(row.jenis, {**_defaults(row.jenis), **json.loads(row.isi or "{}")})
        parts: PartsTable | None = None
        if row.jenis == "cetak":
            titles, order, hidden = (content.pop(k) for k in _PARTS)
            parts = PartsTable(titles, order, hidden, self.bridge.read_only)
            parts.edited.connect(lambda *values: self._store_all(dict(zip(_PARTS, values, strict=True))))
        scalars = [k for k, v in content.items() if not isinstance(v, dict | list)]
        if scalars:
            self._put(card(*[self._field(row.jenis, (k,), content[k]) for k in scalars]))
        for key, value in content.items():
            if isinstance(value, dict) and value:
                fields = [
                    self._field(row.jenis, (key, k), v) for k, v in value.items() if not isinstance(v, dict | list)
                ]
                self._put(card(Label(words_for(key), "sub"), *fields))
            elif isinstance(value, list) and value:
                self._add_list((key,), value)
        if parts is not None:
            self._put(card(Label("Bagian laporan", "sub"), parts), 1)

    def _put(self, widget: QWidget, at: int = -1) -> None:
        self._box.insertWidget(at, widget)
        self._cards.append(widget)

    def _add_list(self, path: tuple[str | int, ...], value: list[Any]) -> None:
        if not all(isinstance(v, dict) for v in value):
            row = self._row()
            field = self._list_field(path, value)
            self._put(card(field) if row else field)
            return
        nested = [k for k in value[0] if isinstance(value[0][k], list)]
        if not nested:
            rows = [{k: place_words(v, k) for k in sorted(v, key=lambda name: _PLACE.get(name, 99))} for v in value]
            table = JsonTable(words_for(str(path[-1])), rows, words_for)
            table.edited.connect(lambda rows: table.say(self._store(path, [place_names(r) for r in rows])))
            self._put(card(Label(words_for(str(path[-1])), "sub"), table))
            return
        for i, group in enumerate(value):
            title = " ".join(str(group.get(k, "")) for k in ("kode", "nama")).strip()
            self._put(Label(title, "sub"))
            for key in nested:
                self._add_list((*path, i, key), group[key])

    def _field(self, jenis: str, path: tuple[str | int, ...], value: Any) -> Field:
        column = _column(jenis, path, value)
        field = make_field(column, self.bridge)
        if column.kind in (Kind.ANGKA, Kind.BULAT, Kind.UANG, Kind.TAHUN):
            field.place(0, SPAN[column.kind], COLUMNS)
        shown = value
        if column.kind is Kind.ANGKA:
            shown = baca_isian(column, str(value).replace(".", ",")).nilai if value is not None else None
        field.load(shown)
        field.on_commit = lambda new: self._store(path, _json_value(column, new))
        field.set_read_only(self.bridge.read_only)
        self._fields.append(field)
        self._paths.append((field, path))
        return field

    def _list_field(self, path: tuple[str | int, ...], value: list[Any]) -> Field:
        numbers = all(isinstance(v, int) for v in value)
        column = Column(str(path[-1]), Kind.TEKS, words_for(str(path[-1])), "Pisahkan dengan koma.", max_length=2000)
        field = make_field(column, self.bridge)
        field.load(", ".join(str(v) for v in value))

        def commit(text: str) -> str:
            parts = [p.strip() for p in text.split(",") if p.strip()]
            if numbers and not all(p.isdigit() for p in parts):
                return "Tulis angka saja, dipisahkan koma."
            return self._store(path, [int(p) for p in parts] if numbers else parts)

        field.on_commit = commit
        self._fields.append(field)
        return field

    # -------------------------------------------------------------------------------------------------- storing
    def _store(self, path: tuple[str | int, ...], value: Any) -> str:
        """Put a value at its place in the rule; refused when the rule could then not be read."""
        row = self._row()
        if row is None:
            return "Aturan ini sudah dihapus."
        content = {**_defaults(row.jenis), **json.loads(row.isi or "{}")}
        # Weights have to add up: what was refused alone is tried again together with its neighbour.
        others = [(f, p, f.read()) for f, p in self._paths if p != path and f.dirty]
        for at, new in ((path, value), *((p, _json_value(f.column, i.nilai)) for f, p, i in others if not i.galat)):
            place: Any = content
            for step in at[:-1]:
                place = place[step]
            place[at[-1]] = new
        return self._write(row, content, others)

    def _store_all(self, values: dict[str, Any]) -> str:
        """Several values of the rule as one step."""
        row = self._row()
        if row is None:
            return "Aturan ini sudah dihapus."
        return self._write(row, {**_defaults(row.jenis), **json.loads(row.isi or "{}"), **values}, [])

    def _write(self, row: AturanBaris, content: dict[str, Any], others: list[tuple[Field, Any, Any]]) -> str:
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        _, wrong = urai(row.jenis, text)
        if wrong:
            sentence = f"Aturan tidak dapat dibaca: {wrong[0]}."
            self.bridge.told.emit(sentence, True)
            return sentence
        refused = self.bridge.do(Ubah("aturan", row.id, {"isi": text}), self)
        for field, _, isian in others if not refused else ():
            if not isian.galat:
                field.load(isian.nilai)
        return refused

    def _on_changed(self, changed: Changed) -> None:
        row = self._row()
        if row is not None and changed.has("aturan", self.row_id) and changed.initiator is not self:
            if row.isi != self._shown:
                self._build()
        elif row is not None:
            self._shown = row.isi


def _defaults(jenis: str) -> dict[str, Any]:
    """What a flat rule says where its row is silent, in the form of the row."""
    cls = _FLAT.get(jenis)
    return {k: _plain(v) for k, v in vars_of(cls()).items()} if cls is not None else {}


def vars_of(rule: Any) -> dict[str, Any]:
    """Field names and values of a frozen rule."""
    return {f.name: getattr(rule, f.name) for f in dataclasses.fields(rule)}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return list(value)
    return desimal_teks(value) if isinstance(value, Decimal) else value


def _in_order(jenis: str, content: dict[str, Any]) -> dict[str, Any]:
    """Keys as the rule's class or the list of words has them; canonical JSON is in the order of the alphabet."""
    cls = _FLAT.get(jenis)
    order = [f.name for f in dataclasses.fields(cls)] if cls is not None else list(_WORDS)
    return dict(sorted(content.items(), key=lambda kv: order.index(kv[0]) if kv[0] in order else len(order)))


def _column(jenis: str, path: tuple[str | int, ...], value: Any) -> Column:
    """A column for one scalar of a rule; known rule sets bring labels, choices and help."""
    name = str(path[-1])
    cls = _FLAT.get(jenis)
    if jenis == "cetak" and path[0] == "bagian":
        choices = _WHOLE if name == "pk_bab2" else _PRINTED
        return Column(name, Kind.PILIHAN, words_for(name), choices=choices, default=choices[0][0])
    if cls is not None and len(path) == 1:
        for f in dataclasses.fields(cls):
            if f.name == name and "label" in f.metadata:
                return Column(
                    name,
                    _kind(f.default, value, bool(f.metadata["pilihan"])),
                    str(f.metadata["label"]),
                    str(f.metadata["bantuan"]) or ("Kosong berarti tidak dapat dihitung." if "_nol" in name else ""),
                    choices=tuple(f.metadata["pilihan"]),
                    max_length=5000,
                    default=f.default if f.metadata["pilihan"] else None,
                )
    return Column(name, _kind(None, value, False), words_for(name), max_length=20_000)


def _kind(default: Any, value: Any, chosen: bool) -> Kind:
    if chosen:
        return Kind.PILIHAN
    if isinstance(value, bool) or isinstance(default, bool):
        return Kind.YATIDAK
    if isinstance(value, int) or (isinstance(default, int) and value is None):
        return Kind.BULAT
    if value is None or _number(value):
        return Kind.ANGKA
    return Kind.PARAGRAF if isinstance(value, str) and (len(value) > 120 or "\n" in value) else Kind.TEKS


def _number(value: Any) -> bool:
    return isinstance(value, str) and value.replace(".", "", 1).isdigit()


def _json_value(column: Column, value: Any) -> Any:
    """A committed value in the form of the exchange: numbers as text, whole ones as numbers."""
    if column.kind is Kind.ANGKA:
        return None if value is None else desimal_teks(value)
    return value
