"""A paper with every kind of block, for the printers' tests."""

from __future__ import annotations

import hashlib
from fractions import Fraction

from lkjip_desktop import gambar
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Cell,
    Chart,
    Contents,
    Cover,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    GridRow,
    Heading,
    Items,
    Keep,
    Letterhead,
    Mark,
    NewPage,
    Node,
    Para,
    Part,
    Picture,
    Run,
    ScanPages,
    Seri,
    Signatures,
    Signer,
    Space,
    Tree,
    runs,
)

LEMBAR = gambar.png_dari_rgb(60, 40, bytes(range(240)) * 30)
SHA = hashlib.sha256(LEMBAR).hexdigest()


def isi_berkas(sha: str) -> bytes:
    """The blobs of the paper."""
    return {SHA: LEMBAR}[sha]


def sel(teks: str, **lain: object) -> Cell:
    """A cell of plain characters."""
    return Cell(runs(teks), **lain)  # type: ignore[arg-type]  # tests pass the fields of a Cell by name


def baris(*teks: str | Cell, jenis: str = "isi") -> GridRow:
    """A row."""
    return GridRow(tuple(t if isinstance(t, Cell) else sel(t) for t in teks), jenis)  # type: ignore[arg-type]


def uang(n: int) -> Cell:
    """An amount with its number."""
    return sel(f"Rp{n:,}".replace(",", "."), nilai=Fraction(n), format="rupiah")


def persen(teks: str) -> Cell:
    """A percentage with its number."""
    return sel(teks, nilai=Fraction(teks.rstrip("%").replace(",", ".")), format="persen")


def tabel_dua_tingkat() -> Grid:
    """A header of two levels, merged sasaran cells, column numbers, decimals, a total row."""
    return Grid(
        kepala=(
            baris("No", "Sasaran", sel("Tahun 2022", kolom=2), sel("Tahun 2023", kolom=2)),
            baris("", "", "Target", "Capaian", "Target", "Capaian"),
            baris("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", jenis="nomor"),
        ),
        baris=(
            baris("1", "Meningkatnya kualitas layanan <baru> & tertib", "60%", persen("82,09%"), "55%", persen("9,5%")),
            baris("", "", "10 Layanan", persen("100%"), "1 Unit", persen("111,64%")),
            baris("2", "Terwujudnya tata kelola", "80", "-", "80", persen("100,5%")),
            baris(sel("Rata-rata", kolom=5), persen("82,09%"), jenis="total"),
        ),
        lebar=(1, 5, 2, 2, 2, 2),
        rata=("tengah", "kiri", "tengah", "desimal", "tengah", "desimal"),
        gabung=(0, 1),
        judul=runs("Perbandingan capaian, ", Run("dua tahun", miring=True)),
        kunci="tabel.banding",
        sumber="SAKTI, 31 Desember 2023",
        catatan=("Dibulatkan ke dua desimal.",),
    )


def tabel_anggaran() -> Grid:
    """Money with a total that is the sum of its rows, and text that a spreadsheet could take for a formula."""
    return Grid(
        kepala=(baris("Jenis Belanja", "Pagu", "Realisasi", "%"),),
        baris=(
            baris("=Belanja Pegawai", uang(1_000_000), uang(900_000), persen("90%")),
            baris("+Belanja Barang", uang(500_000), uang(400_000), persen("80%"), jenis="anak"),
            baris("Jumlah", uang(1_500_000), uang(1_300_001), persen("86,67%"), jenis="total"),
        ),
        lebar=(4, 3, 3, 1.5),
        rata=("kiri", "kanan", "kanan", "desimal"),
        judul=runs("Realisasi anggaran"),
        kunci="tabel.anggaran",
        utuh=True,
    )


