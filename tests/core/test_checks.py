"""Every slip that was found in a real report, put into the example one by one, is pointed at where it stands.

The slips are those of the LKjIP 2023 of Bapas Kelas II Lahat as a reader found them: means, weights, names, copied
texts, claims against the data, formats. Each case spoils one thing and expects one problem more.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import pytest

from lkjip_desktop.core import naskah
from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.checks import CHECKS, LEVEL, Problem, bacaan, periksa
from lkjip_desktop.core.checks.masalah import Tinjau
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.schema import TABLES, Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    Analisis,
    AnggaranBelanja,
    AnggaranSasaran,
    Identitas,
    Ilustrasi,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    Kegiatan,
    Laporan,
    Naskah,
    Pejabat,
    Pk,
    PkButir,
    Prestasi,
    Rekomendasi,
    Renstra,
    RenstraButir,
    Ro,
    RoIndikator,
    SasaranTahun,
    Skor,
    SkorKomponen,
    Surat,
    Tenggat,
)
from lkjip_desktop.workspace import Workspace

HARI_INI = "2024-03-01"

R = TypeVar("R", bound=Row)


def _id(n: int) -> str:
    return f"00000000-0000-4000-8000-{n:012d}"


@cache
def contoh() -> Snapshot:
    with Workspace.contoh_memori() as w:
        return w.snapshot


def _periksa(s: Snapshot, tahun: int = 2023, hari_ini: str | None = HARI_INI) -> tuple[Problem, ...]:
    return periksa(s, hitung(s, tahun), tahun, hari_ini)


@cache
def semula() -> frozenset[Problem]:
    return frozenset(_periksa(contoh()))


def _baru(*baris: Row) -> list[Problem]:
    """The problems that these rows (new, or instead of those with their ids) bring into the example."""
    s = contoh().apply(Change(r.TABEL, contoh().row(r.TABEL, r.id), r) for r in baris)
    return [p for p in _periksa(s) if p not in semula()]


def _satu(cls: type[R], **sama: Any) -> R:
    r = contoh().one(cls, **sama)
    assert r is not None
    return r


def _ikk(kode: str, /, **ganti: Any) -> IndikatorTahun:
    return replace(_satu(IndikatorTahun, tahun=2023, kode=kode), **ganti)


def _teks(*isi: str) -> str:
    return naskah.tulis(tuple(naskah.Paragraf((naskah.Teks(t),)) for t in isi))


def _analisis(kode: str, nomor: int, *isi: str) -> Analisis:
    id = _satu(IndikatorTahun, tahun=2023, kode=kode).indikator_id
    return replace(_satu(Analisis, indikator_id=id, tahun=2023, nomor=nomor), isi=_teks(*isi))


def _naskah(*isi: str, bagian: str = "bab4.kesimpulan") -> Naskah:
    return replace(_satu(Naskah, tahun=2023, bagian=bagian), isi=_teks(*isi))


# ------------------------------------------------------------------------------------ slip -> problem
SLIP: dict[str, tuple[list[Row], str, str, str]] = {
    # what was spoilt: rows, level, rule, a word of the sentence
    "target missing": ([_ikk("SK1.IKK1", target=None)], "peringatan", "pk.target", "kosong berbeda dari PK 2023 (60)"),
    "realisasi missing": (
        [_ikk("SK1.IKK1", pembilang=None, penyebut=None)],
        "kesalahan",
        "realisasi.kosong",
        "SK1.IKK1",
    ),
    "half a fraction": ([_ikk("SK1.IKK1", penyebut=None)], "peringatan", "rasio.setengah", "penyebut"),
    "denominator 0": ([_ikk("SK1.IKK1", penyebut=Decimal(0))], "kesalahan", "rasio.nol", "penyebut 0"),
    "more than all": ([_ikk("SK1.IKK3", pembilang=Decimal(159))], "peringatan", "rasio.lebih", "159 lebih besar dari"),
    "no name of a part": ([_ikk("SK1.IKK3", label_penyebut="")], "peringatan", "rasio.nama", "SK1.IKK3"),
    "polaritas not chosen": ([_ikk("SK1.IKK3", polaritas="")], "kesalahan", "polaritas.kosong", "SK1.IKK3"),
    "unit against name": ([_ikk("SK1.IKK3", satuan="Layanan")], "peringatan", "satuan.nama", "persentase"),
    "standard without source": (
        [_ikk("SK1.IKK3", standar_nasional=Decimal(40))],
        "peringatan",
        "standar.sumber",
        "belum bersumber",
    ),
    "name differs from PK": (
        [_ikk("SK2.IKK3", nama="Terpenuhi data dan peningkatan kompetensi pegawai pemasyarakatan")],
        "peringatan",
        "pk.rumusan",
        "SK2.IKK3: rumusannya berbeda",
    ),
    "only capitals differ": (
        [_ikk("SK2.IKK5", nama="Jumlah layanan perkantoran")],
        "info",
        "pk.rumusan",
        "huruf besar",
    ),
    "sasaran differs from PK": (
        [
            replace(
                _satu(SasaranTahun, tahun=2023, kode="SK1"),
                nama="Meningkatkan Pelayanan Pembimbingan Klien Pemasyarakatan",
            )
        ],
        "peringatan",
        "pk.rumusan",
        "SK1",
    ),
    "target differs from PK": (
        [_ikk("SK1.IKK1", target=Decimal(65))],
        "peringatan",
        "pk.target",
        "65 berbeda dari PK 2023 (60)",
    ),
    "unit and direction differ from PK": (
        [_ikk("SK1.IKK3", satuan="Anak", polaritas="turun")],
        "peringatan",
        "pk.ukuran",
        "SK1.IKK3: satuan dan polaritas berbeda dari PK 2023",
    ),
    "a second Renstra that lacks all": (
        [Renstra(id=_id(1), nama="Renstra 2023-2027", tahun_awal=2023, tahun_akhir=2027)],
        "peringatan",
        "renstra.isian",
        "visi, misi, dan tujuan belum diisi",
    ),
    "an IKK that nobody promised": (
        [
            Indikator(id=_id(1), sasaran_id=_satu(SasaranTahun, tahun=2023, kode="SK1").sasaran_id),
            IndikatorTahun(id=_id(2), indikator_id=_id(1), tahun=2023, kode="SK1.IKK9", nama="Baru", urut=99),
        ],
        "peringatan",
        "pk.di_luar",
        "SK1.IKK9",
    ),
    "two of one kode": ([_ikk("SK2.IKK9", kode="SK2.IKK8")], "kesalahan", "kode.ganda", "SK2.IKK8"),
    "a signed line changed": (
        [replace(_satu(PkButir, indikator_kode="SK2.IKK9", target=Decimal(1)), target=Decimal(2))],
        "kesalahan",
        "pk.sidik",
        "saat ditandatangani",
    ),
    "one person, two names": (
        [replace(_satu(Pejabat, nama="Perimansyah"), nama="Permansyah")],
        "peringatan",
        "nama.nip",
        "“Perimansyah” pada PK 2023 dan “Permansyah”",
    ),
    "no such day of birth": (
        [replace(_satu(Pejabat, nama="Perimansyah"), nip="196813061992031002")],
        "peringatan",
        "pejabat.nip",
        "Perimansyah",
    ),
    "both cuts disagree": (
        [replace(_satu(AnggaranBelanja, tahun=2023, kode="53"), pagu=92_459_001)],
        "kesalahan",
        "anggaran.beda_potongan",
        "tidak sama",
    ),
    "more spent than there is": (
        [replace(_satu(AnggaranBelanja, tahun=2023, kode="53"), realisasi=92_459_001)],
        "peringatan",
        "anggaran.lebih",
        "53 Belanja Modal",
    ),
    "programme and activities": (
        [replace(_satu(Kegiatan, tahun=2023, nama="Penyelenggaraan Pemasyarakatan di Wilayah"), anggaran=1)],
        "peringatan",
        "kegiatan.jumlah",
        "jumlah kegiatannya Rp1",
    ),
    "shares of a RO": (
        [
            Ro(id=_id(1), tahun=2023, nama="Layanan"),
            RoIndikator(id=_id(2), ro_id=_id(1), indikator_id=_satu(Indikator).id, porsi=Decimal(60)),
        ],
        "peringatan",
        "ro.porsi",
        "bukan 100%",
    ),
    "weighted value above its weight": (
        [replace(_satu(SkorKomponen, tahun=2023, kode="kontraktual"), nilai_akhir_resmi=Decimal("94.40"))],
        "peringatan",
        "skor.terbobot",
        "94,40, padahal",
    ),
    "a value beyond 100": (
        [replace(_satu(SkorKomponen, tahun=2023, kode="konsistensi"), nilai=Decimal(979))],
        "peringatan",
        "skor.rentang",
        "979",
    ),
    "official score missing": (
        [replace(_satu(Skor, tahun=2023, jenis="smart"), nilai_resmi=None)],
        "peringatan",
        "skor.resmi_kosong",
        "SMART",
    ),
    "component missing": (
        [replace(_satu(SkorKomponen, tahun=2023, kode="capaian_output"), nilai=None)],
        "peringatan",
        "skor.komponen",
        "Capaian Output",
    ),
    "no name at the date": (
        [replace(i, berlaku_dari="2030") for i in contoh().rows(Identitas)],
        "kesalahan",
        "identitas.kosong",
        "2023",
    ),
    "Renstra columns too late": ([replace(_satu(Renstra), tahun_tabel_dari=2021)], "info", "renstra.kolom", "2021"),
    "Renstra of other years": ([replace(_satu(Renstra), tahun_akhir=2022)], "peringatan", "renstra.tidak_ada", "2023"),
    "aims are the functions": (
        [
            *(
                RenstraButir(id=_id(n), renstra_id=_satu(Renstra).id, urut=b.urut, jenis="tujuan", teks=b.teks)
                for n, b in enumerate(contoh().where(RenstraButir, jenis="fungsi"), start=1)
            ),
            *(replace(b, jenis="strategi") for b in contoh().where(RenstraButir, jenis="tujuan")),
        ],
        "peringatan",
        "renstra.sama",
        "sama dengan daftar fungsi",
    ),
    "open quotation mark": (
        [replace(_satu(Renstra), visi="Visi “Indonesia Maju")],
        "info",
        "renstra.kutip",
        "tidak berpasangan",
    ),
    "recommendation left lying": (
        [Rekomendasi(id=_id(1), tahun=2023, rekomendasi="Perbaiki indikator")],
        "peringatan",
        "rekomendasi.tindak_lanjut",
        "Perbaiki indikator",
    ),
    "picture without caption": (
        [replace(_satu(Ilustrasi, tahun=2023, bagian="bab3.smart"), judul="")],
        "peringatan",
        "gambar.judul",
        "belum berjudul",
    ),
    "report after its deadline": (
        [
            replace(_satu(Surat, tahun=2023), tanggal="2024-02-15"),
            replace(_satu(Laporan, tahun=2023), tanggal="2024-02-15"),
        ],
        "peringatan",
        "tenggat.lkjip",
        "31 Januari 2024",
    ),
    "PK after its deadline": (
        [replace(_satu(Pk, tahun=2023), tanggal="2023-03-10")],
        "peringatan",
        "tenggat.pk",
        "10 Maret 2023, sesudah batas 31 Januari 2023",
    ),
    "a date gone by": (
        [Tenggat(id=_id(1), tahun=2023, tanggal="2024-02-10", nama="E-Monev Januari")],
        "peringatan",
        "tenggat.lewat",
        "10 Februari 2024",
    ),
    "a date near": (
        [Tenggat(id=_id(1), tahun=2023, tanggal="2024-03-10", nama="E-Monev Februari")],
        "info",
        "tenggat.dekat",
        "10 Maret 2024",
    ),
    # ------------------------------------------------------------------------------------------------ own texts
    "analysis empty": (
        [replace(_analisis("SK1.IKK1", 5), isi="")],
        "peringatan",
        "analisis.kosong",
        "SK1.IKK1: analisis 5",
    ),
    "no solution named": (
        [_analisis("SK1.IKK1", 5, "Kegiatan berjalan baik karena semua petugas bekerja.")],
        "info",
        "analisis.solusi",
        "SK1.IKK1",
    ),
    "all targets claimed": (
        [_naskah("Kinerja dapat dinyatakan “berhasil”, karena telah memenuhi target capaian.")],
        "peringatan",
        "naskah.klaim",
        "SK1.IKK1 belum mencapai target",
    ),
    "mean under no rule": (
        [_naskah("Rata-rata capaian sebesar 100,39% pada tahun 2023.")],
        "peringatan",
        "naskah.angka",
        "100,39%",
    ),
    "amount not in the data": (
        [_naskah("Pagu sebesar Rp3.733.357.100 telah tersedia.")],
        "peringatan",
        "naskah.angka",
        "Rp3.733.357.100",
    ),
    "another year": (
        [_naskah("Perbandingan target dan realisasi kinerja tahun 2022 disajikan berikut.")],
        "peringatan",
        "naskah.tahun",
        "tahun 2022",
    ),
    "a year far away": (
        [_naskah("Pada tahun 2013 dan tahun 2023 hal ini sama.")],
        "peringatan",
        "naskah.tahun",
        "2013",
    ),
    "another indicator": (
        [_analisis("SK2.IKK9", 5, "Jumlah Peralatan dan Fasilitas Perkantoran dipelihara; solusi dicari.")],
        "peringatan",
        "naskah.indikator_lain",
        "SK2.IKK8",
    ),
    "a count as percentage": (
        [_analisis("SK2.IKK6", 5, "Target 10 unit dengan realisasi 100% berkat upaya bersama.")],
        "peringatan",
        "naskah.realisasi_persen",
        "realisasinya 10 Unit",
    ),
    "the same reason twice": (
        [
            _analisis(
                "SK2.IKK6", 7, "Kegiatan dilakukan sesuai rencana dan target yang sudah ditentukan sejak awal tahun."
            ),
            _analisis(
                "SK2.IKK7", 7, "Kegiatan dilakukan sesuai rencana dan target yang sudah ditentukan sejak awal tahun."
            ),
        ],
        "info",
        "naskah.berulang",
        "paragraf yang sama",
    ),
    "decimal point": ([_naskah("Penyerapan 98.98% tahun ini.")], "info", "ejaan.tulisan", "98.98%"),
    "space before percent": ([_naskah("Penyerapan 98,98 % tahun ini.")], "info", "ejaan.tulisan", "spasi sebelum"),
    "doubled words": (
        [_naskah("Hal ini menunjukkan bahwa bahwa kegiatan berjalan.")],
        "info",
        "ejaan.tulisan",
        "bahwa bahwa",
    ),
    "quotation marks open": ([_naskah("Nilai “PASTI dipegang.")], "info", "ejaan.tulisan", "kutip"),
    "names of systems": ([_naskah("Dicatat pada SMART DJA dan e-monev.")], "info", "ejaan.tulisan", "SMART-DJA"),
    "mixed separators": (
        [_naskah("Realisasi Rp.3,695.296.033.00 tahun ini.")],
        "peringatan",
        "ejaan.uang",
        "Rp.3,695.296.033.00",
    ),
    "misspelt word of the field": ([_naskah("Klien pemasarakatan dibimbing.")], "info", "ejaan.kata", "pemasyarakatan"),
    "misspelt name": (
        [replace(_satu(Pejabat, nama="Ilham Djaya"), jabatan="Kepala Kantor Wilayah Kementegian Hukum dan HAM")],
        "info",
        "ejaan.kata",
        "Kementegian",
    ),
    "sign without glyph": ([_naskah("Selesai \U0001f600.")], "peringatan", "naskah.huruf", "U+1F600"),
    "part that is not printed": (
        [Naskah(id=_id(1), tahun=2023, bagian="bab9", isi=_teks("x"))],
        "info",
        "naskah.bagian",
        "bab9",
    ),
}


@pytest.mark.parametrize("nama", SLIP)
def test_a_slip_is_pointed_at(nama: str) -> None:
    baris, level, aturan, kata = SLIP[nama]
    baru = _baru(*baris)
    cocok = [p for p in baru if p.aturan == aturan and kata in p.teks]
    assert cocok, [(p.level, p.aturan, p.teks) for p in baru]
    assert {p.level for p in cocok} == {level}


def test_a_problem_names_a_row_and_a_column_that_exist() -> None:
    """So that a click on it can open the field."""
    for baris, *_ in SLIP.values():
        s = contoh().apply(Change(r.TABEL, contoh().row(r.TABEL, r.id), r) for r in baris)
        for p in _periksa(s):
            tabel = TABLES[p.tabel]
            assert p.kolom in tabel.by_name, p
            assert not p.kunci or s.row(p.tabel, p.kunci) or p.kunci in {h.id for h in hitung(s, 2023).indikator}, p


# --------------------------------------------------------------------------------------------------- polaritas
def test_the_office_is_shown_all_four_readings_of_a_doubtful_polaritas() -> None:
    """SK1.IKK2: targets fall 60, 55, 55, the name says "menurunnya", 92 of 151 were sentenced, counted as naik."""
    (p,) = [p for p in semula() if p.aturan == "polaritas.bertentangan"]
    assert (p.level, p.kolom) == ("peringatan", "polaritas")
    for kata in ("60% → 55% → 55%", "menurun", "110,78%", "89,22%", "90,27%", "71,04%"):
        assert kata in p.teks
    assert "definisi" in p.saran


def test_a_confirmed_polaritas_is_only_mentioned() -> None:
    (p,) = [p for p in _baru(_ikk("SK1.IKK2", polaritas_pasti=True)) if p.aturan.startswith("polaritas")]
    assert p.level == "info"


def test_turun_fits_falling_targets() -> None:
    ada = [p for p in _baru(_ikk("SK1.IKK2", polaritas="turun", polaritas_pasti=True)) if "polaritas" in p.aturan]
    assert ada == []
    naik = _baru(_ikk("SK1.IKK1", polaritas="turun"))
    assert any(p.aturan == "polaritas.bertentangan" and "targetnya naik (50% → 60% → 60%)" in p.teks for p in naik)


def test_readings_need_numbers() -> None:
    s = contoh()
    h = hitung(s, 2023)
    t = Tinjau(s, h, 2023, aturan_tahun(s, 2023))
    assert bacaan(t, next(x for x in t.semua_indikator() if x.kode == "SS1.IKU1")) == ()


# ---------------------------------------------------------------------------------------------- texts, quietly
@pytest.mark.parametrize(
    "teks",
    [
        "Peraturan Menteri Nomor 53 Tahun 2014 menjadi dasar laporan ini.",
        "Renstra Tahun 2020-2024 berlaku sampai tahun 2024.",
        "Pada tahun 2022 realisasinya 50%, sedangkan pada tahun 2023 49,26%.",
        "Capaian 82,09% berasal dari 629 orang; pagu Rp3.733.357.000 terserap 98,98%.",
        "Tanah seluas 639,1787 hektar dengan register 30405006.",
        "Sebelas dari dua belas target tercapai.",
        "Laman https://e-monev.bappenas.go.id dibuka setiap bulan.",
        "Rata-rata, anak-anak, dan hal-hal lain ditulis dengan tanda hubung.",
    ],
)
def test_a_right_text_is_left_in_peace(teks: str) -> None:
    ada = [p for p in _baru(_naskah(teks)) if p.aturan.startswith(("naskah", "ejaan"))]
    assert ada == []


def test_merge_fields_are_known_and_speak_of_something() -> None:
    def isi(*m: naskah.Medan) -> Naskah:
        return replace(_naskah(), isi=naskah.tulis((naskah.Paragraf(m),)))

    assert [p.aturan for p in _baru(isi(naskah.Medan("hantu")))] == ["naskah.medan"]
    assert [p.aturan for p in _baru(isi(naskah.Medan("capaian", _id(7))))] == ["naskah.medan_baris"]
    assert [p.aturan for p in _baru(isi(naskah.Medan("kode_satker")))] == ["naskah.medan_kosong"]
    assert _baru(isi(naskah.Medan("rata_rata"))) == []


def test_numbers_of_merge_fields_are_not_taken_for_typed_ones() -> None:
    isi = naskah.tulis((naskah.Paragraf((naskah.Teks("Capaian "), naskah.Medan("rata_rata"), naskah.Teks("% lebih"))),))
    assert [p for p in _baru(replace(_naskah(), isi=isi)) if p.aturan == "naskah.angka"] == []


# --------------------------------------------------------------------------------------------- years and dates
def test_a_year_without_targets_is_an_error() -> None:
    s = dari_baris([Laporan(id=_id(1), tahun=2025), Identitas(id=_id(2), nama="Satker")])
    kesalahan = [p.aturan for p in _periksa(s, 2025) if p.level == "kesalahan"]
    assert "target.tahun" in kesalahan


def test_what_is_not_due_yet_is_information() -> None:
    """In March the realisasi of the year and the analyses are not missing, they are ahead."""
    s = contoh().apply([Change("indikator_tahun", _ikk("SK1.IKK1"), _ikk("SK1.IKK1", pembilang=None, penyebut=None))])
    for hari_ini, level in (("2023-03-01", "info"), ("2023-12-20", "kesalahan"), (None, "kesalahan")):
        (p,) = [p for p in _periksa(s, 2023, hari_ini) if p.aturan == "realisasi.kosong"]
        assert p.level == level
        assert (p.saran == "Belum waktunya diisi.") == (level == "info")


def test_an_unsigned_pk_is_late_only_after_its_deadline() -> None:
    draf = [replace(p, status="draf") for p in contoh().where(Pk, tahun=2023)]
    s = contoh().apply(Change("pk", contoh().row("pk", p.id), p) for p in draf)
    for hari_ini, terlambat in (("2023-01-20", False), ("2023-02-01", True), (None, False)):
        aturan = [p.aturan for p in _periksa(s, 2023, hari_ini)]
        assert ("tenggat.pk" in aturan) == terlambat
        assert "pk.belum_ada" in aturan


def test_a_late_dipa_moves_the_deadline_of_the_pk() -> None:
    """One month after the DIPA, or 31 January if that is later (PermenPAN-RB 53/2014)."""
    lap = replace(_satu(Laporan, tahun=2023), tanggal_dipa="2023-02-10")
    pk = replace(_satu(Pk, tahun=2023), tanggal="2023-03-10")
    assert not [p for p in _baru(lap, pk) if p.aturan == "tenggat.pk"]
    assert [p for p in _baru(lap, replace(pk, tanggal="2023-03-11")) if p.aturan == "tenggat.pk"]


def test_an_indicator_does_not_vanish_without_a_word() -> None:
    it = _satu(IndikatorTahun, tahun=2023, kode="SK2.IKK4")
    i = _satu(Indikator, id=it.indikator_id)
    hilang = [Change("indikator_tahun", it, None)]
    aturan = [p.aturan for p in _periksa(contoh().apply(hilang))]
    assert "indikator.hilang" in aturan
    assert "pk.tanpa_indikator" in aturan
    tamat = [*hilang, Change("indikator", i, replace(i, tahun_akhir=2022))]
    assert "indikator.hilang" not in [p.aturan for p in _periksa(contoh().apply(tamat))]


def test_cumulative_figures_fall_only_with_a_reason() -> None:
    it = _ikk("SK1.IKK1", kumulatif=True)
    periode = [
        IndikatorPeriode(
            id=_id(n), indikator_id=it.indikator_id, tahun=2023, jenis="triwulan", periode=n, pembilang=Decimal(p)
        )
        for n, p in ((1, 100), (2, 90))
    ]
    assert [p.kolom for p in _baru(it, *periode) if p.aturan == "periode.turun"] == ["alasan_koreksi"]
    beralasan = replace(periode[1], alasan_koreksi="Data ganda dihapus")
    assert not [p for p in _baru(it, periode[0], beralasan) if p.aturan == "periode.turun"]
    # A period that is not filled yet hides no fall.
    bolong = _baru(it, periode[0], replace(periode[1], pembilang=None), replace(periode[1], id=_id(3), periode=3))
    assert [p.kunci for p in bolong if p.aturan == "periode.turun"] == [_id(3)]


def test_a_year_summed_up_of_its_periods_has_no_gap() -> None:
    """Three months and the last quarter: the months are not part of the year's figure, and nobody would see it."""
    it = _ikk("SK2.IKK6", realisasi=None)

    def isi(jenis: str, *nomor: int) -> list[IndikatorPeriode]:
        return [
            IndikatorPeriode(
                id=_id(n), indikator_id=it.indikator_id, tahun=2023, jenis=jenis, periode=n, realisasi=Decimal(2)
            )
            for n in nomor
        ]

    def teks(*baris: Row) -> list[str]:
        return [p.teks for p in _baru(*baris) if p.aturan == "periode.bolong"]

    assert teks(it, *isi("bulan", 1, 2, 3)) == []
    assert teks(it, *isi("bulan", 1, 2, 3), *isi("triwulan", 4)) == [
        "SK2.IKK6: angka tahun dihitung dari triwulan 4 saja, tanpa 1, 2, dan 3; angka bulan yang ada tidak ikut."
    ]
    assert teks(it, *isi("bulan", 1, 3)) == ["SK2.IKK6: angka tahun dihitung dari bulan 1 dan 3 saja, tanpa 2."]
    assert teks(replace(it, konsolidasi="terakhir"), *isi("triwulan", 4)) == []
    assert teks(replace(it, kumulatif=True), *isi("triwulan", 4)) == []


