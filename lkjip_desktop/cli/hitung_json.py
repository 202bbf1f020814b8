"""The JSON of `hitung --json`: the derived numbers of a year as strings with 10 decimals, half up, and as printed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from lkjip_desktop.core.angka import bulat
from lkjip_desktop.core.hasil import BarisAnggaran, Hasil, HasilSkor

_DESIMAL = 10


def hasil_json(h: Hasil) -> dict[str, Any]:
    """All derived numbers of the year; null where a number is not known. `indikator` lists the IKK."""
    a = h.anggaran
    return {
        "tahun": h.tahun,
        "indikator": [
            {
                "kode": i.kode,
                "uraian": i.nama,
                "target": _angka(i.target.nilai),
                "realisasi": _angka(i.realisasi.nilai),
                "capaian": _angka(i.capaian.mentah),
                "capaian_terhitung": _angka(i.capaian.terhitung),
                "capaian_cetak": i.capaian.cetak,
                "status": i.capaian.status,
                "alasan": i.capaian.alasan,
            }
            for i in h.indikator
        ],
        "sasaran": [
            {
                "kode": s.kode,
                "rata_rata": _angka(s.rata_rata),
                "rata_rata_cetak": s.rata_rata_cetak,
                "status": s.status,
            }
            for s in h.kegiatan()
        ],
        "rata_rata": _angka(h.rata_rata),
        "rata_rata_cetak": h.rata_rata_cetak,
        "anggaran": {
            "sasaran": [{"kode": b.kode} | _uang(b) for b in a.sasaran],
            "jenis_belanja": [{"kode": b.kode, "nama": b.nama} | _uang(b) for b in a.jenis_belanja],
            "total": _uang(a.total),
            "pk": {"total": _angka(a.pk_total), "selisih": _angka(a.pk_selisih)},
        },
        "smart": _skor(h.smart) | {"nilai_efisiensi": _efisiensi(h.smart), "resmi": _angka(h.smart.resmi)},
        "ikpa": _skor(h.ikpa) | {"resmi": _angka(h.ikpa.resmi)},
        "gabungan": {
            "nilai": _angka(h.gabungan.nilai),
            "nilai_cetak": h.gabungan.nilai_cetak,
            "dari_resmi_cetak": h.gabungan.dari_resmi_cetak,
        },
    }


def _angka(x: Fraction | Decimal | int | None) -> str | None:
    return None if x is None else format(bulat(x, _DESIMAL), "f")


def _uang(b: BarisAnggaran) -> dict[str, Any]:
    return {"pagu": _angka(b.pagu), "realisasi": _angka(b.realisasi), "persen_cetak": b.persen_cetak}


def _skor(s: HasilSkor) -> dict[str, Any]:
    return {"nilai": _angka(s.nilai), "nilai_cetak": s.nilai_cetak, "kategori": s.kategori}


def _efisiensi(s: HasilSkor) -> str | None:
    """NE, the value that the rule set makes of the typed E."""
    return next((_angka(k.nilai_dipakai) for k in s.komponen if k.kode == "efisiensi"), None)
