"""Sasaran and indikator: identity, what a year says of them, periods, analyses, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..schema import Kind, Row, kolom, table
from .pilihan import JENIS_NILAI, JENIS_PERIODE, KELANJUTAN, KONSOLIDASI, KOSONGKAN, POLARITAS, TINGKAT, urut


@table("sasaran", "Sasaran", "sasaran", order=("tingkat",), title=("tingkat",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Sasaran(Row):
    """The identity of an aim; what a year says of it stands in sasaran_tahun."""

    tingkat: str = kolom(Kind.PILIHAN, "Tingkat", choices=TINGKAT, default="kegiatan", required=True)
    induk_id: str | None = kolom(Kind.RUJUK, "Mendukung sasaran", ref="sasaran", on_delete=KOSONGKAN)
    renstra_id: str | None = kolom(Kind.RUJUK, "Renstra", ref="renstra", on_delete=KOSONGKAN)


@table(
    "sasaran_tahun",
    "Sasaran menurut tahun",
    "sasaran",
    order=("tahun", "urut"),
    unique=("tahun", "kode"),
    siblings=("tahun",),
    title=("kode", "nama"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranTahun(Row):
    """What one year says of a sasaran."""

    sasaran_id: str | None = kolom(Kind.RUJUK, "Sasaran", ref="sasaran", required=True, hidden=True)
    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    kode: str = kolom(Kind.TEKS, "Kode", "Misalnya SS1, SP1, atau SK1; sekali saja dalam satu tahun.", required=True)
    nama: str = kolom(Kind.PARAGRAF, "Rumusan sasaran", required=True)
    bobot: Decimal | None = kolom(Kind.ANGKA, "Bobot", "Hanya bila kantor memakai bobot; kosong berarti sama.")
    pengantar: str = kolom(Kind.NASKAH, "Uraian sasaran", "Paragraf tambahan di bawah judul sasaran pada Bab III.")


@table("indikator", "Indikator", "indikator", order=("tahun_mulai",), title=("tahun_mulai",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator(Row):
    """The identity of an indicator; its kind (IKU, IKP, IKK) follows the level of its sasaran."""

    sasaran_id: str | None = kolom(
        Kind.RUJUK,
        "Sasaran",
        "Berlaku bagi semua tahun indikator ini, juga yang sudah lalu.",
        ref="sasaran",
        required=True,
    )
    posisi_id: str | None = kolom(
        Kind.RUJUK,
        "Milik jabatan",
        "Kosong berarti kepala satker; diisi untuk indikator pejabat di bawahnya.",
        ref="posisi",
        on_delete=KOSONGKAN,
    )
    tahun_mulai: int | None = kolom(
        Kind.TAHUN, "Mulai tahun", "Tahun pertama indikator ini dipakai; sebelum itu dicetak -."
    )
    tahun_akhir: int | None = kolom(Kind.TAHUN, "Sampai tahun", "Kosong bila masih dipakai.")
    penerus_id: str | None = kolom(
        Kind.RUJUK,
        "Dilanjutkan oleh",
        "Indikator pengganti; riwayatnya disambung.",
        ref="indikator",
        on_delete=KOSONGKAN,
    )


@table(
    "indikator_tahun",
    "Indikator menurut tahun",
    "indikator",
    order=("tahun", "urut"),
    unique=("tahun", "kode"),
    siblings=("tahun",),
    title=("kode", "nama"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorTahun(Row):
    """What one year says of an indicator: name, formula parts, working target and realisasi."""

    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True, hidden=True)
    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    kode: str = kolom(Kind.TEKS, "Kode", "Misalnya SK1.IKK1; sekali saja dalam satu tahun.", required=True)
    nama: str = kolom(Kind.PARAGRAF, "Nama indikator", required=True)
    kelanjutan: str = kolom(
        Kind.PILIHAN,
        "Dibanding tahun lalu",
        "Baru: tahun lalu belum diukur. Diubah: nama atau cara mengukurnya berganti.",
        choices=KELANJUTAN,
    )
    jenis_nilai: str = kolom(
        Kind.PILIHAN,
        "Jenis nilai",
        "Rasio: bagian dari keseluruhan, dalam persen. Hitungan: banyaknya layanan atau barang.",
        choices=JENIS_NILAI,
        required=True,
        default="hitungan",
        group="Cara mengukur",
    )
    satuan: str = kolom(
        Kind.TEKS,
        "Satuan",
        "% untuk rasio; Layanan, Unit, Indeks, dan seterusnya.",
        required=True,
        group="Cara mengukur",
    )
    polaritas: str = kolom(
        Kind.PILIHAN,
        "Polaritas",
        "Arah yang baik: menentukan rumus capaian.",
        choices=POLARITAS,
        required=True,
        group="Cara mengukur",
    )
    polaritas_pasti: bool = kolom(
        Kind.YATIDAK, "Polaritas sudah dipastikan", "Centang bila arahnya sudah diperiksa.", group="Cara mengukur"
    )
    label_pembilang: str = kolom(Kind.TEKS, "Nama pembilang", group="Cara mengukur")
    label_penyebut: str = kolom(Kind.TEKS, "Nama penyebut", group="Cara mengukur")
    satuan_hitung: str = kolom(
        Kind.TEKS, "Satuan pembilang dan penyebut", "Misalnya orang atau anak.", group="Cara mengukur"
    )
    skala: str = kolom(
        Kind.PARAGRAF,
        "Skala predikat",
        "Dari terendah ke tertinggi, satu predikat setiap baris.",
        group="Cara mengukur",
    )
    konsolidasi: str = kolom(
        Kind.PILIHAN,
        "Angka setahun dari bulan atau triwulan",
        "Bila angkanya dicatat setiap bulan atau triwulan. Untuk rasio berlaku pada pembilang dan penyebut.",
        choices=KONSOLIDASI,
        default="jumlah",
        group="Cara mengukur",
    )
    kumulatif: bool = kolom(
        Kind.YATIDAK,
        "Angka bulan atau triwulan sudah kumulatif",
        "Centang bila setiap angka sudah memuat periode sebelumnya; turunnya perlu alasan koreksi.",
        group="Cara mengukur",
    )
    target: Decimal | None = kolom(Kind.ANGKA, "Target", required=True, group="Target dan realisasi")
    target_atas: Decimal | None = kolom(
        Kind.ANGKA, "Batas atas rentang", "Hanya untuk polaritas rentang.", group="Target dan realisasi"
    )
    target_predikat: str = kolom(Kind.TEKS, "Target predikat", group="Target dan realisasi")
    pembilang: Decimal | None = kolom(Kind.ANGKA, "Pembilang", group="Target dan realisasi")
    penyebut: Decimal | None = kolom(Kind.ANGKA, "Penyebut", group="Target dan realisasi")
    realisasi: Decimal | None = kolom(
        Kind.ANGKA,
        "Realisasi",
        "Untuk rasio hanya bila pembilang dan penyebutnya tidak diketahui.",
        group="Target dan realisasi",
    )
    realisasi_predikat: str = kolom(Kind.TEKS, "Realisasi predikat", group="Target dan realisasi")
    tanggal_data: str = kolom(Kind.TANGGAL, "Keadaan data per", group="Target dan realisasi")
    bobot: Decimal | None = kolom(Kind.ANGKA, "Bobot", "Hanya bila kantor memakai bobot.", group="Target dan realisasi")
    definisi: str = kolom(Kind.PARAGRAF, "Definisi operasional", group="Manual indikator")
    rumus: str = kolom(Kind.PARAGRAF, "Rumus dengan kata-kata", group="Manual indikator")
    sumber: str = kolom(Kind.TEKS, "Sumber data", group="Manual indikator")
    penanggung_jawab: str = kolom(Kind.TEKS, "Penanggung jawab", group="Manual indikator")
    frekuensi: str = kolom(Kind.TEKS, "Frekuensi pelaporan", group="Manual indikator")
    standar_nasional: Decimal | None = kolom(
        Kind.ANGKA, "Standar nasional", "Kosong bila tidak ada pembanding.", group="Manual indikator"
    )
    sumber_standar: str = kolom(Kind.TEKS, "Sumber standar nasional", group="Manual indikator")


@table(
    "target_renstra",
    "Target Renstra",
    "target Renstra",
    order=("tahun",),
    unique=("renstra_id", "indikator_id", "tahun"),
    title=("tahun",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRenstra(Row):
    """The medium-term target of an indicator for one year."""

    renstra_id: str | None = kolom(Kind.RUJUK, "Renstra", ref="renstra", required=True)
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True)
    nilai: Decimal | None = kolom(Kind.ANGKA, "Target")
    nilai_atas: Decimal | None = kolom(Kind.ANGKA, "Batas atas")
    predikat: str = kolom(Kind.TEKS, "Predikat")


@table(
    "indikator_periode",
    "Target dan realisasi menurut periode",
    "angka periode",
    order=("tahun", "jenis", "periode"),
    unique=("indikator_id", "tahun", "jenis", "periode"),
    title=("periode",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorPeriode(Row):
    """Target, realisasi and the story of one indicator in one month or quarter."""

    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    jenis: str = kolom(Kind.PILIHAN, "Jenis periode", choices=JENIS_PERIODE, default="triwulan")
    periode: int | None = kolom(
        Kind.BULAT,
        "Periode",
        "1 sampai 4 untuk triwulan, 1 sampai 12 untuk bulan.",
        required=True,
        minimum=1,
        maximum=12,
    )
    target: Decimal | None = kolom(Kind.ANGKA, "Target")
    pembilang: Decimal | None = kolom(Kind.ANGKA, "Pembilang")
    penyebut: Decimal | None = kolom(Kind.ANGKA, "Penyebut")
    realisasi: Decimal | None = kolom(Kind.ANGKA, "Realisasi")
    alasan_koreksi: str = kolom(Kind.TEKS, "Alasan koreksi", "Wajib bila angka kumulatif turun.")
    kendala: str = kolom(Kind.PARAGRAF, "Kendala")
    solusi: str = kolom(Kind.PARAGRAF, "Solusi")
    tindak_lanjut: str = kolom(Kind.PARAGRAF, "Tindak lanjut")
    penanggung_jawab: str = kolom(Kind.TEKS, "Penanggung jawab")
    tenggat: str = kolom(Kind.TANGGAL, "Tenggat")


@table(
    "analisis",
    "Analisis indikator",
    "analisis",
    order=("tahun", "nomor"),
    unique=("indikator_id", "tahun", "nomor"),
    title=("nomor",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Analisis(Row):
    """One of the seven analyses that PermenPAN-RB 53/2014 wants of every indicator; printed beside generated words."""

    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True, hidden=True)
    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    nomor: int | None = kolom(Kind.BULAT, "Nomor analisis", required=True, minimum=1, maximum=7, hidden=True)
    isi: str = kolom(Kind.NASKAH, "Uraian")
    peristiwa: str = kolom(Kind.PARAGRAF, "Apa yang terjadi?", group="Bahan")
    sebab: str = kolom(Kind.PARAGRAF, "Mengapa?", group="Bahan")
    tindakan: str = kolom(Kind.PARAGRAF, "Apa yang dilakukan?", group="Bahan")
    sama_dengan_id: str | None = kolom(
        Kind.RUJUK,
        "Sama dengan indikator",
        "Memakai uraian indikator lain, misalnya untuk beberapa indikator manajemen.",
        ref="indikator",
        on_delete=KOSONGKAN,
    )


@table("bukti", "Bukti dukung", "bukti", order=("tahun", "urut"), siblings=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Bukti(Row):
    """A piece of evidence: where it lies, or the file itself."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", on_delete=KOSONGKAN)
    nama: str = kolom(Kind.TEKS, "Nama bukti", required=True)
    lokasi: str = kolom(Kind.TEKS, "Tempat simpan", "Lemari, map, atau alamat berkas.")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal")
    nama_berkas: str = kolom(Kind.TEKS, "Nama berkas", hidden=True)
    mime: str = kolom(Kind.TEKS, "Jenis berkas", hidden=True)
    berkas: str = kolom(Kind.BERKAS, "Berkas")


@table(
    "rencana_aksi",
    "Rencana aksi",
    "rencana aksi",
    order=("tahun", "urut"),
    siblings=("tahun",),
    title=("uraian",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class RencanaAksi(Row):
    """A planned activity of one indicator with its quarterly targets."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    uraian: str = kolom(Kind.PARAGRAF, "Kegiatan", required=True)
    keluaran: str = kolom(Kind.TEKS, "Keluaran")
    tw1: str = kolom(Kind.TEKS, "Target Triwulan I")
    tw2: str = kolom(Kind.TEKS, "Target Triwulan II")
    tw3: str = kolom(Kind.TEKS, "Target Triwulan III")
    tw4: str = kolom(Kind.TEKS, "Target Triwulan IV")
    anggaran: int | None = kolom(Kind.UANG, "Anggaran")
    penanggung_jawab: str = kolom(Kind.TEKS, "Penanggung jawab")
