"""A report in which every part has something to print, on A4 and on F4 in another face: set well on every page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lkjip_desktop.report.blocks import Grid
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.sections import dokumen_lkjip
from tests.report.bahan_berat import N_TABEL, TAHUN
from tests.report.bahan_lengkap import KANTOR_F4, lengkap
from tests.report.test_berat import Kertas, cetak, di_luar, kosong, tak_sendiri


@pytest.fixture(scope="module", params=["A4", "F4"])
def kertas(request: pytest.FixtureRequest) -> Iterator[Kertas]:
    with lengkap(KANTOR_F4 if request.param == "F4" else None) as w:
        yield cetak(dokumen_lkjip(w.snapshot, w.hasil(TAHUN)), w)


def test_every_page_is_set_well(kertas: Kertas) -> None:
    assert kosong(kertas) == []
    assert tak_sendiri(kertas) == []
    assert di_luar(kertas) == []
    assert kertas.cetakan.glif == frozenset()


def test_every_annex_stands_in_the_contents_with_its_page(kertas: Kertas) -> None:
    lampiran = [e for e in kertas.nomor.daftar("isi") if e.nomor.startswith("LAMPIRAN")]
    assert len(lampiran) == 8
    awal = [kertas.cetakan.tujuan[e.kunci] for e in lampiran]
    assert awal == sorted(set(awal))
    assert kertas.cetakan.tujuan["lampiran"] == awal[0]  # no sheet of its own before the first one
    for e in lampiran:
        assert kertas.halaman[kertas.cetakan.tujuan[e.kunci]][0] == e.nomor


def test_signatures_of_a_promise_never_stand_alone(kertas: Kertas) -> None:
    dari = kertas.cetakan.tujuan["lampiran.pk_lalu"]
    sampai = kertas.cetakan.tujuan["lampiran.manual"]
    tanda = [h for h in kertas.halaman[dari:sampai] if sum(b.count("NIP ") for b in h) == 2]
    assert len(tanda) == 6  # statement and annex of 2022, of 2023 and of its revision
    for h in tanda:
        assert any("Jumlah Rp" in b for b in h) or any("berjanji akan mewujudkan" in b for b in h)


def test_no_page_of_the_promises_is_half_empty(kertas: Kertas) -> None:
    dari, sampai = (kertas.cetakan.tujuan[f"lampiran.{x}"] for x in ("pk_lalu", "manual"))
    for h in kertas.halaman[dari:sampai]:
        assert len(h) >= 16


def test_nothing_of_the_office_is_lost(kertas: Kertas) -> None:
    semua = "\n".join(b for h in kertas.halaman for b in h)
    assert all(f"Kegiatan pembimbingan ke-{n}" in semua for n in range(1, N_TABEL + 1))
    for kata in ("Perubahan Target Perjanjian Kinerja", "Jumlah menurut pendidikan", "Tembusan", "Lemari 4, map 3"):
        assert kata in semua


def test_a_column_title_is_used_wherever_its_value_stands(kertas: Kertas) -> None:
    kinerja = kertas.dokumen.kertas.huruf == "bookman"
    semua = "\n".join(b for h in kertas.halaman for b in h)
    assert ("Kinerja per Sasaran Kegiatan" in semua) is kinerja
    assert ("Capaian per Sasaran Kegiatan" in semua) is not kinerja


def test_tables_are_as_wide_as_the_text(kertas: Kertas) -> None:
    grid = [b for b in jalan(kertas.dokumen.blok) if isinstance(b, Grid) and not b.polos]
    assert len(grid) > 70
    for g in grid:
        lebar = {sum(c.kolom for c in r.sel) for r in g.kepala}
        assert lebar == {len(g.lebar)}, g.kunci