def semua_blok() -> tuple[Block, ...]:
    """Every kind of block, in the order of a report."""
    logo = Picture(SHA, 20, 60, 40, "Logo instansi")
    return (
        Part("", kepala=False),
        Cover(("KEMENTERIAN UJI",), ("LAPORAN KINERJA", "TAHUN 2023"), ("BALAI UJI", "2023"), logo, logo),
        Part("romawi", 1),
        Heading(0, "KATA PENGANTAR", "pengantar", nomor=False),
        Para(runs("Puji syukur; lihat ", Run("", rujuk="tabel.banding"), " dan ", Run("", rujuk="bab1.a"), ".")),
        Heading(1, "Latar", "pengantar.a", daftar=False),
        Signatures("Lahat,    Januari 2024", (Signer(("Kepala Balai,",), "Perimansyah", ("NIP 1968",)),)),
        Heading(0, "DAFTAR ISI", "daftar.isi", nomor=False),
        Contents("isi"),
        Heading(0, "DAFTAR TABEL", "daftar.tabel", nomor=False),
        Contents("tabel"),
        Contents("gambar"),
        Part("arab", 1, kode="Data r0042"),
        Heading(0, "PENDAHULUAN", "bab1", label="BAB"),
        Heading(1, "Latar Belakang", "bab1.a"),
        *(
            Para(runs("Paragraf ", Run("tebal", tebal=True), " dan ", Run("miring", miring=True), f" gaya {g}."), g)
            for g in ("isi", "rapat", "kecil", "catatan", "tengah", "judul", "kutip", "kanan")
        ),
        Items((runs("butir satu"), runs("butir ", Run("dua", tebal=True))), "1"),
        Items((runs("huruf a"), runs("huruf b")), "a"),
        Items((runs("titik satu"),), "-"),
        Items((runs("mulai lagi"),), "1"),
        Heading(2, "Dasar Hukum", "bab1.a.1"),
        Heading(3, "Rincian", "bab1.a.1.a"),
        Mark(Asal("laporan", "1", "judul")),
        Heading(1, "Tugas", "bab1.b"),
        Figure((logo, logo), runs("Dua gambar"), "gambar.dua", "Dokumentasi"),
        Tree(
            Node("Kepala", "Eselon IV", (Node("Urusan TU"), Node("Subseksi"))), runs("Bagan organisasi"), "gambar.bagan"
        ),
        NewPage(kanan=True),
        Heading(0, "AKUNTABILITAS KINERJA", "bab2", label="BAB"),
        tabel_dua_tingkat(),
        Formula(
            (
                ("Realisasi", (Frac(runs("Klien yang berhasil"), runs("Seluruh klien")), runs("× 100%"))),
                ("", (Frac(runs("629"), runs("1277")), runs("× 100% = 49,26%"))),
                ("Capaian", (runs("= (629/1277 × 100%) / 60% = 82,09%"),)),
            ),
            "Dihitung tanpa pembulatan antara.",
        ),
        Chart(
            "batang",
            ("2021", "2022", "2023"),
            (
                Seri("Target", (None, Fraction(60), Fraction(55)), ("", "60", "55")),
                Seri("Realisasi", (None, Fraction(50), Fraction(61))),
            ),
            runs("Target dan realisasi"),
            "gambar.grafik",
            "olahan",
            "%",
            Fraction(100),
            "Grafik target dan realisasi tiga tahun",
        ),
        Part("arab", lanskap=True),
        tabel_anggaran(),
        Keep(
            (
                Para(runs("Bersama."), "rapat"),
                Grid((), (baris("Nama", ":", "Budi"), baris("NIP", ":", "1")), (2, 0.3, 5), polos=True),
            )
        ),
        Part("arab"),
        Heading(0, "PERJANJIAN KINERJA", "lampiran1", label="LAMPIRAN"),
        Letterhead(("KEMENTERIAN UJI", "BALAI UJI"), ("Jalan Uji 1",), logo),
        Space(10),
        Heading(1, "Isi Perjanjian", "lampiran1.a"),
        Grid(
            (baris("No", "Uraian"),),
            (baris("1", "Satu\nDua\tTiga"),),
            (1, 4),
            judul=runs("Target"),
            kunci="tabel.lampiran",
        ),
        Signatures(
            "Palembang, Januari 2023",
            (
                Signer(
                    ("Pihak Kedua,", "Kepala Kantor Wilayah,"),
                    "Ilham",
                    ("NIP 1",),
                    "Ditandatangani secara elektronik oleh:",
                ),
                Signer(("Pihak Pertama,",), "Perimansyah", ("NIP 2",)),
            ),
            tengah=True,
        ),
        ScanPages(SHA, "image/png", 1, "Pindaian PK"),
    )


def dokumen(**lain: object) -> Document:
    """The paper with every kind of block."""
    asli: dict[str, object] = {
        "judul": "Laporan Kinerja 2023",
        "penulis": "Balai Pemasyarakatan Uji",
        "subjek": "LKjIP",
        "tanggal": "2024-01",
        "kepala": ("Laporan Kinerja Balai Uji", "2023"),
        "kode": "jipin-fuvok",
    }
    return Document(semua_blok(), **(asli | lain))  # type: ignore[arg-type]  # fields of a Document by name
