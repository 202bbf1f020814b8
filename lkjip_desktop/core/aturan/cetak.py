"""The print rules of the office: paper, faces, order and titles of parts, words and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .jenis import info

#: Width and height in mm.
UKURAN_KERTAS: Mapping[str, tuple[int, int]] = {"A4": (210, 297), "F4": (215, 330)}

KATA_STATUS: Mapping[str, str] = {
    "melampaui": "Melampaui",
    "tercapai": "Tercapai",
    "tidak_tercapai": "Tidak tercapai",
    "tercapai_sebagian": "Tercapai sebagian",
    "tidak_dapat_dihitung": "Tidak dapat dihitung",
}
JUDUL_KOLOM: Mapping[str, str] = {
    "sasaran": "Sasaran Kegiatan",
    "indikator": "Indikator Kinerja",
    "target": "Target",
    "realisasi": "Realisasi",
    "capaian": "Capaian",
    "keterangan": "Keterangan",
    "pagu": "Pagu",
    "penyerapan": "Penyerapan",
}
# Dark enough for white letters, light enough to stay apart in a black-and-white copy.
WARNA: Mapping[str, str] = {
    "utama": "#1F3864",
    "latar": "#DCE6F2",
    "garis": "#7F7F7F",
    "target": "#A6A6A6",
    "realisasi": "#1F3864",
    "capaian": "#C55A11",
}
BAGIAN: Mapping[str, str] = {
    "grafik": "ya",
    "kategori_capaian": "tidak",
    "manual_ikk": "ya",
    "daftar_bukti": "ya",
    "ceklis_reviu": "ya",
    "tindak_lanjut": "ya",
    "pk_bab2": "penuh",
}


@dataclass(frozen=True, slots=True)
class AturanCetak:
    """How the office prints (`cetak`). Lengths in mm; section keys are those of report.sections.

    `urutan` empty = the order of SECTIONS; `judul` gives other titles by section key; `sembunyi` leaves sections out.
    `bagian` switches parts on ("ya") or off ("tidak"); pk_bab2 is "penuh" (the PK printed in Bab II) or "rujukan".
    """

    nama_dokumen: str = field(default="Laporan Kinerja Instansi Pemerintah", metadata=info("Nama dokumen"))
    singkatan: str = field(default="LKjIP", metadata=info("Singkatan dokumen"))
    kertas: str = field(
        default="A4", metadata=info("Kertas", pilihan=(("A4", "A4 (210 × 297 mm)"), ("F4", "F4 (215 × 330 mm)")))
    )
    margin_atas: int = field(default=25, metadata=info("Margin atas (mm)"))
    margin_bawah: int = field(default=25, metadata=info("Margin bawah (mm)"))
    margin_kiri: int = field(default=25, metadata=info("Margin kiri (mm)"))
    margin_kanan: int = field(default=20, metadata=info("Margin kanan (mm)"))
    jilid: int = field(default=5, metadata=info("Ruang jilid (mm)", bantuan="Ditambahkan pada sisi jilid."))
    bolak_balik: bool = field(
        default=False, metadata=info("Cetak bolak-balik", bantuan="Sisi jilid berganti dan bab mulai di halaman kanan.")
    )
    huruf: str = field(
        default="serif",
        metadata=info(
            "Huruf",
            pilihan=(
                ("serif", "Berkait (setara Times New Roman)"),
                ("sans", "Tanpa kait (setara Arial)"),
                ("bookman", "Berkait lebar (setara Bookman Old Style)"),
            ),
        ),
    )
    huruf_word: str = field(
        default="",
        metadata=info("Nama huruf di Word", bantuan="Kosong berarti Times New Roman, Arial, atau Bookman Old Style."),
    )
    ukuran_huruf: int = field(default=11, metadata=info("Ukuran huruf isi"))
    spasi_baris: str = field(
        default="1,15", metadata=info("Jarak baris", pilihan=(("1", "1"), ("1,15", "1,15"), ("1,5", "1,5")))
    )
    judul: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}), metadata=info("Judul bagian sendiri")
    )
    urutan: tuple[str, ...] = field(default=(), metadata=info("Urutan bagian"))
    sembunyi: tuple[str, ...] = field(default=(), metadata=info("Bagian yang tidak dicetak"))
    analisis: tuple[int, ...] = field(default=(1, 2, 3, 4, 5, 6, 7), metadata=info("Analisis yang dicetak"))
    bagian: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(dict(BAGIAN)), metadata=info("Tabel dan lampiran yang dicetak")
    )
    judul_kolom: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(dict(JUDUL_KOLOM)), metadata=info("Judul kolom")
    )
    kata_status: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(dict(KATA_STATUS)), metadata=info("Kata untuk status")
    )
    satuan_tersembunyi: tuple[str, ...] = field(
        default=("Indeks", "Nilai", "Skor", "Predikat"), metadata=info("Satuan yang tidak dicetak")
    )
    warna: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(dict(WARNA)), metadata=info("Warna"))
    kode_kertas: str = field(
        default="halaman_akhir",
        metadata=info(
            "Kode data pada kertas", pilihan=(("tidak", "Tidak dicetak"), ("halaman_akhir", "Halaman terakhir LKjIP"))
        ),
    )

    @property
    def ukuran_kertas(self) -> tuple[int, int]:
        """Width and height of the paper in mm."""
        return UKURAN_KERTAS[self.kertas]

    def tampil(self, bagian: str) -> bool:
        """True unless the office switched this part off."""
        return self.bagian.get(bagian, "ya") != "tidak"
