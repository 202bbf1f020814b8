"""All tables of the data file, one frozen dataclass each, in the order in which a year's work meets them.

Add a table here (and a migration in store/migrations.py; a test compares the two). Texts of `help` are shown
in the form; sources in brackets are the regulation.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .schema import Kind, Row, SaatHapus, check_references, kolom, table

KOSONGKAN, TOLAK = SaatHapus.KOSONGKAN, SaatHapus.TOLAK

TINGKAT = (
    ("strategis", "Sasaran Strategis"),
    ("program", "Sasaran Program"),
    ("kegiatan", "Sasaran Kegiatan"),
)
JENIS_PEJABAT = (("definitif", "Definitif"), ("plt", "Plt."), ("plh", "Plh."), ("pj", "Pj."))
JENIS_NILAI = (
    ("rasio", "Rasio (pembilang / penyebut)"),
    ("hitungan", "Hitungan (jumlah)"),
    ("indeks", "Indeks / nilai"),
    ("predikat", "Predikat pada skala"),
)
POLARITAS = (
    ("naik", "Makin tinggi makin baik"),
    ("turun", "Makin rendah makin baik"),
    ("rentang", "Dalam rentang paling baik"),
)
KONSOLIDASI = (
    ("jumlah", "Jumlah"),
    ("rata", "Rata-rata"),
    ("terakhir", "Nilai terakhir"),
    ("maksimum", "Nilai tertinggi"),
)
KELANJUTAN = (("baru", "Baru"), ("dilanjutkan", "Dilanjutkan"), ("diubah", "Diubah"), ("dihapus", "Dihapus"))
STATUS_PK = (("draf", "Draf"), ("terkunci", "Terkunci (ditandatangani)"), ("berlaku", "Berlaku"))
ALASAN_PK = (
    ("awal", "Perjanjian awal"),
    ("pejabat", "Pergantian atau mutasi pejabat"),
    ("strategi", "Perubahan strategi, program, kegiatan, atau alokasi anggaran"),
    ("prioritas", "Perubahan prioritas atau asumsi"),
)
JENIS_PERIODE = (("bulan", "Bulan"), ("triwulan", "Triwulan"))
JENIS_SKOR = (
    ("smart", "SMART (Kinerja Anggaran)"),
    ("ikpa", "IKPA"),
    ("nka", "Nilai Kinerja Anggaran"),
    ("gabungan", "Gabungan SMART dan IKPA"),
    ("akip", "Evaluasi AKIP"),
)


def _urut() -> int:
    value: int = kolom(Kind.BULAT, "Urutan", hidden=True, default=0)
    return value


# --- Identitas ---------------------------------------------------------------------------------------------


@table("gambar", "Gambar", "gambar", order=("nama",), unique=("berkas",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Gambar(Row):
    """A picture master: sRGB PNG or JPEG without EXIF, longest side at most 2480 px."""

    nama: str = kolom(Kind.TEKS, "Nama")
    berkas: str = kolom(Kind.BERKAS, "Isi gambar", required=True)
    mime: str = kolom(Kind.TEKS, "Jenis", hidden=True)
    lebar_px: int | None = kolom(Kind.BULAT, "Lebar", unit="piksel", hidden=True)
    tinggi_px: int | None = kolom(Kind.BULAT, "Tinggi", unit="piksel", hidden=True)


@table("identitas", "Identitas satker", "identitas satker", order=("berlaku_dari",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Identitas(Row):
    """Names, codes and letterhead of the satker, valid from-to by date; a paper takes those of its own date."""

    berlaku_dari: str = kolom(
        Kind.TANGGAL, "Berlaku dari", "Kosong berarti sejak awal.", group="Masa berlaku"
    )
    berlaku_sampai: str = kolom(
        Kind.TANGGAL, "Berlaku sampai", "Kosong berarti masih berlaku.", group="Masa berlaku"
    )
    nama: str = kolom(
        Kind.TEKS,
        "Nama satker",
        "Tulis lengkap, misalnya Balai Pemasyarakatan Kelas II Lahat.",
        required=True,
    )
    singkatan: str = kolom(
        Kind.TEKS, "Nama singkat", "Dipakai dalam kalimat dan judul tabel, misalnya Bapas Kelas II Lahat."
    )
    kode_satker: str = kolom(
        Kind.TEKS, "Kode satker", "Enam angka pada DIPA; dipakai sebagai nama berkas kiriman."
    )
    kota: str = kolom(Kind.TEKS, "Kota kedudukan", "Tempat pada tanggal surat, misalnya Lahat.")
    kementerian: str = kolom(Kind.TEKS, "Kementerian", group="Instansi induk")
    kementerian_singkat: str = kolom(
        Kind.TEKS, "Nama singkat kementerian", "Misalnya Kementerian Hukum dan HAM.", group="Instansi induk"
    )
    eselon_satu: str = kolom(
        Kind.TEKS, "Unit eselon I", "Misalnya Direktorat Jenderal Pemasyarakatan.", group="Instansi induk"
    )
    kanwil: str = kolom(
        Kind.TEKS,
        "Kantor wilayah",
        "Misalnya Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan.",
        group="Instansi induk",
    )
    kota_kanwil: str = kolom(Kind.TEKS, "Kota kantor wilayah", group="Instansi induk")
    kop: str = kolom(
        Kind.PARAGRAF,
        "Baris kop surat",
        "Satu baris untuk setiap baris kop; baris terakhir dicetak tebal sebagai nama satker.",
        group="Kop surat",
    )
    alamat: str = kolom(Kind.TEKS, "Alamat", group="Kop surat")
    telepon: str = kolom(Kind.TEKS, "Telepon", group="Kop surat")
    faksimile: str = kolom(Kind.TEKS, "Faksimile", group="Kop surat")
    laman: str = kolom(Kind.TEKS, "Laman", group="Kop surat")
    surel: str = kolom(Kind.TEKS, "Surel", group="Kop surat")
    logo_id: str | None = kolom(Kind.RUJUK, "Logo", ref="gambar", on_delete=KOSONGKAN, group="Kop surat")
    pola_nomor: str = kolom(
        Kind.TEKS,
        "Pola nomor surat",
        "Misalnya W.6.PAS.PAS21-PR.03-; nomor urut ditulis pada suratnya.",
        group="Kop surat",
    )


@table("pejabat", "Pejabat", "pejabat", order=("urut",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat(Row):
    """An official with the term in which he or she holds the post (TMT) and the kind of appointment."""

    urut: int = _urut()
    nama: str = kolom(Kind.TEKS, "Nama tanpa gelar", required=True)
    gelar_depan: str = kolom(Kind.TEKS, "Gelar depan")
    gelar_belakang: str = kolom(Kind.TEKS, "Gelar belakang", "Misalnya S.Sos. atau Bc.I.P., S.H., M.H.")
    nip: str = kolom(Kind.TEKS, "NIP", "18 angka; dicetak 19681106 199203 1 002.")
    pangkat: str = kolom(Kind.TEKS, "Pangkat/golongan")
    jabatan: str = kolom(Kind.PARAGRAF, "Jabatan", "Seperti tercetak di atas tanda tangan.", required=True)
    unit: str = kolom(Kind.TEKS, "Unit kerja", "Unit tempat jabatan itu, bila bukan satker ini.")
    jenis: str = kolom(Kind.PILIHAN, "Jenis", choices=JENIS_PEJABAT, default="definitif")
    tmt_dari: str = kolom(Kind.TANGGAL, "TMT", "Mulai menjabat; kosong bila belum diketahui.")
    tmt_sampai: str = kolom(Kind.TANGGAL, "Sampai")
    peran: str = kolom(
        Kind.PILIHAN,
        "Peran",
        choices=(("kepala", "Kepala satker"), ("atasan", "Atasan langsung"), ("lain", "Pejabat lain")),
        default="lain",
    )


@table(
    "posisi", "Struktur organisasi", "jabatan", order=("urut",), siblings=("induk_id",), title=("jabatan",)
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Posisi(Row):
    """A position of the organisation chart; also the unit and level of party of a lower official's PK."""

    urut: int = _urut()
    induk_id: str | None = kolom(Kind.RUJUK, "Di bawah", ref="posisi")
    jabatan: str = kolom(Kind.TEKS, "Jabatan", required=True)
    unit: str = kolom(Kind.TEKS, "Unit kerja")
    pejabat_id: str | None = kolom(Kind.RUJUK, "Pejabat", ref="pejabat", on_delete=KOSONGKAN)
    tugas: str = kolom(Kind.PARAGRAF, "Tugas", "Satu atau dua kalimat untuk Bab I.")
    tahun_dari: int | None = kolom(Kind.TAHUN, "Mulai tahun")
    tahun_sampai: int | None = kolom(Kind.TAHUN, "Sampai tahun")


