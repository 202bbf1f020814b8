"""In which paper, and in which chapter of it, the rows of a table are printed: where the preview looks for a value."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_desktop.core.bagian import BAGIAN_MENURUT_KUNCI
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Ilustrasi
from lkjip_desktop.core.tables import Naskah as NaskahRow


@dataclass(frozen=True)
class Naskah:
    """Which paper, and which chapter of it ("" = the whole)."""

    jenis: str = "lkjip"
    bagian: str = ""
    pk_id: str = ""


_CHAPTER = {
    "posisi": "bab1",
    "dasar_hukum": "bab1",
    "data_dukung": "bab1",
    "renstra": "bab2",
    "renstra_butir": "bab2",
    "tata_nilai": "bab2",
    "target_renstra": "bab2",
    "sasaran_tahun": "bab3",
    "indikator_tahun": "bab3",
    "indikator_periode": "bab3",
    "analisis": "bab3",
    "anggaran_sasaran": "bab3",
    "anggaran_belanja": "bab3",
    "kegiatan": "bab3",
    "ro": "bab3",
    "skor": "bab3",
    "skor_komponen": "bab3",
    "kinerja_lain": "bab3",
    "kinerja_lain_angka": "bab3",
    "bukti": "lampiran",
    "ceklis": "lampiran",
    "prestasi": "lampiran",
    "rekomendasi": "lampiran",
    "laporan": "kata_pengantar",
}


#: Values that stand on paper within the line of another one of their row.
BESIDE = {
    ("laporan", "tempat"): "tanggal",
    ("laporan", "elektronik"): "tanggal",
    ("surat", "tempat"): "tanggal",
    ("surat", "penandatangan_id"): "isi",
    ("pk", "tempat"): "tanggal",
    ("pk", "p1_unit"): "p1_jabatan",
    ("pk", "p2_unit"): "p2_jabatan",
    ("pk", "p1_pangkat"): "p1_nip",
    ("pk", "p2_pangkat"): "p2_nip",
    ("pejabat", "pangkat"): "nip",
    ("identitas", "telepon"): "alamat",
    ("identitas", "faksimile"): "alamat",
    ("identitas", "laman"): "alamat",
    ("identitas", "surel"): "alamat",
    ("skor", "kategori_resmi"): "nilai_resmi",
    ("analisis", "peristiwa"): "isi",
    ("analisis", "sebab"): "isi",
    ("analisis", "tindakan"): "isi",
    ("indikator_tahun", "target_atas"): "target",
    ("indikator_tahun", "satuan_hitung"): "label_pembilang",
    ("indikator_tahun", "realisasi_predikat"): "realisasi",
    ("indikator_tahun", "target_predikat"): "target",
}


def home(snapshot: Snapshot, table: str, key: str) -> Naskah | None:
    """The paper that prints a row; None when there is no one place for it."""
    if table in ("surat", "identitas", "pejabat"):
        return Naskah("surat")
    if table == "naskah":
        text = snapshot.get(NaskahRow, key)
        return _of_part(text.bagian if text is not None else key.removeprefix("baru:"))
    if table == "ilustrasi":
        picture = snapshot.get(Ilustrasi, key)
        return _of_part(picture.bagian) if picture is not None else None
    chapter = _CHAPTER.get(table)
    return Naskah("lkjip", chapter) if chapter else None


def _of_part(key: str) -> Naskah | None:
    part = BAGIAN_MENURUT_KUNCI.get(key)
    if part is None:
        return Naskah("lkjip", "bab3") if key.startswith("bab3.") else None
    return Naskah("lkjip", part.bab or part.kunci)
