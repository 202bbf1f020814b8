"""What a version of a Perjanjian Kinerja contains, as values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..hasil import Ukur
from ..identitas import jabatan_cetak, nama_pejabat
from ..tables import Identitas, Pk

#: Status of a signed version, whose contents are frozen.
BEKU = frozenset({"terkunci", "berlaku"})


@dataclass(frozen=True, slots=True)
class Pihak:
    """One party as printed on this version; the flags say what stands under the name."""

    nama: str
    gelar_depan: str
    gelar_belakang: str
    pangkat: str
    nip: str  # 18 digits as typed
    jenis: str  # definitif | plt | plh | pj
    jabatan: str  # lines as printed above the signature, without "Plt."
    unit: str
    cetak_gelar: bool
    cetak_pangkat: bool
    cetak_nip: bool
    pejabat_id: str | None = None

    @property
    def nama_cetak(self) -> str:
        """The name with its degrees where they are printed."""
        return nama_pejabat(self, self.cetak_gelar)

    @property
    def jabatan_cetak(self) -> str:
        """The post with "Plt." and the like before it; line breaks kept."""
        return jabatan_cetak(self.jenis, self.jabatan)


@dataclass(frozen=True, slots=True)
class ButirPk:
    """One promised indicator. `baris_id` is the row that shows it: pk_butir when signed, else indikator_tahun."""

    baris_id: str
    indikator_id: str | None
    kode: str
    nama: str
    satuan: str
    jenis_nilai: str
    polaritas: str
    target: Ukur
    angka: Decimal | None
    atas: Decimal | None
    predikat: str


@dataclass(frozen=True, slots=True)
class SasaranPk:
    """One sasaran with its promised indicators; `baris_id` of sasaran_tahun, "" when signed."""

    sasaran_id: str | None
    baris_id: str
    kode: str
    nama: str
    butir: tuple[ButirPk, ...]


@dataclass(frozen=True, slots=True)
class TingkatPk:
    """The table of one level: strategis, program or kegiatan."""

    tingkat: str
    sasaran: tuple[SasaranPk, ...]


@dataclass(frozen=True, slots=True)
class AnggaranPk:
    """One budget line, whole rupiah; `baris_id` of pk_anggaran or kegiatan."""

    baris_id: str
    jenis: str  # program | kegiatan
    kode: str
    nama: str
    nilai: int | None


@dataclass(frozen=True, slots=True)
class IsiPk:
    """All that a version prints. `judul` and `judul_lampiran` are the title lines, the first of them the name of the
    paper; `pernyataan` is a sequence of ("paragraf", text), ("pihak1", ""), ("pihak2", "")."""

    pk: Pk
    beku: bool
    identitas: Identitas | None
    judul: tuple[str, ...]
    judul_lampiran: tuple[str, ...]
    pihak1: Pihak
    pihak2: Pihak
    pernyataan: tuple[tuple[str, str], ...]
    tingkat: tuple[TingkatPk, ...]
    anggaran: tuple[AnggaranPk, ...]
    total: int | None
    sebutan: tuple[str, str] = ("Pihak Pertama", "Pihak Kedua")  # what the parties are called
    tempat: str = ""  # where it is signed: as typed, in a draft else the seat of the satker

    def butir(self) -> tuple[ButirPk, ...]:
        """Every promised indicator in printing order."""
        return tuple(b for t in self.tingkat for s in t.sasaran for b in s.butir)


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference between two versions. jenis: tambah, hapus, target, rumusan, anggaran, pihak.

    `kunci` is the id of the indicator or sasaran, the name of the budget line ("" = total) or "pihak1"/"pihak2". A side
    that is missing is ""."""

    jenis: str
    kunci: str
    label: str
    dari: str
    ke: str
