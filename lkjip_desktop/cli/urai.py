"""The words of the command line, read by argparse and answered in Indonesian."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from lkjip_desktop import __version__
from lkjip_desktop.core.tanggal import TAHUN_AKHIR, TAHUN_AWAL

KERTAS = ("lkjip", "pk", "surat", "ringkasan")
BAGIAN_PK = ("pernyataan", "lampiran", "rencana_aksi")
PERINTAH = (
    "contoh",
    "hitung",
    "cetak",
    "periksa",
    "ekspor",
    "impor",
    "skema",
    "cadangkan",
    "kirim",
    "verifikasi",
    "pulihkan",
    "tanda-terima",
    "paket",
)


class SalahPakai(Exception):
    """The words cannot be understood; the text is for the user."""


# What argparse says, and how we say it. Unknown wording (a later Python) falls back to the plain sentence below.
_TERJEMAH: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"Masih kurang: \1."),
    (r"argument (?P<a>\S+?): invalid choice: '?(?P<n>.*?)'? \(choose from (?P<p>.+)\)", ""),
    (r"argument (\S+?): expected one argument", r"\1 memerlukan satu isi sesudahnya."),
    (r"argument (\S+?): expected at least one argument", r"\1 memerlukan sedikitnya satu isi sesudahnya."),
    (r"argument (\S+?): ignored explicit argument (.+)", r"\1 tidak memakai isi \2."),
    (r"argument (\S+?): not allowed with argument (\S+)", r"\1 tidak dapat dipakai bersama \2."),
    (r"unrecognized arguments: (.+)", r"Tidak dikenal: \1."),
    (r"argument \S+?: (.+)", r"\1"),
)


class Pengurai(argparse.ArgumentParser):
    """argparse with Indonesian headings, help and refusals; a refusal is an exception, never an exit."""

    def __init__(self, **isi: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Bentuk, **isi)
        self.isian = self.add_argument_group("isian")
        self.pilihan = self.add_argument_group("pilihan")
        self.pilihan.add_argument("-h", "--help", "--bantuan", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Raise SalahPakai with the Indonesian sentence."""
        raise SalahPakai(f"{terjemah(message)} Lihat: {self.prog} --help")


