"""Every word that somebody typed leads, where it is printed, to the field in which it stands."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from lkjip_desktop.core.naskah import dari_teks, tulis
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.workspace import Workspace

#: Columns by which the program finds its way; their values are no words.
_BUKAN_KATA = {
    "kode",
    "kode_satker",
    "jenis",
    "bagian",
    "berkas",
    "mime",
    "nama_berkas",
    "frekuensi",
    "status",
    "skala",
}
#: Said at a number, at a name, or in a line below a table: the page leads to the same row there.
_SEBARIS = {
    "faksimile", "laman", "surel", "telepon", "satuan_hitung", "satuan", "skala", "sumber", "tempat", "gelar_belakang",
    "gelar_depan", "p1_unit", "p2_unit", "sebutan_kedua", "sebutan_pertama", "sumber_visi", "sumber_visi_nasional",
    "kategori_resmi", "nama_naskah",
}  # fmt: skip
Tempat = tuple[str, str, str]


def _tambahan(s: Snapshot) -> list[Row]:
    """One row of every table that the example leaves empty."""
    ikk = s.one(IndikatorTahun, tahun=2023, kode="SK1.IKK1")
    assert ikk is not None
    semua: dict[str, dict[str, Any]] = {
        "bukti": {"indikator_id": ikk.indikator_id},
        "data_dukung": {"kelompok": "pegawai"},
        "indikator_periode": {"indikator_id": ikk.indikator_id, "jenis": "bulan", "periode": 3},
        "prestasi": {},
        "rekomendasi": {},
    }
    out: list[Row] = []
    for t, isi in semua.items():
        buat: Any = TABLES[t].row
        out.append(buat(id=f"baru-{t}", tahun=2023, **isi))
    return out


def _bertanda(s: Snapshot) -> tuple[Snapshot, dict[str, Tempat]]:
    """The example with a sign of its own in every text of 2023, and where each stands."""
    tanda: dict[str, Tempat] = {}
    tabel = {n: dict(rows) for n, rows in s.tabel.items()}
    for r in _tambahan(s):
        tabel.setdefault(r.TABEL, {})[r.id] = r
    for nama, rows in tabel.items():
        if nama in ("aturan", "gambar", "pindaian"):
            continue
        for id, r in rows.items():
            if getattr(r, "tahun", 2023) != 2023 or getattr(r, "jenis", "") == "fungsi":
                continue  # functions go into the default text of Bab I, which leads to that text
            isi: dict[str, Any] = {}
            for c in TABLES[nama].columns:
                if c.name in _BUKAN_KATA or c.choices or c.kind not in (Kind.TEKS, Kind.PARAGRAF, Kind.NASKAH):
                    continue
                kunci = f"Zq{len(tanda):05d}x"
                tanda[kunci] = (nama, id, c.name)
                isi[c.name] = tulis(dari_teks(kunci)) if c.kind is Kind.NASKAH else kunci
            if nama == "pk":
                isi |= {"sidik": "", "tempat": r.tempat}  # type: ignore[attr-defined]  # rows of pk
            if nama == "analisis" and r.nomor == 7:  # type: ignore[attr-defined]  # rows of analisis
                isi["isi"] = ""
            rows[id] = dataclasses.replace(r, **isi)
    return Snapshot(tabel), tanda


@pytest.fixture(scope="module")
def tercetak() -> tuple[set[Tempat], set[Tempat]]:
    """(where the words stand that the papers print, where the papers lead)."""
    cetak: set[Tempat] = set()
    tuju: set[Tempat] = set()
    with Workspace.contoh_memori() as w:
        s, tanda = _bertanda(w.snapshot)
        for jenis, pilihan in (("lkjip", {}), ("lkjip", {"bagian": "sampul"}), ("surat", {}), ("pk", {})):
            hasil = w.bangun_dari(s, jenis, 2023, **pilihan)  # type: ignore[arg-type]  # a dict of plain options
            teks = re.sub(r"\s", "", "".join(w.teks_halaman(hasil.isi)))
            cetak |= {tanda[f"Zq{n}x"] for n in re.findall(r"(?i)zq(\d{5})x", teks)}
            tuju |= {(h.asal.tabel, h.asal.kunci, h.asal.kolom) for h in hasil.hits}
    return cetak, tuju


def test_printed_words_lead_to_their_fields(tercetak: tuple[set[Tempat], set[Tempat]]) -> None:
    cetak, tuju = tercetak
    assert len({(t, c) for t, _, c in cetak}) > 90
    kurang = {(t, c) for t, id, c in cetak - tuju if c not in _SEBARIS}
    assert kurang == set()


def test_the_others_lead_to_their_row(tercetak: tuple[set[Tempat], set[Tempat]]) -> None:
    cetak, tuju = tercetak
    baris = {(t, id) for t, id, _ in tuju}
    assert {(t, c) for t, id, c in cetak if (t, id) not in baris} == set()


def test_boxes_that_are_drawn_lead_somewhere() -> None:
    """The cover and the organisation chart, which are drawn and not set as text."""
    with Workspace.contoh_memori() as w:
        sampul = {(h.asal.tabel, h.asal.kolom) for h in w.bangun("lkjip", 2023, bagian="sampul").hits}
        assert {("identitas", "kop"), ("laporan", "nama_dokumen"), ("identitas", "nama")} <= sampul
        bab1 = w.bangun("lkjip", 2023, bagian="bab1").hits
        posisi = {h.asal.kunci for h in bab1 if h.asal.tabel == "posisi" and h.y1 - h.y0 > 15}
        assert len(posisi) == len(w.snapshot.tabel["posisi"])


def test_the_annexes_are_shown_together() -> None:
    """The preview asks for "lampiran" and gets all of them, as in the whole report."""
    with Workspace.contoh_memori() as w:
        semua = w.bangun("lkjip", 2023)
        lampiran = w.bangun("lkjip", 2023, bagian="lampiran")
        assert lampiran.halaman == semua.halaman - semua.tujuan["lampiran"]
        assert {"lampiran.pk_lalu", "lampiran.pk", "lampiran.manual"} <= set(lampiran.tujuan)
