"""Konteks: everything a chapter may read of one report year."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip_desktop.core.aturan import Aturan, aturan_tahun
from lkjip_desktop.core.aturan.cetak import JUDUL_KOLOM, KATA_STATUS
from lkjip_desktop.core.bagian import BAGIAN_MENURUT_KUNCI
from lkjip_desktop.core.banding import renstra_berlaku
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.kata import identitas_laporan, laporan_tahun
from lkjip_desktop.core.naskah import Isi, baca
from lkjip_desktop.core.schema import TABLES, kunci_baru
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Gambar, Identitas, Laporan, Naskah, Renstra
from lkjip_desktop.report.blocks import Asal, Picture


@dataclass(frozen=True, slots=True)
class Konteks:
    """Values of one report year. `identitas` and `laporan` are empty rows (id "") when the file has none."""

    snapshot: Snapshot
    hasil: Hasil
    aturan: Aturan
    tahun: int
    identitas: Identitas
    laporan: Laporan
    renstra: Renstra | None = None
    #: Keys of the sections that will be printed, so that a text never points at a part that is left out.
    dicetak: frozenset[str] = field(default_factory=frozenset)

    @property
    def desimal(self) -> int:
        """Decimals of printed percentages."""
        return self.aturan.pengukuran.desimal

    @property
    def nama_satker(self) -> str:
        """Full name of the satker, or a visible gap."""
        return self.identitas.nama or "«Nama satker belum diisi»"

    @property
    def singkatan_satker(self) -> str:
        """Short name of the satker, as table titles use it."""
        return self.identitas.singkatan or self.nama_satker

    @property
    def nama_dokumen(self) -> str:
        """The document's own name ("Laporan Kinerja Instansi Pemerintah")."""
        return self.laporan.nama_dokumen or self.aturan.cetak.nama_dokumen

    @property
    def singkatan_dokumen(self) -> str:
        """Its short form ("LKjIP")."""
        return self.laporan.singkatan or self.aturan.cetak.singkatan

    def kolom(self, nama: str) -> str:
        """The office's title of a column ("Capaian" or "Kinerja")."""
        return self.aturan.cetak.judul_kolom.get(nama) or JUDUL_KOLOM.get(nama, nama)

    def besaran(self, nama: str) -> str:
        """A column's title as the name of its values in formulas, charts and their captions: without "(%)"."""
        return self.kolom(nama).removesuffix("(%)").strip() or JUDUL_KOLOM[nama]

    def status(self, kata: str) -> str:
        """The office's word for a status."""
        return self.aturan.cetak.kata_status.get(kata) or KATA_STATUS.get(kata, kata)

    def baris_naskah(self, kunci: str) -> Naskah | None:
        """The office's own row of a part."""
        return self.snapshot.one(Naskah, tahun=self.tahun, bagian=kunci)

    def judul(self, kunci: str, bawaan: str = "") -> str:
        """Title of a part: the year's own, else the office's rule, else `bawaan`, else the shipped one."""
        baris = self.baris_naskah(kunci)
        if baris is not None and baris.judul:
            return baris.judul
        bagian = BAGIAN_MENURUT_KUNCI.get(kunci)
        judul = self.aturan.cetak.judul.get(kunci) or bawaan or (bagian.judul if bagian is not None else kunci)
        return judul.replace("{tahun_lalu}", str(self.tahun - 1)).replace("{tahun}", str(self.tahun))

    def tampil(self, kunci: str) -> bool:
        """False when the year or the office leaves this part out (a hidden chapter hides its parts)."""
        jejak = [kunci]
        while "." in jejak[-1]:
            jejak.append(jejak[-1].rpartition(".")[0])
        for k in jejak:
            if k in self.aturan.cetak.sembunyi:
                return False
            baris = self.baris_naskah(k)
            if baris is not None and not baris.tampil:
                return False
        return True

    def asal(self, kunci: str, kolom: str = "isi") -> Asal:
        """Where the text of a part lives; the key "baru:<part>" stands for a row that does not exist yet."""
        baris = self.baris_naskah(kunci)
        baru = kunci_baru(TABLES["naskah"], {"bagian": kunci})
        return Asal("naskah", baris.id if baris is not None else baru, kolom)

    def punya_teks(self, kunci: str) -> bool:
        """True when the office wrote a text of its own for this part."""
        baris = self.baris_naskah(kunci)
        return baris is not None and bool(baris.isi)

    def teks(self, kunci: str) -> Isi:
        """The office's own text of a part, else the default one."""
        baris = self.baris_naskah(kunci)
        if baris is not None and baris.isi:
            return baca_aman(baris.isi)
        bagian = BAGIAN_MENURUT_KUNCI.get(kunci)
        return bagian.isi_bawaan(self.snapshot, self.hasil) if bagian is not None else ()

    def gambar(self, id: str | None, lebar_mm: int = 0, alt: str = "", asal: Asal | None = None) -> Picture | None:
        """A picture by the id of its row; `asal` is where it was chosen."""
        g = self.snapshot.get(Gambar, id)
        if g is None or not g.berkas:
            return None
        return Picture(g.berkas, lebar_mm, g.lebar_px or 0, g.tinggi_px or 0, alt or g.nama, asal)


def baca_aman(teks: str) -> Isi:
    """A stored text, or nothing when it cannot be read (a check reports it; printing never stops)."""
    try:
        return baca(teks)
    except (ValueError, RecursionError):
        return ()


def konteks(snapshot: Snapshot, hasil: Hasil, aturan: Aturan | None = None) -> Konteks:
    """The context of the report of `hasil.tahun`."""
    tahun = hasil.tahun
    return Konteks(
        snapshot=snapshot,
        hasil=hasil,
        aturan=aturan if aturan is not None else aturan_tahun(snapshot, tahun),
        tahun=tahun,
        identitas=identitas_laporan(snapshot, tahun) or Identitas(id=""),
        laporan=laporan_tahun(snapshot, tahun) or Laporan(id="", tahun=tahun),
        renstra=renstra_berlaku(snapshot, tahun),
    )
