"""The officer's own words beside the generated ones: analyses, shared texts, notes by month or quarter."""

from __future__ import annotations

from lkjip_desktop.core.hasil import HasilIndikator
from lkjip_desktop.core.tables import Analisis, IndikatorPeriode
from lkjip_desktop.report.blocks import Asal, Block, Para, Run, Runs
from lkjip_desktop.report.sections.bangun import baris_teks
from lkjip_desktop.report.sections.konteks import Konteks, baca_aman
from lkjip_desktop.report.sections.naskah_blok import blok_naskah


def _baris_analisis(k: Konteks, h: HasilIndikator, nomor: int) -> Analisis | None:
    return k.snapshot.one(Analisis, indikator_id=h.id, tahun=k.tahun, nomor=nomor)


def uraian(k: Konteks, h: HasilIndikator, nomor: int) -> list[Block]:
    """The officer's text: its own, or that of another indicator (whose fields then speak of this one), or what the
    three questions hold."""
    b = _baris_analisis(k, h, nomor)
    if b is None:
        return []
    ganti: dict[str, str] = {}
    sumber, dilihat = b, {b.id}
    while not sumber.isi and sumber.sama_dengan_id:
        lain = k.snapshot.one(Analisis, indikator_id=sumber.sama_dengan_id, tahun=k.tahun, nomor=nomor)
        if lain is None or lain.id in dilihat:
            break
        dilihat.add(lain.id)
        ganti[lain.indikator_id or ""] = h.id
        asing = k.hasil.per_indikator.get(lain.indikator_id or "")
        if asing is not None:
            ganti[asing.baris_id] = h.id
        sumber = lain
    if sumber.isi:
        return blok_naskah(
            k,
            baca_aman(sumber.isi),
            kunci=f"bab3.indikator.{h.id}.{nomor}.uraian",
            a=Asal("analisis", sumber.id, "isi"),
            baris_id=h.id,
            ganti=ganti,
        )
    hasil: list[Block] = []
    for kolom in ("peristiwa", "sebab", "tindakan"):
        hasil += baris_teks(getattr(sumber, kolom), asal=Asal("analisis", sumber.id, kolom))
    return hasil


def uraian_kosong(k: Konteks, h: HasilIndikator, nomor: int, teks: str) -> Para:
    """A visible gap where only the office can write."""
    b = _baris_analisis(k, h, nomor)
    a = Asal("analisis", b.id if b is not None else f"baru:{h.id}:{nomor}", "isi")
    return Para((Run(teks, miring=True, asal=a),), "catatan")


def catatan_periode(k: Konteks, h: HasilIndikator) -> tuple[Runs, ...]:
    """Obstacles, solutions and follow-up recorded by month or quarter."""
    hasil: list[Runs] = []
    for p in k.snapshot.where(IndikatorPeriode, indikator_id=h.id, tahun=k.tahun):
        bagian: list[Run] = []
        for kolom, label in (("kendala", "kendala"), ("solusi", "penanganan"), ("tindak_lanjut", "tindak lanjut")):
            isi = " ".join(getattr(p, kolom).split()).rstrip(".")
            if isi:
                depan = f"{'; ' if bagian else ''}{label}: "
                bagian += [Run(depan), Run(isi, asal=Asal("indikator_periode", p.id, kolom))]
        if bagian:
            sebut = "Triwulan " if p.jenis == "triwulan" else "Bulan "
            hasil.append((Run(f"{sebut}{p.periode}: ", tebal=True), *bagian, Run(".")))
    return tuple(hasil)
