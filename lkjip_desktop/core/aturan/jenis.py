"""The rules of an office as frozen typed values: measurement, categories, score weights, checklists, deadlines.

Each class is what one `jenis` of table `aturan` says after reading; core.aturan.urai makes it from the row's JSON,
whose keys are the field names. Defaults apply where a row is missing or broken and equal the shipped rule sets (a test
compares them). Percentages are plain numbers: 120 is 120%.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

_NOL = Decimal(0)


def info(label: str, *, pilihan: tuple[tuple[str, str], ...] = (), bantuan: str = "") -> Mapping[str, object]:
    """Metadata of a field of a flat rule set, for a form: label, choices (stored, shown), help."""
    return MappingProxyType({"label": label, "pilihan": pilihan, "bantuan": bantuan})


@dataclass(frozen=True, slots=True)
class Pengukuran:
    """How achievement is measured (`pengukuran`). None as a value of an edge case = "tidak dapat dihitung"."""

    pembulatan: str = field(
        default="P1",
        metadata=info(
            "Pembulatan",
            pilihan=(
                ("P1", "Capaian dihitung dari angka yang belum dibulatkan"),
                ("P2", "Realisasi dibulatkan lebih dahulu"),
            ),
        ),
    )
    desimal: int = field(default=2, metadata=info("Angka di belakang koma"))
    utuh_tanpa_desimal: bool = field(default=True, metadata=info("Persentase bulat dicetak tanpa desimal"))
    rumus_turun: str = field(
        default="lan",
        metadata=info(
            "Rumus capaian bila makin rendah makin baik",
            pilihan=(("lan", "(2 × target − realisasi) / target × 100"), ("tr", "target / realisasi × 100")),
        ),
    )
    batas: Decimal | None = field(
        default=None, metadata=info("Batas atas capaian", bantuan="Kosong berarti tanpa batas.")
    )
    minimum: Decimal | None = field(
        default=_NOL, metadata=info("Batas bawah capaian", bantuan="Kosong berarti tanpa batas.")
    )
    cetak_capaian: str = field(
        default="mentah",
        metadata=info(
            "Capaian yang dicetak",
            pilihan=(("mentah", "Nilai sebelum dibatasi"), ("terhitung", "Nilai sesudah dibatasi")),
        ),
    )
    target_nol_naik: Decimal | None = field(default=None, metadata=info("Target 0, makin tinggi makin baik"))
    target_nol_turun: Decimal | None = field(default=None, metadata=info("Target 0, makin rendah makin baik"))
    target_nol_turun_realisasi_nol: Decimal | None = field(
        default=Decimal(100), metadata=info("Target dan realisasi 0, makin rendah makin baik")
    )
    realisasi_nol_naik: Decimal | None = field(default=_NOL, metadata=info("Realisasi 0, makin tinggi makin baik"))
    realisasi_nol_turun_lan: Decimal | None = field(
        default=Decimal(200), metadata=info("Realisasi 0, makin rendah makin baik (rumus selisih)")
    )
    realisasi_nol_turun_tr: Decimal | None = field(
        default=None, metadata=info("Realisasi 0, makin rendah makin baik (rumus perbandingan)")
    )
    rata_cara: str = field(
        default="indikator",
        metadata=info(
            "Rata-rata tahun",
            pilihan=(("indikator", "Rata-rata seluruh indikator"), ("sasaran", "Rata-rata dari rata-rata sasaran")),
        ),
    )
    pakai_bobot: bool = field(default=False, metadata=info("Pakai bobot indikator dan sasaran"))
    predikat: str = field(
        default="tanpa",
        metadata=info(
            "Capaian predikat",
            pilihan=(
                ("tanpa", "Status saja, tanpa angka"),
                ("peringkat", "Peringkat realisasi / peringkat target × 100"),
            ),
        ),
    )
    efisiensi: str = field(
        default="ie_te",
        metadata=info(
            "Cara menghitung efisiensi",
            pilihan=(
                ("ie_te", "Indeks efisiensi dan tingkat efisiensi"),
                ("selisih", "Selisih capaian dan penyerapan"),
                ("pmk22", "Efisiensi menurut PMK 22/2021"),
            ),
        ),
    )
    penyerapan_dasar: str = field(
        default="pagu",
        metadata=info(
            "Dasar persentase penyerapan",
            pilihan=(("pagu", "Pagu setelah revisi"), ("efektif", "Pagu setelah revisi dikurangi blokir")),
        ),
    )
    tahun_riwayat: int = field(
        default=5, metadata=info("Banyaknya tahun yang dibandingkan", bantuan="Termasuk tahun laporan.")
    )


@dataclass(frozen=True, slots=True)
class Kategori:
    """One line of a category table: `kata` holds for values above `batas`, or from it on when `termasuk`.
    batas None = all the rest."""

    kata: str
    batas: Decimal | None = None
    termasuk: bool = False


@dataclass(frozen=True, slots=True)
class TabelKategori:
    """Categories from the highest down; the first that fits holds."""

    butir: tuple[Kategori, ...] = ()

    def kata(self, nilai_tercetak: Decimal | None) -> str:
        """The word for a value as printed (already rounded), "" when there is none."""
        if nilai_tercetak is None:
            return ""
        for k in self.butir:
            if k.batas is None or nilai_tercetak > k.batas or (k.termasuk and nilai_tercetak == k.batas):
                return k.kata
        return ""


@dataclass(frozen=True, slots=True)
class AturanKomponen:
    """One component of a score: weight in percent; `jenis` biasa, efisiensi (typed E becomes NE) or pengurang (its
    value is taken off the final score); `dari` names where an untyped value comes from: capaian_ro, efisiensi_ro,
    penyerapan, smart, ikpa, or ""."""

    kode: str
    nama: str
    aspek: str
    bobot: Decimal
    jenis: str = "biasa"
    dari: str = ""


@dataclass(frozen=True, slots=True)
class AturanSkor:
    """A score of one year (`smart`, `ikpa`, `nka`, `akip`): final value = weighted sum / applicable weights.

    NE = ne_dasar + E / ne_batas x ne_faktor with E clamped to -ne_batas..ne_batas (PMK 22/2021: 50 + E/20 x 50).
    """

    nama: str
    komponen: tuple[AturanKomponen, ...]
    kategori: TabelKategori = field(default_factory=TabelKategori)
    ne_batas: Decimal = Decimal(20)
    ne_dasar: Decimal = Decimal(50)
    ne_faktor: Decimal = Decimal(50)
    sumber: str = ""
    terkonfirmasi: bool = False


@dataclass(frozen=True, slots=True)
class BobotGabungan:
    """Weights in percent of the combined score (`gabungan`) and their basis in words."""

    smart: Decimal
    ikpa: Decimal
    dasar: str = ""
    sumber: str = ""
    terkonfirmasi: bool = False


@dataclass(frozen=True, slots=True)
class ButirPeriksa:
    """One question of a checklist."""

    kode: str
    teks: str


@dataclass(frozen=True, slots=True)
class KelompokPeriksa:
    """A group of questions under one heading."""

    kode: str
    nama: str
    butir: tuple[ButirPeriksa, ...]


@dataclass(frozen=True, slots=True)
class DaftarPeriksa:
    """A checklist (`ceklis_reviu`, `ceklis_evaluasi`); empty when the year has none."""

    judul: str = ""
    pengantar: str = ""
    kelompok: tuple[KelompokPeriksa, ...] = ()
    sumber: str = ""
    terkonfirmasi: bool = False


@dataclass(frozen=True, slots=True)
class PernyataanPk:
    """The statement of a PK (`pernyataan_pk`): a template of lines, one paragraph each.

    A line PIHAK_PERTAMA or PIHAK_KEDUA stands for the block of name and position of that party. `{tahun}` in the titles
    becomes the year. The wording is prescribed by PermenPAN-RB 53/2014.
    """

    judul: str = "PERJANJIAN KINERJA TAHUN {tahun}"
    judul_perubahan: str = "PERJANJIAN KINERJA PERUBAHAN TAHUN {tahun}"
    naskah: str = ""
    sebutan_pertama: str = "Pihak Pertama"
    sebutan_kedua: str = "Pihak Kedua"


PIHAK_PERTAMA = "[PIHAK PERTAMA]"
PIHAK_KEDUA = "[PIHAK KEDUA]"


@dataclass(frozen=True, slots=True)
class JenisBelanja:
    """A kind of expenditure by its account code of two digits."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class AturanTenggat:
    """A deadline. jenis: bulanan (day `hari` of the following month), tahunan (day `hari` of month `bulan`, `tambah`
    years after the report year), pk (the later of `bulan` months after the DIPA and day `hari` of January)."""

    kode: str
    nama: str
    jenis: str
    hari: int
    bulan: int = 1
    tambah: int = 0


@dataclass(frozen=True, slots=True)
class AturanMusim:
    """From which month on a missing value counts as a problem. bulan 1..12 of the report year, 13.. of the next.
    `kolom` "" = every column of the table."""

    tabel: str
    kolom: str
    bulan: int


@dataclass(frozen=True, slots=True)
class Musim:
    """The season of problems (`musim`): before it they are shown grey and not counted."""

    butir: tuple[AturanMusim, ...] = ()

    def belum_waktunya(self, tabel: str, kolom: str, tahun: int, hari_ini: str) -> bool:
        """True when a problem of this column is not yet due on `hari_ini` ("YYYY-MM-DD", "" = always due)."""
        if not hari_ini:
            return False
        mulai = next((m.bulan for m in self.butir if m.tabel == tabel and m.kolom == kolom), None)
        if mulai is None:
            mulai = next((m.bulan for m in self.butir if m.tabel == tabel and not m.kolom), 1)
        lebih, bulan = divmod(mulai - 1, 12)
        return hari_ini[:7] < f"{tahun + lebih:04}-{bulan + 1:02}"
