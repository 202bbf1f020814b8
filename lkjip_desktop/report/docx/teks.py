"""Characters, fields, bookmarks and links inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_desktop.report.blocks import Run, Runs
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.xml import Elemen, el, qn, sifat, teks, twip, w
from lkjip_desktop.report.pdf.lines import susun
from lkjip_desktop.report.pdf.style import Gaya

#: Lines of a centred text that is set with lines of equal length, the least that this gains, and room for Word's own
#: rounding (points).
_JUDUL_MAKS = 4
_UNTUNG = 14.0
_LEGA = 6.0


def huruf(
    t: str,
    *,
    tebal: bool = False,
    miring: bool | None = None,
    ukuran: float = 0.0,
    tautan: bool = False,
    sembunyi: bool = False,
) -> Elemen:
    """A run; line ends and tabs become Word's own. `miring` None leaves the style's choice, `ukuran` 0 its size."""
    rpr = w("rPr")
    if tautan:
        rpr.append(w("rStyle", val="Hyperlink"))
    if tebal:
        rpr.extend((w("b"), w("bCs")))
    if miring is not None:
        rpr.extend((w("i", val=int(miring)), w("iCs", val=int(miring))))
    if ukuran:
        rpr.extend((w("sz", val=round(ukuran * 2)), w("szCs", val=round(ukuran * 2))))
    if sembunyi:
        rpr.append(w("webHidden"))
    r = w("r", rpr if len(rpr) else None)
    r.extend(_isi(teks(t)))
    return r


def _isi(t: str) -> Iterator[Elemen]:
    for i, baris in enumerate(t.split("\n")):
        if i:
            yield w("br")
        for k, potong in enumerate(baris.split("\t")):
            if k:
                yield w("tab")
            if potong:
                e = w("t")
                e.text = potong
                if potong != potong.strip() or "  " in potong:
                    e.set(qn("xml:space"), "preserve")
                yield e


def medan(kode: str, hasil: Elemen | list[Elemen], *, kotor: bool = False) -> list[Elemen]:
    """A field with its code and the result that is shown until Word fills it anew."""
    instruksi = w("instrText")
    instruksi.text = f" {kode} "
    instruksi.set(qn("xml:space"), "preserve")
    awal = w("fldChar", fldCharType="begin")
    if kotor:
        awal.set(qn("w:dirty"), "true")
    return [
        w("r", awal),
        w("r", instruksi),
        w("r", w("fldChar", fldCharType="separate")),
        *(hasil if isinstance(hasil, list) else [hasil]),
        w("r", w("fldChar", fldCharType="end")),
    ]


def tanda_daftar(judul: str, tingkat: int) -> list[Elemen]:
    """A field without a result that puts a line into the contents list."""
    aman = teks(judul).replace("\\", "\\\\").replace('"', '\\"')
    semua = medan(f'TC "{aman}" \\l {tingkat}', [])
    return [semua[0], semua[1], semua[-1]]


def tautan(jangkar: str, *isi: Elemen) -> Elemen:
    """A link to a bookmark of this file."""
    return el("w:hyperlink", {"w:anchor": jangkar, "w:history": 1}, *isi)


def penanda(nama: str, nomor: int, *isi: Elemen) -> list[Elemen]:
    """Content between the two ends of a bookmark."""
    return [w("bookmarkStart", id=nomor, name=nama), *isi, w("bookmarkEnd", id=nomor)]


def isi_runs(
    runs: Runs, k: Konteks, *, tebal: bool = False, miring_dasar: bool = False, ukuran: float = 0.0
) -> list[Elemen]:
    """Runs as Word runs; a reference is a field (tables, figures) or a link (headings) with its text."""
    hasil: list[Elemen] = []
    for r in runs:
        miring = (not miring_dasar) if r.miring else None
        if r.rujuk:
            hasil += _rujukan(r, k, tebal or r.tebal, miring, ukuran)
        elif r.teks:
            hasil.append(huruf(r.teks, tebal=tebal or r.tebal, miring=miring, ukuran=ukuran))
    return hasil


def teruraikan(isi: Runs, k: Konteks) -> Runs:
    """Runs whose references are plain text."""
    if not any(r.rujuk for r in isi):
        return isi
    return tuple(replace(r, teks=k.numbered.rujukan(r.rujuk), rujuk="") if r.rujuk else r for r in isi)


def seimbang(p: Elemen, isi: Runs, gaya: Gaya, k: Konteks) -> None:
    """Draw the margins of a centred text in, so that it breaks as on the printed page: no lonely last word."""
    baris = susun(teruraikan(isi, k), gaya, k.lebar - gaya.kiri - gaya.kanan).baris
    if gaya.rata != "tengah" or not 1 < len(baris) <= _JUDUL_MAKS:
        return
    sisa = k.lebar - max(b.lebar for b in baris) - _LEGA
    if sisa > _UNTUNG:
        sifat(p, w("ind", left=twip(sisa / 2), right=twip(sisa / 2), firstLine=0))


def _rujukan(r: Run, k: Konteks, tebal: bool, miring: bool | None, ukuran: float) -> list[Elemen]:
    n = k.urutan[r.rujuk]
    e = k.numbered.entri[n]
    isi = huruf(e.rujukan, tebal=tebal, miring=miring, ukuran=ukuran)
    if e.jenis != "isi" and e.nomor:
        return medan(f"REF {k.nama_nomor(n)} \\h", isi)
    return [tautan(k.nama_entri(n), isi)]