class _Bentuk(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


def terjemah(pesan: str) -> str:
    """A refusal of argparse in Indonesian."""
    for pola, ganti in _TERJEMAH:
        m = re.fullmatch(pola, pesan, re.DOTALL)
        if m is None:
            continue
        if not ganti:
            pilihan = re.sub(r"['\"]", "", m["p"])
            if m["a"] == "PERINTAH":
                return f"“{m['n'].strip(chr(39))}” bukan perintah; perintahnya: {pilihan}."
            return f"“{m['n'].strip(chr(39))}” bukan pilihan untuk {m['a']}; pilihannya: {pilihan}."
        return m.expand(ganti)
    return "Kata perintahnya tidak dapat dipahami."


def tahun(teks: str) -> int:
    """A year of four digits; argparse shows the sentence of the refusal."""
    if re.fullmatch(r"[0-9]{4}", teks) and TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR:
        return int(teks)
    raise argparse.ArgumentTypeError(f"“{teks[:40]}” bukan tahun; tulis empat angka, misalnya 2023.")


def versi(teks: str) -> int:
    """A version of a PK: "awal" is 0, "1" the first Perubahan."""
    if teks.casefold() == "awal":
        return 0
    if re.fullmatch(r"[0-9]{1,3}", teks):
        return int(teks)
    raise argparse.ArgumentTypeError(f"“{teks[:40]}” bukan versi; tulis awal, 1, 2, dan seterusnya.")


def pengurai() -> Pengurai:
    """The whole command line."""
    p = Pengurai(
        prog="main.py",
        description="Menyusun LKjIP dan Perjanjian Kinerja. Tanpa perintah, program membuka jendela.",
        epilog="Berkas data berakhiran .lkjip. Kode keluar: 0 selesai, 1 ada yang belum beres, 2 ditolak.",
    )
    p.pilihan.add_argument(
        "--version",
        "--versi-program",
        action="version",
        version=f"LKjIP Desktop {__version__}",
        help="nomor versi program",
    )
    sub = p.add_subparsers(title="perintah", dest="perintah", metavar="PERINTAH", required=True, parser_class=Pengurai)

    def buat(nama: str, bantuan: str) -> Pengurai:
        hasil: Pengurai = sub.add_parser(nama, help=bantuan, description=bantuan[0].upper() + bantuan[1:] + ".")
        return hasil

    a = buat("contoh", "tulis berkas contoh (Bapas Kelas II Lahat, 2022 dan 2023)")
    a.isian.add_argument("berkas", metavar="BERKAS", help="nama berkas baru")

    a = _bertahun(buat("hitung", "hitung semua angka turunan satu tahun"))
    _json(a)

    a = buat("cetak", "cetak laporan, Perjanjian Kinerja, surat pengantar, atau ringkasan")
    a.isian.add_argument("kertas", metavar="|".join(KERTAS), choices=KERTAS, help="yang dicetak")
    _bertahun(a)
    a.pilihan.add_argument("--versi", type=versi, metavar="awal|1|2", help="versi PK; tanpa ini yang terakhir berlaku")
    a.pilihan.add_argument(
        "--bagian", choices=BAGIAN_PK, metavar="|".join(BAGIAN_PK), help="bagian PK yang dicetak; tanpa ini semua"
    )
    a.pilihan.add_argument(
        "--medan-ttd", action="store_true", help="beri PDF medan kosong untuk tanda tangan elektronik (pk, surat)"
    )
    _tujuan(a, "F.pdf, F.docx, atau F.xlsx (tabel laporan)")

    a = _bertahun(buat("periksa", "daftar hal yang belum beres; keluar 1 bila ada kesalahan"))
    _json(a)

    a = _berkas(buat("ekspor", "tulis semua isi berkas sebagai berkas pertukaran"))
    _tujuan(a, "F.json (semua isi) atau F.xlsx (tabel)")
    a.pilihan.add_argument("--formulir", type=tahun, metavar="N", help="F.xlsx untuk mengisi realisasi tahun N saja")

    a = buat("impor", "baca berkas pertukaran ke dalam berkas data, sebagai satu langkah")
    a.isian.add_argument("sumber", metavar="F", help="berkas pertukaran F.json, atau F.xlsx hasil ekspor")
    _berkas(a, "berkas data; dibuat bila belum ada")
    a.pilihan.add_argument("--coba", action="store_true", help="perlihatkan rencananya saja, tidak menulis apa pun")

    buat("skema", "tulis JSON Schema berkas pertukaran")

    a = _berkas(buat("cadangkan", "buat cadangan lengkap"))
    a.isian.add_argument("folder", metavar="FOLDER", help="tempat cadangan, misalnya flashdisk")
    a = _berkas(buat("kirim", "buat berkas kiriman tersegel untuk Kantor Wilayah"))
    a.isian.add_argument("folder", metavar="FOLDER", help="tempat kiriman")
    a.pilihan.add_argument("--tahun", type=tahun, metavar="N", help="tahun laporan; tanpa ini yang terbaru")
    _rahasia(a, "sandikan: F berisi kata sandi, atau kunci umum penerima (age1...)")
    a = buat("verifikasi", "periksa keaslian berkas kiriman atau cadangan")
    a.isian.add_argument("sumber", metavar="F", help="berkas yang diperiksa")
    a.pilihan.add_argument("--kode", metavar="KODE", help="kode pada tanda terima")
    _rahasia(a, "buka sandi: F berisi kata sandi, atau kunci rahasia (AGE-SECRET-KEY-1...)")
    a = buat("pulihkan", "pulihkan cadangan menjadi berkas data")
    a.isian.add_argument("sumber", metavar="F", help="berkas cadangan")
    _berkas(a)
    a = buat("tanda-terima", "cetak tanda terima berkas kiriman")
    a.isian.add_argument("sumber", metavar="F", help="berkas kiriman")
    _tujuan(a, "F.pdf")
    _rahasia(a, "buka sandi: F berisi kata sandi, atau kunci rahasia (AGE-SECRET-KEY-1...)")
    a = _bertahun(buat("paket", "buat folder lengkap untuk penerima yang tidak memakai program ini"))
    a.isian.add_argument("folder", metavar="FOLDER", help="tempat folder paket")
    a.pilihan.add_argument("--batas-mb", type=int, metavar="MB", help="sertakan juga LKjIP yang lebih kecil dari ini")
    return p


def urai(argv: Sequence[str]) -> argparse.Namespace:
    """The words as values; raises SalahPakai."""
    return pengurai().parse_args(argv)


def _berkas(p: Pengurai, bantuan: str = "berkas data .lkjip") -> Pengurai:
    p.isian.add_argument("berkas", metavar="BERKAS", help=bantuan)
    return p


def _bertahun(p: Pengurai) -> Pengurai:
    _berkas(p)
    p.pilihan.add_argument("--tahun", type=tahun, required=True, metavar="N", help="tahun laporan")
    return p


def _json(p: Pengurai) -> None:
    p.pilihan.add_argument("--json", action="store_true", help="tulis sebagai JSON")


def _rahasia(p: Pengurai, bantuan: str) -> None:
    # A file and not the word itself: what stands on a command line can be read by everybody on the machine.
    p.pilihan.add_argument("--rahasia", metavar="F", help=bantuan)


def _tujuan(p: Pengurai, bantuan: str) -> None:
    p.pilihan.add_argument("-o", "--keluar", dest="tujuan", required=True, metavar="F", help=bantuan)
