"""Slips that were found in a real report, as rows to put into the example, and the problem that each must bring.

They are those of the LKjIP 2023 of Bapas Kelas II Lahat as a reader found them: means, weights, names, copied texts,
claims against the data, formats. Each spoils one thing.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import (
    AnggaranBelanja,
    Identitas,
    Ilustrasi,
    Indikator,
    IndikatorTahun,
    Kegiatan,
    Laporan,
    Naskah,
    Pejabat,
    Pk,
    PkButir,
    Rekomendasi,
    Renstra,
    RenstraButir,
    Ro,
    RoIndikator,
    SasaranTahun,
    Skor,
    SkorKomponen,
    Surat,
    Tenggat,
)

from .bahan_checks import (
    analisis,
    contoh,
    ikk,
    naskah_bagian,
    naskah_dari,
    nomor,
    satu,
)

_PROGRAM = satu(Kegiatan, tahun=2023, nama="Program Dukungan Manajemen")

#: What is wrong: (rows, level of the problem, its rule, words of it).
SLIP: dict[str, tuple[list[Row], str, str, str]] = {
    # what was spoilt: rows, level, rule, a word of the sentence
    "target missing": ([ikk("SK1.IKK1", target=None)], "peringatan", "pk.target", "kosong berbeda dari PK 2023 (60)"),
    "realisasi missing": (
        [ikk("SK1.IKK1", pembilang=None, penyebut=None)],
        "kesalahan",
        "realisasi.kosong",
        "SK1.IKK1",
    ),
    "half a fraction": ([ikk("SK1.IKK1", penyebut=None)], "peringatan", "rasio.setengah", "penyebut"),
    "denominator 0": ([ikk("SK1.IKK1", penyebut=Decimal(0))], "kesalahan", "rasio.nol", "penyebut 0"),
    "more than all": ([ikk("SK1.IKK3", pembilang=Decimal(159))], "peringatan", "rasio.lebih", "159 lebih besar dari"),
    "no name of a part": ([ikk("SK1.IKK3", label_penyebut="")], "peringatan", "rasio.nama", "SK1.IKK3"),
    "polaritas not chosen": ([ikk("SK1.IKK3", polaritas="")], "kesalahan", "polaritas.kosong", "SK1.IKK3"),
    "unit against name": ([ikk("SK1.IKK3", satuan="Layanan")], "peringatan", "satuan.nama", "persentase"),
    "standard without source": (
        [ikk("SK1.IKK3", standar_nasional=Decimal(40))],
        "peringatan",
        "standar.sumber",
        "belum bersumber",
    ),
    "name differs from PK": (
        [ikk("SK2.IKK3", nama="Terpenuhi data dan peningkatan kompetensi pegawai pemasyarakatan")],
        "peringatan",
        "pk.rumusan",
        "SK2.IKK3: rumusannya berbeda",
    ),
    "only capitals differ": (
        [ikk("SK2.IKK5", nama="Jumlah layanan perkantoran")],
        "info",
        "pk.rumusan",
        "huruf besar",
    ),
    "sasaran differs from PK": (
        [
            replace(
                satu(SasaranTahun, tahun=2023, kode="SK1"),
                nama="Meningkatkan Pelayanan Pembimbingan Klien Pemasyarakatan",
            )
        ],
        "peringatan",
        "pk.rumusan",
        "SK1",
    ),
    "target differs from PK": (
        [ikk("SK1.IKK1", target=Decimal(65))],
        "peringatan",
        "pk.target",
        "65 berbeda dari PK 2023 (60)",
    ),
    "unit and direction differ from PK": (
        [ikk("SK1.IKK3", satuan="Anak", polaritas="turun")],
        "peringatan",
        "pk.ukuran",
        "SK1.IKK3: satuan dan polaritas berbeda dari PK 2023",
    ),
    "a second Renstra that lacks all": (
        [Renstra(id=nomor(1), nama="Renstra 2023-2027", tahun_awal=2023, tahun_akhir=2027)],
        "peringatan",
        "renstra.isian",
        "visi, misi, dan tujuan belum diisi",
    ),
    "an IKK that nobody promised": (
        [
            Indikator(id=nomor(1), sasaran_id=satu(SasaranTahun, tahun=2023, kode="SK1").sasaran_id),
            IndikatorTahun(id=nomor(2), indikator_id=nomor(1), tahun=2023, kode="SK1.IKK9", nama="Baru", urut=99),
        ],
        "peringatan",
        "pk.di_luar",
        "SK1.IKK9",
    ),
    "two of one kode": ([ikk("SK2.IKK9", kode="SK2.IKK8")], "kesalahan", "kode.ganda", "SK2.IKK8"),
    "a signed line changed": (
        [replace(satu(PkButir, indikator_kode="SK2.IKK9", target=Decimal(1)), target=Decimal(2))],
        "kesalahan",
        "pk.sidik",
        "saat ditandatangani",
    ),
    "one person, two names": (
        [replace(satu(Pejabat, nama="Perimansyah"), nama="Permansyah")],
        "peringatan",
        "nama.nip",
        "“Perimansyah” pada PK 2023 dan “Permansyah”",
    ),
    "no such day of birth": (
        [replace(satu(Pejabat, nama="Perimansyah"), nip="196813061992031002")],
        "peringatan",
        "pejabat.nip",
        "Perimansyah",
    ),
    "both cuts disagree": (
        [replace(satu(AnggaranBelanja, tahun=2023, kode="53"), pagu=92_459_001)],
        "kesalahan",
        "anggaran.beda_potongan",
        "tidak sama",
    ),
    "more spent than there is": (
        [replace(satu(AnggaranBelanja, tahun=2023, kode="53"), realisasi=92_459_001)],
        "peringatan",
        "anggaran.lebih",
        "53 Belanja Modal",
    ),
    "an activity without its amount": (
        [
            replace(_PROGRAM, anggaran=None),
            Kegiatan(id=nomor(1), tahun=2023, urut=9, induk_id=_PROGRAM.id, nama="Pembimbingan"),
        ],
        "peringatan",
        "kegiatan.anggaran",
        "Pembimbingan: anggaran dalam PK belum diisi",
    ),
    "programme and activities": (
        [replace(satu(Kegiatan, tahun=2023, nama="Penyelenggaraan Pemasyarakatan di Wilayah"), anggaran=1)],
        "peringatan",
        "kegiatan.jumlah",
        "jumlah kegiatannya Rp1",
    ),
    "shares of a RO": (
        [
            Ro(id=nomor(1), tahun=2023, nama="Layanan"),
            RoIndikator(id=nomor(2), ro_id=nomor(1), indikator_id=satu(Indikator).id, porsi=Decimal(60)),
        ],
        "peringatan",
        "ro.porsi",
        "bukan 100%",
    ),
    "weighted value above its weight": (
        [replace(satu(SkorKomponen, tahun=2023, kode="kontraktual"), nilai_akhir_resmi=Decimal("94.40"))],
        "peringatan",
        "skor.terbobot",
        "94,40, padahal",
    ),
    "a value beyond 100": (
        [replace(satu(SkorKomponen, tahun=2023, kode="konsistensi"), nilai=Decimal(979))],
        "peringatan",
        "skor.rentang",
        "979",
    ),
    "official score missing": (
        [replace(satu(Skor, tahun=2023, jenis="smart"), nilai_resmi=None)],
        "peringatan",
        "skor.resmi_kosong",
        "SMART",
    ),
    "component missing": (
        [replace(satu(SkorKomponen, tahun=2023, kode="capaian_output"), nilai=None)],
        "peringatan",
        "skor.komponen",
        "Capaian Output",
    ),
    "no name at the date": (
        [replace(i, berlaku_dari="2030") for i in contoh().rows(Identitas)],
        "kesalahan",
        "identitas.kosong",
        "2023",
    ),
    "Renstra columns too late": ([replace(satu(Renstra), tahun_tabel_dari=2021)], "info", "renstra.kolom", "2021"),
    "Renstra of other years": ([replace(satu(Renstra), tahun_akhir=2022)], "peringatan", "renstra.tidak_ada", "2023"),
    "aims are the functions": (
        [
            *(
                RenstraButir(id=nomor(n), renstra_id=satu(Renstra).id, urut=b.urut, jenis="tujuan", teks=b.teks)
                for n, b in enumerate(contoh().where(RenstraButir, jenis="fungsi"), start=1)
            ),
            *(replace(b, jenis="strategi") for b in contoh().where(RenstraButir, jenis="tujuan")),
        ],
        "peringatan",
        "renstra.sama",
        "sama dengan daftar fungsi",
    ),
    "open quotation mark": (
        [replace(satu(Renstra), visi="Visi “Indonesia Maju")],
        "info",
        "renstra.kutip",
        "tidak berpasangan",
    ),
    "recommendation left lying": (
        [Rekomendasi(id=nomor(1), tahun=2023, rekomendasi="Perbaiki indikator")],
        "peringatan",
        "rekomendasi.tindak_lanjut",
        "Perbaiki indikator",
    ),
    "picture without caption": (
        [replace(satu(Ilustrasi, tahun=2023, bagian="bab3.smart"), judul="")],
        "peringatan",
        "gambar.judul",
        "belum berjudul",
    ),
    "report after its deadline": (
        [
            replace(satu(Surat, tahun=2023), tanggal="2024-02-15"),
            replace(satu(Laporan, tahun=2023), tanggal="2024-02-15"),
        ],
        "peringatan",
        "tenggat.lkjip",
        "31 Januari 2024",
    ),
    "PK after its deadline": (
        [replace(satu(Pk, tahun=2023), tanggal="2023-03-10")],
        "peringatan",
        "tenggat.pk",
        "10 Maret 2023, sesudah batas 31 Januari 2023",
    ),
    "a date gone by": (
        [Tenggat(id=nomor(1), tahun=2023, tanggal="2024-02-10", nama="E-Monev Januari")],
        "peringatan",
        "tenggat.lewat",
        "10 Februari 2024",
    ),
    "a date near": (
        [Tenggat(id=nomor(1), tahun=2023, tanggal="2024-03-10", nama="E-Monev Februari")],
        "info",
        "tenggat.dekat",
        "10 Maret 2024",
    ),
    # ------------------------------------------------------------------------------------------------ own texts
    "analysis empty": (
        [replace(analisis("SK1.IKK1", 5), isi="")],
        "peringatan",
        "analisis.kosong",
        "SK1.IKK1: analisis 5",
    ),
    "analysis answered in part": (
        [replace(analisis("SK1.IKK1", 5), isi="", peristiwa="Realisasi turun.", tindakan="Pelatihan ditambah.")],
        "peringatan",
        "analisis.sebagian",
        "SK1.IKK1: analisis 5 (penyebab dan solusi) belum menjawab “Mengapa?”",
    ),
    "solution only in an answer that is not printed": (
        [replace(analisis("SK1.IKK1", 5, "Kegiatan berjalan baik."), tindakan="Pelatihan ditambah.")],
        "info",
        "analisis.solusi",
        "SK1.IKK1",
    ),
    "another's analysis that is not written": (
        [
            replace(analisis("SK1.IKK1", 5), isi=""),
            replace(analisis("SK1.IKK2", 5), sama_dengan_id=analisis("SK1.IKK1", 5).indikator_id),
        ],
        "peringatan",
        "analisis.kosong",
        "SK1.IKK2: analisis 5 (penyebab dan solusi) memakai uraian indikator lain yang belum ditulis",
    ),
    "claim in a printed answer": (
        [replace(analisis("SK1.IKK1", 5), isi="", peristiwa="Semua target telah tercapai.", sebab="b", tindakan="c")],
        "peringatan",
        "naskah.klaim",
        "SK1.IKK1",
    ),
    "no solution named": (
        [analisis("SK1.IKK1", 5, "Kegiatan berjalan baik karena semua petugas bekerja.")],
        "info",
        "analisis.solusi",
        "SK1.IKK1",
    ),
    "all targets claimed": (
        [naskah_bagian("Kinerja dapat dinyatakan “berhasil”, karena telah memenuhi target capaian.")],
        "peringatan",
        "naskah.klaim",
        "SK1.IKK1 belum mencapai target",
    ),
    "mean under no rule": (
        [naskah_bagian("Rata-rata capaian sebesar 100,39% pada tahun 2023.")],
        "peringatan",
        "naskah.angka",
        "100,39%",
    ),
    "amount not in the data": (
        [naskah_bagian("Pagu sebesar Rp3.733.357.100 telah tersedia.")],
        "peringatan",
        "naskah.angka",
        "Rp3.733.357.100",
    ),
    "another year": (
        [naskah_bagian("Perbandingan target dan realisasi kinerja tahun 2022 disajikan berikut.")],
        "peringatan",
        "naskah.tahun",
        "tahun 2022",
    ),
    "a year far away": (
        [naskah_bagian("Pada tahun 2013 dan tahun 2023 hal ini sama.")],
        "peringatan",
        "naskah.tahun",
        "2013",
    ),
    "another indicator": (
        [analisis("SK2.IKK9", 5, "Jumlah Peralatan dan Fasilitas Perkantoran dipelihara; solusi dicari.")],
        "peringatan",
        "naskah.indikator_lain",
        "SK2.IKK8",
    ),
    "a count as percentage": (
        [analisis("SK2.IKK6", 5, "Target 10 unit dengan realisasi 100% berkat upaya bersama.")],
        "peringatan",
        "naskah.realisasi_persen",
        "realisasinya 10 Unit",
    ),
    "the same reason twice": (
        [
            analisis(
                "SK2.IKK6", 7, "Kegiatan dilakukan sesuai rencana dan target yang sudah ditentukan sejak awal tahun."
            ),
            analisis(
                "SK2.IKK7", 7, "Kegiatan dilakukan sesuai rencana dan target yang sudah ditentukan sejak awal tahun."
            ),
        ],
        "info",
        "naskah.berulang",
        "paragraf yang sama",
    ),
    "decimal point": ([naskah_bagian("Penyerapan 98.98% tahun ini.")], "info", "ejaan.tulisan", "98.98%"),
    "space before percent": (
        [naskah_bagian("Penyerapan 98,98 % tahun ini.")],
        "info",
        "ejaan.tulisan",
        "spasi sebelum",
    ),
    "doubled words": (
        [naskah_bagian("Hal ini menunjukkan bahwa bahwa kegiatan berjalan.")],
        "info",
        "ejaan.tulisan",
        "bahwa bahwa",
    ),
    "quotation marks open": ([naskah_bagian("Nilai “PASTI dipegang.")], "info", "ejaan.tulisan", "kutip"),
    "names of systems": ([naskah_bagian("Dicatat pada SMART DJA dan e-monev.")], "info", "ejaan.tulisan", "SMART-DJA"),
    "mixed separators": (
        [naskah_bagian("Realisasi Rp.3,695.296.033.00 tahun ini.")],
        "peringatan",
        "ejaan.uang",
        "Rp.3,695.296.033.00",
    ),
    "misspelt word of the field": (
        [naskah_bagian("Klien pemasarakatan dibimbing.")],
        "info",
        "ejaan.kata",
        "pemasyarakatan",
    ),
    "misspelt name": (
        [replace(satu(Pejabat, nama="Ilham Djaya"), jabatan="Kepala Kantor Wilayah Kementegian Hukum dan HAM")],
        "info",
        "ejaan.kata",
        "Kementegian",
    ),
    "sign without glyph": ([naskah_bagian("Selesai \U0001f600.")], "peringatan", "naskah.huruf", "U+1F600"),
    "part that is not printed": (
        [Naskah(id=nomor(1), tahun=2023, bagian="bab9", isi=naskah_dari("x"))],
        "info",
        "naskah.bagian",
        "bab9",
    ),
}
