"""SECTIONS: every part of the LKjIP in printing order, and the order and choice that an office makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lkjip_desktop.core.bagian import BAGIAN_MENURUT_KUNCI
from lkjip_desktop.report.blocks import Block
from lkjip_desktop.report.sections import bab1, bab2, bab3_capaian, bab4, depan, lampiran, surat
from lkjip_desktop.report.sections.bab3_anggaran import anggaran
from lkjip_desktop.report.sections.bab3_lainnya import lainnya
from lkjip_desktop.report.sections.bab3_skor import kinerja_anggaran
from lkjip_desktop.report.sections.ikhtisar import ikhtisar
from lkjip_desktop.report.sections.konteks import Konteks


def _selalu(_: Konteks) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Section:
    """One part. `bab` is the key of the chapter that holds it, "" for a chapter itself; `ada` says whether the year has
    anything to print there."""

    kunci: str
    judul: str
    buat: Callable[[Konteks], Iterable[Block]]
    bab: str = ""
    ada: Callable[[Konteks], bool] = _selalu


def _s(
    kunci: str,
    buat: Callable[[Konteks], Iterable[Block]],
    ada: Callable[[Konteks], bool] = _selalu,
    judul: str = "",
) -> Section:
    return Section(kunci, judul or BAGIAN_MENURUT_KUNCI[kunci].judul, buat, kunci.rpartition(".")[0], ada)


def _ada_lampiran(k: Konteks) -> bool:
    """True when an annex follows that is not hidden."""
    return any(s.ada(k) and k.tampil(s.kunci) for s in SECTIONS if s.bab == "lampiran")


SECTIONS: tuple[Section, ...] = (
    _s("surat", surat.bagian_surat, surat.ada_surat, "Surat Pengantar"),
    _s("sampul", depan.sampul, judul="Sampul"),
    _s("kata_pengantar", depan.kata_pengantar),
    _s("ikhtisar", ikhtisar),
    _s("daftar_isi", depan.daftar_isi),
    _s("daftar_tabel", depan.daftar_tabel),
    _s("daftar_gambar", depan.daftar_gambar),
    _s("bab1", bab1.bab1),
    _s("bab1.latar_belakang", bab1.latar_belakang),
    _s("bab1.tugas_fungsi", bab1.tugas_fungsi),
    _s("bab1.maksud_tujuan", bab1.maksud_tujuan),
    _s("bab1.aspek_strategis", bab1.aspek_strategis),
    _s("bab1.isu_strategis", bab1.isu_strategis),
    _s("bab1.sistematika", bab1.sistematika),
    _s("bab2", bab2.bab2),
    _s("bab2.renstra", bab2.renstra),
    _s("bab2.pk", bab2.perjanjian),
    _s("bab3", bab3_capaian.bab3),
    _s("bab3.capaian", bab3_capaian.capaian),
    _s("bab3.anggaran", anggaran),
    _s("bab3.kinerja_anggaran", kinerja_anggaran),
    _s("bab3.lainnya", lainnya),
    _s("bab4", bab4.bab4),
    _s("bab4.kesimpulan", bab4.kesimpulan),
    _s("bab4.saran", bab4.saran),
    _s("lampiran", lampiran.lampiran, _ada_lampiran),
    _s("lampiran.pk_lalu", lampiran.pk_lalu, lampiran.ada_pk_lalu),
    _s("lampiran.pk", lampiran.pk_kini, lampiran.ada_pk),
    _s("lampiran.manual", lampiran.manual, lampiran.ada_manual),
    _s("lampiran.tindak_lanjut", lampiran.tindak_lanjut, lampiran.ada_tindak_lanjut),
    _s("lampiran.reviu", lampiran.reviu, lampiran.ada_reviu),
    _s("lampiran.bukti", lampiran.bukti, lampiran.ada_bukti),
    _s("lampiran.prestasi", lampiran.prestasi, lampiran.ada_prestasi),
    _s("lampiran.lain", lampiran.lain, lampiran.ada_lain),
)


def urutkan(sections: Sequence[Section], urutan: Sequence[str]) -> tuple[Section, ...]:
    """Sections in the order of the office: those it names take, among themselves, the places that they hold together;
    those it does not name stay where they are. Parts follow their chapter."""
    hasil: list[Section] = []
    for bab in _susun([s for s in sections if not s.bab], urutan):
        hasil.append(bab)
        hasil += _susun([s for s in sections if s.bab == bab.kunci], urutan)
    return tuple(hasil)


def _susun(saudara: list[Section], urutan: Sequence[str]) -> list[Section]:
    tempat = {kunci: n for n, kunci in enumerate(urutan)}
    disebut = sorted((s for s in saudara if s.kunci in tempat), key=lambda s: tempat[s.kunci])
    antre = iter(disebut)
    return [next(antre) if s.kunci in tempat else s for s in saudara]
