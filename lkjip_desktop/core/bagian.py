"""The text parts of the report: key, title, help, and the default text that is printed when the office has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip_desktop.core import teks_bawaan
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.naskah import Isi
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.teks_bawaan import Bawaan


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part of the report. `kunci` is the key of its heading and of its row in table naskah; `bab` the chapter
    that holds it ("" for a chapter itself); `berteks` False = only a title can be set."""

    kunci: str
    judul: str
    bantuan: str = ""
    bab: str = ""
    bawaan: Bawaan | None = None

    @property
    def berteks(self) -> bool:
        """True when the office can write a text of its own here."""
        return self.bawaan is not None

    def isi_bawaan(self, snapshot: Snapshot, hasil: Hasil) -> Isi:
        """The default text; merge fields are nodes, so that it can be taken over into the editor as it is."""
        return self.bawaan(snapshot, hasil) if self.bawaan is not None else ()


# ------------------------------------------------------------------------------------------------- the list
BAGIAN: tuple[Bagian, ...] = (
    Bagian(
        "kata_pengantar",
        "KATA PENGANTAR",
        "Sambutan kepala satuan kerja; ditandatangani dengan tempat dan tanggal laporan.",
        bawaan=teks_bawaan.KATA_PENGANTAR,
    ),
    Bagian(
        "ikhtisar",
        "IKHTISAR EKSEKUTIF",
        "Pembuka ringkasan; tabel capaian, simpulan, dan anggaran ditulis oleh program dari angka.",
        bawaan=teks_bawaan.IKHTISAR,
    ),
    Bagian("daftar_isi", "DAFTAR ISI"),
    Bagian("daftar_tabel", "DAFTAR TABEL"),
    Bagian("daftar_gambar", "DAFTAR GAMBAR"),
    Bagian("bab1", "PENDAHULUAN"),
    Bagian(
        "bab1.latar_belakang",
        "LATAR BELAKANG",
        "Mengapa laporan ini disusun; dasar hukum ditambahkan dari daftar dasar hukum.",
        "bab1",
        teks_bawaan.LATAR_BELAKANG,
    ),
    Bagian(
        "bab1.tugas_fungsi",
        "TUGAS, FUNGSI, DAN STRUKTUR ORGANISASI",
        "Kedudukan, tugas, dan fungsi; bagan organisasi digambar dari daftar jabatan.",
        "bab1",
        teks_bawaan.tugas_fungsi,
    ),
    Bagian("bab1.maksud_tujuan", "MAKSUD DAN TUJUAN", "Maksud dan tujuan laporan.", "bab1", teks_bawaan.maksud_tujuan),
    Bagian(
        "bab1.aspek_strategis",
        "ASPEK STRATEGIS",
        "Peran satuan kerja bagi sasaran instansi di atasnya.",
        "bab1",
        teks_bawaan.aspek_strategis,
    ),
    Bagian(
        "bab1.isu_strategis",
        "ISU STRATEGIS",
        "Masalah utama yang memengaruhi kinerja tahun ini.",
        "bab1",
        teks_bawaan.isu_strategis,
    ),
    Bagian(
        "bab1.sistematika",
        "SISTEMATIKA LAPORAN",
        "Isi setiap bab; daftarnya disusun program dari bab yang dicetak, kecuali bila ada teks sendiri.",
        "bab1",
        teks_bawaan.SISTEMATIKA,
    ),
    Bagian("bab2", "PERENCANAAN KINERJA"),
    Bagian("bab2.renstra", "RENCANA STRATEGIS", "Pengantar tentang Renstra yang dipakai.", "bab2", teks_bawaan.renstra),
    Bagian("bab2.visi", "Visi", "Teks pengiring; rumusan visi dikutip dari data Renstra.", "bab2", teks_bawaan.tanpa),
    Bagian("bab2.misi", "Misi", "Teks pengiring; misi ditulis dari data Renstra.", "bab2", teks_bawaan.tanpa),
    Bagian("bab2.tujuan", "Tujuan", "Teks pengiring; tujuan ditulis dari data Renstra.", "bab2", teks_bawaan.tanpa),
    Bagian(
        "bab2.sasaran",
        "Sasaran dan Indikator Kinerja",
        "Teks pengiring; matriks sasaran dan target ditulis dari data.",
        "bab2",
        teks_bawaan.tanpa,
    ),
    Bagian(
        "bab2.tata_nilai",
        "Tata Nilai",
        "Teks pengiring; nilai dan uraiannya ditulis dari data tata nilai.",
        "bab2",
        teks_bawaan.TATA_NILAI,
    ),
    Bagian(
        "bab2.pk",
        "PERJANJIAN KINERJA",
        "Pengantar; isi Perjanjian Kinerja dan anggarannya ditulis dari data.",
        "bab2",
        teks_bawaan.PK,
    ),
    Bagian("bab3", "AKUNTABILITAS KINERJA"),
    Bagian(
        "bab3.capaian",
        "CAPAIAN KINERJA ORGANISASI",
        "Cara mengukur; tabel, simpulan, dan analisis setiap indikator menyusul.",
        "bab3",
        teks_bawaan.CAPAIAN,
    ),
    Bagian(
        "bab3.iku",
        "Indikator Kinerja Utama dan Indikator Kinerja Program",
        "Teks pengiring tabel IKU dan IKP yang tercantum dalam Perjanjian Kinerja.",
        "bab3",
        teks_bawaan.tanpa,
    ),
    Bagian(
        "bab3.anggaran",
        "REALISASI ANGGARAN",
        "Pengantar; tabel dan perbandingan ditulis dari angka anggaran.",
        "bab3",
        teks_bawaan.ANGGARAN,
    ),
    Bagian(
        "bab3.kinerja_anggaran",
        "CAPAIAN KINERJA ANGGARAN",
        "Pengantar nilai SMART dan IKPA.",
        "bab3",
        teks_bawaan.KINERJA_ANGGARAN,
    ),
    Bagian("bab3.smart", "Nilai Kinerja Anggaran (SMART)", "Teks pengiring tabel SMART.", "bab3", teks_bawaan.SMART),
    Bagian(
        "bab3.ikpa",
        "Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)",
        "Teks pengiring tabel IKPA.",
        "bab3",
        teks_bawaan.IKPA,
    ),
    Bagian("bab3.nka", "Nilai Kinerja Anggaran (NKA)", "Teks pengiring nilai NKA.", "bab3", teks_bawaan.tanpa),
    Bagian(
        "bab3.gabungan",
        "Nilai Gabungan",
        "Teks pengiring rumus nilai gabungan SMART dan IKPA.",
        "bab3",
        teks_bawaan.tanpa,
    ),
    Bagian(
        "bab3.lainnya",
        "CAPAIAN KINERJA LAINNYA",
        "Pengantar; setiap butir kinerja lainnya menyusul.",
        "bab3",
        teks_bawaan.lainnya,
    ),
    Bagian(
        "bab3.akip",
        "Evaluasi Akuntabilitas Kinerja (AKIP)",
        "Teks pengiring nilai evaluasi AKIP.",
        "bab3",
        teks_bawaan.tanpa,
    ),
    Bagian("bab4", "PENUTUP"),
    Bagian(
        "bab4.kesimpulan",
        "KESIMPULAN",
        "Pembuka; simpulan capaian dan anggaran ditulis program dari angka.",
        "bab4",
        teks_bawaan.KESIMPULAN,
    ),
    Bagian("bab4.saran", "SARAN", "Langkah perbaikan untuk tahun berikutnya.", "bab4", teks_bawaan.saran),
    Bagian("lampiran", "LAMPIRAN"),
    Bagian("lampiran.pk_lalu", "PERJANJIAN KINERJA TAHUN {tahun_lalu}", "", "lampiran"),
    Bagian("lampiran.pk", "PERJANJIAN KINERJA TAHUN {tahun}", "", "lampiran"),
    Bagian("lampiran.manual", "MANUAL INDIKATOR KINERJA KEGIATAN", "", "lampiran"),
    Bagian("lampiran.tindak_lanjut", "TINDAK LANJUT HASIL EVALUASI", "", "lampiran"),
    Bagian("lampiran.reviu", "DAFTAR PERIKSA REVIU LAPORAN KINERJA", "", "lampiran"),
    Bagian("lampiran.bukti", "DAFTAR BUKTI DUKUNG", "", "lampiran"),
    Bagian("lampiran.prestasi", "PRESTASI DAN PENGHARGAAN", "", "lampiran"),
    Bagian("lampiran.lain", "LAMPIRAN LAIN", "Naskah dan gambar tambahan.", "lampiran", teks_bawaan.tanpa),
)

#: Parts by key.
BAGIAN_MENURUT_KUNCI: Mapping[str, Bagian] = {b.kunci: b for b in BAGIAN}


def bagian_teks() -> tuple[Bagian, ...]:
    """The parts for which an office can write a text, in printing order."""
    return tuple(b for b in BAGIAN if b.berteks)
