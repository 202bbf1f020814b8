"""The Perjanjian Kinerja as printed pages: what the seed prints stands there, and nothing is torn."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import IndikatorTahun, Kegiatan, Pejabat, Pk, RencanaAksi
from lkjip_desktop.errors import Ditolak
from lkjip_desktop.report.blocks import Rendered
from lkjip_desktop.report.pdf.render import RuangTtd, render
from lkjip_desktop.report.pdfium import teks_halaman
from lkjip_desktop.report.sections import dokumen_pk
from lkjip_desktop.report.sections.pk import BAGIAN_PK
from tests.report.pdf.bantu import tanpa_berkas
from tests.report.sections.contoh import lahat, tambah


def pk(tahun: int = 2023, **kolom: object) -> Pk:
    return replace(next(r for r in lahat().rows(Pk) if r.tahun == tahun), **kolom)  # type: ignore[arg-type]  # columns of pk


def cetak(p: Pk, s: Snapshot | None = None, bagian: str = "semua", kode: str = "") -> Rendered:
    return render(dokumen_pk(tambah(s or lahat(), p), p, bagian=bagian, kode=kode), tanpa_berkas)


def rapat(teks: str) -> str:
    return re.sub(r"\s+", " ", teks.replace("\u00a0", " "))


def halaman(r: Rendered) -> list[str]:
    return [rapat(h) for h in teks_halaman(r.isi)]


# Facts of the seed's own pages, spelt right where it slips (lines 366-460, 1297-1489).
PERNYATAAN = {
    2022: [
        "PERJANJIAN KINERJA TAHUN 2022",
        "KEPALA BALAI PEMASYARAKATAN KELAS II LAHAT DENGAN KEPALA DIVISI PEMASYARAKATAN",
        "Perimansyah, S.Sos.",
        "Dadi Mulyadi, Bc.I.P., S.H., M.H.",
        "Kepala Divisi Pemasyarakatan",
        "Lahat, 3 Januari 2022",
        "NIP 19630109 198703 1 001",
        "NIP 19681106 199203 1 002",
    ],
    2023: [
        "PERJANJIAN KINERJA TAHUN 2023",
        "KANTOR WILAYAH KEMENTERIAN HUKUM DAN HAM SUMATERA SELATAN",
        "Perimansyah",
        "Ilham Djaya",
        "Kepala Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan",
        "Palembang, Januari 2023",
        "NIP 19641220 199103 1 002",
        "NIP 19681106 199203 1 002",
    ],
}
LAMPIRAN = {
    2022: ["45%", "77,5", "80", "50%", "60%", "30%", "1 Layanan", "1.023.370.000", "2.480.111.000", "3.503.481.000"],
    2023: ["50%", "85", "60%", "55%", "35%", "10 Unit", "54 Unit", "52 Unit", "1 Unit", "564.845.000", "2.662.493.000"],
}


@pytest.mark.parametrize("tahun", [2022, 2023])
def test_nothing_that_the_seed_prints_is_missing(tahun: int) -> None:
    satu, *lain = halaman(cetak(pk(tahun)))
    for kata in (
        *PERNYATAAN[tahun],
        "efektif, transparan dan akuntabel serta berorientasi pada hasil",
        "Selanjutnya disebut Pihak Pertama",
        "Selaku atasan pihak pertama, selanjutnya disebut Pihak Kedua",
        "menjadi tanggung jawab kami",
        "pemberian penghargaan dan sanksi",
    ):
        assert kata in satu, kata
    isi = " ".join(lain)
    assert "PERJANJIAN KINERJA TAHUN" in lain[0]
    for kata in (*LAMPIRAN[tahun], *PERNYATAAN[tahun][-3:], "Pihak Kedua,", "Pihak Pertama,", "(1) (2) (3) (4)"):
        assert kata in isi, kata
    for kata in ("Indikator Kinerja Utama", "Indikator Kinerja Program", "Indikator Kinerja Kegiatan"):
        # One table a level; only the long one may go on, under its head again.
        assert 1 <= isi.count(kata) <= (2 if "Kegiatan" in kata else 1)


@pytest.mark.parametrize("tahun", [2022, 2023])
def test_signatures_stand_on_the_page_of_the_budget(tahun: int) -> None:
    akhir = halaman(cetak(pk(tahun)))[-1]
    assert "Jumlah Rp" in akhir
    assert akhir.count("NIP ") == 2


@pytest.mark.parametrize("kop", [True, False])
@pytest.mark.parametrize("ulang", [1, 3, 12])
def test_the_statement_stays_on_one_page_however_long_the_names(kop: bool, ulang: int) -> None:
    panjang = "Kepala Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Sumatera Selatan " * ulang
    p = pk(
        pakai_kop=kop,
        judul="\n".join([panjang.upper()] * 4),
        p1_jabatan=panjang,
        p2_jabatan=panjang,
        elektronik=True,
        p1_cetak_pangkat=True,
        p1_pangkat="Pembina",
    )
    r = cetak(p, bagian="pernyataan")
    assert r.halaman == 1
    (isi,) = halaman(r)
    assert isi.count("NIP ") == 2
    assert "penghargaan dan sanksi" in isi


def test_a_short_statement_is_not_set_smaller() -> None:
    """Long names make the type smaller only where they must: the lines of the usual one stay where they were."""
    biasa, besar = (cetak(pk(), bagian=b) for b in ("pernyataan", "semua"))
    assert [h for h in besar.hits if h.halaman == 0] == list(biasa.hits)


def test_a_revision_with_a_plt() -> None:
    s = tambah(
        lahat(),
        Pejabat(
            id="plt",
            urut=9,
            nama="Budi Santoso",
            gelar_belakang="S.H.",
            nip="197001011995031001",
            jabatan="Kepala Kantor Wilayah",
            jenis="plt",
            peran="atasan",
            tmt_dari="2023-06-01",
        ),
    )
    p = Pk(id="p", tahun=2023, nomor=1, tanggal="2023-07-03", tempat="Palembang")
    satu = halaman(cetak(p, s))[0]
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023" in satu
    assert "Plt. Kepala Kantor Wilayah Budi Santoso, S.H. NIP 19700101 199503 1 001" in satu
    assert "DENGAN PLT. KEPALA KANTOR WILAYAH" in satu
    assert "KONSEP" in satu


def test_every_part_prints_alone_and_an_unknown_one_is_refused() -> None:
    p = pk(cetak_rencana_aksi=True)
    semua = halaman(cetak(p))
    assert halaman(cetak(p, bagian="pernyataan")) == semua[:1]
    assert halaman(cetak(p, bagian="lampiran")) == semua[1:]
    rencana = halaman(cetak(p, bagian="rencana_aksi"))
    assert rencana == semua[-len(rencana) :]
    with pytest.raises(Ditolak, match="sampul"):
        dokumen_pk(lahat(), p, bagian="sampul")
    assert len(BAGIAN_PK) == 4


def test_the_action_plan_lists_quarters_and_leaves_room_where_nothing_is_planned() -> None:
    it = next(r for r in lahat().rows(IndikatorTahun) if (r.kode, r.tahun) == ("SK1.IKK1", 2023))
    s = tambah(
        lahat(),
        RencanaAksi(
            id="r1", tahun=2023, indikator_id=it.indikator_id, urut=1, uraian="Pelatihan kerja", tw1="10%", tw4="60%"
        ),
    )
    isi = " ".join(halaman(cetak(pk(), s, bagian="rencana_aksi")))
    for kata in ("RENCANA AKSI", "Triwulan I", "Triwulan IV", "Pelatihan kerja", "10%", "60%", "Jumlah Kendaraan"):
        assert kata in isi, kata


def test_the_code_stands_on_every_page_only_when_switched_on() -> None:
    tanpa = halaman(cetak(pk(), kode="padi-sawah-bukit"))
    dengan = halaman(cetak(pk(cetak_kode=True), kode="padi-sawah-bukit"))
    assert not any("padi-sawah" in h for h in tanpa)
    assert all("padi-sawah-bukit" in h for h in dengan)


def test_the_total_counts_one_level() -> None:
    baris = [r for r in lahat().rows(Kegiatan) if r.tahun == 2023]
    assert sum(r.anggaran or 0 for r in baris) == 2 * 3_227_338_000
    assert "Jumlah Rp3.227.338.000" in halaman(cetak(pk()))[-1]


def test_rooms_of_signatures_are_told_for_the_statement_and_for_the_tables() -> None:
    ruang: dict[str, RuangTtd] = {}
    p = pk(cetak_rencana_aksi=True)
    render(dokumen_pk(tambah(lahat(), p), p), tanpa_berkas, ruang_ttd=ruang)
    assert set(ruang) == {"p1", "p2", "p1.lampiran", "p2.lampiran"}
    assert ruang["p1"].halaman == ruang["p2"].halaman == 0
    assert ruang["p2"].x1 <= ruang["p1"].x0, "Pihak Kedua left"
    assert ruang["p1.lampiran"].halaman == 2


def test_a_place_and_date_that_are_not_known_keep_their_room() -> None:
    def tinggi(p: Pk) -> float:
        ruang: dict[str, RuangTtd] = {}
        render(dokumen_pk(tambah(lahat(), p), p), tanpa_berkas, ruang_ttd=ruang)
        return ruang["p1"].y0

    assert tinggi(pk(tempat="", tanggal="")) == tinggi(pk())
