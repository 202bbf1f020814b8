"""The seven analyses: all there for every indicator, headings by status, formulas that a calculator confirms."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Analisis, IndikatorPeriode, Ro, RoIndikator
from lkjip_desktop.report.blocks import Chart, Formula, Grid, Heading
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.sections.bab3_indikator import indikator
from lkjip_desktop.report.sections.lkjip import blok_bagian
from tests.report.sections.contoh import (
    atur,
    grid,
    ind,
    konteks_lahat,
    lahat,
    polos,
    sel_teks,
    tambah,
    tanpa,
    teks,
    ubah,
    ubah_ind,
)
from tests.report.sections.contoh_indikator import bagian, baris_rumus, blok_ikk, kepala, suku_teks


# ------------------------------------------------------------------------------------------------ completeness
def test_every_indicator_has_all_seven_analyses_under_numbered_headings() -> None:
    k = konteks_lahat()
    for s in k.hasil.kegiatan():
        for h in s.indikator:
            blok = [b for b in indikator(k, s, h) if isinstance(b, Heading) and b.level == 4]
            assert [b.kunci for b in blok] == [f"bab3.indikator.{h.id}.{n}" for n in range(1, 8)]
            assert all(b.nomor for b in blok)


def test_the_office_chooses_its_analyses() -> None:
    k = konteks_lahat(atur(lahat(), "cetak", analisis=[1, 5]))
    _, blok = blok_ikk(k, "SK1.IKK1")
    assert kepala(blok) == ["Perbandingan Target dan Realisasi Kinerja Tahun 2023", "Penyebab Kegagalan"]


def test_no_page_names_another_indicator_than_its_own() -> None:
    k = konteks_lahat()
    semua = {h.kode: h for h in k.hasil.indikator}
    for kode in semua:
        _, blok = blok_ikk(k, kode)
        isi = teks(blok)
        lain = [h.nama for h in semua.values() if h.kode != kode and h.nama in isi]
        assert not lain, kode


def test_no_sentence_holds_a_percentage_that_its_tables_lack() -> None:
    """Percentages of the words are those of the tables, formulas and charts of the same indicator."""
    k = konteks_lahat()
    persen = re.compile(r"\d[\d.]*(?:,\d+)?%")
    for h in k.hasil.indikator:
        _, blok = blok_ikk(k, h.kode)
        angka_tabel = set(persen.findall(teks(b for b in blok if isinstance(b, Grid | Formula | Chart))))
        kata = set(persen.findall(teks(b for b in blok if not isinstance(b, Grid | Formula | Chart))))
        assert kata <= angka_tabel | {"100%"}, h.kode


def test_years_are_those_of_the_report_the_comparison_and_the_renstra() -> None:
    k = konteks_lahat()
    for h in k.hasil.indikator:
        _, blok = blok_ikk(k, h.kode)
        tahun = {int(t) for t in re.findall(r"\b(?:19|20)\d\d\b", teks(blok))}
        assert tahun <= {2020, 2021, 2022, 2023, 2024}, h.kode


# -------------------------------------------------------------------------------------------------- by status
@pytest.mark.parametrize(
    ("pembilang", "penyebut", "penyebab", "kalimat"),
    [
        (1000, 1277, "Penyebab Keberhasilan", "melampaui target 60%"),
        (600, 1000, "Penyebab Keberhasilan", "sebesar 60% sama dengan targetnya, sehingga capaiannya 100%"),
        (629, 1277, "Penyebab Kegagalan", "belum mencapai target 60%"),
        (629, None, "Analisis Penyebab", "tidak dapat dihitung"),
    ],
)
def test_headings_and_words_follow_the_status(
    pembilang: int, penyebut: int | None, penyebab: str, kalimat: str
) -> None:
    s = ubah_ind(
        lahat(),
        "SK1.IKK1",
        pembilang=Decimal(pembilang),
        penyebut=Decimal(penyebut) if penyebut is not None else None,
        realisasi=None,
    )
    h, blok = blok_ikk(konteks_lahat(s), "SK1.IKK1")
    assert penyebab in kepala(blok)
    assert kalimat in teks(blok)
    if h.capaian.mentah is not None:
        assert h.capaian.cetak in teks(blok)


def _polaritas(s: Snapshot, kode: str, polaritas: str) -> Snapshot:
    id = ind(s, kode).indikator_id
    s = ubah_ind(s, kode, polaritas=polaritas)
    return ubah(s, "pk_butir", lambda r: bool(r.indikator_id == id), polaritas=polaritas)


# ------------------------------------------------------------------------------------------------- formulas
def _hitung(teks_: str) -> Fraction:
    """A calculator: digits, × / − + and parentheses; % is a hundredth."""
    t = teks_.replace("×", "*").replace("−", "-").replace(",", ".")
    t = re.sub(r"(\d+(?:\.\d+)?)(%?)", lambda m: f"(F('{m[1]}'){'/100' if m[2] else ''})", t)
    assert re.fullmatch(r"[F('\d./)*+\- ]+", t), teks_
    return Fraction(eval(t, {"F": Fraction, "__builtins__": {}}))


def _periksa(f: Formula) -> int:
    """Check every line that has figures on both sides of its last "="; returns how many."""
    n = 0
    for _, suku in f.baris:
        ruas = "".join(suku_teks(x) for x in suku).split("=")
        angka_ruas = [r.strip() for r in ruas if not re.search(r"[A-Za-z]", r)]
        if len(angka_ruas) < 2:
            continue
        hasil = angka_ruas[-1]
        nilai = _hitung(angka_ruas[-2]) * (100 if hasil.endswith("%") else 1)
        polos_ = hasil.rstrip("%")
        assert angka(nilai, len(polos_.partition(",")[2]), paksa=True) == polos_, f
        n += 1
    return n


@pytest.mark.parametrize("aturan", [{}, {"pembulatan": "P2"}, {"rumus_turun": "tr"}])
@pytest.mark.parametrize("polaritas", ["naik", "turun"])
def test_every_formula_comes_out_on_a_calculator(aturan: dict[str, str], polaritas: str) -> None:
    s = atur(lahat(), "pengukuran", **aturan)
    for kode in ("SK1.IKK1", "SK1.IKK2", "SK1.IKK3"):
        s = _polaritas(s, kode, polaritas)
    k = konteks_lahat(s)
    n = 0
    for sasaran in k.hasil.kegiatan():
        for h in sasaran.indikator:
            for b in jalan(indikator(k, sasaran, h)):
                if isinstance(b, Formula):
                    n += _periksa(b)
    assert n >= 12 + 3 + 4  # capaian of all, realisasi of the three ratios, IE and TE once for each sasaran


def _baris(s: Snapshot, kode: str) -> list[str]:
    _, blok = blok_ikk(konteks_lahat(s), kode)
    f = next(b for b in blok if isinstance(b, Formula))
    return ["".join(suku_teks(x) for x in suku) for _, suku in f.baris]


def test_formula_under_p1_writes_the_fraction_out() -> None:
    """629/1277 at target 60 (seed, line 538): 49,26% / 60% would give 82,10."""
    baris = _baris(lahat(), "SK1.IKK1")
    assert baris[1] == "((629)/(1277))× 100% = 49,26%"
    assert baris[3] == "(629/1277 × 100%) / 60% = 82,09%"


def test_formula_under_p2_is_the_short_one() -> None:
    baris = _baris(atur(lahat(), "pengukuran", pembulatan="P2"), "SK1.IKK1")
    assert baris[3] == "((49,26%)/(60%))× 100% = 82,10%"


@pytest.mark.parametrize(
    ("rumus", "baris"),
    [
        ("lan", "((2 × 55%) − (92/151 × 100%)) / 55% = 89,22%"),
        ("tr", "55% / (92/151 × 100%) = 90,27%"),
    ],
)
def test_formula_of_turun(rumus: str, baris: str) -> None:
    s = _polaritas(atur(lahat(), "pengukuran", rumus_turun=rumus), "SK1.IKK2", "turun")
    assert _baris(s, "SK1.IKK2")[3] == baris


def test_a_typed_percentage_shows_no_fraction_and_says_so() -> None:
    k = konteks_lahat(tahun=2022)
    h, blok = blok_ikk(k, "SK1.IKK1")
    assert h.diketik
    isi = teks(blok)
    assert "dicatat langsung sebagai persentase" in isi
    assert "Realisasi = (" not in isi
    assert "((50%)/(50%))× 100% = 100%" in baris_rumus(blok)


# --------------------------------------------------------------------------------------------------- tables
def test_comparison_has_two_years_below_a_two_level_header() -> None:
    k = konteks_lahat()
    h, blok = blok_ikk(k, "SK1.IKK1")
    g = grid(blok, f"tabel.{h.id}.banding")
    assert [polos(c.isi) for c in g.kepala[0].sel] == ["Indikator Kinerja", "Tahun 2022", "Tahun 2023"]
    assert [c.kolom for c in g.kepala[0].sel] == [1, 3, 3]
    assert sel_teks(g)[0][1:] == ["50%", "50%", "100%", "60%", "49,26%", "82,09%"]


def test_a_year_before_the_indicator_prints_a_dash_and_the_words_say_so() -> None:
    k = konteks_lahat()
    h, blok = blok_ikk(k, "SK2.IKK6")
    assert sel_teks(grid(blok, f"tabel.{h.id}.banding"))[0][1:] == ["-", "-", "-", "10 Unit", "10 Unit", "100%"]
    isi = bagian(blok, "Perbandingan Realisasi dan Capaian Kinerja Tahun 2023 dengan Tahun Sebelumnya")
    assert "Pada tahun 2022 indikator ini belum menjadi indikator kinerja" in isi
    assert "naik" not in isi


def test_renstra_table_holds_the_realisasi_that_the_seed_leaves_out() -> None:
    k = konteks_lahat()
    h, blok = blok_ikk(k, "SK1.IKK1")
    g = grid(blok, f"tabel.{h.id}.menengah")
    assert [polos(c.isi) for c in g.kepala[1].sel] == ["", "", "2020", "2021", "2022", "2023", "2024"]
    assert sel_teks(g)[0][2:] == ["-", "-", "50%", "60%", "60%"]
    assert sel_teks(g)[1][2:] == ["-", "-", "50%", "49,26%", "-"]


def test_charts_show_known_years_only_and_can_be_switched_off() -> None:
    _, dua = blok_ikk(konteks_lahat(), "SK1.IKK1")
    chart = next(b for b in dua if isinstance(b, Chart))
    assert chart.kategori == ("2022", "2023")
    assert [s.nama for s in chart.seri] == ["Target", "Realisasi", "Capaian"]
    _, satu = blok_ikk(konteks_lahat(), "SK2.IKK6")
    assert not [b for b in satu if isinstance(b, Chart)]
    _, mati = blok_ikk(konteks_lahat(atur(lahat(), "cetak", bagian={"grafik": "tidak"})), "SK1.IKK1")
    assert not [b for b in mati if isinstance(b, Chart)]


def test_a_column_may_be_called_kinerja() -> None:
    k = konteks_lahat(atur(lahat(), "cetak", judul_kolom={"capaian": "Kinerja"}))
    h, blok = blok_ikk(k, "SK1.IKK1")
    assert polos(grid(blok, f"tabel.{h.id}.target").kepala[0].sel[-1].isi) == "Kinerja"
    # The formula, its line, the chart and its caption call the value as the column does.
    assert any(b.startswith("Kinerja = ") for b in teks(blok).split("\n"))
    assert "Realisasi dan kinerja tersebut dihitung" in teks(blok)
    chart = next(b for b in blok if isinstance(b, Chart))
    assert [s.nama for s in chart.seri] == ["Target", "Realisasi", "Kinerja"]
    assert polos(chart.judul).startswith("Perkembangan Target, Realisasi, dan Kinerja SK I")
    assert "% Kinerja" in teks(blok)
    ringkas = teks(blok_bagian(k, "bab3.capaian"))
    assert "Kinerja adalah capaian, yaitu perbandingan realisasi dengan target." in ringkas
    assert "Kinerja per Sasaran Kegiatan Tahun 2023" in ringkas


# -------------------------------------------------------------------------------------------- own words
def test_a_shared_text_speaks_of_the_indicator_it_stands_at() -> None:
    s = lahat()
    satu, dua = (ind(s, f"SK2.IKK{n}").indikator_id for n in (6, 7))
    s = ubah(
        s,
        "analisis",
        lambda r: bool((r.indikator_id, r.nomor) == (satu, 5)),
        isi='[{"i":[{"s":"Ada "},{"f":"realisasi","r":"' + satu + '"},{"s":" tersedia."}],"t":"p"}]',
    )
    s = tanpa(s, "analisis", lambda r: bool((r.indikator_id, r.nomor) == (dua, 5)))
    s = tambah(s, Analisis(id="bersama", indikator_id=dua, tahun=2023, nomor=5, sama_dengan_id=satu))
    k = konteks_lahat(s)
    assert "Ada 10 Unit tersedia." in teks(blok_ikk(k, "SK2.IKK6")[1])
    isi = teks(blok_ikk(k, "SK2.IKK7")[1])
    assert "Ada 54 Unit tersedia." in isi
    assert "10 Unit" not in isi


def test_two_texts_that_point_at_each_other_do_not_hang() -> None:
    s = lahat()
    satu, dua = (ind(s, f"SK2.IKK{n}").indikator_id for n in (6, 7))
    s = ubah(s, "analisis", lambda r: bool(r.nomor == 5 and r.indikator_id == satu), isi="", sama_dengan_id=dua)
    s = ubah(s, "analisis", lambda r: bool(r.nomor == 5 and r.indikator_id == dua), isi="", sama_dengan_id=satu)
    assert "belum diisi" in teks(blok_ikk(konteks_lahat(s), "SK2.IKK6")[1])


def test_the_three_questions_become_text_and_obstacles_of_the_year_are_listed() -> None:
    s = lahat()
    id = ind(s, "SK1.IKK1").indikator_id
    s = ubah(
        s,
        "analisis",
        lambda r: bool((r.indikator_id, r.nomor) == (id, 5)),
        isi="",
        peristiwa="Banyak klien menganggur.",
        sebab="Lowongan sedikit.",
        tindakan="Pelatihan diadakan.",
    )
    s = tambah(
        s,
        IndikatorPeriode(
            id="p",
            indikator_id=id,
            tahun=2023,
            jenis="triwulan",
            periode=2,
            kendala="Mesin rusak.",
            solusi="Diperbaiki",
        ),
    )
    isi = bagian(blok_ikk(konteks_lahat(s), "SK1.IKK1")[1], "Penyebab Kegagalan")
    assert "Banyak klien menganggur. Lowongan sedikit. Pelatihan diadakan." in isi
    assert "Triwulan II: kendala: Mesin rusak; penanganan: Diperbaiki." in isi


def test_outputs_linked_to_the_indicator_are_named() -> None:
    s = lahat()
    id = ind(s, "SK1.IKK1").indikator_id
    s = tambah(s, Ro(id="ro", tahun=2023, nama="Bimbingan klien"), RoIndikator(id="ri", ro_id="ro", indikator_id=id))
    isi = teks(blok_ikk(konteks_lahat(s), "SK1.IKK1")[1])
    assert "oleh kegiatan “Penyelenggaraan Pemasyarakatan di Wilayah” dengan rincian output “Bimbingan klien”." in isi


def test_a_gap_that_only_the_office_can_fill_is_visible() -> None:
    s = Snapshot({**lahat().tabel, "analisis": {}})
    isi = teks(blok_ikk(konteks_lahat(s), "SK1.IKK1")[1])
    assert "Uraian penyebab kegagalan belum diisi." in isi
