"""Unusual but possible data: every sentence and table still names the right row, and reads as a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from lkjip_desktop.core.kata import MEDAN, kalimat_pembulatan, kalimat_satu_dari_satu, polos
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Indikator, Renstra, TargetRenstra
from lkjip_desktop.report.blocks import Grid
from lkjip_desktop.report.sections import dokumen_surat
from lkjip_desktop.report.sections.lkjip import blok_bagian
from lkjip_desktop.report.sections.tabel_capaian import tabel_indikator
from tests.report.sections.contoh import baris_teks, hasil_lahat, konteks_lahat, lahat, tambah, tanpa, ubah

D = Decimal
#: A figure that is typed, not derived from a fraction.
DIKETIK: dict[str, Any] = {"jenis_nilai": "indeks", "satuan": "", "pembilang": None, "penyebut": None}


def _satu(**nilai: Any) -> Snapshot:
    """The example without PK and with other values in its first IKK of 2023."""
    s = tanpa(tanpa(lahat(), "pk_butir"), "pk")
    return ubah(s, "indikator_tahun", lambda r: r.tahun == 2023 and r.kode == "SK1.IKK1", **nilai)


def _bab3(s: Snapshot) -> str:
    return "\n".join(baris_teks(blok_bagian(konteks_lahat(s), "bab3.capaian")))


@pytest.mark.parametrize("kode", ["", "SK1"])
def test_money_follows_the_sasaran_and_not_its_code(kode: str) -> None:
    s = ubah(lahat(), "sasaran_tahun", lambda r: r.tahun == 2023 and r.kode.startswith("SK"), kode=kode)
    teks = [x for x in baris_teks(blok_bagian(konteks_lahat(s), "bab3.anggaran")) if "memperoleh pagu" in x]
    assert [(x.split(",")[0], x.partition("pagu ")[2].partition(" dan")[0]) for x in teks] == [
        ("Sasaran Kegiatan I", "Rp564.845.000"),
        ("Sasaran Kegiatan II", "Rp3.168.512.000"),
    ]
    h = hasil_lahat(s)
    assert [MEDAN["pagu_sasaran"].isi(s, h, x.id) for x in h.kegiatan()] == ["Rp564.845.000", "Rp3.168.512.000"]


@pytest.mark.parametrize(
    ("nilai", "kalimat"),
    [
        # 2/3 prints as the standard is typed: to the reader they are one figure.
        (
            {"pembilang": D(2), "penyebut": D(3), "standar_nasional": D("66.67")},
            "Realisasi tahun 2023 sebesar 66,67% sama dengan standar nasional.",
        ),
        # Typed figures print all their digits, so their difference does too.
        (
            {**DIKETIK, "target": D("3.125"), "realisasi": D("3.12")},
            "; selisihnya terhadap target 0,005 dan capaiannya",
        ),
        (
            {
                **DIKETIK,
                "jenis_nilai": "predikat",
                "skala": "C\nB\nA",
                "target_predikat": "B",
                "realisasi_predikat": "A",
                "standar_nasional": D(80),
            },
            "Standar nasional sebesar 80; realisasi tahun 2023 A.",
        ),
        (
            {"polaritas": "rentang", "target": D(60), "target_atas": D(70)},
            "Target Renstra 2020–2024 tersebut berbeda dari target tahun berjalan sebesar 60–70%.",
        ),
    ],
)
def test_figures_are_held_against_each_other_as_they_are_printed(nilai: dict[str, Any], kalimat: str) -> None:
    assert kalimat in _bab3(_satu(**nilai))


def test_a_renstra_target_that_prints_alike_is_reached() -> None:
    s = _satu(pembilang=D(2), penyebut=D(3))
    s = ubah(s, "target_renstra", lambda r: r.tahun == 2024 and r.nilai == D(60), nilai=D("66.67"))
    assert "Target akhir periode (2024), yaitu 66,67%, sudah tercapai." in _bab3(s)


def test_a_medium_term_target_opens_its_own_row() -> None:
    """Where two Renstra hold the year, and where an indicator takes the targets of the one that it continues."""
    satu = hasil_lahat().indikator[0]
    s = tambah(
        lahat(),
        Indikator(id="lama", sasaran_id=satu.sasaran_id, penerus_id=satu.id),
        Renstra(id="baru", nama="Renstra Perubahan", tahun_awal=2022, tahun_akhir=2025),
        TargetRenstra(id="t.sendiri", renstra_id="baru", indikator_id=satu.id, tahun=2023, nilai=D(60)),
        TargetRenstra(id="t.warisan", renstra_id="baru", indikator_id="lama", tahun=2024, nilai=D(65)),
    )
    blok = [b for b in blok_bagian(konteks_lahat(s), "bab3.capaian") if isinstance(b, Grid)]
    tabel = next(b for b in blok if b.kunci == f"tabel.{satu.id}.menengah")
    asal = {a.kunci for c in tabel.baris[0].sel for r in c.isi if (a := r.asal) and a.tabel == "target_renstra"}
    assert asal == {"t.sendiri", "t.warisan"}


def test_a_sentence_leaves_out_what_is_not_known() -> None:
    s = _satu(target=None, kode="")
    s = ubah(s, "anggaran_belanja", lambda r: r.tahun == 2022 and r.kode == "52", realisasi=None)
    s = tanpa(s, "anggaran_belanja", lambda r: r.tahun == 2023 and r.kode == "52")
    k = konteks_lahat(s)
    teks = "\n".join(baris_teks([*blok_bagian(k, "ikhtisar"), *blok_bagian(k, "bab3")]))
    nama = "“Persentase klien usia produktif yang memperoleh atau melanjutkan pekerjaan di luar lembaga”"
    assert f"yaitu {nama} yang targetnya belum diisi, “" in teks
    assert f"Capaian IKK 1 {nama} tidak dapat dihitung (target belum diisi)." in teks
    assert f"Tidak masuk rata-rata karena tidak dapat dihitung: {nama} (target belum diisi)." in teks
    assert "Belanja Barang hanya ada pada tahun 2022." in teks
    assert "terserap -" not in teks
    assert "dengan target -" not in teks


def test_an_output_without_a_unit_is_still_a_sentence() -> None:
    s = _satu(jenis_nilai="hitungan", satuan="", target=D(1), realisasi=D(1), pembilang=None, penyebut=None)
    assert polos(kalimat_satu_dari_satu(hasil_lahat(s).indikator[0])).endswith("karena keluaran indikator ini hanya 1.")


def test_no_caution_about_an_efficiency_that_has_no_figure() -> None:
    s = ubah(lahat(), "anggaran_sasaran", lambda r: r.tahun == 2023, realisasi=None)
    assert "angka efisiensinya perlu" in _bab3(lahat())
    assert "angka efisiensinya" not in _bab3(s)


def test_a_letter_that_answers_a_dipa_keeps_its_capitals() -> None:
    s = ubah(lahat(), "surat", lambda r: r.tahun == 2023, dasar="DIPA Nomor 1")
    teks = "\n".join(baris_teks(dokumen_surat(s, hasil_lahat(s)).blok))
    assert "Menindaklanjuti DIPA Nomor 1, bersama ini" in teks


@pytest.mark.parametrize(
    ("nilai", "sel"),
    [
        ({"polaritas": "rentang", "target": D(40), "target_atas": D(60)}, [("40–60%", False), ("49,26%", True)]),
        (
            {
                **DIKETIK,
                "jenis_nilai": "predikat",
                "skala": "C\nB\nA",
                "target_predikat": "B",
                "realisasi_predikat": "A",
            },
            [("B", False), ("A", False)],
        ),
        ({**DIKETIK, "target": D("80.50"), "realisasi": D(80)}, [("80,50", True), ("80", True)]),
    ],
)
def test_only_a_figure_is_a_number_in_excel(nilai: dict[str, Any], sel: list[tuple[str, bool]]) -> None:
    """The number behind a band is its lower bound, that behind a grade its rank: neither is what is printed."""
    baris = tabel_indikator(konteks_lahat(_satu(**nilai)), None).baris[0]
    assert [(c.isi[0].teks, c.nilai is not None) for c in baris.sel[3:5]] == sel


def test_the_way_of_measuring_names_only_kinds_that_the_year_has() -> None:
    s = ubah(
        tanpa(tanpa(lahat(), "pk_butir"), "pk"),
        "indikator_tahun",
        lambda r: r.tahun == 2023,
        jenis_nilai="indeks",
        polaritas="rentang",
        target=D(60),
        target_atas=D(70),
        realisasi=D(50),
    )
    teks = _bab3(s)
    assert "Capaian indikator dengan rentang target ialah 100% bila realisasi berada di dalam rentang;" in teks
    assert "indikator yang makin tinggi nilainya makin baik: realisasi" not in teks
    assert "dihitung dengan membagi realisasi" not in teks


def test_a_computed_score_by_its_weight_comes_out_on_a_calculator() -> None:
    """97,77 x 40% = 39,108; the unrounded 97,774 x 40% = 39,1096 is a figure that no reader finds."""
    teks = "\n".join(baris_teks(blok_bagian(konteks_lahat(tanpa(lahat(), "skor")), "bab3.kinerja_anggaran")))
    assert "97,77 × 40% = 39,11" in teks
    assert "54,13 + 39,11 = 93,24" in teks


@pytest.mark.parametrize(
    ("desimal", "kata"), [(0, "dibulatkan menjadi bilangan bulat."), (1, "sampai 1 (satu) angka di belakang koma.")]
)
def test_the_rule_of_rounding_is_a_sentence_for_any_number_of_decimals(desimal: int, kata: str) -> None:
    assert kalimat_pembulatan(hasil_lahat(), desimal).endswith(kata)
