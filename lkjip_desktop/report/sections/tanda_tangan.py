"""Letterhead, place and date, and signature blocks, as every paper of the satker needs them."""

from __future__ import annotations

from lkjip_desktop.core.identitas import jabatan_cetak, nama_pejabat
from lkjip_desktop.core.nip import nip_cetak
from lkjip_desktop.core.tables import Identitas, Pejabat
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import Asal, Letterhead, Picture, Signatures, Signer
from lkjip_desktop.report.sections.konteks import Konteks

#: Room for a name or a date that is written by hand.
RUANG = "\u00a0" * 30
CATATAN_ELEKTRONIK = "Ditandatangani secara elektronik oleh:"


def tempat_tanggal(tempat: str, tanggal: str) -> str:
    """ "Lahat, 31 Desember 2023"; a missing day, or a missing date, leaves room for ink."""
    waktu = tanggal_cetak(tanggal) if tanggal else "\u00a0" * 24
    return f"{tempat}, {waktu}" if tempat else waktu


def kop(i: Identitas, logo: Picture | None = None) -> Letterhead:
    """The letterhead of an identity; without lines of its own the names of ministry, kanwil and satker stand there."""
    garis = tuple(b.strip() for b in i.kop.split("\n") if b.strip())
    if not garis:
        garis = tuple(x.upper() for x in (i.kementerian, i.kanwil, i.nama) if x)
    telepon = [f"Telepon: {i.telepon}"] if i.telepon else []
    telepon += [f"Faksimile: {i.faksimile}"] if i.faksimile else []
    laman = [f"Laman: {i.laman}"] if i.laman else []
    laman += [f"Surel: {i.surel}"] if i.surel else []
    kontak = tuple(x for x in (i.alamat, "  ".join(telepon), "  ".join(laman)) if x)
    if not i.id:
        return Letterhead(garis, kontak, logo)
    return Letterhead(garis, kontak, logo, Asal("identitas", i.id, "kop"), Asal("identitas", i.id, "alamat"))


def logo(k: Konteks, i: Identitas) -> Picture | None:
    """The logo of an identity."""
    return k.gambar(
        i.logo_id,
        alt=f"Logo {i.kementerian_singkat or i.kementerian or i.nama}",
        asal=Asal("identitas", i.id, "logo_id") if i.id else None,
    )


def baris_nip(nip: str) -> tuple[str, ...]:
    """ "NIP 19681106 199203 1 002", nothing when unknown."""
    return (f"NIP {nip_cetak(nip)}",) if nip else ()


def penanda_tangan(p: Pejabat | None, elektronik: bool, *, jabatan: str = "", kunci: str = "p1") -> Signer:
    """The block of one official; without one, blank room of the right width."""
    if p is None:
        return Signer(("Kepala,",), RUANG, (f"NIP {RUANG}",), kunci=kunci)
    sebut = jabatan or _jabatan_singkat(p)
    baris = [b.strip() for b in sebut.split("\n") if b.strip()]
    if baris:
        baris[-1] = baris[-1].rstrip(",") + ","
    return Signer(
        tuple(baris),
        nama_pejabat(p),
        baris_nip(p.nip),
        CATATAN_ELEKTRONIK if elektronik else "",
        Asal("pejabat", p.id, "nama"),
        kunci,
        Asal("pejabat", p.id, "jabatan"),
        Asal("pejabat", p.id, "nip"),
    )


def _jabatan_singkat(p: Pejabat) -> str:
    """The head of the satker signs his own papers as "Kepala" (with Plt. before it); others with their full post."""
    return jabatan_cetak(p.jenis, "Kepala" if p.peran == "kepala" else p.jabatan)


def tanda_tangan(tempat: str, tanggal: str, *blok: Signer, asal: Asal | None = None) -> Signatures:
    """Place and date with the blocks below."""
    return Signatures(tempat_tanggal(tempat, tanggal), blok, asal=asal)
