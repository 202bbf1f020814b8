"""The papers of the example and of odd offices hold in Word the same text and cells as their blocks and their PDF."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import pytest

from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.pk import berlaku
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.report.blocks import Chart, Document, Node, Tree
from lkjip_desktop.report.docx.tulis import tulis
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pdfium import lepas, teks_halaman
from lkjip_desktop.report.sections import dokumen_lkjip, dokumen_pk, dokumen_ringkasan, dokumen_surat
from lkjip_desktop.workspace import Workspace
from tests.report import bahan_berat
from tests.report.docx.baca import Baca, rapat
from tests.report.harap import Harapan

TAHUN = 2023


@pytest.fixture(scope="module")
def lahat() -> Iterator[Workspace]:
    with Workspace.contoh_memori() as w:
        yield w
    lepas()


def dokumen(s: Snapshot, jenis: str) -> Document:
    """One of the papers of a satker."""
    if jenis == "pk":
        pk = berlaku(s, TAHUN)
        assert pk is not None
        return dokumen_pk(s, pk)
    buat = {"lkjip": dokumen_lkjip, "surat": dokumen_surat, "ringkasan": dokumen_ringkasan}[jenis]
    return buat(s, hitung(s, TAHUN))


_JENIS = ("lkjip", "pk", "surat", "ringkasan")
_JANGGAL = ("nama_panjang", "kantor_lain", "tanpa_logo", "tahun_kosong")


@pytest.mark.parametrize(
    ("data", "jenis"),
    [("contoh", j) for j in _JENIS] + [(d, j) for d in _JANGGAL for j in _JENIS if (d, j) != ("tahun_kosong", "pk")],
)
def test_word_sama_dengan_blok_dan_pdf(lahat: Workspace, data: str, jenis: str) -> None:
    d = dokumen(lahat.snapshot if data == "contoh" else getattr(bahan_berat, data)(), jenis)
    cetakan = render(d, lahat.isi_berkas)
    word = Baca(tulis(d, lahat.isi_berkas, cetakan))
    harapan = Harapan(d, {k: cetakan.label[h] for k, h in cetakan.tujuan.items()})
    isi = word.paragraf()
    assert isi == harapan.paragraf
    assert word.tabel("TabelLaporan") == harapan.tabel

    halaman = teks_halaman(cetakan.isi)
    pdf = rapat(re.sub(r"( \.)+ ?", " ", "".join(halaman)))  # leader dots
    for teks in isi:
        if teks.startswith("="):  # fractions are drawn above each other
            assert all(rapat(kata) in pdf for kata in teks.split()), teks
        else:
            assert terbaca(rapat(teks), pdf), teks
    # And nothing stands on the printed pages that the Word file lacks, but words inside drawings and furniture.
    ada = rapat("".join(isi)) + rapat("".join(hiasan(d))) + "".join(cetakan.label)
    asing = {kata for t in halaman for kata in t.split() if kata.strip(".-–") and rapat(kata) not in ada}
    assert {k for k in asing if not re.fullmatch(r"[\d.,%()]+", k)} == set()


def terbaca(teks: str, pdf: str) -> bool:
    """Whether a text stands in one piece, or in two where a page ends inside it."""
    if teks in pdf:
        return True
    muat = bisect_left(range(len(teks) + 1), True, key=lambda n: teks[:n] not in pdf) - 1
    return muat > 0 and teks[muat:] in pdf


def hiasan(d: Document) -> Iterator[str]:
    """Words that the PDF draws: running heads, codes, continued captions, charts and trees."""
    yield from (*d.kepala, d.kode, "(lanjutan)", *d.kode.split())
    for b in jalan(d.blok):
        if isinstance(b, Chart):
            yield from (*b.kategori, b.satuan, f"({b.satuan})")
            yield from (s.nama for s in b.seri)
            yield from (label for s in b.seri for label in s.label)
        elif isinstance(b, Tree):
            yield from kotak(b.akar)


def kotak(n: Node) -> Iterator[str]:
    """Words in the boxes of a tree."""
    yield from (n.teks, n.sub)
    for anak in n.anak:
        yield from kotak(anak)
