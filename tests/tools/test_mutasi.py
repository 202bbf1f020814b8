"""The mutation run on a sample, and its teeth: pages that keep, invent or fix a figure are caught."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache

import pytest

from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.report.blocks import Block, Chart, Document, Heading, Para, Run
from lkjip_desktop.report.numbering import jalan as semua_blok
from tests.report.sections.contoh import lahat
from tools.mutasi import masukan
from tools.mutasi.cetakan import angka_teks, jelas, pokok
from tools.mutasi.jalan import TAHUN, Bangku, papers, periksa_tahun, periksa_tanggal, periksa_teks
from tools.mutasi.masukan import Ubahan

Ubah = Callable[[Snapshot, Hasil, Document], Document]


@cache
def bangku(nama: str) -> Bangku:
    return Bangku(lahat() if nama == "contoh" else masukan.terpisah(lahat()))


def sampel(s: Snapshot) -> list[Ubahan]:
    """Every 43rd number, and two numbers of rule sets; the whole run is `make mutasi`."""
    return [*list(masukan.angka(s))[::43], *list(masukan.aturan(s))[::47]]


def satu(s: Snapshot) -> Ubahan:
    """The part of a ratio: its capaian, means and verdicts follow."""
    return next(u for u in masukan.angka(s) if (u.tabel, u.kolom, u.cara) == ("indikator_tahun", "pembilang", "lebih"))


# ------------------------------------------------------------------------------------------------- the sample
@pytest.mark.parametrize("nama", ["contoh", "terpisah"])
def test_no_page_keeps_an_old_figure(nama: str) -> None:
    b = bangku(nama)
    pindah = 0
    for u in sampel(b.s):
        t = b.coba(u)
        assert t.salah == [], str(u)
        pindah += t.pindah
    assert pindah > 30


def test_the_inputs_of_the_example_are_found() -> None:
    angka = list(masukan.angka(lahat()))
    assert len(angka) > 300
    assert {u.tabel for u in angka} >= {
        "indikator_tahun",
        "target_renstra",
        "pk_butir",
        "pk_anggaran",
        "anggaran_sasaran",
        "anggaran_belanja",
        "skor",
        "skor_komponen",
        "kinerja_lain_angka",
    }


def test_every_place_of_a_name_changes_with_it() -> None:
    assert periksa_teks(lahat(), langkah=70).salah == []


def test_dates_and_years_follow() -> None:
    b = bangku("contoh")
    assert periksa_tanggal(b, langkah=3).salah == []
    assert periksa_tahun(b) == []


# ------------------------------------------------------------------------------------------------- its teeth
def tiruan(rusak: Ubah) -> Bangku:
    """The papers of the year, with a fault in the report."""

    def buat(s: Snapshot, h: Hasil) -> tuple[Document, ...]:
        laporan, *lain = papers(s, h)
        return (rusak(s, h, laporan), *lain)

    return Bangku(masukan.terpisah(lahat()), buat)


def sesudah_judul(d: Document, kunci: str, *blok: Block) -> Document:
    di = next(n for n, b in enumerate(d.blok) if isinstance(b, Heading) and b.kunci == kunci)
    return dataclasses.replace(d, blok=(*d.blok[: di + 1], *blok, *d.blok[di + 1 :]))


def test_a_number_written_into_a_chapter_is_caught() -> None:
    b0 = bangku("terpisah")
    u = satu(b0.s)
    h = hitung(b0.s, TAHUN)
    cetak = next(i for i in h.indikator if i.baris_id == u.id).capaian.cetak
    b = tiruan(lambda _s, _h, d: sesudah_judul(d, "bab4", Para((Run(f"Capaian sebesar {cetak}."),))))
    assert any(x.startswith(f"masih tercetak: {cetak.rstrip('%')}") for x in b.coba(u).salah)


def test_a_chart_that_is_not_drawn_anew_is_caught() -> None:
    s = masukan.terpisah(lahat())
    lama = {c.kunci: c for d in papers(s, hitung(s, TAHUN)) for c in bagan(d)}

    def rusak(_s: Snapshot, _h: Hasil, d: Document) -> Document:
        return dataclasses.replace(
            d, blok=tuple(lama.get(b.kunci, b) if isinstance(b, Chart) else b for b in semua_blok(d.blok))
        )

    salah = tiruan(rusak).coba(satu(s)).salah
    assert any("masih tercetak" in x for x in salah)


def bagan(d: Document) -> list[Chart]:
    return [b for b in semua_blok(d.blok) if isinstance(b, Chart)]


def test_a_figure_that_a_chapter_reckons_in_its_own_way_is_caught() -> None:
    def rusak(_s: Snapshot, h: Hasil, d: Document) -> Document:
        cepat = float(h.rata_rata or 0) * 1.0001
        return sesudah_judul(d, "bab4", Para((Run(f"Rata-rata {cepat:.4f}".replace(".", ",")),)))

    b = tiruan(rusak)
    assert any("berubah tanpa sebab" in x for x in b.coba(satu(b.s)).salah)


def test_a_figure_that_nothing_moves_is_listed() -> None:
    b = tiruan(lambda _s, _h, d: sesudah_judul(d, "bab4", Para((Run("Sebanyak 83 klien"),))))
    b.coba(satu(b.s))
    assert any("«83» klien" in x for x in b.diam())


def test_a_name_written_into_a_chapter_is_caught() -> None:
    def buat(s: Snapshot, h: Hasil) -> tuple[Document, ...]:
        laporan, *lain = papers(s, h)
        nama = "Balai Pemasyarakatan Kelas II Lahat"
        return (sesudah_judul(laporan, "bab4", Para((Run(f"Kinerja {nama} baik."),))), *lain)

    assert any("tanpa tandanya" in x for x in periksa_teks(lahat(), buat, langkah=10_000).salah)


def test_a_year_written_into_a_chapter_is_caught() -> None:
    b = tiruan(lambda _s, _h, d: sesudah_judul(d, "bab4", Para((Run("Hingga akhir tahun 2023 saja"),))))
    assert any("«2023» saja" in x for x in periksa_tahun(b))


def test_a_memo_that_is_not_renewed_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """What snapshots carry along must not answer for rows that changed."""
    b = bangku("contoh")

    def dua(s: Snapshot, tahun: int) -> Hasil:
        return hitung(s if s._ingatan else b.s, tahun)  # a snapshot without a memo is reckoned afresh

    monkeypatch.setattr("tools.mutasi.jalan.hitung", dua)
    assert any("memo" in x for x in b.coba(satu(b.s)).salah)


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("Rp3.733.357.000, atau 98,98%.", ["3.733.357.000", "98,98"]),
        ("2 (dua) dari 12", ["2", "12"]),
        ("IKK1 SK2", []),
        ("-0,51", ["0,51"]),
    ],
)
def test_figures_of_a_line(teks: str, angka: list[str]) -> None:
    assert angka_teks(teks) == angka


def test_one_number_in_two_settings_is_one() -> None:
    assert pokok("1.277") == pokok("1277")
    assert pokok("74,50") == pokok("74,5")
    assert pokok("10,00") == "10"
    assert jelas("98,98")
    assert not jelas("2023")