def test_a_negative_part_of_a_ratio_is_an_error() -> None:
    for kolom in ("pembilang", "penyebut"):
        salah = [p for p in _baru(_ikk("SK1.IKK1", **{kolom: Decimal(-5)})) if p.aturan == "rasio.negatif"]
        assert [(p.level, p.kolom) for p in salah] == [("kesalahan", kolom)]


def test_filled_parts_silence_their_notes() -> None:
    aturan = {p.aturan for p in semula()}
    assert "prestasi.kosong" in aturan
    s = contoh().apply([Change("prestasi", None, Prestasi(id=_id(1), tahun=2023, nama="Piagam"))])
    assert "prestasi.kosong" not in {p.aturan for p in _periksa(s)}


def test_2022_percentages_without_counts_equal_to_their_targets() -> None:
    (p,) = [p for p in _periksa(contoh(), 2022) if p.aturan == "realisasi.sama_target"]
    assert "SK1.IKK1, SK1.IKK2, dan SK1.IKK3" in p.teks


def test_gravest_first_each_once_and_the_same_every_time() -> None:
    masalah = _periksa(contoh())
    assert [LEVEL.index(p.level) for p in masalah] == sorted(LEVEL.index(p.level) for p in masalah)
    assert len(set(masalah)) == len(masalah)
    assert _periksa(contoh()) == masalah
    assert len(set(CHECKS)) == len(CHECKS)
    assert all(p.teks.strip() and p.teks[-1] in ".”" for p in masalah)


