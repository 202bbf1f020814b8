"""A Grid measured for one width: columns, broken cells, groups of merged cells, place of the decimal comma."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lkjip_desktop.report.blocks import Cell, Grid, GridRow, Run, Runs
from lkjip_desktop.report.pdf.flowables import rata as dengan_rata
from lkjip_desktop.report.pdf.lines import Teks, lebar_kata, lebar_teks, susun
from lkjip_desktop.report.pdf.style import SEL_KECIL, SEL_TEPI, Gaya, Tata
from lkjip_desktop.report.pdf.table_widths import Isi, seimbang

# Where the decimal comma of a figure stands: after its sign, currency and whole part.
_UTUH = re.compile(r"\s*[-−(]?\s*(?:Rp\.?\s*)?[-−]?[\d.]*\d")
_PENDEK = 16  # characters up to which a cell ("1 Layanan") is kept on one line where there is room
_KEPALA_MAKS = 280.0  # points; a higher head does not repeat
_ANAK = 10.0  # indent of the first text of a detail row


@dataclass(slots=True)
class Sel:
    """A cell ready to draw: first column, columns covered, text; `geser`: from the cell's left to a figure's."""

    kolom: int
    lintang: int
    teks: Teks
    asal: Cell
    geser: float | None = None


@dataclass(slots=True)
class Larik:
    """A row: its cells (those of merged columns only where their text begins) and height without padding."""

    sel: list[Sel]
    jenis: str
    tinggi: float
    satu: frozenset[int] = frozenset()  # columns that look merged with the row above


@dataclass(slots=True)
class Ukuran:
    """A measured table. `kepala` rows repeat; `gabung` columns look merged, with the full text to repeat."""

    kolom: list[float]  # widths
    kepala: list[Larik]
    baris: list[Larik]
    gabung: tuple[int, ...]
    gaya: Gaya
    tepi: float  # padding left and right
    lanjut: dict[tuple[int, int], Teks] = field(default_factory=dict)  # (first row, column) -> text after a break

    def bawah(self, r: int) -> frozenset[int]:
        """Columns whose cell of row r goes on in the row below."""
        return self.baris[r + 1].satu if r + 1 < len(self.baris) else frozenset()

    def x(self, kolom: int) -> float:
        """Left edge of a column."""
        return sum(self.kolom[:kolom])

    def lebar(self, sel: Sel) -> float:
        """Width over all columns of a cell."""
        return sum(self.kolom[sel.kolom : sel.kolom + sel.lintang])


def ukur(grid: Grid, lebar: float, t: Tata, resolusi: Callable[[Runs], Runs]) -> Ukuran:
    """Measure a grid for a width; `resolusi` turns references into text."""
    banyak = max([len(grid.lebar), 1, *(sum(s.kolom for s in b.sel) for b in grid.kepala + grid.baris)])
    kepala, isi = _pisah(grid)
    dasar = t.sel_polos if grid.polos else t.sel
    gaya, perlu, ingin, tepi = dasar, [lebar], [lebar], SEL_TEPI
    for bagian in SEL_KECIL:
        # Small type needs less room beside it; a plain table has no rules to keep away from.
        tepi = SEL_TEPI * (0.5 if grid.polos else bagian if bagian > 0.85 else bagian * 0.7)
        gaya = replace(dasar, ukuran=dasar.ukuran * bagian, jarak=dasar.jarak * bagian)
        perlu, ingin = _lebar_perlu(kepala, isi, banyak, gaya, grid, resolusi, tepi)
        if sum(perlu) <= lebar + 0.5:
            break
    kolom = _kolom(grid, banyak, lebar, ingin if sum(ingin) <= lebar * 0.92 else perlu)
    if not grid.polos and sum(perlu) < lebar:
        kolom = seimbang(kolom, perlu, _isi_kolom(grid, isi, gaya, resolusi), tepi)
    jadi = Ukuran(kolom, [], [], tuple(c for c in grid.gabung if c < banyak), gaya, tepi)
    jadi.kepala = [_larik(b, jadi, gaya, t, grid, resolusi, kepala=True) for b in kepala]
    jadi.baris = [_larik(b, jadi, gaya, t, grid, resolusi, kepala=False) for b in isi]
    _kepala_gabung(jadi.kepala)
    tertinggi = max((s.teks.tinggi for b in jadi.kepala for s in b.sel), default=0.0)
    if max(tertinggi, sum(b.tinggi for b in jadi.kepala)) > _KEPALA_MAKS:
        # A head that would fill the page on its own is printed once, as rows.
        jadi.baris, isi, jadi.kepala = jadi.kepala + jadi.baris, kepala + isi, []
    _desimal(jadi, grid, resolusi, tepi)
    _gabung(jadi, isi, resolusi)
    return jadi


def _pisah(grid: Grid) -> tuple[list[GridRow], list[GridRow]]:
    """Header rows and body; a row of column numbers right under the header repeats with it."""
    kepala, isi = list(grid.kepala), list(grid.baris)
    while isi and isi[0].jenis == "nomor" and kepala:
        kepala.append(isi.pop(0))
    return kepala, isi


def _lebar_perlu(
    kepala: list[GridRow],
    isi: list[GridRow],
    banyak: int,
    gaya: Gaya,
    grid: Grid,
    resolusi: Callable[[Runs], Runs],
    tepi: float,
) -> tuple[list[float], list[float]]:
    """Least width of each column so that no word breaks and no figure is torn; and so that short cells do not wrap."""
    perlu = [gaya.ukuran + 2 * tepi] * banyak
    ingin = list(perlu)
    tebal = replace(gaya, tebal=True)
    for baris in kepala + isi:
        kolom = 0
        for sel in baris.sel:
            if sel.kolom == 1 and baris.jenis != "nomor":
                g = tebal if baris in kepala or sel.tebal or baris.jenis == "total" else gaya
                teks = resolusi(sel.isi)
                perlu[kolom] = max(perlu[kolom], lebar_kata(teks, g) + 2 * tepi + 0.2)
                if sum(len(r.teks) for r in teks) <= _PENDEK:
                    ingin[kolom] = max(ingin[kolom], lebar_teks(teks, g) + 2 * tepi + 0.2)
            kolom += sel.kolom
    for c, arah in enumerate(grid.rata[:banyak]):
        if arah == "desimal":
            kiri = kanan = 0.0
            for sel in _sel_kolom(isi, c):
                a, b = _pecah(resolusi(sel.isi), tebal if sel.tebal else gaya)
                kiri, kanan = max(kiri, a), max(kanan, b)
            if kiri + kanan <= 0.45 * sum(perlu):
                perlu[c] = max(perlu[c], kiri + kanan + 2 * tepi + 0.2)
    return perlu, [max(p, i) for p, i in zip(perlu, ingin, strict=True)]


def _sel_kolom(isi: list[GridRow], kolom: int) -> list[Cell]:
    """Cells that fill exactly one column."""
    hasil = []
    for baris in isi:
        c = 0
        for sel in baris.sel:
            if c == kolom and sel.kolom == 1:
                hasil.append(sel)
            c += sel.kolom
    return hasil


def _isi_kolom(grid: Grid, isi: list[GridRow], gaya: Gaya, resolusi: Callable[[Runs], Runs]) -> list[Isi]:
    """How wide the text of each cell of one column is; a merged one with the rows over which it stands."""
    hasil: list[Isi] = []
    terbuka: dict[int, tuple[int, str, float]] = {}  # merged column -> first row, text, width

    def tutup(c: int, r: int) -> None:
        if c in terbuka:
            mulai, _, lebar = terbuka.pop(c)
            hasil.append(Isi(c, mulai, r, lebar))

    for r, baris in enumerate(isi):
        c = 0
        for sel in baris.sel:
            if sel.kolom == 1 and baris.jenis != "nomor":
                teks = resolusi(sel.isi)
                lebar, polos = lebar_teks(teks, replace(gaya, tebal=sel.tebal)), _polos(teks)
                if c not in grid.gabung:
                    hasil.append(Isi(c, r, r, lebar))
                elif c not in terbuka or polos not in ("", terbuka[c][1]):
                    tutup(c, r - 1)
                    terbuka[c] = (r, polos, lebar)
            else:
                tutup(c, r - 1)
            c += sel.kolom
    for c in tuple(terbuka):
        tutup(c, len(isi) - 1)
    return hasil


def _kolom(grid: Grid, banyak: int, lebar: float, perlu: list[float]) -> list[float]:
    """Column widths: as asked for, but none below what its words need while others have room."""
    minta = [max(w, 0.01) for w in grid.lebar[:banyak]]
    minta += [sum(minta) / len(minta) if minta else 1.0] * (banyak - len(minta))
    kolom = [lebar * w / sum(minta) for w in minta]
    if sum(perlu) >= lebar:
        return _pangkas(perlu, lebar)
    for _ in range(banyak):
        kurang = sum(max(0.0, p - w) for p, w in zip(perlu, kolom, strict=True))
        if kurang < 0.01:
            break
        lebih = sum(max(0.0, w - p) for p, w in zip(perlu, kolom, strict=True))
        kolom = [p if w <= p else w - (w - p) * kurang / lebih for p, w in zip(perlu, kolom, strict=True)]
    return kolom


def _pangkas(perlu: list[float], lebar: float) -> list[float]:
    """Columns that cannot all have what they need: the widest give way first, so that figures stay whole."""
    batas, sisa, banyak = lebar / len(perlu), lebar, len(perlu)
    for w in sorted(perlu):
        batas = sisa / banyak
        if w > batas:
            break
        sisa -= w
        banyak -= 1
    return [min(w, batas) for w in perlu]


def _larik(
    baris: GridRow,
    ukuran: Ukuran,
    gaya: Gaya,
    t: Tata,
    grid: Grid,
    resolusi: Callable[[Runs], Runs],
    *,
    kepala: bool,
) -> Larik:
    tepi = ukuran.tepi
    sel: list[Sel] = []
    kolom = 0
    for s in baris.sel:
        arah = s.rata or (grid.rata[kolom] if kolom < len(grid.rata) else "kiri")
        if baris.jenis == "nomor":
            g = replace(t.nomor_kolom, ukuran=gaya.ukuran * 0.82, jarak=gaya.jarak * 0.82)
        else:
            arah = "tengah" if kepala else "kiri" if arah == "rata" else arah
            tebal = kepala or s.tebal or baris.jenis == "total"
            g = dengan_rata(replace(gaya, tebal=tebal) if tebal else gaya, "kanan" if arah == "desimal" else arah)
        kiri = _ANAK if baris.jenis == "anak" and arah == "kiri" and kolom == _kolom_teks(baris) else 0.0
        ruang = sum(ukuran.kolom[kolom : kolom + s.kolom]) - 2 * tepi - kiri
        sel.append(
            Sel(kolom, s.kolom, susun(resolusi(s.isi), g, max(ruang, g.ukuran)), s, kiri + tepi if kiri else None)
        )
        kolom += s.kolom
    return Larik(sel, baris.jenis, max((s.teks.tinggi for s in sel), default=gaya.jarak))


def _kolom_teks(baris: GridRow) -> int:
    """The first column of a detail row that holds words (not its number)."""
    kolom = 0
    for s in baris.sel:
        teks = "".join(r.teks for r in s.isi)
        if len(teks.strip(" .0123456789abcdefghijklmnopqrstuvwxyz()")) > 0 or len(teks) > 4:
            return kolom
        kolom += s.kolom
    return 0


def _kepala_gabung(kepala: list[Larik]) -> None:
    """In a header of several rows an empty cell below a filled one belongs to it."""
    for r in range(1, len(kepala)):
        if kepala[r].jenis == "nomor":
            continue
        atas = {s.kolom: s for s in kepala[r - 1].sel if s.lintang == 1}
        kosong = frozenset(
            s.kolom
            for s in kepala[r].sel
            if s.lintang == 1
            and not _berisi(s.teks)
            and s.kolom in atas
            and (_berisi(atas[s.kolom].teks) or s.kolom in kepala[r - 1].satu)
        )
        kepala[r].satu = kosong
        kepala[r].sel = [s for s in kepala[r].sel if s.kolom not in kosong]
    for r, larik in enumerate(kepala):
        biasa = [s.teks.tinggi for s in larik.sel if not (r + 1 < len(kepala) and s.kolom in kepala[r + 1].satu)]
        larik.tinggi = max(biasa, default=min((s.teks.gaya.jarak for s in larik.sel), default=larik.tinggi))


def _berisi(t: Teks) -> bool:
    return any(r.teks.strip() for b in t.baris for r in b.ruas)


# ------------------------------------------------------------------------------------------ decimal comma
def _pecah(isi: Runs, gaya: Gaya) -> tuple[float, float]:
    """Widths of a figure left and right of the end of its whole part; (0, 0) for words."""
    teks = "".join(r.teks for r in isi)
    utuh = _UTUH.match(teks)
    if utuh is None:
        return (0.0, 0.0)
    semua = lebar_teks(isi, gaya)
    ekor = lebar_teks(_mulai(isi, utuh.end()), gaya)
    return (semua - ekor, ekor)


def _mulai(isi: Runs, dari: int) -> Runs:
    """Runs without their first characters."""
    hasil: list[Run] = []
    for r in isi:
        if dari < len(r.teks):
            hasil.append(replace(r, teks=r.teks[dari:]))
        dari = max(0, dari - len(r.teks))
    return tuple(hasil)


def _desimal(ukuran: Ukuran, grid: Grid, resolusi: Callable[[Runs], Runs], tepi: float) -> None:
    """Line up the figures of decimal columns; their block stands in the middle of the column."""
    for c, arah in enumerate(grid.rata[: len(ukuran.kolom)]):
        if arah != "desimal":
            continue
        ruang = ukuran.kolom[c] - 2 * tepi
        bagian: list[tuple[Sel, float, float]] = []
        for b in ukuran.baris:
            for s in b.sel:
                if s.kolom == c and s.lintang == 1 and s.asal.rata is None and b.jenis != "nomor":
                    kiri, kanan = _pecah(resolusi(s.asal.isi), s.teks.gaya)
                    bagian.append((s, kiri, kanan))
        kiri_max = max((k for _, k, _ in bagian), default=0.0)
        kanan_max = max((k for _, _, k in bagian), default=0.0)
        luang = ruang - kiri_max - kanan_max
        for s, kiri, kanan in bagian:
            if not kiri and not kanan:  # words and dashes stand in the middle
                s.teks = susun(resolusi(s.asal.isi), dengan_rata(s.teks.gaya, "tengah"), s.teks.lebar)
            elif luang > -0.3:  # else there is no room, and they stand flush right
                s.teks = susun(resolusi(s.asal.isi), dengan_rata(s.teks.gaya, "kiri"), ruang + tepi)
                s.geser = tepi + luang / 2 + kiri_max - kiri


# ------------------------------------------------------------------------------------------- merged columns
def _gabung(ukuran: Ukuran, isi: list[GridRow], resolusi: Callable[[Runs], Runs]) -> None:
    """Mark rows that continue the cell above in merged columns, and keep the text to show after a page break."""
    batas = {0}  # rows at which an earlier merged column begins a new cell
    for c in ukuran.gabung:
        mulai = 0
        baru: set[int] = {0}
        for r in range(1, len(isi)):
            atas, ini = _sel(isi[mulai], c), _sel(isi[r], c)
            sambung = (
                r not in batas
                and atas is not None
                and ini is not None
                and atas.kolom == ini.kolom == 1
                and isi[r].jenis == isi[mulai].jenis
                and isi[r].jenis in ("isi", "anak")
                and _polos(atas.isi) != ""
                and _polos(ini.isi) in ("", _polos(atas.isi))
            )
            if sambung:
                ukuran.baris[r].satu |= {c}
            else:
                mulai = r
                baru.add(r)
        batas = batas | baru
    for c in ukuran.gabung:
        for r, b in enumerate(ukuran.baris):
            if c in b.satu:
                b.sel = [s for s in b.sel if s.kolom != c]
            elif c in ukuran.bawah(r):
                s = next(s for s in b.sel if s.kolom == c)
                teks = resolusi(s.asal.isi)
                if len(_polos(teks)) > 4:
                    teks = (*teks, Run(" (lanjutan)", miring=True))
                ukuran.lanjut[r, c] = susun(teks, s.teks.gaya, s.teks.lebar)
    for r, b in enumerate(ukuran.baris):
        biasa = [s.teks.tinggi for s in b.sel if s.kolom not in ukuran.bawah(r)]
        b.tinggi = max(biasa, default=ukuran.gaya.jarak)


def _sel(baris: GridRow, kolom: int) -> Cell | None:
    c = 0
    for s in baris.sel:
        if c == kolom:
            return s
        c += s.kolom
    return None


def _polos(isi: Runs) -> str:
    return "".join(r.teks or r.rujuk for r in isi).strip()
