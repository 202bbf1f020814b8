"""To the Kanwil and from a satker: the sealed file, its receipt, the verdict on a received one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lkjip_desktop import __version__
from lkjip_desktop.core.identitas import identitas_pada
from lkjip_desktop.core.kode_kata import Kode, baca_kode
from lkjip_desktop.core.sebutan import sebut_isian
from lkjip_desktop.core.segel import Putusan, Segel
from lkjip_desktop.errors import BerkasError, BerkasRusak, BerkasTerkunci, Ditolak
from lkjip_desktop.store import berkas, kiriman, rahasia
from lkjip_desktop.store.migrations import MIGRASI
from lkjip_desktop.store.salinan import Lapor, baca_sha256, diam
from lkjip_desktop.store.sidik_isi import Isi
from lkjip_desktop.store.store import Store

from .cadangan import Cadangan
from .kertas import Kertas

if TYPE_CHECKING:
    from lkjip_desktop.report.blocks import Rendered
    from lkjip_desktop.store.terima import Temuan

#: How a typed code fits: to the bytes of the file, to its content, not at all, or none was given.
Cocok = Literal["berkas", "data", "tidak", ""]


@dataclass(frozen=True, slots=True)
class Verifikasi:
    """The verdict on a received file, and whether the code on paper fits it."""

    temuan: Temuan
    kode: Cocok = ""

    @property
    def beres(self) -> bool:
        """True when it is what was sealed and no code speaks against it."""
        return self.temuan.putusan is Putusan.ASLI and self.kode != "tidak"


class Kiriman(Kertas, Cadangan):
    """What goes to the Kanwil, and what is told of a file that came."""

    def kurang_untuk_kirim(self, tahun: int) -> tuple[str, ...]:
        """What a sender should know before he sends: sentences, empty when nothing is missing."""
        i = identitas_pada(self.snapshot, self.sekarang()[:10])
        keluar = []
        if i is None or not i.nama:
            keluar.append("Nama satker belum diisi.")
        if i is None or not i.kode_satker:
            keluar.append("Kode satker belum diisi; Kanwil mengenali berkas dari kode itu.")
        if tahun not in self.tahun():
            keluar.append(f"Tahun {tahun} belum ada di dalam berkas.")
        if draf := self.draf():
            nama = [x for t, id, kolom, _, _ in draf if (x := sebut_isian(self.snapshot, t, id, kolom))]
            sebut = f" ({'; '.join(sorted(nama)[:3])})" if nama else ""
            keluar.append(f"Ada isian yang belum selesai diketik{sebut}; isian itu tidak ikut dikirim.")
        return tuple(keluar)

    def kirim(
        self, folder: Path | str, tahun: int, *, sandi: str = "", kunci: str = "", lapor: Lapor = diam
    ) -> kiriman.Kiriman:
        """Seal a copy without journal, drafts and settings into a folder; remember the seal.

        `sandi` (passphrase) or `kunci` (the receiver's public key, age1...) encrypts it. Raises GagalSimpan,
        BerkasRusak, Ditolak, Dibatalkan (from `lapor`): then nothing with the final name is there.
        """
        if tahun not in self.tahun():
            raise Ditolak(f"Tahun {tahun} belum ada di dalam berkas.", "Pilih tahun laporan yang ada.")
        identitas = identitas_pada(self.snapshot, self.sekarang()[:10])
        dahulu = self._store.segel()

        def segel(isi: Isi) -> Segel:
            revisi = isi.snapshot.revisi
            return Segel(
                kode_satker=identitas.kode_satker if identitas else "",
                nama_satker=identitas.nama if identitas else self.judul,
                tahun=tahun,
                revisi=revisi,
                waktu=self.sekarang(),
                sidik=isi.sidik,
                sebelum=next((s.sidik for s in reversed(dahulu) if s.revisi < revisi), ""),
                aplikasi=__version__,
                skema=len(MIGRASI),
                baris=isi.baris,
                berkas=isi.berkas,
            )

        cadangan = self.folder_cadangan
        hasil = kiriman.kirim(
            self._store.salin,
            segel,
            Path(folder),
            arsip=cadangan / "kiriman" if cadangan is not None else None,
            kunci=rahasia.Kunci(sandi, kunci) if sandi or kunci else None,
            lapor=lapor,
        )
        if not self.hanya_baca:
            self._store.catat_segel(hasil.segel)
        return hasil

    @staticmethod
    def kunci_baru() -> tuple[str, str]:
        """A new pair of keys for a receiver: (public "age1...", to hand out; secret, to keep)."""
        return rahasia.kunci_baru()

    def terkirim(self) -> tuple[Segel, ...]:
        """Seals of what was sent from this file, oldest first."""
        return tuple(self._store.segel())

    # --------------------------------------------------------------------------------------------- the receiver
    @staticmethod
    def verifikasi(path: Path | str, kode: str = "", *, sandi: str = "", kunci: str = "") -> Verifikasi:
        """The verdict on a received file, and whether a typed or scanned code fits.

        Raises Ditolak for a code that cannot be read or a wrong key; never for what the file holds.
        """
        from lkjip_desktop.store import terima

        dibaca = baca_kode(kode) if kode.strip() else None
        with _Terang(Path(path), rahasia.Kunci(sandi, kunci)) as terang:
            temuan = terima.periksa(terang)
        return Verifikasi(temuan, _cocok(dibaca, temuan))

    @staticmethod
    def verifikasi_banyak(paths: Iterable[Path | str]) -> list[Verifikasi]:
        """Verdicts on many files with one child process."""
        from lkjip_desktop.store import terima

        return [Verifikasi(t) for t in terima.periksa_banyak([Path(p) for p in paths])]

    @staticmethod
    def tanda_terima(path: Path | str, *, sandi: str = "", kunci: str = "") -> Rendered:
        """The receipt of a sent file as PDF, made from the file itself.

        Raises BerkasRusak or Ditolak when the file is not what was sealed: nobody shall sign for it.
        """
        from lkjip_desktop.core.hitung import hitung
        from lkjip_desktop.report.pdf.render import render
        from lkjip_desktop.report.sections.tanda_terima import Isian, dokumen_tanda_terima
        from lkjip_desktop.store import terima

        path = Path(path)
        with _Terang(path, rahasia.Kunci(sandi, kunci)) as terang, terima.Pemeriksa() as p:
            temuan = p.periksa(terang)
            segel = temuan.segel
            if temuan.putusan in (Putusan.RUSAK, Putusan.ASING, Putusan.LEBIH_BARU):
                raise BerkasRusak(f"“{path.name}”: {temuan.alasan}")
            if temuan.putusan is not Putusan.ASLI or segel is None:
                raise Ditolak(
                    f"Tanda terima hanya dibuat untuk kiriman yang asli; “{path.name}” {temuan.putusan}.",
                    "Buat kiriman lewat menu Kirim.",
                )
            store = Store.buka(p.salinan, hanya_baca=True)
            try:
                snapshot = store.baca()
            finally:
                store.tutup()
        try:
            hasil = hitung(snapshot, segel.tahun)
        except Ditolak:
            hasil = None
        nama = path.name.removesuffix(".age")
        dokumen, gambar = dokumen_tanda_terima(Isian(segel, nama, temuan.ukuran, temuan.sha256), snapshot, hasil)
        return render(dokumen, gambar.__getitem__)


def _cocok(kode: Kode | None, t: Temuan) -> Cocok:
    if kode is None:
        return ""
    if kode.cocok(t.sha256):
        return "berkas"
    return "data" if kode.cocok(t.sidik) else "tidak"


class _Terang:
    """A readable form of a received file: itself, or decrypted to a private place while it is looked at."""

    def __init__(self, path: Path, kunci: rahasia.Kunci) -> None:
        self._path, self._kunci = path, kunci
        self._kerja: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Path:
        if berkas.terbuka(self._path):  # never open() a file that SQLite holds open here
            raise BerkasTerkunci(f"Berkas “{self._path.name}” sedang dibuka di program ini.", "Periksa salinannya.")
        try:
            with open(self._path, "rb") as f:
                if not rahasia.tersandi(f.read(32)):
                    return self._path
            if not self._kunci.sandi and not self._kunci.kunci:
                raise Ditolak(f"“{self._path.name}” tersandi.", "Masukkan kata sandi atau kunci rahasianya.")
            if (tertulis := baca_sha256(self._path)) and tertulis != _sha(self._path):
                raise Ditolak("Kiriman tersandi itu berubah: isinya tidak cocok dengan berkas .sha256 di sampingnya.")
            isi = rahasia.buka(self._path.read_bytes(), self._kunci)
        except FileNotFoundError:
            return self._path  # the examination says so
        except OSError as e:
            raise BerkasError(f"“{self._path.name}” tidak dapat dibaca.", "Periksa medianya.") from e
        self._kerja = tempfile.TemporaryDirectory(prefix="lkjip-sandi-", ignore_cleanup_errors=True)
        terang = Path(self._kerja.name, self._path.name.removesuffix(".age"))
        terang.write_bytes(isi)
        return terang

    def __exit__(self, *_: object) -> None:
        if self._kerja is not None:
            self._kerja.cleanup()


def _sha(path: Path) -> str:
    from lkjip_desktop.store.salinan import sidik_berkas

    return sidik_berkas(path)
