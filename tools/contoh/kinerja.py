"""Sasaran and indicators of the example on three levels, with targets and realisasi of 2022 and 2023."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, Sasaran, SasaranTahun, TargetRenstra

from .dasar import d, id_baris
from .renstra import RENSTRA


@dataclass(frozen=True, slots=True)
class SasaranContoh:
    """A sasaran as both years word it."""

    kode: str
    tingkat: str
    nama: str
    induk: str = ""

    @property
    def id(self) -> str:
        """Id of the row of table sasaran."""
        return id_baris("sasaran", self.kode)


@dataclass(frozen=True, slots=True)
class IndikatorContoh:
    """An indicator; target and realisasi by year as typed, "" where the source gives none."""

    kode: str
    nama: str
    satuan: str
    jenis_nilai: str
    target: dict[int, str]
    realisasi: dict[int, str]
    renstra: dict[int, str]
    pembilang: tuple[str, str] = ("", "")  # label, count of 2023
    penyebut: tuple[str, str] = ("", "")
    satuan_hitung: str = ""
    pasti: bool = True

    @property
    def id(self) -> str:
        """Id of the row of table indikator."""
        return id_baris("indikator", self.kode)

    @property
    def sasaran(self) -> str:
        """Kode of its sasaran."""
        return self.kode.split(".")[0]


SASARAN = (
    SasaranContoh(
        "SS1",
        "strategis",
        "Memastikan penegakan hukum yang mampu menjadi pendorong inovasi dan kreativitas dalam pertumbuhan ekonomi "
        "nasional",
    ),
    SasaranContoh(
        "SS2",
        "strategis",
        "Memastikan pelayanan publik di bidang hukum sesuai dengan asas penyelenggaraan pelayanan publik",
    ),
    SasaranContoh("SP1", "program", "Terwujudnya Penyelenggaraan Pemasyarakatan yang Berkualitas"),
    SasaranContoh(
        "SK1",
        "kegiatan",
        "Meningkatnya pelayanan pembimbingan klien pemasyarakatan dan pemenuhan hak pendidikan klien anak pada luar "
        "lembaga di wilayah sesuai standar",
        "SP1",
    ),
    SasaranContoh("SK2", "kegiatan", "Meningkatnya Dukungan Layanan Manajemen Satker", "SP1"),
)


def _tetap(kode: str, nama: str, satuan: str, jumlah: str, sejak: int) -> IndikatorContoh:
    """An indicator of SK2: the same count is target and realisasi in every year since it began."""
    tahun = [t for t in (2022, 2023) if t >= sejak]
    return IndikatorContoh(
        kode,
        nama,
        satuan,
        "hitungan",
        dict.fromkeys(tahun, jumlah),
        dict.fromkeys(tahun, jumlah),
        dict.fromkeys(range(sejak, 2025), jumlah),
    )


def _indeks(kode: str, nama: str, lalu: str, kini: str) -> IndikatorContoh:
    """An index that the PK promises and for which the source gives no realisasi."""
    return IndikatorContoh(kode, nama, "Indeks", "indeks", {2022: lalu, 2023: kini}, {}, {})


INDIKATOR = (
    IndikatorContoh(
        "SS1.IKU1",
        "Persentase klien Pemasyarakatan yang produktif, mandiri dan berdaya guna",
        "%",
        "rasio",
        {2022: "45", 2023: "50"},
        {},
        {},
    ),
    _indeks("SS2.IKU1", "Indeks Kepuasan Masyarakat Terhadap Layanan Publik Bidang Hukum", "77.5", "80"),
    _indeks("SP1.IKP1", "Indeks Kepuasan Layanan Pemasyarakatan", "80", "85"),
    _indeks("SP1.IKP2", "Indeks Pelaksanaan Kerja Sama Pemasyarakatan", "80", "85"),
    _indeks("SP1.IKP3", "Indeks Kepuasan Pengguna Layanan IT Pemasyarakatan", "80", "85"),
    IndikatorContoh(
        "SK1.IKK1",
        "Persentase klien usia produktif yang memperoleh atau melanjutkan pekerjaan di luar lembaga",
        "%",
        "rasio",
        {2022: "50", 2023: "60"},
        {2022: "50"},
        {2022: "50", 2023: "60", 2024: "60"},
        ("Jumlah klien usia produktif yang memperoleh atau melanjutkan pekerjaan di luar lembaga", "629"),
        ("Jumlah klien usia produktif", "1277"),
        "orang",
    ),
    IndikatorContoh(
        "SK1.IKK2",
        "Persentase menurunnya Anak yang mendapatkan putusan pidana penjara",
        "%",
        "rasio",
        {2022: "60", 2023: "55"},
        {2022: "60"},
        {2022: "60", 2023: "55", 2024: "55"},
        ("Jumlah Anak yang mendapatkan putusan pidana penjara", "92"),
        ("Jumlah pendampingan Anak", "151"),
        "anak",
        # The office counted and signed it as "naik" while its targets fall: left open, checks point at it.
        pasti=False,
    ),
    IndikatorContoh(
        "SK1.IKK3",
        "Persentase klien Anak yang terpenuhi hak pendidikannya",
        "%",
        "rasio",
        {2022: "30", 2023: "35"},
        {2022: "30"},
        {2022: "30", 2023: "35", 2024: "35"},
        ("Jumlah klien Anak yang melanjutkan pendidikan", "59"),
        ("Jumlah klien Anak", "151"),
        "anak",
    ),
    _tetap(
        "SK2.IKK1",
        "Tersusunnya dokumen rencana kerja, anggaran UPT Pemasyarakatan dan pelaporan yang akuntabel tepat waktu",
        "Layanan",
        "1",
        2022,
    ),
    _tetap("SK2.IKK2", "Tersusunnya dokumen pengelolaan BMN dan kerumahtanggaan", "Layanan", "1", 2022),
    _tetap(
        "SK2.IKK3",
        "Terpenuhinya data dan peningkatan kompetensi pegawai pemasyarakatan",
        "Layanan",
        "1",
        2022,
    ),
    _tetap(
        "SK2.IKK4",
        "Tersusunnya dokumen pelaksanaan anggaran dan laporan keuangan yang akuntabel dan tepat waktu",
        "Layanan",
        "1",
        2022,
    ),
    _tetap("SK2.IKK5", "Jumlah Layanan Perkantoran", "Layanan", "1", 2023),
    _tetap("SK2.IKK6", "Jumlah Kendaraan Bermotor", "Unit", "10", 2023),
    _tetap("SK2.IKK7", "Jumlah Perangkat Pengolah Data dan Komunikasi", "Unit", "54", 2023),
    _tetap("SK2.IKK8", "Jumlah Peralatan dan Fasilitas Perkantoran", "Unit", "52", 2023),
    _tetap("SK2.IKK9", "Jumlah Gedung/Bangunan", "Unit", "1", 2023),
)

#: How the parts of a ratio and the counts are said in the manual of the indicators.
_RUMUS = "{} dibagi {}, dikalikan 100%"


def baris() -> Iterator[Row]:
    """Rows of sasaran, sasaran_tahun, indikator, indikator_tahun and target_renstra."""
    for s in SASARAN:
        yield Sasaran(
            id=s.id,
            tingkat=s.tingkat,
            induk_id=id_baris("sasaran", s.induk) if s.induk else None,
            renstra_id=RENSTRA,
        )
    for i in INDIKATOR:
        yield Indikator(
            id=i.id,
            sasaran_id=id_baris("sasaran", i.sasaran),
            # Only of the IKK does the source say when they began; nothing is known of the levels above.
            tahun_mulai=min(i.target) if ".IKK" in i.kode else None,
        )
    for tahun in (2022, 2023):
        for n, s in enumerate(SASARAN, start=1):
            yield SasaranTahun(
                id=id_baris("sasaran_tahun", f"{tahun}/{s.kode}"),
                sasaran_id=s.id,
                tahun=tahun,
                urut=n,
                kode=s.kode,
                nama=s.nama,
            )
        for n, i in enumerate(INDIKATOR, start=1):
            if tahun in i.target:
                yield _tahun(i, tahun, n)
    for i in INDIKATOR:
        for tahun, nilai in i.renstra.items():
            yield TargetRenstra(
                id=id_baris("target_renstra", f"{i.kode}/{tahun}"),
                renstra_id=RENSTRA,
                indikator_id=i.id,
                tahun=tahun,
                nilai=d(nilai),
            )


def id_tahun(kode: str, tahun: int) -> str:
    """Id of the row of table indikator_tahun."""
    return id_baris("indikator_tahun", f"{tahun}/{kode}")


def _tahun(i: IndikatorContoh, tahun: int, urut: int) -> IndikatorTahun:
    # Only 2023 knows the counts; 2022 has bare percentages, so its realisasi is typed.
    pembilang, penyebut = (i.pembilang[1], i.penyebut[1]) if tahun == 2023 else ("", "")
    realisasi = i.realisasi.get(tahun, "")
    return IndikatorTahun(
        id=id_tahun(i.kode, tahun),
        indikator_id=i.id,
        tahun=tahun,
        urut=urut,
        kode=i.kode,
        nama=i.nama,
        kelanjutan="" if ".IKK" not in i.kode else "baru" if tahun == min(i.target) else "dilanjutkan",
        jenis_nilai=i.jenis_nilai,
        satuan=i.satuan,
        polaritas="naik",
        polaritas_pasti=i.pasti,
        label_pembilang=i.pembilang[0],
        label_penyebut=i.penyebut[0],
        satuan_hitung=i.satuan_hitung,
        target=d(i.target[tahun]),
        pembilang=d(pembilang) if pembilang else None,
        penyebut=d(penyebut) if penyebut else None,
        realisasi=d(realisasi) if realisasi else None,
        rumus=_RUMUS.format(i.pembilang[0], i.penyebut[0][0].lower() + i.penyebut[0][1:]) if i.pembilang[0] else "",
    )
