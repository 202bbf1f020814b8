"""Checks of SMART, IKPA and NKA: official against recomputed, categories, components, and the bases of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ..angka import angka, bulat
from ..hasil import HasilSkor
from ..schema import TABLES, kunci_baru
from ..tables import Skor, SkorKomponen
from .masalah import INFO, PERINGATAN, Problem, Tinjau, daftar

#: No rule of the ministry: points of a deduction from which on it is likelier that a score was typed in its place.
_POTONG = 5
_NAMA = {"smart": "SMART", "ikpa": "IKPA", "nka": "NKA"}


def _semua(t: Tinjau) -> tuple[HasilSkor, ...]:
    return tuple(s for s in (t.hasil.smart, t.hasil.ikpa, t.hasil.nka) if s.ada)


def _tempat(s: HasilSkor) -> tuple[str, str]:
    """Where the score is typed, also while it has no row."""
    return Skor.TABEL, s.baris_id or kunci_baru(TABLES[Skor.TABEL], {"jenis": s.jenis})


def ada(t: Tinjau) -> Iterator[Problem]:
    """SMART and IKPA of the year are known."""
    for s in (t.hasil.smart, t.hasil.ikpa):
        if not s.ada:
            yield t.masalah(
                PERINGATAN, "skor.kosong", _tempat(s), "nilai_resmi", f"Nilai {_NAMA[s.jenis]} belum diisi."
            )


def resmi(t: Tinjau) -> Iterator[Problem]:
    """The official value is there and agrees with the one recomputed from its components, to its own decimals."""
    for s in _semua(t):
        nama, tempat = _NAMA[s.jenis], _tempat(s)
        if s.resmi is None:
            yield t.masalah(PERINGATAN, "skor.resmi_kosong", tempat, "nilai_resmi", f"Nilai {nama} resmi belum diisi.")
        elif s.nilai is not None and bulat(s.nilai, _desimal(s.resmi)) != s.resmi:
            yield t.masalah(
                PERINGATAN,
                "skor.beda",
                tempat,
                "nilai_resmi",
                f"Nilai {nama} resmi {angka(s.resmi)} berbeda dari perhitungan ulang {s.nilai_cetak}"
                f"{f' (selisih {s.selisih_cetak})' if s.selisih_cetak else ''}.",
                "Cocokkan komponennya dengan aplikasi resminya; laporan mencetak keduanya.",
            )
        if s.nilai is None and s.alasan:
            yield t.masalah(PERINGATAN, "skor.tak_terhitung", tempat, "nilai_resmi", f"{nama}: {s.alasan}.")


def kategori(t: Tinjau) -> Iterator[Problem]:
    """The official category fits the official value by the table of its regulation."""
    for s in _semua(t):
        tertulis = s.kategori_resmi.casefold().removeprefix("kategori").strip()
        if tertulis and s.kategori_dari_resmi and tertulis != s.kategori_dari_resmi.casefold():
            yield t.masalah(
                PERINGATAN,
                "skor.kategori",
                _tempat(s),
                "kategori_resmi",
                f"{_NAMA[s.jenis]} {s.resmi_cetak} ditulis berkategori “{s.kategori_resmi}”, padahal menurut tabelnya "
                f"“{s.kategori_dari_resmi}”.",
            )


def komponen(t: Tinjau) -> Iterator[Problem]:
    """Components are typed, in range, and weighted as their system printed them."""
    for s in _semua(t):
        nama = _NAMA[s.jenis]
        kosong = [k.nama for k in s.komponen if k.berlaku and k.nilai is None and k.nilai_dipakai is None]
        if kosong:
            yield t.masalah(
                PERINGATAN,
                "skor.komponen",
                _tempat(s),
                "nilai_resmi",
                f"{nama}: komponen {daftar(kosong)} belum diisi.",
            )
        if s.komponen and s.bobot_berlaku != 100:
            yield t.masalah(
                INFO,
                "skor.bobot",
                _tempat(s),
                "nilai_resmi",
                f"{nama}: jumlah bobot komponen yang berlaku {angka(s.bobot_berlaku)}; nilai akhir dikonversi ke 100.",
            )
        for k in s.komponen:
            baris = t.snapshot.get(SkorKomponen, k.baris_id)
            if baris is None:
                continue
            if k.pengurang and k.terbobot is not None and k.terbobot < -_POTONG:
                yield t.masalah(
                    PERINGATAN,
                    "skor.potongan",
                    baris,
                    "nilai",
                    f"{nama} {k.nama} mengurangi nilai sebesar {angka(-k.terbobot, 2)}.",
                    "Yang diisi ialah poin pengurangnya, biasanya di bawah 1; isi 0 bila tidak ada pengurangan.",
                )
            if k.nilai_dipakai is not None and not 0 <= k.nilai_dipakai <= 100:
                yield t.masalah(
                    PERINGATAN,
                    "skor.rentang",
                    baris,
                    "nilai",
                    f"{nama} {k.nama}: {k.nilai_cetak} di luar 0 sampai 100.",
                )
            r = baris.nilai_akhir_resmi
            if r is not None and k.terbobot is not None and bulat(k.terbobot, _desimal(r)) != r:
                yield t.masalah(
                    PERINGATAN,
                    "skor.terbobot",
                    baris,
                    "nilai_akhir_resmi",
                    f"{nama} {k.nama}: nilai akhir tercetak {angka(r)}, padahal {k.nilai_cetak} × {angka(k.bobot)}% = "
                    f"{k.terbobot_cetak}.",
                )


def penyerapan(t: Tinjau) -> Iterator[Problem]:
    """The absorption that SMART shows against the one of the budget tables."""
    persen = t.hasil.anggaran.total.persen
    for k in t.hasil.smart.komponen:
        if k.kode != "penyerapan" or k.nilai is None or persen is None or not k.baris_id:
            continue
        if abs(k.nilai - persen) > Fraction(1, 2):
            yield t.masalah(
                INFO,
                "skor.penyerapan",
                (SkorKomponen.TABEL, k.baris_id),
                "nilai",
                f"Penyerapan menurut SMART {k.nilai_cetak}, menurut tabel anggaran "
                f"{t.hasil.anggaran.total.persen_cetak}.",
                "Jelaskan perbedaan tanggal atau dasarnya dalam laporan.",
            )


def dasar(t: Tinjau) -> Iterator[Problem]:
    """Rules that nobody has compared with their source, and a combined score without a basis."""
    for s in _semua(t):
        if s.sendiri and s.komponen:
            yield t.masalah(
                INFO,
                "skor.sendiri",
                t.aturan.baris.get(s.jenis) or _tempat(s),
                "terkonfirmasi",
                f"Bobot {_NAMA[s.jenis]} belum dicocokkan dengan peraturannya; laporan mencetak “perhitungan sendiri”.",
            )
    g = t.aturan.gabungan
    ada = t.hasil.gabungan.nilai is not None or t.hasil.gabungan.dari_resmi is not None
    if ada and g is not None and not g.dasar:
        baris = t.aturan.baris.get("gabungan")
        yield t.masalah(
            INFO,
            "skor.gabungan",
            baris or ("aturan", ""),
            "isi",
            f"Nilai gabungan {angka(g.smart)}% SMART dan {angka(g.ikpa)}% IKPA belum menyebut dasar hukumnya.",
        )


def _desimal(d: Decimal) -> int:
    """Decimals of a typed number."""
    eksponen = d.as_tuple().exponent
    return -eksponen if isinstance(eksponen, int) and eksponen < 0 else 0
