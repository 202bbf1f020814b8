"""All derived numbers of one year from a snapshot: the one place from which screen, paper and words take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from lkjip_desktop.errors import Ditolak

from .anggaran import baris_anggaran, hitung_anggaran
from .angka import bulat
from .aturan import Aturan, aturan_tahun
from .banding import (
    banding,
    cetak_selisih,
    menengah,
    peta_renstra,
    renstra_berlaku,
    satu_tahun,
    tahun_renstra,
    target_renstra,
    tercetak,
    ukur_renstra,
)
from .capaian import cetak_persen
from .efisiensi import efisiensi_sasaran
from .hasil import BarisAnggaran, Hasil, HasilIndikator, HasilSasaran, Status
from .kinerja import Terukur, cara_gabung, ukur_angka
from .pk import berlaku
from .rerata import Rerata, rerata, vonis
from .skor import hitung_skor
from .snapshot import Snapshot
from .tables import TINGKAT, AnggaranSasaran, Indikator, Laporan, Renstra, Sasaran, SasaranTahun, TargetRenstra
from .tahunan import Tahunan, pendahulu, sama, tahun_riwayat, ukur_tahun

JENIS_INDIKATOR = {"strategis": "IKU", "program": "IKP", "kegiatan": "IKK"}
_URUTAN = {t: i for i, (t, _) in enumerate(TINGKAT)}


def hitung(snapshot: Snapshot, tahun: int) -> Hasil:
    """Everything derived of one year; an empty year gives an empty Hasil.

    Raises Ditolak when the year has no row in `laporan`. Pure: equal snapshots give equal results, and nothing is
    stored. Earlier years are measured by the rules of their own year, so they read as they were reported.
    """
    if snapshot.one(Laporan, tahun=tahun) is None:
        raise Ditolak(f"Tahun {tahun} belum ada dalam berkas ini.", "Tambahkan tahun itu lebih dahulu.")
    return _Tahun(snapshot, tahun).hasil()


class _Tahun:
    """What the parts of one computation share; lives for one call of `hitung`."""

    def __init__(self, snapshot: Snapshot, tahun: int) -> None:
        self.snapshot = snapshot
        self.tahun = tahun
        self.aturan: Aturan = aturan_tahun(snapshot, tahun)
        self.riwayat = tahun_riwayat(snapshot, tahun, self.aturan.pengukuran.tahun_riwayat)
        self.renstra: Renstra | None = renstra_berlaku(snapshot, tahun)
        self.peta_renstra = peta_renstra(snapshot, self.renstra)
        perlu = {*self.riwayat, *tahun_renstra(self.renstra, tahun)}
        self.tahunan: Mapping[int, Tahunan] = {
            t: ukur_tahun(snapshot, t, self.aturan if t == tahun else None) for t in sorted(perlu)
        }
        self.kini = self.tahunan[tahun]
        self.aturan_tahun = {t: th.aturan for t, th in self.tahunan.items()}
        aturan = tuple((t, a.pengukuran) for t, a in self.aturan_tahun.items())
        self.ingatan = snapshot.ingatan(("indikator", tahun, self.riwayat, aturan, self.aturan.kategori_capaian))
        self.lalu = self.tahunan.get(tahun - 1)
        self.lalu_per_sasaran = self._menurut_sasaran(self.lalu) if self.lalu else {}

    def hasil(self) -> Hasil:
        p = self.aturan.pengukuran
        anggaran = hitung_anggaran(self.snapshot, self.tahun, self.aturan)
        skor = hitung_skor(self.snapshot, self.tahun, self.aturan, anggaran.total)
        sasaran, per_indikator, catatan = self._sasaran()
        kegiatan = tuple(s for s in sasaran if s.tingkat == "kegiatan")
        ikk = tuple(h for s in kegiatan for h in s.indikator)
        rata = self._rata_tahun(kegiatan, ikk)
        status, tercapai = vonis(h.capaian.status for h in ikk)
        pk = berlaku(self.snapshot, self.tahun)
        return Hasil(
            tahun=self.tahun,
            sasaran=sasaran,
            indikator=ikk,
            rata_rata=rata.nilai,
            rata_rata_cetak=self._persen(rata.nilai),
            rata_cara=p.rata_cara,
            status=status,
            jumlah_tercapai=tercapai,
            jumlah_dihitung=sum(h.capaian.status != "tidak_dapat_dihitung" for h in ikk),
            meleset=tuple(h for h in ikk if h.capaian.status == "tidak_tercapai"),
            tak_terhitung=tuple(h for h in ikk if h.capaian.status == "tidak_dapat_dihitung"),
            anggaran=anggaran,
            smart=skor.smart,
            ikpa=skor.ikpa,
            nka=skor.nka,
            gabungan=skor.gabungan,
            pk_id=pk.id if pk else None,
            pembulatan=p.pembulatan,
            batas=p.batas,
            tahun_riwayat=self.riwayat,
            per_indikator=per_indikator,
            catatan=(*catatan, *self._catatan(kegiatan, ikk, rata), *(m.teks for m in self.aturan.masalah)),
            akip=skor.akip,
        )

    # ------------------------------------------------------------------------------------------------- sasaran
    def _sasaran(self) -> tuple[tuple[HasilSasaran, ...], dict[str, HasilIndikator], list[str]]:
        """Sasaran of every level in order, every indicator by id, and notes on those without a place."""
        per_sasaran = self._menurut_sasaran(self.kini)
        per_indikator: dict[str, HasilIndikator] = {}
        sasaran: list[HasilSasaran] = []
        nomor = dict.fromkeys(_URUTAN, 0)
        for st, s in self._urut_sasaran():
            nomor[s.tingkat] = nomor.get(s.tingkat, 0) + 1
            isi = per_sasaran.pop(s.id, [])
            indikator = tuple(self._indikator(t, s.tingkat, n) for n, t in enumerate(isi, start=1))
            per_indikator.update((h.id, h) for h in indikator)
            sasaran.append(self._satu_sasaran(st, s, nomor[s.tingkat], indikator))
        for kunci, t in self.kini.terukur.items():
            ind = self.snapshot.get(Indikator, kunci)
            if ind is not None and kunci not in per_indikator:
                induk = self.snapshot.get(Sasaran, ind.sasaran_id)
                per_indikator[kunci] = self._indikator(t, induk.tingkat if induk else "kegiatan", 1)
        catatan = [
            f"Indikator {t.baris.kode} tidak ikut dihitung karena sasarannya belum ada pada tahun {self.tahun}."
            for isi in per_sasaran.values()
            for t in isi
        ]
        return tuple(sasaran), per_indikator, catatan

    def _menurut_sasaran(self, tahunan: Tahunan) -> dict[str | None, list[Terukur]]:
        """The indicators that count, by sasaran. Those of lower officials are theirs; those marked as dropped only wait
        to be removed."""
        hasil: dict[str | None, list[Terukur]] = {}
        for kunci, t in tahunan.terukur.items():
            ind = self.snapshot.get(Indikator, kunci)
            if ind is not None and ind.posisi_id is None and t.baris.kelanjutan != "dihapus":
                hasil.setdefault(ind.sasaran_id, []).append(t)
        return hasil

    def _urut_sasaran(self) -> Iterable[tuple[SasaranTahun, Sasaran]]:
        pasangan = [
            (st, s)
            for st in self.snapshot.where(SasaranTahun, tahun=self.tahun)
            if (s := self.snapshot.get(Sasaran, st.sasaran_id)) is not None
        ]
        return sorted(pasangan, key=lambda x: _URUTAN.get(x[1].tingkat, len(_URUTAN)))

    def _satu_sasaran(
        self, st: SasaranTahun, s: Sasaran, nomor: int, indikator: tuple[HasilIndikator, ...]
    ) -> HasilSasaran:
        p = self.aturan.pengukuran
        rata = self._rata(indikator)
        status, tercapai = vonis(h.capaian.status for h in indikator)
        uang = self.snapshot.where(AnggaranSasaran, tahun=self.tahun, sasaran_id=s.id)
        baris: BarisAnggaran | None = baris_anggaran(st.kode, st.nama, "", uang, p) if uang else None
        lalu = self._rata_lalu(s.id)
        return HasilSasaran(
            id=s.id,
            baris_id=st.id,
            induk_id=s.induk_id,
            tingkat=s.tingkat,
            kode=st.kode,
            nomor=nomor,
            nama=st.nama,
            indikator=indikator,
            rata_rata=rata.nilai,
            rata_rata_cetak=self._persen(rata.nilai),
            status=status,
            tercapai=tercapai,
            kata=_kata_sasaran(status, tercapai, len(indikator)),
            efisiensi=efisiensi_sasaran(indikator, baris, p, self.aturan.smart),
            rata_lalu=lalu,
            rata_lalu_cetak=self._persen(lalu),
        )

    def _rata(self, indikator: Sequence[HasilIndikator]) -> Rerata:
        return rerata(
            [(h.capaian.terhitung, self.kini.terukur[h.id].baris.bobot) for h in indikator],
            self.aturan.pengukuran.pakai_bobot,
        )

    def _rata_lalu(self, sasaran_id: str) -> Fraction | None:
        """The mean of the same sasaran last year, as it was then: over the indicators of that year, by its rules."""
        isi = self.lalu_per_sasaran.get(sasaran_id)
        if self.lalu is None or not isi:
            return None
        pakai_bobot = self.lalu.aturan.pengukuran.pakai_bobot
        return rerata([(t.capaian.terhitung, t.baris.bobot) for t in isi], pakai_bobot).nilai

    def _rata_tahun(self, kegiatan: Sequence[HasilSasaran], ikk: Sequence[HasilIndikator]) -> Rerata:
        p = self.aturan.pengukuran
        if p.rata_cara != "sasaran":
            return self._rata(ikk)
        bobot = {s.sasaran_id: s.bobot for s in self.snapshot.where(SasaranTahun, tahun=self.tahun)}
        return rerata([(s.rata_rata, bobot.get(s.id)) for s in kegiatan], p.pakai_bobot)

    def _catatan(self, kegiatan: Sequence[HasilSasaran], ikk: Sequence[HasilIndikator], rata: Rerata) -> Iterable[str]:
        """What must be said beside the mean of the year."""
        tanpa_angka = [h for h in ikk if h.capaian.terhitung is None]
        if tanpa_angka and len(tanpa_angka) < len(ikk):
            kode = ", ".join(h.sebutan for h in tanpa_angka)
            yield (
                f"Rata-rata dihitung dari {len(ikk) - len(tanpa_angka)} dari {len(ikk)} indikator; "
                f"tidak ikut dihitung: {kode}."
            )
        if rata.bobot_kurang or any(self._rata(s.indikator).bobot_kurang for s in kegiatan):
            yield "Bobot belum lengkap, sehingga rata-rata dihitung tanpa bobot."
        dibatasi = [h.sebutan for h in ikk if h.capaian.mentah != h.capaian.terhitung]
        if dibatasi:
            yield f"Rata-rata memakai capaian sesudah dibatasi untuk {', '.join(dibatasi)}."

    def _persen(self, nilai: Fraction | None) -> str:
        return "-" if nilai is None else cetak_persen(nilai, self.aturan.pengukuran)

    # ----------------------------------------------------------------------------------------------- indikator
    def _indikator(self, t: Terukur, tingkat: str, nomor: int) -> HasilIndikator:
        """One indicator; taken from the memo when nothing that it is made of has changed since."""
        ind = self.snapshot.get(Indikator, t.baris.indikator_id)
        assert ind is not None  # `_sasaran` asks only for those that exist
        garis = {y: pendahulu(self.snapshot, ind.id, th) for y, th in self.tahunan.items()}
        target = target_renstra(self.snapshot, self.peta_renstra, ind.id)
        bahan = (t, ind, self.renstra, *garis.values(), *target.values())
        lama = self.ingatan.get((ind.id, tingkat, nomor))
        if lama is None or not sama(lama[0], bahan):
            lama = self.ingatan[ind.id, tingkat, nomor] = (bahan, self._susun(t, ind, tingkat, nomor, garis, target))
        hasil: HasilIndikator = lama[1]
        return hasil

    def _susun(
        self,
        t: Terukur,
        ind: Indikator,
        tingkat: str,
        nomor: int,
        garis: Mapping[int, Terukur | None],
        target: Mapping[int, TargetRenstra],
    ) -> HasilIndikator:
        b, p, c = t.baris, self.aturan.pengukuran, t.capaian
        lalu = garis.get(self.tahun - 1)
        standar = ukur_angka(b.standar_nasional, t.akhiran, "standar nasional")
        dicetak = c.terhitung if p.cetak_capaian == "terhitung" else c.mentah
        return HasilIndikator(
            id=ind.id,
            baris_id=b.id,
            sasaran_id=ind.sasaran_id or "",
            tingkat=tingkat,
            jenis=JENIS_INDIKATOR.get(tingkat, "IKK"),
            kode=b.kode,
            nomor=nomor,
            nama=b.nama,
            satuan=b.satuan,
            polaritas=b.polaritas,
            jenis_nilai=b.jenis_nilai,
            target=t.target,
            target_asal=t.target_asal,
            target_pk=t.target_pk,
            target_renstra=ukur_renstra(target.get(self.tahun), t),
            realisasi=t.realisasi.ukur,
            pembilang=t.realisasi.pembilang,
            penyebut=t.realisasi.penyebut,
            diketik=t.realisasi.diketik,
            dari_periode=t.realisasi.dari_periode,
            capaian=c,
            kategori="" if dicetak is None else self.aturan.kategori_capaian.kata(bulat(dicetak, p.desimal)),
            riwayat=tuple(satu_tahun(y, ind.id, garis[y]) for y in self.riwayat),
            banding=banding(t, lalu, self.aturan) if lalu else None,
            menengah=menengah(self.renstra, t, garis, self.aturan_tahun, target),
            standar=standar,
            standar_sumber=b.sumber_standar,
            standar_selisih_cetak=self._selisih_standar(t, standar.nilai),
            periode=t.periode,
            gabungan=t.gabungan,
            cara_gabung=cara_gabung(b),
        )

    def _selisih_standar(self, t: Terukur, standar: Fraction | None) -> str:
        r = tercetak(t.realisasi.ukur, self.aturan.pengukuran.desimal)
        if standar is None or r is None or t.baris.jenis_nilai == "predikat":
            return ""
        return cetak_selisih(r - standar, t.akhiran, self.aturan.pengukuran.desimal)


def _kata_sasaran(status: Status, tercapai: int, jumlah: int) -> str:
    """The verdict on a sasaran in words."""
    if jumlah == 0:
        return "belum ada indikator"
    if status == "tercapai_sebagian":
        return f"tercapai sebagian ({tercapai} dari {jumlah} indikator)"
    return {"tercapai": "tercapai", "tidak_tercapai": "tidak tercapai"}.get(status, "tidak dapat dihitung")
