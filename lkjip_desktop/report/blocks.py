"""All that a page is made of; chapters yield these, printers (PDF, Word, Excel) draw them, none knows the other.

Blocks are frozen values. Text is data, never markup. `Asal` says where a shown value lives, so that a click on
the page opens its field. Captions, heading numbers and cross references are given by report.numbering.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a value lives: table, row id, column."""

    tabel: str
    kunci: str
    kolom: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with one look. `rujuk` = key of a heading, table or figure: printed as its number, with a link
    (text is then ignored, e.g. Run("", rujuk="tabel.ringkasan") prints "Tabel III.1")."""

    teks: str
    tebal: bool = False
    miring: bool = False
    asal: Asal | None = None
    rujuk: str = ""


Runs = tuple[Run, ...]
Huruf = Literal["sans", "serif", "bookman"]
Rata = Literal["kiri", "tengah", "kanan", "desimal", "rata"]
# decimal: figures aligned on the decimal comma within their column


def runs(*parts: str | Run) -> Runs:
    """Runs from plain strings and Run values."""
    return tuple(Run(p) if isinstance(p, str) else p for p in parts)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. level 0 = chapter title (BAB / KATA PENGANTAR), 1 = "A.", 2 = "1.", 3 = "a."; numbering decides.

    `kunci` is its key for links, outline and preview ("bab3.a"). `nomor` False = unnumbered (front matter).
    `label` "BAB" makes "BAB I" above the title at level 0. `daftar` False keeps it out of the contents list.
    `tampak` False prints no title (a scan shows its own); contents list, outline and links still lead there.
    """

    level: int
    judul: str
    kunci: str
    nomor: bool = True
    label: str = ""
    daftar: bool = True
    asal: Asal | None = None
    tampak: bool = True


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. gaya: isi (body, justified, first line indented), rapat (body without indent), kecil (small),
    catatan (note), tengah (centred), judul (centred bold), kutip (quotation, indented)."""

    isi: Runs
    gaya: Literal["isi", "rapat", "kecil", "catatan", "tengah", "judul", "kutip", "kanan"] = "isi"


@dataclass(frozen=True, slots=True)
class Items:
    """A list. gaya: "1" numbers, "a" letters, "-" bullets. Items may be long; they break over pages."""

    butir: tuple[Runs, ...]
    gaya: Literal["1", "a", "-"] = "1"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `nilai` is the number behind the text for Excel (None = text), `format` its Excel form.
    kolom > 1 spans columns (header or total rows only; no vertical spans exist: see Grid.gabung)."""

    isi: Runs
    tebal: bool = False
    rata: Rata | None = None
    kolom: int = 1
    nilai: Fraction | None = None
    format: Literal["", "angka", "persen", "rupiah"] = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row. jenis: isi, total (bold, shaded), nomor ((1) (2) (3) under the header), anak (indented detail)."""

    sel: tuple[Cell, ...]
    jenis: Literal["isi", "total", "nomor", "anak"] = "isi"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `kepala` rows repeat on every page; header cells may span columns; in a two-level header an empty
    cell below a filled one looks merged with it. `lebar` are relative widths (same sum is not needed), `rata` the
    alignment of each column. `gabung`: columns whose equal neighbours (empty below filled) look merged, also over
    a page break (drawn without SPAN; the text is shown again with "(lanjutan)" on the next page).
    `judul` None = no caption (not in the list of tables); `kunci` its key for cross references."""

    kepala: tuple[GridRow, ...]
    baris: tuple[GridRow, ...]
    lebar: tuple[float, ...]
    rata: tuple[Rata, ...] = ()
    gabung: tuple[int, ...] = ()
    judul: Runs | None = None
    kunci: str = ""
    sumber: str = ""
    catatan: tuple[str, ...] = ()
    utuh: bool = False  # keep on one page when it fits and leaves no wide gap
    polos: bool = False  # no rules, no shading (identity lines, letter heads)
    lembar: str = ""  # sheet name for Excel; "" = from the caption number


