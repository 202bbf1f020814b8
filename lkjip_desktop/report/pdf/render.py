"""A document of blocks as a PDF: numbered, laid out once, then drawn once with every page number known.

May run in any thread; nothing is shared between runs but caches of immutable values.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab import rl_config

from lkjip_desktop.core.bagian import BAGIAN_MENURUT_KUNCI
from lkjip_desktop.errors import Dibatalkan, GagalCetak
from lkjip_desktop.report.blocks import Chart, Document, Kertas, Palet, Rendered, Tree
from lkjip_desktop.report.numbering import Numbered, nomori
from lkjip_desktop.report.pdf.arsip import tambahkan
from lkjip_desktop.report.pdf.charts import KotakGrafik
from lkjip_desktop.report.pdf.compose import Pengubah
from lkjip_desktop.report.pdf.images import IsiBerkas, Sumber
from lkjip_desktop.report.pdf.pages import Halaman, Penyusun, bidang, gambar_halaman
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import MM, berpalet, tata
from lkjip_desktop.report.pdf.trees import KotakPohon

# No user text ever reaches ReportLab's own parsers here; should that change, these must still hold.
assert rl_config.toColorCanUse in ("rl_safe_eval", "rl_extended_literal_eval")
assert not rl_config.trustedHosts

# A face reads its file while a subset is written; its file position is shared by all papers.
_simpan = threading.Lock()


@dataclass(frozen=True, slots=True)
class RuangTtd:
    """Room of a signature block with a key: page (0-based) and rectangle in points from the lower left."""

    halaman: int
    x0: float
    y0: float
    x1: float
    y1: float


def render(
    document: Document,
    isi_berkas: IsiBerkas,
    *,
    hanya: str | None = None,
    batal: Callable[[], bool] | None = None,
    ruang_ttd: dict[str, RuangTtd] | None = None,
    simpanan: Path | None = None,
) -> Rendered:
    """Print a document.

    `isi_berkas` gives the bytes of a blob by its SHA-256. `hanya` is the key of a heading: only the pages that hold it
    and what is below it are drawn, exactly as in the whole paper. `batal` is asked often and ends the work with
    Dibatalkan when it says True. `ruang_ttd`, if given, receives the rooms of signature blocks by their keys.
    `simpanan` is a folder that keeps prepared picture streams between runs (speed only; None = none).
    Raises GagalCetak (unknown references or keys).
    """

    def periksa_batal() -> None:
        if batal is not None and batal():
            raise Dibatalkan("Pencetakan dibatalkan.")

    numbered = nomori(document)
    penyusun = Penyusun(document.kertas, periksa_batal)
    penyusun.susun(Pengubah(document, numbered, Sumber(isi_berkas, simpanan), periksa_batal).ubah(document.blok))
    halaman, entri = penyusun.halaman, penyusun.entri
    if not halaman:
        raise GagalCetak("Naskah ini masih kosong, belum ada yang dapat dicetak.")
    dari, sampai = _jangkauan(hanya, numbered, entri, len(halaman))
    area = bidang(document.kertas, lanskap=False)
    k = Kanvas((area.lebar_kertas, area.tinggi_kertas))
    _keterangan(k.c, document)
    k.kunci = {e.kunci: n for n, e in enumerate(numbered.entri) if e.kunci}
    k.label = {n: halaman[h].nomor for n, h in entri.items()}
    k.ada = {n for n, h in entri.items() if dari <= h <= sampai}
    t = tata(document.kertas)
    for i in range(dari, sampai + 1):
        periksa_batal()
        gambar_halaman(k, halaman[i], document, t, terakhir=i == len(halaman) - 1)
    _kerangka(k, numbered)
    _label(k.c, halaman[dari : sampai + 1])
    with _simpan:
        isi = k.simpan()
    if ruang_ttd is not None:
        ruang_ttd.update({kunci: RuangTtd(*r) for kunci, r in k.ruang_ttd.items()})
    return Rendered(
        isi=isi,
        halaman=sampai - dari + 1,
        hits=tuple(k.hits),
        tujuan={e.kunci: k.jangkar[n] for n, e in enumerate(numbered.entri) if e.kunci and n in k.jangkar},
        label=tuple(h.nomor for h in halaman[dari : sampai + 1]),
        glif=frozenset(k.glif),
    )


def lukis(
    blok: Chart | Tree, kertas: Kertas, lebar_mm: float, palet: Palet | None = None
) -> tuple[bytes, float, float]:
    """A chart or tree alone: (PDF of one page of its size, width and height in points). With a palette a chart is
    drawn for a screen, on its ground and in its colours."""
    t = tata(kertas) if palet is None else berpalet(tata(kertas), palet)
    lebar = lebar_mm * MM
    kotak = KotakGrafik(blok, lebar, t) if isinstance(blok, Chart) else KotakPohon(blok, lebar, 240 * MM, t)
    tinggi = kotak.tinggi + 4
    k = Kanvas((lebar, tinggi))
    k.mulai((lebar, tinggi))
    if palet is not None:
        k.kotak(0, tinggi, lebar, tinggi, t.cat.latar)
    kotak.gambar(k, 0, tinggi - 2, lebar)
    k.selesai()
    with _simpan:
        return k.simpan(), lebar, tinggi


def _jangkauan(hanya: str | None, numbered: Numbered, entri: dict[int, int], banyak: int) -> tuple[int, int]:
    """First and last page to draw."""
    if not hanya:
        return 0, banyak - 1
    for n, e in enumerate(numbered.entri):
        if e.kunci == hanya and n in entri:
            dari = entri[n]
            if e.jenis != "isi":
                return dari, dari
            for m in range(n + 1, len(numbered.entri)):
                lain = numbered.entri[m]
                # The annexes are headings beside each other, by their keys they belong together.
                if lain.jenis == "isi" and lain.level <= e.level and not lain.kunci.startswith(f"{hanya}."):
                    akhir = entri[m]
                    # A chapter begins on a page of its own, a smaller heading shares one.
                    return dari, max(dari, akhir - 1 if lain.level == 0 else akhir)
            return dari, banyak - 1
    if (bagian := BAGIAN_MENURUT_KUNCI.get(hanya)) is not None:
        judul = bagian.judul.capitalize() if bagian.judul.isupper() else bagian.judul
        raise GagalCetak(f"{judul} tidak ikut dicetak.", "Lihat tanda “Dicetak” dan isinya pada layar Naskah.")
    raise GagalCetak(f"Bagian {hanya} tidak ada dalam naskah ini.")


def _keterangan(c: Any, dok: Document) -> None:
    """Metadata, language and the document's own date instead of the clock."""
    c.setTitle(dok.judul)
    c.setAuthor(dok.penulis)
    c.setSubject(dok.subjek)
    c.setCreator("LKjIP Desktop")
    c.setProducer("LKjIP Desktop")
    c.setViewerPreference("DisplayDocTitle", "true")
    # The constructor reads an environment variable as its date; ours depends on the document alone.
    cap = c._doc._timeStamp
    bagian = [int(s) for s in dok.tanggal.split("-") if s.isdigit()][:3] if dok.tanggal else [2000]
    tahun, bulan, hari = (*bagian, 1, 1)[:3] if bagian else (2000, 1, 1)
    cap.YMDhms = (min(max(tahun, 1), 9999), min(max(bulan, 1), 12), min(max(hari, 1), 31), 0, 0, 0)
    tambahkan(c, dok, cap.YMDhms[:3])
    cap.dhh = cap.dmm = 0
    cap.t, cap.tzname = 0.0, "UTC"


def _kerangka(k: Kanvas, numbered: Numbered) -> None:
    """Outline of the headings drawn; a level is never skipped."""
    lalu = -1
    for n, e in enumerate(numbered.entri):
        if e.jenis == "isi" and n in k.jangkar:
            level = min(e.level, lalu + 1)
            judul = " ".join(f"{e.nomor} {e.judul}".split())
            k.c.addOutlineEntry(judul or "-", f"e{n}", level, closed=1 if level >= 1 else 0)
            lalu = level
    if lalu >= 0:
        k.c.showOutline()


def _label(c: Any, halaman: list[Halaman]) -> None:
    """Page labels, so that a reader's page box shows i, ii, 1, 2."""
    lalu: tuple[str, int] | None = None
    for i, h in enumerate(halaman):
        gaya = {"": None, "arab": "ARABIC", "romawi": "ROMAN_LOWER"}[h.bagian.nomor]
        kini = (h.bagian.nomor, h.urut - i)
        if kini != lalu:
            if gaya is None:
                c.addPageLabel(i, prefix="")
            else:
                c.addPageLabel(i, style=gaya, start=h.urut)
            lalu = kini
