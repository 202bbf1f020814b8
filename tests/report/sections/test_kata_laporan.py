"""Words of whole chapters: pictures are named before they appear, misses have a follow-up, lists end by EYD."""

from __future__ import annotations

from decimal import Decimal

from lkjip_desktop.core.tables import AnggaranBelanja, IndikatorPeriode, Laporan
from lkjip_desktop.report.blocks import Figure, Items, Para, Run
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.sections.bangun import berbutir
from lkjip_desktop.report.sections.lkjip import blok_bagian

from .contoh import grid, ind, konteks_lahat, lahat, polos, sel_teks, tambah, tanpa, teks, ubah_ind


def test_every_picture_with_a_caption_is_named_before_it_appears() -> None:
    """Seed: Gambar III.3 to III.8 stand there without a word that leads to them."""
    k = konteks_lahat()
    for bagian in ("bab3.kinerja_anggaran", "bab3.lainnya"):
        disebut: set[str] = set()
        gambar = 0
        for b in jalan(blok_bagian(k, bagian)):
            if isinstance(b, Para):
                disebut |= {r.rujuk for r in b.isi if r.rujuk}
            if isinstance(b, Figure) and b.judul:
                gambar += 1
                assert b.kunci in disebut, polos(b.judul)
        assert gambar


def test_suggestions_name_the_misses_also_beside_the_offices_own_text() -> None:
    isi = teks(blok_bagian(konteks_lahat(), "bab4.saran"))
    assert "mempererat koordinasi" in isi
    assert (
        "Tindak lanjut pada tahun 2024 diutamakan bagi indikator yang belum mencapai target, yaitu “Persentase klien "
        "usia produktif yang memperoleh atau melanjutkan pekerjaan di luar lembaga” (realisasi 49,26% dari target 60%)."
    ) in isi


def test_a_year_without_a_miss_has_no_follow_up() -> None:
    s = ubah_ind(lahat(), "SK1.IKK1", pembilang=None, penyebut=None, realisasi=ind(lahat(), "SK1.IKK1").target)
    isi = teks(blok_bagian(konteks_lahat(s), "bab4.saran"))
    assert "Tindak lanjut pada tahun" not in isi


def test_steps_noted_by_quarter_become_the_plan_of_follow_up() -> None:
    s = lahat()
    h = ind(s, "SK1.IKK1")
    s = tambah(
        s,
        IndikatorPeriode(
            id="p4",
            indikator_id=h.indikator_id,
            tahun=2023,
            periode=4,
            tindak_lanjut="Usul penambahan pembimbing\nkemasyarakatan",
            tenggat="2024-03",
        ),
    )
    blok = blok_bagian(konteks_lahat(s), "bab4.saran")
    assert "Rencananya disajikan pada [tabel.rencana]." in teks(blok)
    assert sel_teks(grid(blok, "tabel.rencana")) == [
        ["1.", h.nama, "Usul penambahan pembimbing kemasyarakatan", "-", "Maret 2024"]
    ]


def test_a_field_without_a_value_is_a_marker_and_no_dash_in_a_sentence() -> None:
    s = tanpa(tanpa(lahat(), AnggaranBelanja.TABEL), "anggaran_sasaran")
    isi = teks(blok_bagian(konteks_lahat(s), "bab3.anggaran"))
    assert "sebesar -" not in isi
    assert "sebesar «Pagu anggaran: belum ada»" in isi


def test_items_end_as_eyd_wants() -> None:
    def akhir(*butir: str) -> list[str]:
        isi = berbutir([(Run(b),) for b in butir])
        assert isinstance(isi, Items)
        return [polos(x) for x in isi.butir]

    assert akhir("kursi", "meja") == ["kursi;", "meja."]
    assert akhir("Kursi dibeli", "Meja dirawat") == ["Kursi dibeli.", "Meja dirawat."]
    assert akhir("Sudah ada;", "Pasti?") == ["Sudah ada;", "Pasti?"]


def test_an_empty_year_reads_as_one_that_is_not_filled_yet() -> None:
    s = tambah(lahat(), Laporan(id="l2031", tahun=2031))
    isi = teks(blok_bagian(konteks_lahat(s, 2031), "bab3.capaian"))
    assert "Indikator Kinerja Kegiatan tahun 2031 belum diisi." in isi


def test_the_budget_chapter_says_which_sasaran_are_efficient() -> None:
    """IE of the seed: 101,50/99,97 and 100/98,80; with far smaller fractions the first is not."""
    assert "Sasaran Kegiatan I dan Sasaran Kegiatan II dinilai efisien." in teks(
        blok_bagian(konteks_lahat(), "bab3.anggaran")
    )
    s = ubah_ind(ubah_ind(lahat(), "SK1.IKK1", pembilang=Decimal(100)), "SK1.IKK2", pembilang=Decimal(1))
    isi = teks(blok_bagian(konteks_lahat(s), "bab3.anggaran"))
    assert "Sasaran Kegiatan II dinilai efisien, sedangkan Sasaran Kegiatan I belum dapat dinilai efisien." in isi