# --- Renstra -----------------------------------------------------------------------------------------------


@table("renstra", "Renstra", "Renstra", order=("tahun_awal",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Renstra(Row):
    """A medium-term plan with its years, vision and sources."""

    nama: str = kolom(Kind.TEKS, "Nama dokumen", required=True)
    tahun_awal: int | None = kolom(Kind.TAHUN, "Tahun awal", required=True)
    tahun_akhir: int | None = kolom(Kind.TAHUN, "Tahun akhir", required=True)
    visi_nasional: str = kolom(Kind.PARAGRAF, "Visi nasional")
    sumber_visi_nasional: str = kolom(
        Kind.TEKS, "Sumber visi nasional", "Misalnya Perpres Nomor 18 Tahun 2020."
    )
    visi: str = kolom(Kind.PARAGRAF, "Visi", "Rumusan resmi, dikutip apa adanya.")
    sumber_visi: str = kolom(Kind.TEKS, "Sumber visi dan misi")
    tahun_tabel_dari: int | None = kolom(
        Kind.TAHUN, "Kolom tahun mulai", "Tahun pertama pada tabel target jangka menengah."
    )


@table(
    "renstra_butir",
    "Misi, tujuan, dan strategi",
    "butir Renstra",
    order=("urut",),
    siblings=("renstra_id", "jenis"),
    title=("teks",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class RenstraButir(Row):
    """One mission, aim, strategy or presidential direction of a Renstra, in order."""

    renstra_id: str | None = kolom(Kind.RUJUK, "Renstra", ref="renstra", required=True)
    urut: int = _urut()
    jenis: str = kolom(
        Kind.PILIHAN,
        "Jenis",
        choices=(
            ("misi_nasional", "Misi nasional"),
            ("arahan", "Arahan Presiden"),
            ("misi", "Misi"),
            ("tujuan", "Tujuan"),
            ("strategi", "Strategi"),
            ("fungsi", "Fungsi satker"),
        ),
        default="misi",
    )
    teks: str = kolom(Kind.PARAGRAF, "Isi", required=True)


@table("tata_nilai", "Tata nilai", "tata nilai", order=("urut",), siblings=("kelompok",))
@dataclass(frozen=True, slots=True, kw_only=True)
class TataNilai(Row):
    """One core value of a named set (PASTI, BerAKHLAK), valid in years."""

    urut: int = _urut()
    kelompok: str = kolom(Kind.TEKS, "Kelompok", "Misalnya BerAKHLAK atau PASTI.", required=True)
    nama: str = kolom(Kind.TEKS, "Nilai", required=True)
    uraian: str = kolom(Kind.PARAGRAF, "Uraian")
    sumber: str = kolom(Kind.TEKS, "Sumber")
    tahun_dari: int | None = kolom(Kind.TAHUN, "Mulai tahun")
    tahun_sampai: int | None = kolom(Kind.TAHUN, "Sampai tahun")


@table("dasar_hukum", "Dasar hukum", "dasar hukum", order=("urut",))
@dataclass(frozen=True, slots=True, kw_only=True)
class DasarHukum(Row):
    """A legal basis with its validity by date."""

    urut: int = _urut()
    nama: str = kolom(
        Kind.TEKS, "Nama dan nomor", "Misalnya Peraturan Presiden Nomor 29 Tahun 2014.", required=True
    )
    tentang: str = kolom(Kind.TEKS, "Tentang")
    berlaku_dari: str = kolom(Kind.TANGGAL, "Berlaku dari")
    berlaku_sampai: str = kolom(Kind.TANGGAL, "Sampai")


# --- Sasaran dan indikator ---------------------------------------------------------------------------------


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
    urut: int = _urut()
    kode: str = kolom(Kind.TEKS, "Kode", "SS1, SP1, SK1: tidak boleh sama dalam satu tahun.", required=True)
    nama: str = kolom(Kind.PARAGRAF, "Rumusan sasaran", required=True)
    bobot: Decimal | None = kolom(
        Kind.ANGKA, "Bobot", "Hanya bila kantor memakai bobot; kosong berarti sama."
    )
    pengantar: str = kolom(
        Kind.NASKAH, "Uraian sasaran", "Paragraf tambahan di bawah judul sasaran pada Bab III."
    )


@table("indikator", "Indikator", "indikator", order=("tahun_mulai",), title=("tahun_mulai",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator(Row):
    """The identity of an indicator; its kind (IKU, IKP, IKK) follows the level of its sasaran."""

    sasaran_id: str | None = kolom(Kind.RUJUK, "Sasaran", ref="sasaran", required=True)
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
    urut: int = _urut()
    kode: str = kolom(Kind.TEKS, "Kode", "SK1.IKK1: tidak boleh sama dalam satu tahun.", required=True)
    nama: str = kolom(Kind.PARAGRAF, "Nama indikator", required=True)
    kelanjutan: str = kolom(Kind.PILIHAN, "Dibanding tahun lalu", choices=KELANJUTAN)
    jenis_nilai: str = kolom(
        Kind.PILIHAN,
        "Jenis nilai",
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
    polaritas_pasti: bool = kolom(Kind.YATIDAK, "Polaritas sudah dipastikan", group="Cara mengukur")
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
        "Angka tahun dari angka periode",
        "Untuk rasio berlaku pada pembilang dan penyebut.",
        choices=KONSOLIDASI,
        default="jumlah",
        group="Cara mengukur",
    )
    kumulatif: bool = kolom(
        Kind.YATIDAK,
        "Angka periode kumulatif",
        "Angka kumulatif tidak dapat turun tanpa koreksi beralasan.",
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
    bobot: Decimal | None = kolom(
        Kind.ANGKA, "Bobot", "Hanya bila kantor memakai bobot.", group="Target dan realisasi"
    )
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
    urut: int = _urut()
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
    urut: int = _urut()
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    uraian: str = kolom(Kind.PARAGRAF, "Kegiatan", required=True)
    keluaran: str = kolom(Kind.TEKS, "Keluaran")
    tw1: str = kolom(Kind.TEKS, "Target Triwulan I")
    tw2: str = kolom(Kind.TEKS, "Target Triwulan II")
    tw3: str = kolom(Kind.TEKS, "Target Triwulan III")
    tw4: str = kolom(Kind.TEKS, "Target Triwulan IV")
    anggaran: int | None = kolom(Kind.UANG, "Anggaran")
    penanggung_jawab: str = kolom(Kind.TEKS, "Penanggung jawab")


# --- Perjanjian Kinerja ------------------------------------------------------------------------------------


@table("pk", "Perjanjian Kinerja", "Perjanjian Kinerja", order=("tahun", "nomor"), title=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Pk(Row):
    """One version of a PK: Awal (nomor 0) or Perubahan ke-n. While a draft it shows working values; signing
    freezes names into the p1_/p2_ columns and targets and budget into pk_butir and pk_anggaran."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    nomor: int = kolom(
        Kind.BULAT, "Perubahan ke-", "0 untuk perjanjian awal.", default=0, minimum=0, hidden=True
    )
    posisi_id: str | None = kolom(
        Kind.RUJUK,
        "Pihak yang berjanji",
        "Kosong untuk kepala satker; diisi untuk pejabat di bawahnya.",
        ref="posisi",
        on_delete=TOLAK,
    )
    status: str = kolom(Kind.PILIHAN, "Status", choices=STATUS_PK, default="draf", hidden=True)
    alasan: str = kolom(Kind.PILIHAN, "Alasan", choices=ALASAN_PK, default="awal")
    alasan_uraian: str = kolom(Kind.PARAGRAF, "Uraian alasan", "Dicetak pada tabel perubahan di Bab II.")
    berlaku_dari: str = kolom(Kind.TANGGAL, "Mulai berlaku", "Kosong berarti sejak tanggal penandatanganan.")
    tempat: str = kolom(Kind.TEKS, "Tempat penandatanganan")
    tanggal: str = kolom(
        Kind.TANGGAL, "Tanggal", "Boleh tanpa hari; ruang hari dikosongkan untuk ditulis tangan."
    )
    judul: str = kolom(
        Kind.PARAGRAF,
        "Baris judul",
        "Baris di bawah PERJANJIAN KINERJA TAHUN ...; kosong berarti disusun dari jabatan para pihak.",
    )
    judul_lampiran: str = kolom(
        Kind.PARAGRAF, "Baris judul lampiran", "Kosong berarti sama dengan judul halaman pertama."
    )
    pakai_kop: bool = kolom(Kind.YATIDAK, "Cetak kop surat", "Bila tidak, hanya logo yang dicetak.")
    elektronik: bool = kolom(Kind.YATIDAK, "Catatan tanda tangan elektronik")
    cetak_rencana_aksi: bool = kolom(Kind.YATIDAK, "Lampirkan rencana aksi")
    cetak_kode: bool = kolom(Kind.YATIDAK, "Cetak kode data di kaki halaman")
    p1_pejabat_id: str | None = kolom(
        Kind.RUJUK, "Pihak Pertama", ref="pejabat", on_delete=KOSONGKAN, group="Pihak Pertama"
    )
    p1_nama: str = kolom(
        Kind.TEKS,
        "Nama Pihak Pertama",
        "Kosong berarti dari daftar pejabat; terisi saat ditandatangani.",
        group="Pihak Pertama",
    )
    p1_gelar_depan: str = kolom(Kind.TEKS, "Gelar depan", group="Pihak Pertama")
    p1_gelar_belakang: str = kolom(Kind.TEKS, "Gelar belakang", group="Pihak Pertama")
    p1_pangkat: str = kolom(Kind.TEKS, "Pangkat/golongan", group="Pihak Pertama")
    p1_nip: str = kolom(Kind.TEKS, "NIP", group="Pihak Pertama")
    p1_jenis: str = kolom(Kind.PILIHAN, "Jenis", choices=JENIS_PEJABAT, group="Pihak Pertama")
    p1_jabatan: str = kolom(Kind.PARAGRAF, "Jabatan di atas tanda tangan", group="Pihak Pertama")
    p1_unit: str = kolom(Kind.TEKS, "Unit kerja", group="Pihak Pertama")
    p1_cetak_gelar: bool = kolom(Kind.YATIDAK, "Cetak gelar", default=True, group="Pihak Pertama")
    p1_cetak_pangkat: bool = kolom(Kind.YATIDAK, "Cetak pangkat", group="Pihak Pertama")
    p1_cetak_nip: bool = kolom(Kind.YATIDAK, "Cetak NIP", default=True, group="Pihak Pertama")
    p2_pejabat_id: str | None = kolom(
        Kind.RUJUK, "Pihak Kedua", ref="pejabat", on_delete=KOSONGKAN, group="Pihak Kedua"
    )
    p2_nama: str = kolom(Kind.TEKS, "Nama Pihak Kedua", group="Pihak Kedua")
    p2_gelar_depan: str = kolom(Kind.TEKS, "Gelar depan", group="Pihak Kedua")
    p2_gelar_belakang: str = kolom(Kind.TEKS, "Gelar belakang", group="Pihak Kedua")
    p2_pangkat: str = kolom(Kind.TEKS, "Pangkat/golongan", group="Pihak Kedua")
    p2_nip: str = kolom(Kind.TEKS, "NIP", group="Pihak Kedua")
    p2_jenis: str = kolom(Kind.PILIHAN, "Jenis", choices=JENIS_PEJABAT, group="Pihak Kedua")
    p2_jabatan: str = kolom(Kind.PARAGRAF, "Jabatan di atas tanda tangan", group="Pihak Kedua")
    p2_unit: str = kolom(Kind.TEKS, "Unit kerja", group="Pihak Kedua")
    p2_cetak_gelar: bool = kolom(Kind.YATIDAK, "Cetak gelar", default=True, group="Pihak Kedua")
    p2_cetak_pangkat: bool = kolom(Kind.YATIDAK, "Cetak pangkat", group="Pihak Kedua")
    p2_cetak_nip: bool = kolom(Kind.YATIDAK, "Cetak NIP", default=True, group="Pihak Kedua")
    identitas_id: str | None = kolom(
        Kind.RUJUK,
        "Identitas satker",
        "Kosong berarti yang berlaku pada tanggal PK.",
        ref="identitas",
        on_delete=TOLAK,
    )
    pernyataan: str = kolom(
        Kind.PARAGRAF,
        "Naskah pernyataan",
        "Kosong berarti naskah baku PermenPAN-RB 53/2014 dari aturan kantor.",
    )
    sidik: str = kolom(Kind.TEKS, "Sidik isi beku", "Terisi saat ditandatangani.", hidden=True)


@table(
    "pk_cakupan",
    "Indikator dalam Perjanjian Kinerja",
    "indikator PK",
    order=("urut",),
    unique=("pk_id", "indikator_id"),
    siblings=("pk_id",),
    title=("urut",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PkCakupan(Row):
    """An indicator chosen for a draft PK of a lower official, with that party's own target if it differs."""

    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk", required=True, hidden=True)
    urut: int = _urut()
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    target: Decimal | None = kolom(
        Kind.ANGKA, "Target pihak ini", "Kosong berarti sama dengan target indikator."
    )


@table(
    "pk_butir",
    "Isi Perjanjian Kinerja yang dibekukan",
    "butir PK",
    order=("urut",),
    siblings=("pk_id",),
    title=("indikator_kode", "indikator_nama"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PkButir(Row):
    """A frozen line of a signed PK: one indicator with its sasaran and target as promised."""

    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk", required=True)
    urut: int = _urut()
    tingkat: str = kolom(Kind.PILIHAN, "Tingkat", choices=TINGKAT)
    sasaran_id: str | None = kolom(Kind.RUJUK, "Sasaran", ref="sasaran", on_delete=TOLAK)
    sasaran_kode: str = kolom(Kind.TEKS, "Kode sasaran")
    sasaran_nama: str = kolom(Kind.PARAGRAF, "Rumusan sasaran")
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", on_delete=TOLAK)
    indikator_kode: str = kolom(Kind.TEKS, "Kode indikator")
    indikator_nama: str = kolom(Kind.PARAGRAF, "Nama indikator")
    satuan: str = kolom(Kind.TEKS, "Satuan")
    jenis_nilai: str = kolom(Kind.PILIHAN, "Jenis nilai", choices=JENIS_NILAI)
    polaritas: str = kolom(Kind.PILIHAN, "Polaritas", choices=POLARITAS)
    target: Decimal | None = kolom(Kind.ANGKA, "Target")
    target_atas: Decimal | None = kolom(Kind.ANGKA, "Batas atas")
    target_predikat: str = kolom(Kind.TEKS, "Predikat")


@table(
    "pk_anggaran",
    "Anggaran Perjanjian Kinerja yang dibekukan",
    "anggaran PK",
    order=("urut",),
    siblings=("pk_id",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PkAnggaran(Row):
    """A frozen budget line of a signed PK; totals count the programme level only."""

    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk", required=True)
    urut: int = _urut()
    jenis: str = kolom(Kind.PILIHAN, "Jenis", choices=(("program", "Program"), ("kegiatan", "Kegiatan")))
    kode: str = kolom(Kind.TEKS, "Kode")
    nama: str = kolom(Kind.TEKS, "Nama")
    nilai: int | None = kolom(Kind.UANG, "Anggaran")


@table("pindaian", "Pindaian bertanda tangan", "pindaian", order=("tahun", "urut"), title=("nama_berkas",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Pindaian(Row):
    """The signed scan of a paper: a PDF or a picture, at most 20 MB."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = _urut()
    naskah: str = kolom(
        Kind.PILIHAN,
        "Naskah",
        choices=(
            ("pk", "Perjanjian Kinerja"),
            ("surat", "Surat pengantar"),
            ("kata_pengantar", "Kata pengantar"),
        ),
    )
    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk")
    nama_berkas: str = kolom(Kind.TEKS, "Nama berkas")
    mime: str = kolom(Kind.TEKS, "Jenis berkas", hidden=True)
    berkas: str = kolom(Kind.BERKAS, "Berkas", required=True)
    halaman: int | None = kolom(Kind.BULAT, "Jumlah halaman", hidden=True)
    pakai: bool = kolom(
        Kind.YATIDAK, "Cetak pindaian di Lampiran", "Menggantikan naskah buatan program.", default=True
    )


# --- Anggaran ----------------------------------------------------------------------------------------------


@table(
    "kegiatan",
    "Program dan kegiatan",
    "program atau kegiatan",
    order=("tahun", "urut"),
    unique=("tahun", "kode"),
    siblings=("tahun",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan(Row):
    """A programme or an activity of one year with the budget that the PK promises."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = _urut()
    jenis: str = kolom(
        Kind.PILIHAN,
        "Jenis",
        choices=(("program", "Program"), ("kegiatan", "Kegiatan")),
        default="kegiatan",
        required=True,
    )
    induk_id: str | None = kolom(Kind.RUJUK, "Bagian dari program", ref="kegiatan")
    kode: str = kolom(Kind.TEKS, "Kode", "Misalnya 013.05.BF; boleh kosong bila belum diketahui.")
    nama: str = kolom(Kind.TEKS, "Nama", required=True)
    sasaran_id: str | None = kolom(Kind.RUJUK, "Mendukung sasaran", ref="sasaran", on_delete=KOSONGKAN)
    anggaran: int | None = kolom(Kind.UANG, "Anggaran dalam PK")


@table("ro", "Rincian output", "rincian output", order=("tahun", "urut"), siblings=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Ro(Row):
    """A KRO or RO below an activity with volumes, progress and money."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = _urut()
    jenis: str = kolom(Kind.PILIHAN, "Jenis", choices=(("kro", "KRO"), ("ro", "RO")), default="ro")
    kegiatan_id: str | None = kolom(Kind.RUJUK, "Kegiatan", ref="kegiatan")
    induk_id: str | None = kolom(Kind.RUJUK, "Bagian dari KRO", ref="ro", on_delete=KOSONGKAN)
    kode: str = kolom(Kind.TEKS, "Kode")
    nama: str = kolom(Kind.TEKS, "Nama", required=True)
    satuan: str = kolom(Kind.TEKS, "Satuan")
    target_volume: Decimal | None = kolom(Kind.ANGKA, "Target volume")
    realisasi_volume: Decimal | None = kolom(Kind.ANGKA, "Realisasi volume")
    progres: Decimal | None = kolom(Kind.ANGKA, "Progres", unit="%")
    pagu: int | None = kolom(Kind.UANG, "Pagu")
    realisasi: int | None = kolom(Kind.UANG, "Realisasi anggaran")


@table(
    "ro_indikator",
    "Kaitan output dan indikator",
    "kaitan output",
    order=("porsi",),
    unique=("ro_id", "indikator_id"),
    title=("porsi",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class RoIndikator(Row):
    """The share of a RO that serves an indicator, in percent."""

    ro_id: str | None = kolom(Kind.RUJUK, "Rincian output", ref="ro", required=True)
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    porsi: Decimal | None = kolom(Kind.ANGKA, "Porsi", unit="%")


@table(
    "anggaran_sasaran",
    "Anggaran menurut sasaran",
    "anggaran sasaran",
    order=("tahun", "urut"),
    unique=("tahun", "sasaran_id", "kegiatan_id"),
    siblings=("tahun",),
    title=("tahun",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranSasaran(Row):
    """Budget and spending of one sasaran (or of one activity of it) in one year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = _urut()
    sasaran_id: str | None = kolom(Kind.RUJUK, "Sasaran", ref="sasaran", required=True)
    kegiatan_id: str | None = kolom(Kind.RUJUK, "Kegiatan", ref="kegiatan", on_delete=KOSONGKAN)
    pagu_awal: int | None = kolom(Kind.UANG, "Pagu awal")
    pagu: int | None = kolom(Kind.UANG, "Pagu setelah revisi", required=True)
    blokir: int | None = kolom(Kind.UANG, "Blokir")
    realisasi: int | None = kolom(Kind.UANG, "Realisasi", required=True)
    tanggal_data: str = kolom(Kind.TANGGAL, "Keadaan data per")
    sumber: str = kolom(Kind.TEKS, "Sumber", "Misalnya aplikasi SAKTI.")


@table(
    "anggaran_belanja",
    "Anggaran menurut jenis belanja",
    "jenis belanja",
    order=("tahun", "kode"),
    unique=("tahun", "kode"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranBelanja(Row):
    """Budget and spending of one kind of expenditure (51, 52, 53, 57) in one year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    kode: str = kolom(Kind.TEKS, "Kode", "51 pegawai, 52 barang, 53 modal, 57 bantuan sosial.", required=True)
    nama: str = kolom(Kind.TEKS, "Jenis belanja", required=True)
    pagu_awal: int | None = kolom(Kind.UANG, "Pagu awal")
    pagu: int | None = kolom(Kind.UANG, "Pagu setelah revisi", required=True)
    blokir: int | None = kolom(Kind.UANG, "Blokir")
    realisasi: int | None = kolom(Kind.UANG, "Realisasi", required=True)
    tanggal_data: str = kolom(Kind.TANGGAL, "Keadaan data per")
    sumber: str = kolom(Kind.TEKS, "Sumber", "Misalnya aplikasi OM-SPAN.")


@table(
    "skor",
    "Nilai kinerja anggaran",
    "nilai",
    order=("tahun", "jenis"),
    unique=("tahun", "jenis"),
    title=("jenis",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Skor(Row):
    """The official score as typed from the ministry's system, beside the recomputed one."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    jenis: str = kolom(Kind.PILIHAN, "Jenis nilai", choices=JENIS_SKOR, required=True)
    nilai_resmi: Decimal | None = kolom(Kind.ANGKA, "Nilai resmi", "Seperti tercetak pada aplikasinya.")
    kategori_resmi: str = kolom(Kind.TEKS, "Kategori resmi")
    tanggal_data: str = kolom(Kind.TANGGAL, "Keadaan data per")
    sumber: str = kolom(Kind.TEKS, "Sumber")


@table(
    "skor_komponen",
    "Komponen nilai",
    "komponen nilai",
    order=("tahun", "jenis", "kode"),
    unique=("tahun", "jenis", "kode"),
    title=("kode",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class SkorKomponen(Row):
    """The typed value of one component of a score; weights and order come from the rule set of the year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    jenis: str = kolom(Kind.PILIHAN, "Jenis nilai", choices=JENIS_SKOR, required=True)
    kode: str = kolom(Kind.TEKS, "Komponen", required=True)
    nilai: Decimal | None = kolom(Kind.ANGKA, "Nilai")
    berlaku: bool = kolom(
        Kind.YATIDAK, "Diperhitungkan", "Hilangkan bila komponen ini tidak berlaku bagi satker.", default=True
    )
    nilai_akhir_resmi: Decimal | None = kolom(
        Kind.ANGKA, "Nilai akhir resmi", "Nilai tertimbang seperti tercetak pada aplikasinya."
    )
    catatan: str = kolom(Kind.TEKS, "Catatan")


# --- Naskah laporan ----------------------------------------------------------------------------------------


@table("laporan", "Laporan tahun", "laporan", order=("tahun",), unique=("tahun",), title=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan(Row):
    """One report year: its existence makes the year; place, date and signer of the LKjIP."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, minimum=1990, maximum=2100)
    nama_dokumen: str = kolom(
        Kind.TEKS,
        "Nama dokumen",
        "Dicetak pada sampul dan judul.",
        default="Laporan Kinerja Instansi Pemerintah",
    )
    singkatan: str = kolom(Kind.TEKS, "Singkatan dokumen", default="LKjIP")
    tempat: str = kolom(Kind.TEKS, "Tempat")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal", "Tanggal kata pengantar; boleh tanpa hari.")
    penandatangan_id: str | None = kolom(Kind.RUJUK, "Penanda tangan", ref="pejabat", on_delete=KOSONGKAN)
    elektronik: bool = kolom(Kind.YATIDAK, "Catatan tanda tangan elektronik")
    gambar_sampul_id: str | None = kolom(Kind.RUJUK, "Gambar sampul", ref="gambar", on_delete=KOSONGKAN)
    tanggal_dipa: str = kolom(Kind.TANGGAL, "Tanggal DIPA", "Dasar batas waktu Perjanjian Kinerja.")
    batas_lkjip: str = kolom(Kind.TANGGAL, "Batas penyampaian LKjIP")


@table("surat", "Surat pengantar", "surat pengantar", order=("tahun",), unique=("tahun",), title=("perihal",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Surat(Row):
    """The covering letter of one year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    nomor: str = kolom(Kind.TEKS, "Nomor", "Kosong berarti ruang untuk ditulis tangan.")
    tempat: str = kolom(Kind.TEKS, "Tempat")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal")
    sifat: str = kolom(Kind.TEKS, "Sifat")
    lampiran: str = kolom(Kind.TEKS, "Lampiran", "Misalnya 1 (satu) berkas.")
    perihal: str = kolom(Kind.PARAGRAF, "Perihal")
    yth: str = kolom(Kind.PARAGRAF, "Yth.", "Satu baris untuk setiap baris alamat.")
    di: str = kolom(Kind.TEKS, "di", "Kota tujuan.")
    dasar: str = kolom(Kind.PARAGRAF, "Surat yang ditindaklanjuti", "Asal, nomor, tanggal, dan perihalnya.")
    isi: str = kolom(Kind.NASKAH, "Isi surat", "Kosong berarti isi baku.")
    tembusan: str = kolom(Kind.PARAGRAF, "Tembusan", "Satu baris untuk setiap tembusan.")
    penandatangan_id: str | None = kolom(Kind.RUJUK, "Penanda tangan", ref="pejabat", on_delete=KOSONGKAN)
    elektronik: bool = kolom(Kind.YATIDAK, "Ditandatangani secara elektronik")


@table("naskah", "Naskah", "naskah", order=("tahun", "bagian"), unique=("tahun", "bagian"), title=("bagian",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Naskah(Row):
    """The office's own text of one part of the report in one year; part keys are those of report.sections."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    bagian: str = kolom(Kind.TEKS, "Bagian", required=True, hidden=True)
    judul: str = kolom(Kind.TEKS, "Judul sendiri", "Kosong berarti judul baku.")
    isi: str = kolom(Kind.NASKAH, "Isi")
    tampil: bool = kolom(Kind.YATIDAK, "Dicetak", default=True)


@table(
    "data_dukung",
    "Data pegawai dan klien",
    "data",
    order=("tahun", "urut"),
    siblings=("tahun", "kelompok"),
    title=("uraian",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class DataDukung(Row):
    """A line of the staff and client tables in Bab I."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = _urut()
    kelompok: str = kolom(
        Kind.PILIHAN,
        "Tabel",
        choices=(("pegawai", "Pegawai"), ("klien", "Klien"), ("sarana", "Sarana")),
        default="pegawai",
    )
    kategori: str = kolom(Kind.TEKS, "Kategori", "Misalnya Menurut pendidikan.")
    uraian: str = kolom(Kind.TEKS, "Uraian", required=True)
    jumlah: Decimal | None = kolom(Kind.ANGKA, "Jumlah")
    satuan: str = kolom(Kind.TEKS, "Satuan", default="orang")


@table(
    "kinerja_lain",
    "Kinerja lainnya",
    "kinerja lainnya",
    order=("tahun", "urut"),
    siblings=("tahun",),
    title=("judul",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaLain(Row):
    """One free item of Bab III D: title, text, figures, deadline, source."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = _urut()
    judul: str = kolom(Kind.TEKS, "Judul", required=True)
    isi: str = kolom(Kind.NASKAH, "Uraian")
    tenggat: str = kolom(Kind.TEKS, "Batas pelaporan")
    sumber: str = kolom(Kind.TEKS, "Sumber")
    target: Decimal | None = kolom(Kind.ANGKA, "Target")
    realisasi: Decimal | None = kolom(Kind.ANGKA, "Realisasi")
    satuan: str = kolom(Kind.TEKS, "Satuan")


@table(
    "kinerja_lain_angka",
    "Angka bulanan kinerja lainnya",
    "angka bulanan",
    order=("label", "bulan"),
    title=("label",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaLainAngka(Row):
    """A monthly figure of an item of Bab III D."""

    kinerja_lain_id: str | None = kolom(Kind.RUJUK, "Kinerja lainnya", ref="kinerja_lain", required=True)
    label: str = kolom(Kind.TEKS, "Baris", "Misalnya Realisasi anggaran.")
    bulan: int | None = kolom(Kind.BULAT, "Bulan", minimum=1, maximum=12)
    nilai: Decimal | None = kolom(Kind.ANGKA, "Nilai")


@table("prestasi", "Prestasi dan penghargaan", "prestasi", order=("tahun", "urut"), siblings=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Prestasi(Row):
    """An award: what, from whom, when."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = _urut()
    nama: str = kolom(Kind.TEKS, "Nama penghargaan", required=True)
    pemberi: str = kolom(Kind.TEKS, "Pemberi")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal")
    keterangan: str = kolom(Kind.TEKS, "Keterangan")
    gambar_id: str | None = kolom(Kind.RUJUK, "Gambar piagam", ref="gambar", on_delete=KOSONGKAN)


@table(
    "ilustrasi",
    "Gambar dalam laporan",
    "gambar laporan",
    order=("tahun", "bagian", "urut"),
    siblings=("tahun", "bagian"),
    title=("judul",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Ilustrasi(Row):
    """A picture at a part of the report, with caption, source and print width; equal `kelompok` = one caption."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    bagian: str = kolom(Kind.TEKS, "Bagian", required=True, hidden=True)
    pemilik_id: str = kolom(Kind.TEKS, "Milik", "Id baris pemilik, misalnya kinerja lainnya.", hidden=True)
    urut: int = _urut()
    gambar_id: str | None = kolom(Kind.RUJUK, "Gambar", ref="gambar", required=True)
    judul: str = kolom(Kind.TEKS, "Judul gambar")
    sumber: str = kolom(Kind.TEKS, "Sumber")
    lebar_mm: int | None = kolom(Kind.BULAT, "Lebar cetak", unit="mm", minimum=20, maximum=250)
    kelompok: int | None = kolom(Kind.BULAT, "Satu judul dengan nomor", hidden=True)


@table(
    "rekomendasi",
    "Tindak lanjut evaluasi",
    "rekomendasi",
    order=("tahun", "urut"),
    siblings=("tahun",),
    title=("rekomendasi",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Rekomendasi(Row):
    """A recommendation of last year's evaluation and what became of it."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun laporan", required=True, hidden=True)
    urut: int = _urut()
    rekomendasi: str = kolom(Kind.PARAGRAF, "Rekomendasi", required=True)
    sumber: str = kolom(Kind.TEKS, "Sumber", "Misalnya evaluasi AKIP tahun lalu.")
    tindak_lanjut: str = kolom(Kind.PARAGRAF, "Tindak lanjut")
    status: str = kolom(
        Kind.PILIHAN,
        "Status",
        choices=(("belum", "Belum"), ("proses", "Dalam proses"), ("selesai", "Selesai")),
        default="belum",
    )
    bukti: str = kolom(Kind.TEKS, "Bukti")
    penanggung_jawab: str = kolom(Kind.TEKS, "Penanggung jawab")
    tenggat: str = kolom(Kind.TANGGAL, "Tenggat")


@table(
    "ceklis",
    "Jawaban daftar periksa",
    "jawaban",
    order=("tahun", "jenis", "kode"),
    unique=("tahun", "jenis", "kode"),
    title=("kode",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Ceklis(Row):
    """The answer to one point of a checklist; the points come from the rule set of the year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    jenis: str = kolom(Kind.TEKS, "Daftar", default="reviu", hidden=True)
    kode: str = kolom(Kind.TEKS, "Butir", required=True, hidden=True)
    jawaban: str = kolom(Kind.PILIHAN, "Jawaban", choices=(("ya", "Ya"), ("tidak", "Tidak")))
    catatan: str = kolom(Kind.PARAGRAF, "Catatan")


@table("tenggat", "Tenggat", "tenggat", order=("tahun", "tanggal"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat(Row):
    """A date of the office: what is due, and whether it is done."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal")
    nama: str = kolom(Kind.TEKS, "Kegiatan", required=True)
    selesai: bool = kolom(Kind.YATIDAK, "Selesai")
    catatan: str = kolom(Kind.TEKS, "Catatan")


# --- Aturan dan kunci --------------------------------------------------------------------------------------


@table(
    "aturan",
    "Aturan kantor",
    "aturan",
    order=("jenis", "berlaku_dari"),
    unique=("jenis", "berlaku_dari"),
    title=("jenis",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AturanBaris(Row):
    """A rule set valid from a date; year N uses the set in force on 31 December N (core.aturan reads `isi`)."""

    jenis: str = kolom(Kind.TEKS, "Aturan", required=True)
    berlaku_dari: str = kolom(Kind.TANGGAL, "Berlaku dari")
    isi: str = kolom(Kind.DATA, "Isi", required=True)
    sumber: str = kolom(Kind.TEKS, "Sumber")
    terkonfirmasi: bool = kolom(
        Kind.YATIDAK,
        "Sudah dicocokkan dengan sumbernya",
        "Bila belum, laporan mencetak 'perhitungan sendiri'.",
    )


@table(
    "kunci",
    "Periode yang dikunci",
    "kunci",
    order=("tahun", "cakupan"),
    unique=("tahun", "cakupan", "periode"),
    title=("tahun", "cakupan"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class KunciPeriode(Row):
    """A closed part of a year; unlocking removes the row with a reason in the step's label."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True)
    cakupan: str = kolom(
        Kind.PILIHAN,
        "Bagian",
        choices=(
            ("semua", "Seluruh tahun"),
            ("realisasi", "Realisasi"),
            ("anggaran", "Anggaran"),
            ("periode", "Satu periode"),
        ),
        default="semua",
    )
    periode: str = kolom(Kind.TEKS, "Periode", "Misalnya triwulan-1 atau bulan-03.")
    alasan: str = kolom(Kind.TEKS, "Alasan")
    oleh: str = kolom(Kind.TEKS, "Oleh")
    waktu: str = kolom(Kind.TEKS, "Waktu")


check_references()
