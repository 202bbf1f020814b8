"""Blocks in any order, with page rules anywhere, give a Word file with all their text under the right numbers."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_desktop.report.blocks import Block, Chart, Document, Figure, Grid, Heading, Keep, NewPage, Para, Part, Tree
from lkjip_desktop.report.docx.tulis import tulis
from lkjip_desktop.report.numbering import jalan
from tests.report.contoh_blok import isi_berkas, semua_blok
from tests.report.docx.baca import Baca, W
from tests.report.harap import Harapan

# References need their aim, and drawings take time: both have tests of their own.
_BLOK = [
    b
    for b in jalan(semua_blok())
    if not isinstance(b, Chart | Tree | Keep) and not (isinstance(b, Para) and any(r.rujuk for r in b.isi))
]
_BAGIAN = st.builds(
    Part, st.sampled_from(["", "romawi", "arab"]), st.sampled_from([None, 1]), st.booleans(), st.booleans()
)
_JUDUL = st.builds(
    Heading,
    st.integers(0, 7),
    st.just("Judul"),
    st.just(""),
    st.booleans(),
    st.sampled_from(["", "BAB", "LAMPIRAN"]),
    st.booleans(),
)
_SATU = st.one_of(st.sampled_from(_BLOK), _BAGIAN, st.builds(NewPage, st.booleans()), _JUDUL)


def bernama(blok: list[Block]) -> tuple[Block, ...]:
    """The blocks with keys of their own."""
    hasil: list[Block] = []
    for n, b in enumerate(blok):
        hasil.append(replace(b, kunci=f"k{n}") if isinstance(b, Heading | Grid | Figure) else b)
    return tuple(hasil)


@settings(max_examples=40)
@given(st.lists(_SATU, max_size=14), st.booleans(), st.sampled_from([("", ""), ("Satker", "2023")]))
def test_blok_dalam_urutan_apa_pun(blok: list[Block], konsep: bool, kepala: tuple[str, str]) -> None:
    d = Document(bernama(blok), "j", "p", konsep=konsep, kepala=kepala)
    word = Baca(tulis(d, isi_berkas))
    harapan = Harapan(d, {})
    assert word.paragraf() == harapan.paragraf
    assert word.tabel("TabelLaporan") == harapan.tabel
    # A section that ends in the last paragraph would leave an empty page behind.
    assert word.badan[-1].tag == W + "sectPr"
    assert len(word.badan) == 1 or word.badan[-2].find(f"{W}pPr/{W}sectPr") is None