@dataclass(frozen=True, slots=True)
class Frac:
    """A fraction set as mathematics."""

    atas: Runs
    bawah: Runs


Suku = Frac | Runs


@dataclass(frozen=True, slots=True)
class Formula:
    """Formula lines, aligned at the first "=": each line is a left side and terms, e.g.
    ("Realisasi", (Frac(...), runs("× 100%"))) ; an empty left side continues the line above."""

    baris: tuple[tuple[str, tuple[Suku, ...]], ...]
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Seri:
    """One series of a chart; None = no value at that category. `label` are the printed values. `peran` chooses the
    colour of the office: what was promised, what came out, what was achieved, or a year before ("lalu")."""

    nama: str
    nilai: tuple[Fraction | None, ...]
    label: tuple[str, ...] = ()
    peran: Literal["", "target", "realisasi", "capaian", "lalu"] = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that stays readable in a black-and-white copy. jenis: batang (grouped bars), baring (horizontal
    bars), garis (lines). `acuan` draws a reference line (e.g. 100). `alt` describes it for a screen reader."""

    jenis: Literal["batang", "baring", "garis"]
    kategori: tuple[str, ...]
    seri: tuple[Seri, ...]
    judul: Runs | None
    kunci: str = ""
    sumber: str = ""
    satuan: str = ""
    acuan: Fraction | None = None
    alt: str = ""
    rendah: bool = False  # little to see: drawn lower


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a tree drawing with its children."""

    teks: str
    sub: str = ""
    anak: tuple[Node, ...] = ()
    asal: Asal | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """A drawn tree: organisation chart or sasaran with its indicators. gaya "bagan" top-down, "cabang" left-right."""

    akar: Node
    judul: Runs | None
    kunci: str = ""
    gaya: Literal["bagan", "cabang"] = "bagan"
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture by the SHA-256 of its blob; width in mm, 0 = natural size up to the text width."""

    berkas: str
    lebar_mm: int = 0
    lebar_px: int = 0
    tinggi_px: int = 0
    alt: str = ""
    asal: Asal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Pictures under one caption, kept with it where they fit; `judul` None = without a caption."""

    gambar: tuple[Picture, ...]
    judul: Runs | None
    kunci: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class ScanPages:
    """Pages of a signed scan (PDF or picture blob), each on a page of its own, scaled to the text area. `sambung`: the
    first of them on the page that was just opened."""

    berkas: str
    mime: str
    halaman: int
    judul: str = ""
    sambung: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature block: opening lines ("Pihak Kedua,", jabatan lines), name, lines below (pangkat, NIP)."""

    pembuka: tuple[str, ...]
    nama: str
    bawah: tuple[str, ...] = ()
    catatan: str = ""  # e.g. "Ditandatangani secara elektronik oleh:"
    asal: Asal | None = None
    kunci: str = ""  # key of an electronic signature field ("p1", "p2"), "" = none
    asal_pembuka: Asal | None = None
    asal_bawah: Asal | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """Place and date, then one block at the right or two side by side (left, right); never torn over pages."""

    tempat_tanggal: str
    blok: tuple[Signer, ...]
    tengah: bool = False  # place and date centred above both blocks
    asal: Asal | None = None  # of place and date


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Logo left, centred lines (the last of `baris` bold), contact line small, double rule below."""

    baris: tuple[str, ...]
    kontak: tuple[str, ...]
    logo: Picture | None = None
    asal: Asal | None = None
    asal_kontak: Asal | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The whole cover page: ministry lines above, logo, title lines large, picture, satker and year below."""

    atas: tuple[str, ...]
    judul: tuple[str, ...]
    bawah: tuple[str, ...]
    logo: Picture | None = None
    gambar: Picture | None = None
    asal_atas: Asal | None = None
    asal_judul: tuple[Asal | None, ...] = ()  # one for each line of the title
    asal_bawah: Asal | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A list made from numbering: isi (headings), tabel, gambar; dot leaders, page numbers, links."""

    jenis: Literal["isi", "tabel", "gambar"]


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that stay on one page when they fit on one. `satu_halaman`: they always do, in smaller type where they
    must; such a group holds nothing that is numbered. `sisakan_mm`: room that the page keeps for what stands above."""

    isi: tuple[Block, ...]
    satu_halaman: bool = False
    sisakan_mm: int = 0


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break; `kanan` = the next page must be a right-hand page."""

    kanan: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """From here on other page rules. nomor: "" none printed, "romawi" i ii iii, "arab" 1 2 3; mulai None = go on.
    lanskap turns the page. kepala False = no running head (cover, letters, PK)."""

    nomor: Literal["", "romawi", "arab"]
    mulai: int | None = None
    lanskap: bool = False
    kepala: bool = True
    kode: str = ""  # small grey code in the foot of these pages


