"""Checks of names and frames: identity, officials, report row, Renstra, annexes, rules of the office."""

from __future__ import annotations

from collections.abc import Iterator

from ..banding import renstra_berlaku
from ..identitas import identitas_pada, pejabat_pada
from ..nasihat import nasihat
from ..nip import baca_nip
from ..schema import TABLES
from ..tables import (
    Ilustrasi,
    KinerjaLain,
    KinerjaLainAngka,
    Laporan,
    Pejabat,
    Pk,
    Posisi,
    Prestasi,
    Rekomendasi,
    Renstra,
    RenstraButir,
    Surat,
    TataNilai,
)
from .masalah import INFO, KESALAHAN, PERINGATAN, Problem, Tinjau, daftar, rapat


def _tanggal(t: Tinjau) -> str:
    lap = t.snapshot.one(Laporan, tahun=t.tahun)
    return lap.tanggal if lap is not None and lap.tanggal else f"{t.tahun}-12-31"


def satker(t: Tinjau) -> Iterator[Problem]:
    """The identity that holds at the date of the report, and what it lacks."""
    i = identitas_pada(t.snapshot, _tanggal(t))
    if i is None or not i.nama:
        yield t.masalah(
            KESALAHAN,
            "identitas.kosong",
            i or ("identitas", ""),
            "nama",
            f"Nama satker yang berlaku pada tanggal laporan {t.tahun} belum ada.",
            "Isi identitas satker beserta masa berlakunya.",
        )
        return
    if not i.kode_satker:
        yield t.masalah(
            PERINGATAN,
            "identitas.kode",
            i,
            "kode_satker",
            "Kode satker belum diisi.",
            "Diperlukan untuk nama berkas kiriman ke Kantor Wilayah.",
        )
    elif not (i.kode_satker.isdigit() and len(i.kode_satker) == 6):
        yield t.masalah(PERINGATAN, "identitas.kode", i, "kode_satker", "Kode satker biasanya enam angka.")
    if salah := nasihat(TABLES[i.TABEL].by_name["surel"], i.surel):
        yield t.masalah(PERINGATAN, "identitas.surel", i, "surel", f"Surel {i.surel}: {salah[0].lower()}{salah[1:]}")
    isian = {
        "kop": "baris kop surat",
        "alamat": "alamat",
        "kementerian": "kementerian",
        "kanwil": "kantor wilayah",
        "kota": "kota kedudukan",
    }
    kosong = [k for k in isian if not getattr(i, k)]
    if kosong:
        yield t.masalah(
            PERINGATAN,
            "identitas.isian",
            i,
            kosong[0],
            f"Identitas satker: {daftar([isian[k] for k in kosong])} belum diisi.",
        )
    if not i.logo_id:
        yield t.masalah(INFO, "identitas.logo", i, "logo_id", "Logo untuk kop surat belum dipasang.")


def pejabat(t: Tinjau) -> Iterator[Problem]:
    """Officials that sign this year's papers: there is a head, and NIP, TMT and pangkat are known."""
    lap = t.snapshot.one(Laporan, tahun=t.tahun)
    penanda = t.snapshot.get(Pejabat, lap.penandatangan_id) if lap is not None else None
    kepala = penanda or pejabat_pada(t.snapshot, "kepala", _tanggal(t))
    if kepala is None:
        yield t.masalah(
            PERINGATAN,
            "pejabat.kepala",
            ("pejabat", ""),
            "nama",
            f"Kepala satker pada tanggal laporan {t.tahun} belum ada.",
        )
    dipakai = [kepala] if kepala else []
    for pk in t.snapshot.where(Pk, tahun=t.tahun):
        dipakai += [p for p in (t.snapshot.get(Pejabat, x) for x in (pk.p1_pejabat_id, pk.p2_pejabat_id)) if p]
    for p in dict.fromkeys(dipakai):
        if p.nip and baca_nip(p.nip)[1]:
            yield t.masalah(PERINGATAN, "pejabat.nip", p, "nip", f"{p.nama}: {baca_nip(p.nip)[1]}")
        isian = {"nip": "NIP", "tmt_dari": "TMT", "pangkat": "pangkat"}
        kosong = [k for k in isian if not getattr(p, k)]
        if kosong:
            yield t.masalah(
                PERINGATAN,
                "pejabat.isian",
                p,
                kosong[0],
                f"{p.nama}: {daftar([isian[k] for k in kosong])} belum diisi.",
            )
        if p.tmt_dari and p.tmt_sampai and p.tmt_sampai < p.tmt_dari:
            yield t.masalah(
                PERINGATAN, "pejabat.masa", p, "tmt_sampai", f"{p.nama}: masa jabatan berakhir sebelum mulai."
            )


