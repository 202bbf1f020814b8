"""Heavy papers: no row is lost, nothing hangs alone at a foot, no page is empty, nothing leaves its margins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

import pypdfium2
import pytest

from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.naskah import baca, polos
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Analisis
from lkjip_desktop.report.blocks import Chart, Document, Rendered, Seri
from lkjip_desktop.report.numbering import Numbered, nomori
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pdfium import KUNCI, teks_halaman
from lkjip_desktop.report.sections import dokumen_lkjip, dokumen_ringkasan
from lkjip_desktop.workspace import Workspace
from tests.report import bahan_berat
from tests.report.bahan_berat import N_TABEL, TAHUN, id

_MM = 72 / 25.4


@dataclass(frozen=True)
class Kertas:
    """A printed paper with its numbers and the lines of each page, without running head and page number."""

    dokumen: Document
    nomor: Numbered
    cetakan: Rendered
    halaman: tuple[tuple[str, ...], ...]


@pytest.fixture(scope="module")
def gambar() -> Iterator[Workspace]:
    with Workspace.contoh_memori() as w:
        yield w


def cetak(d: Document, w: Workspace) -> Kertas:
    r = render(d, w.isi_berkas)
    halaman = []
    for n, isi in enumerate(teks_halaman(r.isi)):
        baris = [" ".join(b.split()) for b in isi.splitlines() if b.strip()]
        if baris and baris[-1] == r.label[n]:
            baris.pop()
        halaman.append(tuple(b for b in baris if b not in (*d.kepala, " ".join(d.kepala))))
    return Kertas(d, nomori(d), r, tuple(halaman))


def lkjip(s: Snapshot, w: Workspace) -> Kertas:
    return cetak(dokumen_lkjip(s, hitung(s, TAHUN)), w)


@pytest.fixture(scope="module")
def berat(gambar: Workspace) -> Kertas:
    """60 indicators, ten years, an analysis of 5,000 words with a table of 200 rows."""
    return lkjip(bahan_berat.berat(), gambar)


@pytest.fixture(scope="module", params=["nama_panjang", "kantor_lain", "tanpa_logo", "tahun_kosong"])
def lain(request: pytest.FixtureRequest, gambar: Workspace) -> Kertas:
    """Papers of other offices."""
    return lkjip(getattr(bahan_berat, request.param)(), gambar)


# ------------------------------------------------------------------------------------------------- every paper
def tak_sendiri(k: Kertas) -> list[str]:
    """Headings and captions of tables behind which their page holds nothing of theirs."""
    salah = []
    for e in k.nomor.entri:
        if not e.kunci or (e.jenis == "isi" and e.level == 0) or e.jenis == "gambar":
            continue
        isi = k.halaman[k.cetakan.tujuan[e.kunci]]
        akhir = "".join(e.judul.split())[-24:].casefold()
        for n in range(len(isi)):
            if "".join(isi[: n + 1])[-400:].replace(" ", "").casefold().endswith(akhir):
                if n + (2 if e.jenis == "tabel" else 1) >= len(isi):
                    salah.append(f"{e.nomor} {e.judul[:40]} (page {k.cetakan.tujuan[e.kunci] + 1})")
                break
    return salah


def di_luar(k: Kertas) -> list[str]:
    """Texts that reach into the margins of their page (the cover is laid out by itself)."""
    salah = []
    kertas = k.dokumen.kertas
    # A space behind the last word of a line is drawn too; scans and covers are not bound to the margins of the text.
    tepi = min(kertas.margin_kiri, kertas.margin_kanan, 18) * _MM - 4
    with KUNCI:
        dok = pypdfium2.PdfDocument(k.cetakan.isi)
        for n in range(len(dok)):
            lebar = dok[n].get_width()
            teks = dok[n].get_textpage()
            for i in range(teks.count_rects()):
                kiri, bawah, kanan, atas = teks.get_rect(i)
                if kiri < tepi or kanan > lebar - tepi or bawah < 0:
                    salah.append(f"page {n + 1}: {teks.get_text_bounded(kiri, bawah, kanan, atas)[:40]}")
        dok.close()
    return salah


def kosong(k: Kertas) -> list[int]:
    """Pages without a word that are not the left side before a part which starts on the right."""
    return [n + 1 for n, isi in enumerate(k.halaman) if not isi and not (k.dokumen.kertas.cermin and n % 2 == 1)]


def test_a_heavy_report_is_set_well(berat: Kertas) -> None:
    assert len(berat.halaman) > 150
    assert all(berat.halaman)
    assert tak_sendiri(berat) == []
    assert di_luar(berat) == []
    assert berat.cetakan.glif == frozenset()


def test_other_offices_are_set_well(lain: Kertas) -> None:
    assert kosong(lain) == []
    assert tak_sendiri(lain) == []
    assert di_luar(lain) == []


def test_one_page_for_the_head_stays_one_page(gambar: Workspace) -> None:
    for s in (bahan_berat.berat(), bahan_berat.nama_panjang(), bahan_berat.tahun_kosong()):
        k = cetak(dokumen_ringkasan(s, hitung(s, TAHUN)), gambar)
        assert len(k.halaman) == 1
        assert di_luar(k) == []


def test_a_heading_left_at_the_foot_would_be_noticed(lain: Kertas) -> None:
    e = next(e for e in lain.nomor.entri if e.jenis == "isi" and e.level == 1 and e.kunci)
    n = lain.cetakan.tujuan[e.kunci]
    di = next(i for i, b in enumerate(lain.halaman[n]) if e.judul.casefold() in b.casefold())
    dipotong = (*lain.halaman[:n], lain.halaman[n][: di + 1], *lain.halaman[n + 1 :])
    assert any(e.judul[:40] in x for x in tak_sendiri(replace(lain, halaman=dipotong)))


def test_values_too_wide_for_their_points_are_thinned_out(gambar: Workspace) -> None:
    tahun = tuple(str(t) for t in range(2004, 2024))
    nilai = tuple(Fraction(n) for n in range(20))
    lebar, sempit = (Seri("Pagu", nilai, tuple(f"{n + 10}{ekor}" for n in range(20))) for ekor in (".555.666,77", "%"))
    for seri, semua in ((lebar, False), (sempit, True)):
        k = cetak(Document((Chart("garis", tahun, (seri,), None),), "Judul", "Satker"), gambar)
        teks = " ".join(k.halaman[0])
        ada = [label for label in seri.label if label in teks]
        assert seri.label[-1] in ada  # the last year is the one that is reported
        assert (len(ada) == 20) is semua
        assert di_luar(k) == []


# ------------------------------------------------------------------------------------------------- long tables
def test_a_table_of_200_rows_keeps_all_of_them_in_order(berat: Kertas) -> None:
    semua = "\n".join(b for h in berat.halaman for b in h)
    ke = [int(n) for n in re.findall(r"^\d+ Kegiatan pembimbingan ke-(\d+)", semua, re.MULTILINE)]
    assert ke == list(range(1, N_TABEL + 1))


def test_a_table_says_where_it_goes_on_and_repeats_its_header(berat: Kertas) -> None:
    nomor = next(e.nomor for e in berat.nomor.entri if e.judul == "Daftar Kegiatan Pembimbingan")
    kepala = "No. Nama Kegiatan Tempat Jumlah Peserta"
    pakai = [n for n, h in enumerate(berat.halaman) if any(b == kepala for b in h)]
    assert len(pakai) >= 5
    assert pakai == list(range(pakai[0], pakai[-1] + 1))
    for n in pakai[1:]:
        assert berat.halaman[n][0].startswith(f"{nomor} (lanjutan)")
        assert berat.halaman[n][1] == kepala
        assert len(berat.halaman[n]) > 3


def test_every_continued_table_shows_its_columns_again(berat: Kertas) -> None:
    lanjut = [h for h in berat.halaman if h and h[0].endswith("(lanjutan)")]
    assert len(lanjut) > 15
    for h in lanjut:
        assert re.match(r"(No\.|Indikator|Sasaran|Tahun|Uraian|Kode|Program|\(1\)|Target)", h[1]), h[:3]


def test_all_indicators_stand_in_the_summary_of_achievements(berat: Kertas) -> None:
    semua = " ".join(b for h in berat.halaman for b in h)
    for m in range(1, 17):
        assert semua.count(f"ke-{m} bagi klien") >= 3 or m % 5 == 0


def test_lists_of_contents_name_every_table_with_its_page(berat: Kertas) -> None:
    daftar = " ".join(b for h in berat.halaman[:40] for b in h)
    tabel = [e for e in berat.nomor.daftar("tabel") if e.kunci]
    assert len(tabel) > 180
    for e in tabel[::11]:
        label = berat.cetakan.label[berat.cetakan.tujuan[e.kunci]]
        assert re.search(rf"{re.escape(e.nomor)} .{{0,400}}?\. ?{label}\b", daftar), e.nomor


# ------------------------------------------------------------------------------------------------- long texts
def test_a_long_analysis_loses_no_word(berat: Kertas) -> None:
    isi = next(x.isi for x in bahan_berat.berat().rows(Analisis) if x.id == id("an"))
    kata = polos(baca(isi)).split()
    assert len(kata) > 5000
    semua = "".join(b for h in berat.halaman for b in h).replace(" ", "")
    for awal in range(0, 4500, 450):  # pieces of ten words, hyphens do not occur
        assert "".join(kata[awal : awal + 10]) in semua


def test_ten_years_stand_in_one_table_and_one_chart(berat: Kertas) -> None:
    ikk = id("ikk", 3, 3)
    n = berat.cetakan.tujuan[f"tabel.{ikk}.perkembangan"]
    assert all(any(b.startswith(str(t)) for b in berat.halaman[n]) for t in range(2014, TAHUN + 1))
    m = berat.cetakan.tujuan[f"gambar.{ikk}.tahun"]
    assert m - n in (0, 1)
    # The unit stands at the axis, not with each of the twenty values.
    assert sum("Dokumen Hasil Penelitian" in b for b in berat.halaman[m] if re.match(r"[\d.]+ Dok", b)) <= 2


def test_an_empty_year_has_no_list_of_nothing(gambar: Workspace) -> None:
    k = lkjip(bahan_berat.tahun_kosong(), gambar)
    judul = {e.judul for e in k.nomor.entri}
    assert "DAFTAR ISI" in {j.upper() for j in judul}
    assert not {"DAFTAR TABEL", "DAFTAR GAMBAR"} & {j.upper() for j in judul}


def test_pages_follow_without_a_gap(berat: Kertas) -> None:
    arab = [int(x) for x in berat.cetakan.label if x.isdigit()]
    assert all(b == a + 1 for a, b in pairwise(arab))
    assert arab[0] == 1
