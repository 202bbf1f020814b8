"""The office's own texts among the blocks: merge fields, lists, tables, pictures."""

from __future__ import annotations

from lkjip_desktop.core.kata import MEDAN
from lkjip_desktop.core.naskah import Blok, Daftar, GambarSendiri, Medan, Paragraf, TabelSendiri, Teks, tulis
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    Ilustrasi,
    Naskah,
)
from lkjip_desktop.report.blocks import Block, Figure, Grid
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.sections import blok_bagian
from tests.report.sections.contoh import (
    konteks_lahat,
    lahat,
    polos,
    sel_teks,
    tambah,
    teks,
)


# ------------------------------------------------------------------------------------------------- own texts
def _naskah(*blok: Blok) -> Snapshot:
    return tambah(lahat(), Naskah(id="n", tahun=2023, bagian="bab1.maksud_tujuan", isi=tulis(blok)))


def _isi(*blok: Blok) -> tuple[Block, ...]:
    return blok_bagian(konteks_lahat(_naskah(*blok)), "bab1.maksud_tujuan")


def test_an_unknown_merge_field_is_a_visible_marker_never_raw() -> None:
    isi = teks(_isi(Paragraf((Teks("Nilai "), Medan("capaiann"), Teks(".")))))
    assert "Nilai «medan tidak dikenal: capaiann»." in isi


def test_a_merge_field_without_a_value_says_what_is_missing() -> None:
    isi = teks(_isi(Paragraf((Medan("capaian"),))))
    assert f"«{MEDAN['capaian'].label}: belum ada»" in isi


def test_typed_braces_and_stars_print_as_typed() -> None:
    assert "{tahun} *tebal* <b>" in teks(_isi(Paragraf((Teks("{tahun} *tebal* <b>"),))))


def test_own_lists_tables_and_pictures_are_captioned_like_ours() -> None:
    gambar = next(iter(lahat().tabel["gambar"]))
    isi = list(
        jalan(
            _isi(
                Daftar(False, ((Teks("butir", tebal=True),),)),
                TabelSendiri("Data kunjungan", "Buku tamu", 1, (("Bulan", "Jumlah"), ("Mei", "4"))),
                GambarSendiri("Kegiatan", "Dokumentasi", ((gambar, 60), (gambar, 60))),
                GambarSendiri("", "", (("hilang", 0),)),
            )
        )
    )
    g = next(b for b in isi if isinstance(b, Grid))
    assert (polos(g.judul), g.sumber, len(g.kepala), sel_teks(g)) == ("Data kunjungan", "Buku tamu", 1, [["Mei", "4"]])
    f = next(b for b in isi if isinstance(b, Figure))
    assert (polos(f.judul), len(f.gambar), f.gambar[0].lebar_mm) == ("Kegiatan", 2, 60)
    assert "«gambar tidak ditemukan»" in teks(isi)


def test_a_broken_text_never_stops_printing() -> None:
    s = tambah(lahat(), Naskah(id="n", tahun=2023, bagian="bab1.maksud_tujuan", isi='[{"t":"x"}]'))
    assert teks(blok_bagian(konteks_lahat(s), "bab1.maksud_tujuan")) == "MAKSUD DAN TUJUAN"


def test_pictures_of_one_group_share_a_caption() -> None:
    gambar = next(iter(lahat().tabel["gambar"]))
    s = tambah(
        lahat(),
        *(
            Ilustrasi(id=f"g{n}", tahun=2023, bagian="bab4.saran", urut=n, gambar_id=gambar, judul=j, kelompok=g)
            for n, (j, g) in enumerate((("A", 1), ("", 1), ("C", None)))
        ),
    )
    f = [b for b in blok_bagian(konteks_lahat(s), "bab4.saran") if isinstance(b, Figure)]
    assert [(polos(b.judul), len(b.gambar)) for b in f] == [("A", 2), ("C", 1)]
