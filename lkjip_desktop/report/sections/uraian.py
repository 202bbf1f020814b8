"""The officer's own words beside the generated ones: analyses, shared texts, notes by month or quarter."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_desktop.core.hasil import HasilIndikator
from lkjip_desktop.core.kata_dasar import huruf_awal
from lkjip_desktop.core.schema import TABLES, kunci_baru
from lkjip_desktop.core.tables import Analisis, IndikatorPeriode
from lkjip_desktop.core.tanggal import sebut_periode
from lkjip_desktop.core.uraian_analisis import DITANYAKAN, paragraf_jawaban, uraian_dicetak
from lkjip_desktop.report.blocks import Asal, Block, Para, Run, Runs
from lkjip_desktop.report.sections.konteks import Konteks, baca_aman
from lkjip_desktop.report.sections.naskah_blok import blok_naskah


def _baris_analisis(k: Konteks, h: HasilIndikator, nomor: int) -> Analisis | None:
    return k.snapshot.one(Analisis, indikator_id=h.id, tahun=k.tahun, nomor=nomor)


def uraian(k: Konteks, h: HasilIndikator, nomor: int) -> list[Block]:
    """The officer's text: its own, or that of another indicator (whose fields then speak of this one), or what the
    three questions hold."""
    u = uraian_dicetak(k.snapshot, h.id, k.tahun, nomor)
    if u.baris is None:
        return []
    if u.jenis == "jawaban":
        return [Para(_runs_jawaban(u.baris.id, p), "isi") for p in paragraf_jawaban(u.baris)]
    ganti: dict[str, str] = {}
    for lain in (*u.lewat, u.baris)[1:]:
        ganti[lain.indikator_id or ""] = h.id
        asing = k.hasil.per_indikator.get(lain.indikator_id or "")
        if asing is not None:
            ganti[asing.baris_id] = h.id
    return blok_naskah(
        k,
        baca_aman(u.baris.isi),
        kunci=f"bab3.indikator.{h.id}.{nomor}.uraian",
        a=Asal("analisis", u.baris.id, "isi"),
        baris_id=h.id,
        ganti=ganti,
    )


def _runs_jawaban(id: str, potongan: Sequence[tuple[str, str]]) -> Runs:
    """Answers side by side, each leading to its own question."""
    hasil: list[Run] = []
    for kolom, kata in potongan:
        if hasil:
            hasil.append(Run(" "))
        hasil.append(Run(kata, asal=Asal("analisis", id, kolom)))
    return tuple(hasil)


def asal_analisis(k: Konteks, h: HasilIndikator, nomor: int, kolom: str) -> Asal:
    """Where an analysis is written; the key of one that is not there yet says for which indicator and which of them."""
    b = _baris_analisis(k, h, nomor)
    baru = kunci_baru(TABLES["analisis"], {"indikator_id": h.id, "nomor": nomor})
    return Asal("analisis", b.id if b is not None else baru, kolom)


def uraian_kosong(k: Konteks, h: HasilIndikator, nomor: int, teks: str) -> Para:
    """A visible gap where only the office can write."""
    a = asal_analisis(k, h, nomor, "peristiwa" if nomor in DITANYAKAN else "isi")
    return Para((Run(teks, miring=True, asal=a),), "catatan")


def catatan_periode(k: Konteks, h: HasilIndikator) -> tuple[Runs, ...]:
    """Obstacles, solutions and follow-up recorded by month or quarter."""
    hasil: list[Runs] = []
    for p in k.snapshot.where(IndikatorPeriode, indikator_id=h.id, tahun=k.tahun):
        if p.periode is None:
            continue
        bagian: list[Run] = []
        for kolom, label in (("kendala", "kendala"), ("solusi", "penanganan"), ("tindak_lanjut", "tindak lanjut")):
            isi = " ".join(getattr(p, kolom).split()).rstrip(".")
            if isi:
                depan = f"{'; ' if bagian else ''}{label}: "
                bagian += [Run(depan), Run(isi, asal=Asal("indikator_periode", p.id, kolom))]
        if bagian:
            sebut = huruf_awal(sebut_periode(p.jenis, p.periode))
            hasil.append((Run(f"{sebut}: ", tebal=True), *bagian, Run(".")))
    return tuple(hasil)