def test_pk_lines_of_the_budget_keep_their_amount() -> None:
    k = _satu(Kegiatan, tahun=2023, nama="Program Dukungan Manajemen")
    (p,) = [p for p in _baru(replace(k, anggaran=2_662_493_001)) if p.aturan == "pk.anggaran"]
    assert "Rp2.662.493.001 berbeda dari PK 2023 (Rp2.662.493.000)" in p.teks


def test_pk_lines_of_the_budget_are_told_in_their_order_in_every_process() -> None:
    semua = [replace(k, anggaran=1) for k in contoh().where(Kegiatan, tahun=2023)]
    beda = [p.kunci for p in _baru(*semua) if p.aturan == "pk.anggaran"]
    assert (len(beda), beda) == (4, [k.id for k in semua])


def test_a_reason_ends_as_a_sentence() -> None:
    for ganti in ({"penyebut": Decimal(0)}, {"pembilang": Decimal(0)}, {"pembilang": Decimal(-1)}):
        assert all(p.teks.endswith(".") for p in _baru(_ikk("SK1.IKK1", **ganti)))
    kosong = replace(_satu(SkorKomponen, tahun=2023, kode="capaian_output"), nilai=None)
    assert all(p.teks.endswith(".") for p in _baru(kosong))


def test_missing_budget_by_sasaran() -> None:
    s = contoh().apply(Change("anggaran_sasaran", r, None) for r in contoh().rows(AnggaranSasaran))
    (p,) = [p for p in _periksa(s) if p.aturan == "anggaran.sasaran"]
    assert p.level == "peringatan"
