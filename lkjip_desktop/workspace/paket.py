"""Paket kirim: one folder with everything of a year for people who do not have this program."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lkjip_desktop.core.identitas import identitas_pada
from lkjip_desktop.core.kode_kata import basis32, kata
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Bukti, Pindaian, Pk
from lkjip_desktop.errors import Ditolak, GagalCetak, GagalSimpan, LkjipError
from lkjip_desktop.store import kiriman
from lkjip_desktop.store.salinan import Lapor, diam, gagal, ukuran_teks
from lkjip_desktop.store.salinan import tulis_kecil as tulis_utuh

from .kiriman import Kiriman

MB = 1024**2
_AKHIRAN = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class HasilPaket:
    """A finished parcel: its folder, its files, what could not be put in and why, and the sealed file in it."""

    folder: Path
    isi: tuple[str, ...]
    tidak_ada: tuple[str, ...]
    kiriman: kiriman.Kiriman


class Paket(Kiriman):
    """The parcel for the Kanwil."""

    def paket(self, folder: Path | str, tahun: int, *, batas_mb: int | None = None, lapor: Lapor = diam) -> HasilPaket:
        """Write the parcel of a year as a new folder inside `folder`.

        Letter, LKjIP as PDF (with `batas_mb` a second one below so many megabytes) and Word, PKs and signed scans,
        tables as Excel, list of evidence with the files it holds, the sealed file with its .sha256, its receipt and
        LIHAT-DAHULU.txt. A paper that the data do not give yet is named instead; without the LKjIP there is no parcel.

        Raises:
            Ditolak, GagalCetak, GagalSimpan, Dibatalkan (from `lapor`): no folder with the final name is there.
        """
        if tahun not in self.tahun():
            raise Ditolak(f"Tahun {tahun} belum ada di dalam berkas.", "Pilih tahun laporan yang ada.")
        folder, snapshot = Path(folder), self.snapshot
        identitas = identitas_pada(snapshot, self.sekarang()[:10])
        kode = re.sub("[^0-9A-Za-z]", "", identitas.kode_satker if identitas else "") or "satker"
        cap = re.sub("[^0-9]", "", self.sekarang()[:16])
        jadi = folder / f"Paket_{kode}_{tahun}_{cap[:8]}-{cap[8:12]}"
        if jadi.exists():
            raise Ditolak(f"Folder “{jadi.name}” sudah ada.", "Tunggu satu menit, atau pilih tempat lain.")
        bagian = folder / f"{jadi.name}.part"
        try:
            shutil.rmtree(bagian, ignore_errors=True)
            bagian.mkdir(parents=True)
            isi = _Isi(bagian)
            self._kertas_paket(isi, snapshot, tahun, batas_mb, lapor)
            lapor("Menyegel berkas data", 7, 9)
            k = self.kirim(bagian, tahun)
            isi.nama += [k.path.name, f"{k.path.name}.sha256"]
            isi.tulis("06 Tanda terima.pdf", lambda: self.tanda_terima(k.path).isi)
            lapor("Menulis petunjuk", 8, 9)
            petunjuk = _petunjuk(self.judul, tahun, k, isi)
            isi.tulis("LIHAT-DAHULU.txt", lambda: petunjuk.encode("utf-8-sig"))
            os.rename(bagian, jadi)
        except OSError as e:
            raise gagal(e, jadi) from e
        finally:
            shutil.rmtree(bagian, ignore_errors=True)
        lapor("Selesai", 9, 9)
        return HasilPaket(jadi, tuple(isi.nama), tuple(isi.tidak_ada), k)

    def _kertas_paket(self, isi: _Isi, snapshot: Snapshot, tahun: int, batas_mb: int | None, lapor: Lapor) -> None:
        lapor("Menyusun LKjIP", 0, 9)
        lkjip = self.bangun_dari(snapshot, "lkjip", tahun).isi
        isi.tulis(f"02 LKjIP {tahun}.pdf", lambda: lkjip)
        if batas_mb is not None and len(lkjip) > batas_mb * MB:
            lapor("Meringankan LKjIP", 1, 9)
            isi.coba(f"02 LKjIP {tahun} (ringan).pdf", lambda: self.lkjip_ringan(snapshot, tahun, batas_mb * MB))
        lapor("Menyusun Word dan Excel", 2, 9)
        isi.coba(f"02 LKjIP {tahun}.docx", lambda: self.bangun_dari(snapshot, "lkjip", tahun, format="docx").isi)
        isi.coba(f"04 Tabel LKjIP {tahun}.xlsx", lambda: self.bangun_dari(snapshot, "lkjip", tahun, format="xlsx").isi)
        lapor("Menyusun surat pengantar", 3, 9)
        isi.coba("01 Surat pengantar.pdf", lambda: self.bangun_dari(snapshot, "surat", tahun).isi)
        lapor("Menyusun Perjanjian Kinerja", 4, 9)
        semua_pk = snapshot.where(Pk, tahun=tahun)
        for n, pk in enumerate(semua_pk, start=1):
            sebut = "Awal" if not pk.nomor else f"Perubahan {pk.nomor}"
            pihak = "" if pk.posisi_id is None else f" pejabat {n}"
            nama = f"03 Perjanjian Kinerja {tahun} {sebut}{pihak}.pdf"
            isi.coba(nama, lambda id=pk.id: self.bangun_dari(snapshot, "pk", tahun, pk_id=id).isi)  # type: ignore[misc]
        if not semua_pk:
            isi.tidak_ada.append("Perjanjian Kinerja: belum ada untuk tahun ini.")
        lapor("Menyalin pindaian dan bukti", 5, 9)
        for n, p in enumerate(snapshot.where(Pindaian, tahun=tahun), start=1):
            if p.berkas:
                awal = {"pk": "03 Pindaian PK", "surat": "01 Pindaian surat"}.get(p.naskah, "02 Pindaian pengantar")
                isi.coba(f"{awal} {n}{_AKHIRAN.get(p.mime, '')}", lambda sha=p.berkas: self.isi_berkas(sha))  # type: ignore[misc]
        isi.coba(f"05 Daftar bukti {tahun}.pdf", lambda: self._daftar_bukti(snapshot, tahun))
        for n, b in enumerate(snapshot.where(Bukti, tahun=tahun), start=1):
            if b.berkas:
                akhiran = _AKHIRAN.get(b.mime) or _akhiran_aman(b.nama_berkas)
                isi.coba(f"05 Bukti {n:02d}{akhiran}", lambda sha=b.berkas: self.isi_berkas(sha))  # type: ignore[misc]

    def lkjip_ringan(self, snapshot: Snapshot, tahun: int, batas: int) -> bytes:
        """The LKjIP with pictures made smaller step by step until it has at most `batas` bytes.

        Raises GagalCetak, with the size that was reached, when even the smallest pictures do not do.
        """
        from lkjip_desktop.report.pdf.render import render
        from lkjip_desktop.report.ringan import TINGKAT, ringankan

        dokumen, _ = self._dokumen(snapshot, "lkjip", tahun, {})
        ukuran = 0
        for sisi, mutu in TINGKAT:
            kecil, baca = ringankan(dokumen, self.isi_berkas, sisi, mutu)
            isi = render(kecil, baca).isi
            ukuran = len(isi)
            if ukuran <= batas:
                return isi
        raise GagalCetak(
            f"LKjIP tidak dapat dibuat lebih kecil daripada {ukuran_teks(ukuran)}.",
            "Kurangi pindaian di Lampiran, atau kirim lewat flashdisk.",
        )

    def _daftar_bukti(self, snapshot: Snapshot, tahun: int) -> bytes:
        from lkjip_desktop.report.pdf.render import render
        from lkjip_desktop.report.sections.daftar_bukti import dokumen_daftar_bukti

        return render(dokumen_daftar_bukti(snapshot, tahun, self.sekarang()[:10]), self.isi_berkas).isi


class _Isi:
    """The files of a parcel as they are written, and what could not be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.nama: list[str] = []
        self.tidak_ada: list[str] = []

    def tulis(self, nama: str, buat: Callable[[], bytes]) -> None:
        tulis_utuh(self.folder / nama, buat())
        self.nama.append(nama)

    def coba(self, nama: str, buat: Callable[[], bytes]) -> None:
        """As tulis, but what the data do not give yet is only noted; a refusing disk is not."""
        try:
            self.tulis(nama, buat)
        except GagalSimpan:
            raise
        except LkjipError as e:
            self.tidak_ada.append(f"{nama}: {e}")


