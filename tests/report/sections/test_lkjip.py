"""The whole report on the example: subjects of all tables in order, one source of every number, rules of the office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from lkjip_desktop.core.bagian import BAGIAN_MENURUT_KUNCI
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Laporan, Pejabat
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Chart,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    Heading,
    Items,
    Letterhead,
    Mark,
    Para,
    Part,
    Signatures,
    Tree,
)
from lkjip_desktop.report.numbering import jalan, nomori
from lkjip_desktop.report.sections import SECTIONS, dokumen_lkjip
from lkjip_desktop.report.sections.daftar_bagian import urutkan
from tests.report.sections.contoh import (
    atur,
    hasil_lahat,
    ind,
    lahat,
    tanpa,
    teks,
    ubah,
    ubah_ind,
)


def dokumen(s: Snapshot | None = None, tahun: int = 2023) -> Document:
    s = s if s is not None else lahat()
    return dokumen_lkjip(s, hasil_lahat(s, tahun))


def judul_tabel(d: Document) -> list[str]:
    return [e.judul for e in nomori(d).daftar("tabel")]


# --------------------------------------------------------------------------------------- tables of the seed
def _subjek_seed() -> list[str]:
    """The 40 table subjects of the daftar tabel of LKjIP 2023 Bapas Kelas II Lahat, lines 131-172 of the source."""
    isi = [
        "Capaian Sasaran Kegiatan Tahun 2023",
        "Capaian Sasaran Kegiatan dan Indikator Kinerja Kegiatan Tahun 2023",
    ]
    for sk, banyak in (("I", 3), ("II", 9)):
        for n in range(1, banyak + 1):
            isi += [
                f"Capaian Target dan Realisasi SK {sk} dan IKK {n}",
                f"Perbandingan Capaian Kinerja SK {sk} dan IKK {n}",
                f"Target Jangka Menengah SK {sk} dan IKK {n}",
            ]
    isi += [
        "Persentase Capaian Kinerja",
        "Rincian Pagu serta Realisasi Anggaran Bapas Kelas II Lahat per Jenis Belanja Tahun 2022 dan Tahun 2023",
    ]
    return isi


def test_all_forty_table_subjects_stand_in_the_order_of_the_seed() -> None:
    judul = iter(judul_tabel(dokumen()))
    assert len(_subjek_seed()) == 40
    for subjek in _subjek_seed():
        assert any(j.startswith(subjek) for j in judul), subjek


def test_chapters_and_parts_stand_in_the_order_of_the_seed() -> None:
    n = nomori(dokumen())
    isi = [f"{e.nomor} {e.judul}".strip() for e in n.daftar("isi") if e.level <= 1]
    assert isi[:5] == ["KATA PENGANTAR", "IKHTISAR EKSEKUTIF", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR"]
    assert [x for x in isi if x.startswith(("BAB", "LAMPIRAN"))] == [
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
        "LAMPIRAN I PERJANJIAN KINERJA TAHUN 2022",
        "LAMPIRAN II PERJANJIAN KINERJA TAHUN 2023",
        "LAMPIRAN III MANUAL INDIKATOR KINERJA KEGIATAN",
    ]
    assert "D. CAPAIAN KINERJA LAINNYA" in isi
    assert "F. SISTEMATIKA LAPORAN" in isi


def test_pages_are_counted_roman_then_arabic() -> None:
    part = [b for b in dokumen().blok if isinstance(b, Part)]
    assert [(p.nomor, p.mulai) for p in part][:3] == [("", None), ("romawi", 1), ("arab", 1)]
    assert all(p.nomor == "arab" and p.mulai is None for p in part[3:])


# ------------------------------------------------------------------------------- one source for every number
def _asal(blok: Block) -> Iterator[Asal]:
    """Every place that a block names as the source of a value."""
    isi = []
    match blok:
        case Para():
            isi = [blok.isi]
        case Items():
            isi = list(blok.butir)
        case Grid():
            isi = [c.isi for r in (*blok.kepala, *blok.baris) for c in r.sel] + [blok.judul or ()]
        case Formula():
            for _, suku in blok.baris:
                for x in suku:
                    isi += [x.atas, x.bawah] if isinstance(x, Frac) else [x]
        case Chart() | Tree() | Figure():
            isi = [blok.judul or ()]
        case Heading() | Letterhead() | Mark():
            if blok.asal is not None:
                yield blok.asal
        case Signatures():
            yield from (b.asal for b in blok.blok if b.asal is not None)
    for r in isi:
        yield from (x.asal for x in r if x.asal is not None)


@pytest.mark.parametrize("tahun", [2022, 2023])
def test_every_shown_value_opens_a_field_that_exists(tahun: int) -> None:
    s = lahat()
    ada = 0
    for blok in jalan(dokumen(s, tahun).blok):
        for a in _asal(blok):
            ada += 1
            assert a.tabel in TABLES, a
            assert not a.kolom or a.kolom in TABLES[a.tabel].by_name, a
            if not a.kunci.startswith("baru:"):
                assert s.row(a.tabel, a.kunci) is not None, a
    assert ada > 500


#: (table, code or column, values) -> texts that must go and texts that must come.
_UBAHAN = [
    ({"kode": "SK1.IKK1", "pembilang": Decimal(700)}, ["49,26%", "82,09%", "629"], ["54,82%", "91,36%", "700"]),
    ({"kode": "SK1.IKK1", "penyebut": Decimal(1000)}, ["49,26%", "82,09%", "1.277", "1277"], ["62,90%", "104,83%"]),
    ({"kode": "SK1.IKK3", "pembilang": Decimal(30)}, ["39,07%", "111,64%"], ["19,87%", "56,76%"]),
    ({"kode": "SK2.IKK6", "realisasi": Decimal(9)}, [], ["9 Unit", "90%"]),
]


@pytest.mark.parametrize(("ubahan", "hilang", "muncul"), _UBAHAN)
def test_a_changed_number_changes_everywhere(ubahan: dict[str, Any], hilang: list[str], muncul: list[str]) -> None:
    """Mutation on a sample: no line holds an old derived value, and the new one stands in several places."""
    nilai = {k: v for k, v in ubahan.items() if k != "kode"}
    s = ubah_ind(lahat(), str(ubahan["kode"]), **nilai)
    isi = teks(dokumen(s))
    for t in hilang:
        assert not re.search(rf"(?<![\d,.]){re.escape(t)}(?![\d])", isi), t
    for t in muncul:
        assert len(re.findall(rf"(?<![\d,.]){re.escape(t)}(?![\d])", isi)) >= 2, t


def test_a_changed_budget_changes_everywhere() -> None:
    s = ubah(lahat(), "anggaran_belanja", lambda r: bool((r.tahun, r.kode) == (2023, "53")), realisasi=50_000_000)
    isi = teks(dokumen(s))
    assert "99,67%" not in isi
    assert "Rp92.151.800" not in isi
    assert "Rp50.000.000" in isi
    assert "berbeda dari jumlah menurut jenis belanja" in isi


def test_a_changed_score_changes_everywhere() -> None:
    s = ubah(lahat(), "skor", lambda r: bool(r.jenis == "ikpa" and r.tahun == 2023), nilai_resmi=Decimal("95.50"))
    isi = teks(dokumen(s))
    assert "98,00" not in isi
    assert "93,33" not in isi
    assert "95,50" in isi


def test_the_verdict_never_says_berhasil_when_an_indicator_missed() -> None:
    isi = teks(dokumen())
    assert "dinyatakan berhasil" not in isi
    assert "belum mencapai target, yaitu “Persentase klien usia produktif" in isi
    semua = ubah_ind(lahat(), "SK1.IKK1", pembilang=Decimal(1000))
    assert "Target seluruh 12 (dua belas) indikator tercapai, 3 (tiga) di antaranya terlampaui" in teks(dokumen(semua))


# --------------------------------------------------------------------------------------- rules of the office
def test_titles_order_and_hidden_parts_are_data() -> None:
    s = atur(
        lahat(),
        "cetak",
        judul={"bab4": "SIMPULAN DAN SARAN"},
        urutan=["bab1.isu_strategis", "bab1.aspek_strategis"],
        sembunyi=["daftar_gambar", "bab3.lainnya", "lampiran.pk_lalu"],
    )
    n = nomori(dokumen(s))
    isi = [e.judul for e in n.daftar("isi")]
    assert "SIMPULAN DAN SARAN" in isi
    assert isi.index("ISU STRATEGIS") < isi.index("ASPEK STRATEGIS")
    assert isi.index("ASPEK STRATEGIS") < isi.index("SISTEMATIKA LAPORAN")
    assert not {"DAFTAR GAMBAR", "CAPAIAN KINERJA LAINNYA", "PERJANJIAN KINERJA TAHUN 2022"} & set(isi)


def test_a_chapter_hidden_for_the_year_hides_its_parts() -> None:
    from lkjip_desktop.core.tables import Naskah
    from tests.report.sections.contoh import tambah

    s = tambah(lahat(), Naskah(id="n", tahun=2023, bagian="bab1", tampil=False))
    isi = [e.judul for e in nomori(dokumen(s)).daftar("isi")]
    assert "PENDAHULUAN" not in isi
    assert "LATAR BELAKANG" not in isi


def test_own_order_moves_only_what_it_names() -> None:
    kunci = [s.kunci for s in SECTIONS]
    assert [s.kunci for s in urutkan(SECTIONS, [])] == kunci
    pindah = [s.kunci for s in urutkan(SECTIONS, ["bab2", "bab1"])]
    assert pindah.index("bab2.pk") < pindah.index("bab1") < pindah.index("bab3")
    assert sorted(pindah) == sorted(kunci)


def test_every_section_with_a_heading_uses_a_part_key() -> None:
    for s in SECTIONS:
        assert s.kunci in BAGIAN_MENURUT_KUNCI or s.kunci in ("surat", "sampul")


def test_paper_and_metadata_follow_the_office() -> None:
    s = atur(lahat(), "cetak", kertas="F4", huruf="sans", jilid=10, margin_kiri=30)
    d = dokumen(s)
    assert (d.kertas.lebar_mm, d.kertas.tinggi_mm, d.kertas.margin_kiri, d.kertas.huruf) == (215, 330, 40, "sans")
    assert d.penulis == "Balai Pemasyarakatan Kelas II Lahat"
    assert d.judul == "Laporan Kinerja Instansi Pemerintah Balai Pemasyarakatan Kelas II Lahat Tahun 2023"
    assert d.tanggal == "2023-12-31"


# --------------------------------------------------------------------------------------------- poor data
def test_a_year_with_nothing_but_its_row_prints() -> None:
    s = dari_baris([Laporan(id="l", tahun=2024)])
    isi = teks(dokumen(s, 2024))
    nomori(dokumen(s, 2024))
    assert "«NAMA SATKER BELUM DIISI»" in isi
    assert "«Nama satuan kerja: belum ada»" in isi
    assert "Indikator Kinerja Kegiatan tahun 2024 belum diisi." in isi
    assert "Perjanjian Kinerja tahun 2024 belum ada." in isi


@pytest.mark.parametrize(
    "tabel",
    [
        "pejabat",
        "identitas",
        "renstra",
        "pk",
        "kegiatan",
        "anggaran_belanja",
        "skor_komponen",
        "target_renstra",
        "posisi",
        "aturan",
    ],
)
def test_a_missing_table_never_stops_printing(tabel: str) -> None:
    d = dokumen(tanpa(lahat(), tabel))
    assert nomori(d).daftar("isi")


def test_hostile_text_is_printed_as_typed() -> None:
    jahat = "<b>x</b> & {capaian} “<img src=y>” %s \\ *"
    s = ubah_ind(lahat(), "SK1.IKK1", nama=jahat)
    id = ind(lahat(), "SK1.IKK1").indikator_id
    s = ubah(s, "pk_butir", lambda r: bool(r.indikator_id == id), indikator_nama=jahat)
    s = ubah(s, "identitas", lambda _r: True, nama=jahat)
    isi = teks(dokumen(s))
    assert isi.count(jahat) > 5
    assert f"Data kerja {jahat}" not in isi


def test_the_report_before_the_first_pk_of_the_file_has_no_last_year() -> None:
    isi = [e.judul for e in nomori(dokumen(tahun=2022)).daftar("isi")]
    assert "PERJANJIAN KINERJA TAHUN 2022" in isi
    assert "PERJANJIAN KINERJA TAHUN 2021" not in isi


def test_names_follow_the_date_of_the_report() -> None:
    """A Plt. whose term covers the date of the report signs the foreword."""
    from tests.report.sections.contoh import tambah

    s = tambah(
        lahat(),
        Pejabat(
            id="plt",
            nama="Budi",
            jabatan="Kepala Balai",
            jenis="plt",
            peran="kepala",
            tmt_dari="2023-12-01",
            tmt_sampai="2024-02-01",
        ),
    )
    s = ubah(s, "laporan", lambda r: bool(r.tahun == 2023), penandatangan_id=None)
    isi = teks(dokumen(s))
    assert "Plt. Kepala," in isi
    assert "Budi" in isi
