"""The tables that sum up achievement; Bab III, the ikhtisar and the one-page summary share them."""

from __future__ import annotations

from lkjip_desktop.core.hasil import HasilIndikator, HasilSasaran, TargetMenengah
from lkjip_desktop.core.kata import (
    kalimat_pembulatan,
    potong_nama,
    potong_sasaran,
)
from lkjip_desktop.report.blocks import Asal, Cell, Grid, GridRow
from lkjip_desktop.report.sections.bangun import (
    baris,
    judul_tabel,
    kepala,
    sel,
    sel_capaian,
    sel_persen,
    sel_ukur,
)
from lkjip_desktop.report.sections.konteks import Konteks


def asal_target(h: HasilIndikator) -> Asal:
    """The field of the target."""
    return Asal("indikator_tahun", h.baris_id, "target_predikat" if h.jenis_nilai == "predikat" else "target")


def asal_realisasi(h: HasilIndikator) -> Asal:
    """The field from which realisasi and capaian come."""
    return Asal("indikator_tahun", h.baris_id, h.kolom_realisasi)


def asal_renstra(m: TargetMenengah) -> Asal | None:
    """The field of a medium-term target, also where an indicator takes those of the one that it continues."""
    return Asal("target_renstra", m.baris_id, "nilai") if m.baris_id else None


def sel_indikator(h: HasilIndikator) -> tuple[Cell, Cell, Cell, Cell]:
    """Name, target, realisasi and capaian of an indicator."""
    return (
        sel(potong_nama(h)),
        sel_ukur(h.target, asal_target(h)),
        sel_ukur(h.realisasi, asal_realisasi(h)),
        sel_capaian(h.capaian, asal_realisasi(h)),
    )


def catatan_tak_terhitung(k: Konteks) -> tuple[str, ...]:
    """A note under a table that names the indicators left out of the mean."""
    tidak = [f"{h.sebutan} ({h.capaian.alasan.rstrip('.')})" for h in k.hasil.tak_terhitung]
    if not tidak:
        return ()
    return (f"Tidak masuk rata-rata karena tidak dapat dihitung: {'; '.join(tidak)}.",)


def catatan_kolom(k: Konteks) -> tuple[str, ...]:
    """What the column holds where the office calls it otherwise than the text does."""
    nama = k.besaran("capaian")
    return () if nama.lower() == "capaian" else (f"{nama} adalah capaian, yaitu perbandingan realisasi dengan target.",)


def kata_sasaran(k: Konteks, s: HasilSasaran) -> str:
    """The verdict of a sasaran in the office's words; a partial one keeps its counts."""
    kata = k.status("tercapai" if s.status == "melampaui" else s.status)
    _, buka, jumlah = s.kata.partition("(")
    return f"{kata} ({jumlah}" if buka else kata


def tabel_sasaran(k: Konteks, kunci: str = "tabel.sasaran") -> Grid:
    """Capaian of every sasaran kegiatan (seed: Tabel III.1), with the rounding rule as its note."""
    return Grid(
        kepala=(kepala("No.", k.kolom("sasaran"), "Jumlah IKK", k.kolom("capaian"), k.kolom("keterangan")),),
        baris=tuple(
            baris(
                f"{s.nomor}.",
                sel(potong_sasaran(s)),
                sel(str(len(s.indikator)), nilai=len(s.indikator), format="angka"),
                sel_persen(s.rata_rata, s.rata_rata_cetak, Asal("sasaran_tahun", s.baris_id, "nama")),
                kata_sasaran(k, s),
            )
            for s in k.hasil.kegiatan()
        ),
        lebar=(1, 8, 1.8, 2.2, 3.2),
        rata=("tengah", "kiri", "tengah", "desimal", "kiri"),
        judul=judul_tabel(f"Capaian Sasaran Kegiatan Tahun {k.tahun} {k.singkatan_satker}"),
        kunci=kunci,
        catatan=(*catatan_kolom(k), kalimat_pembulatan(k.hasil, k.desimal)),
    )


def tabel_indikator(k: Konteks, judul: str | None, kunci: str = "tabel.indikator") -> Grid:
    """Every IKK with target, realisasi and capaian and the mean of the year (seed: Tabel III.2); `judul` None = no
    caption."""
    isi: list[GridRow] = []
    for s in k.hasil.kegiatan():
        for i, h in enumerate(s.indikator):
            depan = (f"{s.nomor}.", sel(potong_sasaran(s))) if i == 0 else ("", "")
            isi.append(baris(*depan, *sel_indikator(h)))
    if isi:
        isi.append(
            baris(
                sel("Nilai Rata-rata", tebal=True, kolom=5),
                sel_persen(k.hasil.rata_rata, k.hasil.rata_rata_cetak),
                jenis="total",
            )
        )
    return Grid(
        kepala=(
            kepala(
                "No.",
                k.kolom("sasaran"),
                k.kolom("indikator"),
                k.kolom("target"),
                k.kolom("realisasi"),
                k.kolom("capaian"),
            ),
        ),
        baris=tuple(isi),
        lebar=(1, 4.6, 5.4, 2.2, 2.3, 2.2),
        rata=("tengah", "kiri", "kiri", "tengah", "tengah", "desimal"),
        gabung=(0, 1),
        judul=judul_tabel(judul) if judul is not None else None,
        kunci=kunci,
        catatan=catatan_tak_terhitung(k),
    )