def _akhiran_aman(nama: str) -> str:
    """The ending of a file name that was typed, when it is harmless; anything that a double click would run is not."""
    akhiran = Path(nama).suffix.lower()
    return akhiran if akhiran in {".pdf", ".png", ".jpg", ".jpeg", ".xlsx", ".docx", ".csv", ".txt"} else ".bin"


def _petunjuk(satker: str, tahun: int, k: kiriman.Kiriman, isi: _Isi) -> str:
    """LIHAT-DAHULU.txt, for Notepad: lines end in CR LF."""
    s = k.segel
    keterangan = {
        "01": "surat pengantar",
        "02": "laporan kinerja (PDF untuk dibaca dan dicetak, Word untuk disunting)",
        "03": "Perjanjian Kinerja dan pindaiannya",
        "04": "tabel-tabel laporan untuk Excel",
        "05": "daftar bukti dukung dan berkasnya",
        "06": "tanda terima untuk ditandatangani kedua pihak",
    }
    ada = sorted({n[:2] for n in isi.nama})
    baris = [
        f"LKjIP {satker} TAHUN {tahun}",
        "",
        "Isi folder ini (tidak perlu program khusus untuk membacanya):",
        *(f"  {n} ...  {keterangan[n]}" for n in ada if n in keterangan),
        f"  {k.nama}",
        "      data lengkap, dibuka dengan program LKjIP Desktop",
        f"  {k.nama}.sha256",
        "      sidik data itu; tanpa program pun dapat diperiksa:",
        f"      Windows   certutil -hashfile {k.nama} SHA256",
        f"      Linux     sha256sum -c {k.nama}.sha256",
        "",
        f"Revisi data   : {s.revisi}",
        f"Disegel       : {s.waktu}",
        f"Kode berkas   : {kata(k.sha256)}",
        f"              : {basis32(k.sha256)}",
        f"Kode data     : {s.kata}",
        "",
        "Cocokkan kode di atas dengan tanda terima. Tiga kata pertama kode data tercetak di kaki laporan.",
    ]
    if isi.tidak_ada:
        baris += ["", "Yang belum ada di dalam paket ini:", *(f"  - {t}" for t in isi.tidak_ada)]
    return "\r\n".join([*baris, ""])
