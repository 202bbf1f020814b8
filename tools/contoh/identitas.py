"""Names, letterhead, officials and positions of the example office."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import DasarHukum, Identitas, Pejabat, Posisi

from .dasar import BAPAS, SATKER, id_baris

KANWIL = "Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan"
KEPALA = f"Kepala {SATKER}"

PERIMANSYAH = id_baris("pejabat", "perimansyah")
ILHAM_DJAYA = id_baris("pejabat", "ilham-djaya")
DADI_MULYADI = id_baris("pejabat", "dadi-mulyadi")

IDENTITAS_LAMA = id_baris("identitas", "kemenkumham")
LOGO = id_baris("gambar", "logo")


def baris() -> Iterator[Row]:
    """Rows of identitas, pejabat, posisi and dasar_hukum."""
    yield from _identitas()
    yield from _pejabat()
    yield from _posisi()
    yield from _dasar_hukum()


def _identitas() -> Iterator[Row]:
    # Since 21 October 2024 the office belongs to another ministry; papers of 2022 and 2023 keep the old names.
    yield Identitas(
        id=IDENTITAS_LAMA,
        berlaku_sampai="2024-10-20",
        nama=SATKER,
        singkatan=BAPAS,
        kota="Lahat",
        kementerian="Kementerian Hukum dan Hak Asasi Manusia",
        kementerian_singkat="Kementerian Hukum dan HAM",
        eselon_satu="Direktorat Jenderal Pemasyarakatan",
        kanwil=KANWIL,
        kota_kanwil="Palembang",
        kop="KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA\nREPUBLIK INDONESIA\n"
        "KANTOR WILAYAH SUMATERA SELATAN\nBALAI PEMASYARAKATAN KELAS II LAHAT",
        alamat="Jl. Bhayangkara No. 9 Bandar Jaya Lahat 31414",
        telepon="(0731) 325738",
        faksimile="(0731) 325738",
        laman="http://bapaslahat.kemenkumham.go.id",
        surel="bapaslahat@ymail.com",
        logo_id=LOGO,
        pola_nomor="W.6.PAS.PAS21-PR.03-",
    )
    yield Identitas(
        id=id_baris("identitas", "kemenimipas"),
        berlaku_dari="2024-10-21",
        nama=SATKER,
        singkatan=BAPAS,
        kota="Lahat",
        kementerian="Kementerian Imigrasi dan Pemasyarakatan",
        kementerian_singkat="Kementerian Imigrasi dan Pemasyarakatan",
        eselon_satu="Direktorat Jenderal Pemasyarakatan",
        kanwil="Kantor Wilayah Direktorat Jenderal Pemasyarakatan Sumatera Selatan",
        kota_kanwil="Palembang",
        kop="KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN\nREPUBLIK INDONESIA\n"
        "KANTOR WILAYAH DIREKTORAT JENDERAL PEMASYARAKATAN SUMATERA SELATAN\n"
        "BALAI PEMASYARAKATAN KELAS II LAHAT",
        alamat="Jl. Bhayangkara No. 9 Bandar Jaya Lahat 31414",
        telepon="(0731) 325738",
    )


def _pejabat() -> Iterator[Row]:
    yield Pejabat(
        id=PERIMANSYAH,
        urut=1,
        nama="Perimansyah",
        gelar_belakang="S.Sos.",
        nip="196811061992031002",
        jabatan=KEPALA,
        peran="kepala",
    )
    yield Pejabat(
        id=ILHAM_DJAYA,
        urut=2,
        nama="Ilham Djaya",
        nip="196412201991031002",
        jabatan=f"Kepala {KANWIL}",
        peran="atasan",
    )
    yield Pejabat(
        id=DADI_MULYADI,
        urut=3,
        nama="Dadi Mulyadi",
        gelar_belakang="Bc.I.P., S.H., M.H.",
        nip="196301091987031001",
        jabatan="Kepala Divisi Pemasyarakatan",
        unit=KANWIL,
        peran="atasan",
    )


def _posisi() -> Iterator[Row]:
    kepala = id_baris("posisi", "kepala")
    yield Posisi(
        id=kepala,
        urut=1,
        jabatan="Kepala Balai",
        pejabat_id=PERIMANSYAH,
        tugas="memimpin penelitian kemasyarakatan, pembimbingan, pengawasan, dan pendampingan klien, serta "
        "bertanggung jawab kepada Kantor Wilayah melalui Divisi Pemasyarakatan.",
    )
    for n, (kunci, jabatan, tugas) in enumerate(
        (
            (
                "tata-usaha",
                "Kepala Urusan Tata Usaha",
                "mengelola administrasi kantor yang meliputi kepegawaian, keuangan, dan umum.",
            ),
            (
                "klien-dewasa",
                "Kepala Sub Seksi Bimbingan Klien Dewasa",
                "menangani registrasi, bimbingan kemasyarakatan, dan bimbingan kerja bagi klien dewasa.",
            ),
            (
                "klien-anak",
                "Kepala Sub Seksi Bimbingan Klien Anak",
                "menangani registrasi, bimbingan kemasyarakatan, dan bimbingan kerja bagi klien anak.",
            ),
        ),
        start=1,
    ):
        yield Posisi(id=id_baris("posisi", kunci), urut=n, induk_id=kepala, jabatan=jabatan, tugas=tugas)


def _dasar_hukum() -> Iterator[Row]:
    for n, (nama, tentang, dari) in enumerate(
        (
            (
                "Peraturan Pemerintah Nomor 8 Tahun 2006",
                "Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
                "2006",
            ),
            (
                "Peraturan Presiden Nomor 29 Tahun 2014",
                "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
                "2014",
            ),
            (
                "Peraturan Presiden Nomor 18 Tahun 2020",
                "Rencana Pembangunan Jangka Menengah Nasional Tahun 2020-2024",
                "2020",
            ),
            (
                "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014",
                "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja "
                "Instansi Pemerintah",
                "2014",
            ),
            (
                "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021",
                "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
                "2021",
            ),
            (
                "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 89 Tahun 2021",
                "Penjenjangan Kinerja Instansi Pemerintah",
                "2021",
            ),
            (
                "Keputusan Menteri Kehakiman Nomor M.02-PR.07.03 Tahun 1987",
                "Organisasi dan Tata Kerja Balai Bimbingan Kemasyarakatan dan Pengentasan Anak",
                "1987",
            ),
        ),
        start=1,
    ):
        yield DasarHukum(
            id=id_baris("dasar_hukum", nama),
            urut=n,
            nama=nama,
            tentang=tentang,
            berlaku_dari=dari,
            berlaku_sampai="2024" if "18 Tahun 2020" in nama else "",
        )
