"""The pages before Bab I: cover, foreword with its signature, and the three lists."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_desktop.core.kata import penandatangan_laporan
from lkjip_desktop.core.tables import Pindaian
from lkjip_desktop.report.blocks import Asal, Block, Contents, Cover, Heading, ScanPages
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks
from lkjip_desktop.report.sections.tanda_tangan import logo, penanda_tangan, tanda_tangan


def judul_dokumen(k: Konteks) -> str:
    """ "LAPORAN KINERJA / INSTANSI PEMERINTAH (LKjIP)" on two lines; the short form keeps its own letters."""
    nama = k.nama_dokumen.upper()
    kepala = "LAPORAN KINERJA "
    if nama.startswith(kepala):
        nama = f"{kepala.strip()}\n{nama.removeprefix(kepala)}"
    return f"{nama} ({k.singkatan_dokumen})" if k.singkatan_dokumen else nama


def sampul(k: Konteks) -> Iterable[Block]:
    """The cover page."""
    i = k.identitas
    # The lines of the letterhead are those that the ministry has broken by rule; the satker stands with the title.
    atas = [b.strip().upper() for b in i.kop.split("\n") if b.strip() and b.strip().upper() != i.nama.upper()]
    yield Cover(
        atas=tuple(atas or (x.upper() for x in (i.kementerian, i.kanwil) if x)),
        judul=(judul_dokumen(k), k.nama_satker.upper(), f"TAHUN {k.tahun}"),
        bawah=(i.kota.upper(),) if i.kota else (),
        logo=logo(k, i),
        gambar=k.gambar(
            k.laporan.gambar_sampul_id,
            alt=f"Gambar sampul {k.singkatan_dokumen} {k.tahun}",
            asal=Asal("laporan", k.laporan.id, "gambar_sampul_id"),
        ),
        asal_atas=Asal("identitas", i.id, "kop") if i.id else None,
        asal_judul=(
            Asal("laporan", k.laporan.id, "nama_dokumen"),
            Asal("identitas", i.id, "nama") if i.id else None,
        ),
        asal_bawah=Asal("identitas", i.id, "kota") if i.id else None,
    )


def kata_pengantar(k: Konteks) -> Iterable[Block]:
    """The foreword with place, date and signature, or its signed scan when the office wants that printed."""
    pindai = [p for p in k.snapshot.where(Pindaian, tahun=k.tahun, naskah="kata_pengantar") if p.pakai and p.berkas]
    asal = k.asal("kata_pengantar", "judul")
    # A scan shows its own title.
    yield Heading(0, k.judul("kata_pengantar"), "kata_pengantar", nomor=False, asal=asal, tampak=not pindai)
    for n, p in enumerate(pindai):
        yield ScanPages(p.berkas, p.mime, p.halaman or 1, sambung=n == 0)
    if pindai:
        return
    yield from blok_teks(k, "kata_pengantar")
    pejabat = penandatangan_laporan(k.snapshot, k.tahun)
    blok = penanda_tangan(pejabat, k.laporan.elektronik)
    tanggal = Asal("laporan", k.laporan.id, "tanggal") if k.laporan.id else None
    yield tanda_tangan(k.laporan.tempat or k.identitas.kota, k.laporan.tanggal, blok, asal=tanggal)


def daftar_isi(k: Konteks) -> Iterable[Block]:
    """The list of contents."""
    yield Heading(0, k.judul("daftar_isi"), "daftar_isi", nomor=False)
    yield Contents("isi")


def daftar_tabel(k: Konteks) -> Iterable[Block]:
    """The list of tables."""
    yield Heading(0, k.judul("daftar_tabel"), "daftar_tabel", nomor=False)
    yield Contents("tabel")


def daftar_gambar(k: Konteks) -> Iterable[Block]:
    """The list of figures."""
    yield Heading(0, k.judul("daftar_gambar"), "daftar_gambar", nomor=False)
    yield Contents("gambar")
