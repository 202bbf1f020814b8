"""Annexes of the report: what the year has, the manual, checklist, scans."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.naskah import Paragraf, Teks, tulis
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    Bukti,
    Ceklis,
    Naskah,
    Pindaian,
    Pk,
    Prestasi,
    Rekomendasi,
)
from lkjip_desktop.report.blocks import Grid, ScanPages
from lkjip_desktop.report.sections import blok_bagian
from tests.report.sections.contoh import (
    grid,
    konteks_lahat,
    lahat,
    sel_teks,
    tambah,
    teks,
    ubah,
    ubah_ind,
)


def test_indicators_with_a_measure_only_share_one_table_of_the_manual() -> None:
    (g,) = (b for b in blok_bagian(konteks_lahat(), "lampiran.manual") if isinstance(b, Grid))
    assert len(g.baris) == 12
    assert sel_teks(g)[-1] == ["SK II IKK 9: Jumlah Gedung/Bangunan", "-", "Unit", "Makin tinggi nilainya makin baik"]


def test_a_filled_manual_prints_known_rows_only() -> None:
    s = ubah_ind(lahat(), "SK1.IKK1", definisi="Klien yang bekerja.", penanggung_jawab="Kasubsi")
    satu, lain = (b for b in blok_bagian(konteks_lahat(s), "lampiran.manual") if isinstance(b, Grid))
    kolom = [r[0] for r in sel_teks(satu)]
    assert kolom == ["Definisi operasional", "Rumus", "Satuan dan polaritas", "Penanggung jawab"]
    assert sel_teks(satu)[2][1] == "%, makin tinggi nilainya makin baik"
    assert len(lain.baris) == 11


# --------------------------------------------------------------------------------------------------- annexes
def _dengan_lampiran() -> Snapshot:
    return tambah(
        lahat(),
        Rekomendasi(
            id="r", tahun=2023, rekomendasi="Perbaiki data", tindak_lanjut="Sudah", status="selesai", bukti="Nota"
        ),
        Ceklis(id="c", tahun=2023, jenis="reviu", kode="F1", jawaban="ya"),
        Bukti(id="b", tahun=2023, nama="Laporan bulanan", lokasi="Lemari 1", tanggal="2023-05"),
        Prestasi(id="p", tahun=2023, nama="WBK", pemberi="KemenPAN-RB", tanggal="2023-12"),
        Naskah(id="n", tahun=2023, bagian="lampiran.lain", isi=tulis((Paragraf((Teks("Tambahan."),)),))),
    )


@pytest.mark.parametrize(
    ("kunci", "isi"),
    [
        ("lampiran.tindak_lanjut", ["Perbaiki data", "Selesai", "Nota"]),
        ("lampiran.bukti", ["Laporan bulanan", "Lemari 1", "Mei 2023"]),
        ("lampiran.prestasi", ["WBK", "KemenPAN-RB", "Desember 2023"]),
        ("lampiran.lain", ["Tambahan."]),
        ("lampiran.manual", ["Rumus", "Satuan", "SK I IKK 1: Persentase klien usia produktif"]),
    ],
)
def test_annexes_print_what_the_year_has(kunci: str, isi: list[str]) -> None:
    k = konteks_lahat(_dengan_lampiran())
    assert kunci in k.dicetak
    ada = teks(blok_bagian(k, kunci))
    assert all(x in ada for x in isi)
    if kunci != "lampiran.manual":
        assert kunci not in konteks_lahat().dicetak


def test_the_checklist_prints_only_when_answered() -> None:
    assert "lampiran.reviu" not in konteks_lahat().dicetak
    kode = konteks_lahat().aturan.ceklis_reviu.kelompok[0].butir[0].kode
    s = tambah(lahat(), Ceklis(id="c", tahun=2023, jenis="reviu", kode=kode, jawaban="ya", catatan="Lengkap"))
    rows = sel_teks(grid(blok_bagian(konteks_lahat(s), "lampiran.reviu"), "tabel.reviu"))
    assert rows[1][2:] == ["√", "", "Lengkap"]
    assert sum(len(r) == 5 for r in rows) == 23


def test_a_scan_of_the_pk_replaces_the_generated_one() -> None:
    s = lahat()
    pk = next(r for r in s.rows(Pk) if r.tahun == 2023)
    s = tambah(
        s, Pindaian(id="x", tahun=2023, naskah="pk", pk_id=pk.id, berkas="ab", mime="application/pdf", halaman=3)
    )
    isi = blok_bagian(konteks_lahat(s), "lampiran.pk")
    assert [b.halaman for b in isi if isinstance(b, ScanPages)] == [3]
    assert "Selanjutnya disebut" not in teks(isi)
    tidak = ubah(s, "pindaian", lambda _r: True, pakai=False)
    assert "Selanjutnya disebut" in teks(blok_bagian(konteks_lahat(tidak), "lampiran.pk"))
