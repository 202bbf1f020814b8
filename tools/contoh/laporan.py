"""Report rows, covering letter, other performance and pictures of the example."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import Gambar, Ilustrasi, KinerjaLain, KinerjaLainAngka, Laporan, Surat

from .dasar import SATKER, d, daftar, id_baris, teks
from .identitas import LOGO, PERIMANSYAH

_FOLDER = Path(__file__).resolve().parent / "gambar"
_TENGGAT = "Tanggal 10 bulan berikutnya"

E_PERFORMANCE = id_baris("kinerja_lain", "e-performance")
E_TARJA = id_baris("kinerja_lain", "e-tarja")
E_MONEV = id_baris("kinerja_lain", "e-monev")
PRIORITAS = id_baris("kinerja_lain", "prioritas-nasional")

#: Part of the report, owner, picture files, caption, source.
_ILUSTRASI: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
    ("bab3.smart", "", ("smart",), "Tangkapan Layar Aplikasi SMART-DJA Tahun 2023", "Aplikasi SMART-DJA"),
    ("bab3.ikpa", "", ("ikpa",), "Dasbor Nilai IKPA Tahun 2023", "Aplikasi OM-SPAN Kementerian Keuangan"),
    (
        "bab3.lainnya",
        E_PERFORMANCE,
        ("e-performance-1", "e-performance-2"),
        "Tangkapan Layar Aplikasi E-Performance Tahun 2023",
        "Aplikasi E-Performance",
    ),
    ("bab3.lainnya", E_TARJA, ("e-tarja",), "Tangkapan Layar Aplikasi E-Tarja Tahun 2023", "Aplikasi E-Tarja"),
    (
        "bab3.lainnya",
        E_MONEV,
        ("e-monev",),
        "Tangkapan Layar Aplikasi E-Monev Bappenas Tahun 2023",
        "Aplikasi E-Monev Bappenas",
    ),
    (
        "bab3.lainnya",
        PRIORITAS,
        ("prioritas-nasional",),
        "Tangkapan Layar Prioritas Nasional Kemenkumham Tahun 2023",
        "Kementerian Hukum dan HAM",
    ),
)


def gambar() -> Mapping[str, tuple[str, bytes, tuple[int, int]]]:
    """File name -> (SHA-256, PNG content, (width, height) in pixels)."""
    hasil = {}
    for berkas in sorted(_FOLDER.glob("*.png")):
        isi = berkas.read_bytes()
        # The size stands in the first chunk of every PNG, at a fixed place.
        ukuran = (int.from_bytes(isi[16:20], "big"), int.from_bytes(isi[20:24], "big"))
        hasil[berkas.stem] = (hashlib.sha256(isi).hexdigest(), isi, ukuran)
    return hasil


def baris() -> Iterator[Row]:
    """Rows of gambar, laporan, surat, kinerja_lain and ilustrasi."""
    for nama, (sha, _, (lebar, tinggi)) in gambar().items():
        yield Gambar(
            id=LOGO if nama == "logo" else id_baris("gambar", nama),
            nama=f"{nama} (contoh)",
            berkas=sha,
            mime="image/png",
            lebar_px=lebar,
            tinggi_px=tinggi,
        )
    yield Laporan(id=id_baris("laporan", "2022"), tahun=2022, tempat="Lahat", penandatangan_id=PERIMANSYAH)
    yield Laporan(
        id=id_baris("laporan", "2023"),
        tahun=2023,
        tempat="Lahat",
        tanggal="2023-12-31",
        penandatangan_id=PERIMANSYAH,
    )
    yield Surat(
        id=id_baris("surat", "2023"),
        tahun=2023,
        nomor="W.6.PAS.PAS21-PR.03-1167",
        tanggal="2023-12-31",
        lampiran="1 (satu) berkas",
        perihal=f"Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2023\n{SATKER}",
        yth="Kepala Kantor Wilayah\nKementerian Hukum dan HAM Sumatera Selatan",
        di="Palembang",
        dasar="surat Kepala Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Sumatera Selatan Nomor "
        "W.6.PR.03-0325 tanggal 30 November 2023 perihal Permintaan Laporan Kinerja Instansi Pemerintah (LKjIP) "
        "Tahun 2023",
        penandatangan_id=PERIMANSYAH,
        elektronik=True,
    )
    yield from _kinerja_lain()
    yield from _ilustrasi()


def _kinerja_lain() -> Iterator[Row]:
    yield KinerjaLain(
        id=E_PERFORMANCE,
        tahun=2023,
        urut=1,
        judul="E-Performance",
        isi=teks(
            "Rencana, anggaran, dan realisasi kinerja satker dicatat pada aplikasi E-Performance Kementerian Hukum dan "
            "HAM, sehingga perkembangan target dapat dipantau sepanjang tahun. Aplikasi dibuka melalui "
            "http://e-performance.kemenkumham.go.id dan diisi setiap bulan."
        ),
        tenggat=_TENGGAT,
        sumber="Aplikasi E-Performance",
    )
    yield KinerjaLain(
        id=E_TARJA,
        tahun=2023,
        urut=2,
        judul="E-Tarja (Target Kinerja)",
        isi=teks(
            "E-Tarja memuat target kinerja yang ditetapkan Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan "
            "beserta kegiatan untuk mencapainya."
        ),
        sumber="Aplikasi E-Tarja",
    )
    yield KinerjaLain(
        id=E_MONEV,
        tahun=2023,
        urut=3,
        judul="E-Monev Bappenas",
        isi=teks(
            "Realisasi anggaran dan kinerja bulanan dilaporkan melalui https://e-monev.bappenas.go.id. Data komponen "
            "dan data rincian output terisi lengkap pada setiap bulan."
        ),
        tenggat=_TENGGAT,
        sumber="Aplikasi E-Monev Bappenas",
    )
    for label in ("Kelengkapan data komponen (%)", "Kelengkapan data rincian output (%)"):
        for bulan in range(1, 13):
            yield KinerjaLainAngka(
                id=id_baris("kinerja_lain_angka", f"e-monev/{label}/{bulan}"),
                kinerja_lain_id=E_MONEV,
                label=label,
                bulan=bulan,
                nilai=d("100"),
            )
    yield KinerjaLain(
        id=PRIORITAS,
        tahun=2023,
        urut=4,
        judul="Kegiatan Prioritas Nasional",
        isi=teks(
            "Pada Prioritas Nasional 7, Memperkuat Stabilitas Polhukhankam dan Transformasi Pelayanan Publik, satker "
            "melaksanakan dua kegiatan berikut.",
            daftar(
                "Layanan Pengembangan Kompetensi di Bidang Pembimbingan Kemasyarakatan.",
                "Pengembangan Program Pemberdayaan Kelompok Masyarakat (Pokmas) untuk Pelaksanaan Keadilan Restoratif.",
            ),
        ),
        sumber="Kementerian Hukum dan HAM",
    )


def _ilustrasi() -> Iterator[Row]:
    for bagian, pemilik, berkas, judul, sumber in _ILUSTRASI:
        for n, nama in enumerate(berkas, start=1):
            yield Ilustrasi(
                id=id_baris("ilustrasi", f"2023/{nama}"),
                tahun=2023,
                bagian=bagian,
                pemilik_id=pemilik,
                urut=n,
                gambar_id=id_baris("gambar", nama),
                judul=judul,
                sumber=sumber,
                lebar_mm=80 if len(berkas) > 1 else 140,
                kelompok=1 if len(berkas) > 1 else None,
            )
