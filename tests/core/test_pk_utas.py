"""How far a version has come, and its promises beside Renstra, measurement and pagu."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip_desktop.core.checks import periksa
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.pk import banding_pagu, isi_pk, janji, keadaan, pejabat_menurut_tanggal
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Pejabat, Pk, PkButir, Posisi, TargetRenstra

from .bahan import D, bapas, tambah, ubah


def versi(n: int, **isi: Any) -> Pk:
    return Pk(id=f"v{n}", tahun=2023, nomor=n, **{"status": "terkunci", **isi})


# --------------------------------------------------------------------------------------------------------- state
@pytest.mark.parametrize(
    ("id", "pada", "jenis", "kata"),
    [
        ("v0", "2023-04-30", "berlaku", "berlaku sejak 3 Januari 2023"),
        ("v0", "2023-05-01", "diganti", "Digantikan oleh Perubahan ke-1"),
        ("v1", "2023-04-30", "terkunci", "berlaku mulai 1 Mei 2023"),
        ("v1", "2023-05-01", "berlaku", "berlaku sejak 1 Mei 2023"),
        ("v1", "2024-03-01", "berlaku", "berlaku sejak 1 Mei 2023"),
        ("v2", "2024-03-01", "draf", "Belum ditandatangani"),
    ],
)
def test_signed_is_locked_and_in_force_from_its_date(id: str, pada: str, jenis: str, kata: str) -> None:
    s = dari_baris(
        [
            versi(0, tanggal="2023-01-03"),
            versi(1, tanggal="2023-04-20", berlaku_dari="2023-05-01"),
            versi(2, tanggal="2023-09-01", status="draf"),
        ]
    )
    pk = s.get(Pk, id)
    assert pk is not None
    k = keadaan(s, pk, pada)
    assert k.jenis == jenis
    assert kata in k.teks


def test_an_undated_version_counts_from_the_first_of_january() -> None:
    s = dari_baris([versi(0)])
    assert "berlaku sejak 1 Januari 2023" in keadaan(s, s.rows(Pk)[0], "2023-02-01").teks


# ------------------------------------------------------------------------------------------------------- promises
@pytest.fixture(scope="module")
def s() -> Snapshot:
    return bapas()


def pk_2023(s: Snapshot) -> Pk:
    pk = s.get(Pk, "pk.2023")
    assert pk is not None
    return pk


def test_what_nobody_measures_is_known_by_level(s: Snapshot) -> None:
    """The seed promises two IKU and three IKP (lines 399-409) and measures none of them."""
    semua = janji(isi_pk(s, pk_2023(s)), hitung(s, 2023))
    assert [j.jenis for j in semua if not j.terukur] == ["IKU", "IKU", "IKP", "IKP", "IKP"]
    assert sum(j.terukur for j in semua) == 12
    ukur = ubah(s, "indikator_tahun", "SS2.IKU1.2023", realisasi=D(81))
    semua = janji(isi_pk(ukur, pk_2023(ukur)), hitung(ukur, 2023))
    assert [j.butir.kode for j in semua if not j.terukur] == ["SS1.IKU1", "SP1.IKP1", "SP1.IKP2", "SP1.IKP3"]


def test_a_target_that_differs_from_the_renstra_is_marked(s: Snapshot) -> None:
    isi = isi_pk(s, pk_2023(s))
    assert not any(j.beda_renstra for j in janji(isi, hitung(s, 2023)))
    baris = next(r for r in s.rows(TargetRenstra) if (r.indikator_id, r.tahun) == ("SK1.IKK1", 2023))
    beda = janji(isi, hitung(ubah(s, "target_renstra", baris.id, nilai=D(70)), 2023))
    assert [j.butir.kode for j in beda if j.beda_renstra] == ["SK1.IKK1"]


def test_a_band_differs_from_the_renstra_also_by_its_upper_bound(s: Snapshot) -> None:
    """In the agreement, and in the check of the working target."""
    baris = next(r for r in s.rows(TargetRenstra) if (r.indikator_id, r.tahun) == ("SK1.IKK1", 2023))
    butir = next(b for b in s.where(PkButir, pk_id="pk.2023") if b.indikator_id == "SK1.IKK1")
    s = ubah(s, "pk_butir", butir.id, polaritas="rentang", target_atas=D(80))
    s = ubah(s, "indikator_tahun", "SK1.IKK1.2023", polaritas="rentang", target_atas=D(80))
    for atas, beda in ((D(80), []), (D(70), ["SK1.IKK1"])):
        t = ubah(s, "target_renstra", baris.id, nilai_atas=atas)
        h = hitung(t, 2023)
        assert [j.butir.kode for j in janji(isi_pk(t, pk_2023(t)), h) if j.beda_renstra] == beda
        ditunjuk = [p.teks.split(":")[0] for p in periksa(t, h, 2023) if p.aturan == "renstra.target"]
        assert ditunjuk == beda


def test_budget_against_the_pagu_of_its_date_and_of_year_end(s: Snapshot) -> None:
    """Seed: 3.227.338.000 promised, 3.733.357.000 at year end; the pagu of January is not in it."""
    isi = isi_pk(s, pk_2023(s))
    akhir = hitung(s, 2023).anggaran.total.pagu
    b = banding_pagu(s, isi, akhir)
    assert (b.anggaran, b.pagu, b.selisih) == (3_227_338_000, None, None)
    assert (b.pagu_akhir, b.selisih_akhir) == (3_733_357_000, 506_019_000)
    diketik = ubah(s, "pk", "pk.2023", pagu=3_300_000_000)
    b = banding_pagu(diketik, isi_pk(diketik, pk_2023(diketik)), akhir)
    assert (b.pagu, b.selisih) == (3_300_000_000, 72_662_000)


def test_the_first_version_falls_back_to_the_pagu_of_the_start(s: Snapshot) -> None:
    for r in s.tabel["anggaran_belanja"].values():
        if r.values()["tahun"] == 2023:
            s = ubah(s, "anggaran_belanja", r.id, pagu_awal=1_000_000_000)
    n = sum(r.values()["tahun"] == 2023 for r in s.tabel["anggaran_belanja"].values())
    assert banding_pagu(s, isi_pk(s, pk_2023(s)), None).pagu == n * 1_000_000_000
    s = ubah(s, "pk", "pk.2023", nomor=1)
    assert banding_pagu(s, isi_pk(s, pk_2023(s)), None).pagu is None


# ---------------------------------------------------------------------------------------------------------- parties
def test_an_official_chosen_by_hand_whose_term_has_ended_is_pointed_at(s: Snapshot) -> None:
    s = ubah(s, "pejabat", "kakanwil", tmt_dari="2022-12-01", tmt_sampai="2023-05-31")
    s = tambah(
        s,
        Pejabat(id="plt", nama="Budi", jabatan="Kakanwil", jenis="plt", peran="atasan", tmt_dari="2023-06-01"),
        Pk(id="d", tahun=2023, nomor=1, tanggal="2023-07-03", p2_pejabat_id="kakanwil"),
    )
    draf = s.get(Pk, "d")
    assert draf is not None
    kini = pejabat_menurut_tanggal(s, draf, 2)
    assert kini is not None
    assert kini.id == "plt"
    (p,) = [p for p in periksa(s, hitung(s, 2023), 2023) if p.aturan == "pk.masa_jabatan"]
    assert "tidak menjabat" in p.teks
    assert p.saran == "Menurut daftar pejabat: Budi."
    # Left to the date, the Plt. signs, with Plt. before the title.
    sendiri = isi_pk(ubah(s, "pk", "d", p2_pejabat_id=None), Pk(id="d", tahun=2023, tanggal="2023-07-03"))
    assert sendiri.pihak2.jabatan_cetak == "Plt. Kakanwil"


def test_a_post_without_an_official_still_has_its_name(s: Snapshot) -> None:
    draf = Pk(id="d", tahun=2023, posisi_id="po", p1_nama="Sari")
    s = tambah(s, Posisi(id="po", jabatan="Kepala Urusan Tata Usaha"), draf)
    isi = isi_pk(s, draf)
    assert (isi.pihak1.nama, isi.pihak1.jabatan_cetak) == ("Sari", "Kepala Urusan Tata Usaha")
    assert isi.judul[1].startswith("KEPALA URUSAN TATA USAHA")