@dataclass(frozen=True, slots=True)
class Space:
    """Vertical room in mm (letters and statements only)."""

    mm: float


@dataclass(frozen=True, slots=True)
class Mark:
    """An invisible place that belongs to a row: the preview jumps here for a field without visible text."""

    asal: Asal


Block = (
    Heading
    | Para
    | Items
    | Grid
    | Formula
    | Chart
    | Tree
    | Figure
    | ScanPages
    | Signatures
    | Letterhead
    | Cover
    | Contents
    | Keep
    | NewPage
    | Part
    | Space
    | Mark
)


@dataclass(frozen=True, slots=True)
class Kertas:
    """Page rules of an office (from aturan "cetak"): size in mm, margins in mm, faces, colours (hex RGB, "" = from the
    main one). `spasi` is the line spacing in percent of a solid line, as word processors count it. `cermin`: printed on
    both sides, so the binding margin stands at the right on even pages. `huruf_word` is the face that Word names."""

    lebar_mm: int = 210
    tinggi_mm: int = 297
    margin_kiri: int = 30  # binding side
    margin_kanan: int = 20
    margin_atas: int = 25
    margin_bawah: int = 25
    cermin: bool = False
    huruf: Huruf = "sans"
    huruf_word: str = ""
    ukuran_huruf: int = 11
    spasi: int = 115
    warna: str = "1F3864"  # headings, bands of the cover
    warna_latar: str = ""  # header rows
    warna_garis: str = ""  # inner rules of tables
    warna_target: str = ""
    warna_realisasi: str = ""
    warna_capaian: str = ""


@dataclass(frozen=True, slots=True)
class Palet:
    """Colours (hex RGB) of a chart that stands on a screen and not on paper."""

    latar: str
    teks: str
    redup: str  # smaller words, axes
    kisi: str
    realisasi: str
    lalu: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper: blocks, page rules, metadata. `tanggal` (ISO, may be partial or "") stamps the PDF instead of
    the clock; `konsep` marks every page KONSEP; `kepala` is the running head (left, right)."""

    blok: tuple[Block, ...]
    judul: str
    penulis: str
    subjek: str = ""
    tanggal: str = ""
    konsep: bool = False
    kepala: tuple[str, str] = ("", "")
    kertas: Kertas = field(default_factory=Kertas)
    kode: str = ""  # grey code printed on the last page only ("" = none)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a value was drawn: page (0-based), rectangle in points from the lower left, and its source."""

    halaman: int
    x0: float
    y0: float
    x1: float
    y1: float
    asal: Asal


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper: bytes, page count, hits, and the page (0-based) of every heading/table/figure key.
    `label` are the printed page numbers ("", "i", "1"...). `glif` are characters that no face has (printed as □)."""

    isi: bytes
    halaman: int
    hits: tuple[Hit, ...] = ()
    tujuan: dict[str, int] = field(default_factory=dict)
    label: tuple[str, ...] = ()
    glif: frozenset[str] = frozenset()