def laporan(t: Tinjau) -> Iterator[Problem]:
    """Date, place and covering letter of the report."""
    lap = t.snapshot.one(Laporan, tahun=t.tahun)
    if lap is None:
        return
    if not lap.tanggal:
        yield t.masalah(PERINGATAN, "laporan.tanggal", lap, "tanggal", f"Tanggal laporan {t.tahun} belum diisi.")
    elif lap.tanggal <= f"{t.tahun}-12-31":
        yield t.masalah(
            INFO,
            "laporan.tanggal_awal",
            lap,
            "tanggal",
            f"Laporan bertanggal sebelum atau pada akhir tahun {t.tahun}, padahal angkanya sampai tanggal yang sama.",
            "Tanggal sesudah pembukuan ditutup lebih mudah dipertanggungjawabkan.",
        )
    i = identitas_pada(t.snapshot, _tanggal(t))
    if not lap.tempat and not (i is not None and i.kota):
        yield t.masalah(INFO, "laporan.tempat", lap, "tempat", "Tempat penandatanganan laporan belum diisi.")
    surat = t.snapshot.one(Surat, tahun=t.tahun)
    if surat is None:
        yield t.masalah(INFO, "surat.kosong", (Surat.TABEL, ""), "perihal", "Surat pengantar belum dibuat.")
    elif not surat.nomor:
        yield t.masalah(INFO, "surat.nomor", surat, "nomor", "Nomor surat pengantar dikosongkan untuk ditulis tangan.")


def renstra(t: Tinjau) -> Iterator[Problem]:
    """The Renstra of the year: vision, missions, aims, year columns; aims that are only the list of functions."""
    r = renstra_berlaku(t.snapshot, t.tahun)
    if r is None:
        yield t.masalah(
            PERINGATAN,
            "renstra.tidak_ada",
            (Renstra.TABEL, ""),
            "nama",
            f"Renstra yang memuat tahun {t.tahun} belum ada.",
        )
        return
    butir = {
        j: tuple(rapat(b.teks) for b in t.snapshot.where(RenstraButir, renstra_id=r.id, jenis=j))
        for j in ("misi", "tujuan", "fungsi")
    }
    kosong = ([] if r.visi else ["visi"]) + [j for j in ("misi", "tujuan") if not butir[j]]
    if kosong:
        yield t.masalah(PERINGATAN, "renstra.isian", r, "visi", f"Renstra: {daftar(kosong)} belum diisi.")
    if r.visi and r.visi.count("“") != r.visi.count("”"):
        yield t.masalah(INFO, "renstra.kutip", r, "visi", "Tanda kutip pada visi tidak berpasangan.")
    if butir["tujuan"] and butir["tujuan"] == butir["fungsi"]:
        yield t.masalah(PERINGATAN, "renstra.sama", r, "nama", "Daftar tujuan sama dengan daftar fungsi satker.")
    if r.tahun_tabel_dari and r.tahun_awal and r.tahun_tabel_dari > r.tahun_awal:
        yield t.masalah(
            INFO,
            "renstra.kolom",
            r,
            "tahun_tabel_dari",
            f"Tabel target jangka menengah mulai {r.tahun_tabel_dari}, sedangkan Renstra mulai {r.tahun_awal}.",
        )
    if not [v for v in t.snapshot.rows(TataNilai) if (v.tahun_dari or 0) <= t.tahun <= (v.tahun_sampai or 9999)]:
        yield t.masalah(INFO, "tata_nilai.kosong", (TataNilai.TABEL, ""), "nama", "Tata nilai belum diisi.")


def lampiran(t: Tinjau) -> Iterator[Problem]:
    """Organisation chart, awards, follow-up, other performance and pictures."""
    if not t.snapshot.rows(Posisi):
        yield t.masalah(INFO, "posisi.kosong", (Posisi.TABEL, ""), "jabatan", "Struktur organisasi belum diisi.")
    if not t.snapshot.where(Prestasi, tahun=t.tahun):
        yield t.masalah(INFO, "prestasi.kosong", (Prestasi.TABEL, ""), "nama", "Prestasi dan penghargaan belum diisi.")
    rekomendasi = t.snapshot.where(Rekomendasi, tahun=t.tahun)
    if not rekomendasi:
        yield t.masalah(
            INFO, "rekomendasi.kosong", (Rekomendasi.TABEL, ""), "rekomendasi", "Tindak lanjut evaluasi belum diisi."
        )
    for rek in rekomendasi:
        if not rek.tindak_lanjut:
            yield t.masalah(
                PERINGATAN,
                "rekomendasi.tindak_lanjut",
                rek,
                "tindak_lanjut",
                f"Belum ditindaklanjuti: {rek.rekomendasi[:80]}",
            )
    for k in t.snapshot.where(KinerjaLain, tahun=t.tahun):
        angka = k.target is not None or k.realisasi is not None
        if not angka and not t.snapshot.where(KinerjaLainAngka, kinerja_lain_id=k.id):
            yield t.masalah(
                INFO, "kinerja_lain.angka", k, "realisasi", f"{k.judul}: belum memuat target atau realisasi."
            )
        if not k.isi:
            yield t.masalah(INFO, "kinerja_lain.isi", k, "isi", f"{k.judul}: uraiannya belum ditulis.")
    for g in t.snapshot.where(Ilustrasi, tahun=t.tahun):
        if g.gambar_id is None:
            yield t.masalah(PERINGATAN, "gambar.kosong", g, "gambar_id", f"Gambar “{g.judul}” belum dipasang.")
        if not g.judul:
            yield t.masalah(PERINGATAN, "gambar.judul", g, "judul", "Ada gambar yang belum berjudul.")
        if not g.sumber:
            yield t.masalah(INFO, "gambar.sumber", g, "sumber", f"Gambar “{g.judul}” belum bersumber.")


def aturan(t: Tinjau) -> Iterator[Problem]:
    """Rules of the office that are missing or cannot be read."""
    for m in t.aturan.masalah:
        yield t.masalah(PERINGATAN, "aturan.rusak", ("aturan", m.baris_id), "isi", m.teks)
