"""Tanda terima: one page for ink that binds a sent file to paper by its SHA-256, five words and a QR code."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from lkjip_desktop.core.angka import angka, rupiah
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.identitas import identitas_pada, jabatan_cetak, nama_pejabat, pejabat_pada
from lkjip_desktop.core.kode_kata import basis32, kata, kelompok
from lkjip_desktop.core.nip import nip_cetak
from lkjip_desktop.core.segel import Segel
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import (
    Block,
    Cell,
    Document,
    Figure,
    Grid,
    GridRow,
    Kertas,
    Para,
    Part,
    Picture,
    Run,
    Runs,
    Signatures,
    Signer,
    Space,
)

#: A line to write on.
_RUANG = "." * 48


@dataclass(frozen=True, slots=True)
class Isian:
    """What the receipt states: the seal, and name, size in bytes and SHA-256 of the file itself."""

    segel: Segel
    nama: str
    ukuran: int
    sha256: str


def isi_qr(i: Isian) -> str:
    """The text of the QR code: everything that a receiver needs to compare, the SHA-256 last."""
    s = i.segel
    return f"LKJIP1|{s.kode_satker}|{s.tahun}|{s.waktu[:16]}|{s.revisi}|{i.ukuran}|{i.sha256}"


def gambar_qr(teks: str) -> tuple[bytes, int]:
    """A QR code (error correction M) as PNG bytes, and its side in pixels with the quiet zone."""
    import segno

    kode = segno.make(teks, error="m", micro=False)
    keluar = io.BytesIO()
    kode.save(keluar, kind="png", scale=8, border=4)
    return keluar.getvalue(), int(kode.symbol_size(scale=8, border=4)[0])


def dokumen_tanda_terima(
    isian: Isian, snapshot: Snapshot, hasil: Hasil | None, kertas: Kertas | None = None
) -> tuple[Document, dict[str, bytes]]:
    """The receipt as a paper, and the picture that it needs by its SHA-256.

    `hasil` are the numbers of the year of the seal, None when the year has none yet.
    """
    s = isian.segel
    qr, sisi = gambar_qr(isi_qr(isian))
    sha_qr = hashlib.sha256(qr).hexdigest()
    hari = s.waktu[:10]
    identitas = identitas_pada(snapshot, hari)
    blok: list[Block] = [
        Part("", kepala=False),
        Para((Run("TANDA TERIMA BERKAS KINERJA"),), "judul"),
        Para((Run(s.nama_satker),), "tengah"),
        Para((Run(f"Tahun {s.tahun}, revisi {s.revisi}"),), "tengah"),
        Space(3),
        _baris(
            ("Satuan kerja", _dengan_kode(s)),
            ("Disegel pada", f"{tanggal_cetak(hari)} pukul {s.waktu[11:16]} (UTC{s.waktu[19:] or '+00:00'})"),
            ("Nama berkas", isian.nama),
            ("Ukuran", f"{angka(isian.ukuran)} byte"),
        ),
        Space(2),
        _baris(
            ("Kode berkas", (Run(kata(isian.sha256), tebal=True),)),
            ("Kode berkas, ketik", (Run(basis32(isian.sha256), tebal=True),)),
            ("Kode data", f"{s.kata} (tiga kata pertamanya tercetak di kaki laporan)"),
            ("SHA-256", kelompok(isian.sha256[:32])),
            ("", kelompok(isian.sha256[32:])),
        ),
        Figure((Picture(sha_qr, 44, sisi, sisi, alt="Kode QR berisi SHA-256 berkas"),), None),
        _baris(*_pokok(hasil)),
        Space(2),
        Para(
            (
                Run(
                    "Penerima mencocokkan kode di atas dengan yang ditampilkan program pada berkas yang diterima, lalu "
                    "menandatangani lembar ini. Kode yang sama berarti isinya tidak berubah sejak disegel."
                ),
            ),
            "kecil",
        ),
        Signatures(_tempat_tanggal(identitas.kota if identitas else "", hari), _penanda(snapshot, hari)),
    ]
    dokumen = Document(
        blok=tuple(blok),
        judul=f"Tanda Terima Berkas Kinerja Tahun {s.tahun}",
        penulis=s.nama_satker,
        subjek=isian.nama,
        tanggal=hari,
        kertas=kertas or Kertas(),
    )
    return dokumen, {sha_qr: qr}


def _dengan_kode(s: Segel) -> str:
    return f"{s.nama_satker} ({s.kode_satker})" if s.kode_satker else s.nama_satker


def _baris(*pasangan: tuple[str, str | Runs]) -> Grid:
    """Lines "label : value" without rules."""
    return Grid(
        kepala=(),
        baris=tuple(
            GridRow(
                (
                    Cell((Run(label),)),
                    Cell((Run(":" if label else ""),)),
                    Cell((Run(isi),) if isinstance(isi, str) else isi),
                )
            )
            for label, isi in pasangan
        ),
        lebar=(3, 0.3, 9),
        rata=("kiri", "kiri", "kiri"),
        polos=True,
    )


def _pokok(hasil: Hasil | None) -> tuple[tuple[str, str], ...]:
    """Key totals, so that a mixed-up file shows at a glance."""
    if hasil is None:
        return (("Pokok isi", "belum ada data tahun ini"),)
    total = hasil.anggaran.total
    return (
        ("Isi", f"{len(hasil.kegiatan())} sasaran kegiatan, {len(hasil.indikator)} indikator"),
        ("Rata-rata capaian", hasil.rata_rata_cetak or "-"),
        (
            "Pagu dan realisasi",
            f"{_uang(total.pagu)} dan {_uang(total.realisasi)} ({total.persen_cetak or '-'})",
        ),
    )


def _uang(n: int | None) -> str:
    return "-" if n is None else rupiah(n)


def _tempat_tanggal(kota: str, hari: str) -> str:
    return f"{kota}, {tanggal_cetak(hari)}" if kota else tanggal_cetak(hari)


def _penanda(snapshot: Snapshot, hari: str) -> tuple[Signer, Signer]:
    """Receiver at the left, to be filled by hand; sender at the right."""
    p = pejabat_pada(snapshot, "kepala", hari)
    terima = Signer(("Yang menerima,", "Kantor Wilayah"), _RUANG, (f"NIP {_RUANG}",))
    if p is None:
        return terima, Signer(("Yang menyerahkan,", "Kepala"), _RUANG, (f"NIP {_RUANG}",))
    return terima, Signer(
        ("Yang menyerahkan,", jabatan_cetak(p.jenis, "Kepala")),
        nama_pejabat(p),
        (f"NIP {nip_cetak(p.nip)}",) if p.nip else (f"NIP {_RUANG}",),
    )
