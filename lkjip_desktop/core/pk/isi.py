"""The contents of a version: working values while a draft, frozen rows when signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ..aturan import PIHAK_KEDUA, PIHAK_PERTAMA, Aturan, aturan_tahun
from ..capaian import baca_skala
from ..hasil import Ukur
from ..identitas import identitas_pada, pejabat_pada
from ..kinerja import akhiran_satuan, ukur_target
from ..snapshot import Snapshot
from ..tables import (
    TINGKAT,
    Identitas,
    Indikator,
    IndikatorTahun,
    Kegiatan,
    Pejabat,
    Pk,
    PkAnggaran,
    PkButir,
    PkCakupan,
    Posisi,
    Sasaran,
    SasaranTahun,
)
from .jenis import BEKU, AnggaranPk, ButirPk, IsiPk, Pihak, SasaranPk, TingkatPk


def isi_pk(snapshot: Snapshot, pk: Pk) -> IsiPk:
    """What this version says: frozen rows when signed, working values while a draft."""
    tahun = pk.tahun or 0
    aturan = aturan_tahun(snapshot, tahun)
    beku = pk.status in BEKU
    tanggal = _tanggal(pk)
    identitas = snapshot.get(Identitas, pk.identitas_id) or identitas_pada(snapshot, tanggal)
    pihak1, pihak2 = (_pihak(snapshot, pk, n, tanggal, beku) for n in (1, 2))
    if beku:
        tingkat = _butir_beku(snapshot, pk, aturan)
        anggaran = tuple(
            AnggaranPk(a.id, a.jenis, a.kode, a.nama, a.nilai) for a in snapshot.where(PkAnggaran, pk_id=pk.id)
        )
    else:
        tingkat = _butir_kerja(snapshot, pk, aturan)
        anggaran = anggaran_kerja(snapshot, tahun, _sasaran_pihak(tingkat) if pk.posisi_id else None)
    judul = _judul(pk, pihak1, pihak2, aturan)
    lampiran = (judul[0], *_baris(pk.judul_lampiran)) if pk.judul_lampiran.strip() else judul
    pernyataan = bagian_pernyataan(pk.pernyataan.strip() or aturan.pernyataan_pk.naskah)
    return IsiPk(
        pk,
        beku,
        identitas,
        judul,
        lampiran,
        pihak1,
        pihak2,
        pernyataan,
        tingkat,
        anggaran,
        total_anggaran(anggaran, per_program=pk.posisi_id is None),
        (
            pk.sebutan_pertama or aturan.pernyataan_pk.sebutan_pertama,
            pk.sebutan_kedua or aturan.pernyataan_pk.sebutan_kedua,
        ),
        pk.tempat if beku or identitas is None else pk.tempat or identitas.kota,
    )


def total_anggaran(anggaran: Iterable[AnggaranPk], per_program: bool = True) -> int | None:
    """The sum over one level only: programmes where any has an amount, else activities; None when nothing is known."""
    baris = tuple(anggaran)
    for jenis in ("program", "kegiatan") if per_program else ("kegiatan", "program"):
        nilai = [a.nilai for a in baris if a.jenis == jenis and a.nilai is not None]
        if nilai:
            return sum(nilai)
    return None


def anggaran_kerja(snapshot: Snapshot, tahun: int, sasaran: frozenset[str] | None = None) -> tuple[AnggaranPk, ...]:
    """The working budget lines of a year, a programme without an amount showing the sum of its activities once all of
    them are known; with `sasaran` only the activities that serve one of them."""
    semua = snapshot.where(Kegiatan, tahun=tahun)
    anak: dict[str | None, list[int | None]] = {}
    for k in semua:
        if k.jenis == "kegiatan":
            anak.setdefault(k.induk_id, []).append(k.anggaran)
    hasil: list[AnggaranPk] = []
    for k in semua:
        if sasaran is not None and (k.jenis != "kegiatan" or k.sasaran_id not in sasaran):
            continue
        nilai = k.anggaran
        if nilai is None and k.jenis == "program" and k.id in anak:
            nilai = jumlah_lengkap(anak[k.id])
        hasil.append(AnggaranPk(k.id, k.jenis, k.kode, k.nama, nilai))
    return tuple(hasil)


def jumlah_lengkap(nilai: Iterable[int | None]) -> int | None:
    """The sum of amounts, None while one of them is unknown."""
    semua = tuple(nilai)
    diketahui = [n for n in semua if n is not None]
    return sum(diketahui) if len(diketahui) == len(semua) else None


def bagian_pernyataan(naskah: str) -> tuple[tuple[str, str], ...]:
    """The template as parts: each line a paragraph, the marker lines the blocks of the two parties."""
    hasil: list[tuple[str, str]] = []
    for baris in naskah.split("\n"):
        b = baris.strip()
        if b == PIHAK_PERTAMA:
            hasil.append(("pihak1", ""))
        elif b == PIHAK_KEDUA:
            hasil.append(("pihak2", ""))
        elif b:
            hasil.append(("paragraf", b))
    return tuple(hasil)


def _baris(teks: str) -> tuple[str, ...]:
    return tuple(b.strip() for b in teks.split("\n") if b.strip())


def _judul(pk: Pk, p1: Pihak, p2: Pihak, aturan: Aturan) -> tuple[str, ...]:
    """The title lines: typed, or made of the posts of both parties."""
    pola = aturan.pernyataan_pk.judul_perubahan if pk.nomor else aturan.pernyataan_pk.judul
    nama = pk.nama_naskah or pola.replace("{tahun}", str(pk.tahun or ""))
    if pk.judul.strip():
        return (nama, *_baris(pk.judul))
    satu, dua = (" ".join(_baris(p.jabatan_cetak)).upper() for p in (p1, p2))
    if dua and p2.unit.strip() and p2.unit.strip().upper() not in dua:
        dua = f"{dua} {p2.unit.strip().upper()}"
    return (nama, *(b for b in (f"{satu} DENGAN" if satu and dua else satu, dua) if b))


def _pihak(snapshot: Snapshot, pk: Pk, nomor: int, tanggal: str, beku: bool) -> Pihak:
    """A party: the columns of the version, filled from the list of officials while it is a draft."""
    k = f"p{nomor}_"
    tulis = {
        n: getattr(pk, k + n)
        for n in ("nama", "gelar_depan", "gelar_belakang", "pangkat", "nip", "jenis", "jabatan", "unit")
    }
    cetak = (getattr(pk, k + "cetak_gelar"), getattr(pk, k + "cetak_pangkat"), getattr(pk, k + "cetak_nip"))
    pejabat_id: str | None = getattr(pk, k + "pejabat_id")
    if not beku:
        p = snapshot.get(Pejabat, pejabat_id) or _pejabat_bawaan(snapshot, pk, nomor, tanggal)
        if p is not None:
            pejabat_id = p.id
            # A name typed by hand stands for another person: then degrees and number of the list do not belong to it.
            kolom = ("jabatan", "unit") if tulis["nama"] and tulis["nama"] != p.nama else tuple(tulis)
            tulis.update({n: getattr(p, n) for n in kolom if not tulis[n]})
        if nomor == 1 and not tulis["jabatan"].strip() and (posisi := snapshot.get(Posisi, pk.posisi_id)):
            # The organisation chart names the post even where nobody is put on it yet.
            tulis.update(jabatan=posisi.jabatan, unit=tulis["unit"] or posisi.unit)
    return Pihak(**tulis, cetak_gelar=cetak[0], cetak_pangkat=cetak[1], cetak_nip=cetak[2], pejabat_id=pejabat_id)


def _pejabat_bawaan(snapshot: Snapshot, pk: Pk, nomor: int, tanggal: str) -> Pejabat | None:
    """Who signs when the version names nobody: head and superior at its date, or the line of the organisation chart."""
    posisi = snapshot.get(Posisi, pk.posisi_id)
    if posisi is None:
        return pejabat_pada(snapshot, "kepala" if nomor == 1 else "atasan", tanggal)
    if nomor == 1:
        return snapshot.get(Pejabat, posisi.pejabat_id)
    induk = snapshot.get(Posisi, posisi.induk_id)
    pejabat = snapshot.get(Pejabat, induk.pejabat_id) if induk else None
    return pejabat or pejabat_pada(snapshot, "kepala", tanggal)


def pejabat_menurut_tanggal(snapshot: Snapshot, pk: Pk, nomor: int) -> Pejabat | None:
    """Who holds the post of party 1 or 2 on the date of a version, whoever was chosen for it; None when nobody does."""
    return _pejabat_bawaan(snapshot, pk, nomor, _tanggal(pk))


def _tanggal(pk: Pk) -> str:
    """The date whose officials and names a version takes."""
    return pk.tanggal or pk.berlaku_dari or (f"{pk.tahun:04}-01" if pk.tahun else "")


def _sasaran_pihak(tingkat: Iterable[TingkatPk]) -> frozenset[str]:
    return frozenset(s.sasaran_id for t in tingkat for s in t.sasaran if s.sasaran_id)


def _butir_beku(snapshot: Snapshot, pk: Pk, aturan: Aturan) -> tuple[TingkatPk, ...]:
    kelompok: dict[str, dict[str, SasaranPk]] = {}
    for b in snapshot.where(PkButir, pk_id=pk.id):
        akhiran = akhiran_satuan(b.jenis_nilai, b.satuan, aturan.cetak.satuan_tersembunyi)
        butir = ButirPk(
            b.id,
            b.indikator_id,
            b.indikator_kode,
            b.indikator_nama,
            b.satuan,
            b.jenis_nilai,
            b.polaritas,
            _target(b.jenis_nilai, b.polaritas, akhiran, (), b.target, b.target_atas, b.target_predikat),
            b.target,
            b.target_atas,
            b.target_predikat,
        )
        _masukkan(kelompok, b.tingkat, SasaranPk(b.sasaran_id, "", b.sasaran_kode, b.sasaran_nama, ()), butir)
    return _susun(kelompok)


def _butir_kerja(snapshot: Snapshot, pk: Pk, aturan: Aturan) -> tuple[TingkatPk, ...]:
    tahun = pk.tahun
    cakupan = snapshot.where(PkCakupan, pk_id=pk.id)
    sendiri = {c.indikator_id: c.target for c in cakupan}
    kelompok: dict[str, dict[str, SasaranPk]] = {}
    sasaran_tahun = {s.sasaran_id: s for s in snapshot.where(SasaranTahun, tahun=tahun)}
    urut_sasaran = {id: i for i, id in enumerate(sasaran_tahun)}
    baris = snapshot.where(IndikatorTahun, tahun=tahun)
    pasangan = [(r, snapshot.get(Indikator, r.indikator_id)) for r in baris if r.kelanjutan != "dihapus"]
    isi = [
        (r, ind)
        for r, ind in pasangan
        if ind is not None and (ind.id in sendiri if cakupan and pk.posisi_id else ind.posisi_id == pk.posisi_id)
    ]
    for r, ind in sorted(isi, key=lambda x: urut_sasaran.get(x[1].sasaran_id, len(urut_sasaran))):
        s = snapshot.get(Sasaran, ind.sasaran_id)
        st = sasaran_tahun.get(ind.sasaran_id)
        akhiran = akhiran_satuan(r.jenis_nilai, r.satuan, aturan.cetak.satuan_tersembunyi)
        target = sendiri.get(ind.id)
        if target is None:
            target = r.target
        butir = ButirPk(
            r.id,
            ind.id,
            r.kode,
            r.nama,
            r.satuan,
            r.jenis_nilai,
            r.polaritas,
            _target(r.jenis_nilai, r.polaritas, akhiran, baca_skala(r.skala), target, r.target_atas, r.target_predikat),
            target,
            r.target_atas,
            r.target_predikat,
        )
        kepala = SasaranPk(ind.sasaran_id, st.id if st else "", st.kode if st else "", st.nama if st else "", ())
        _masukkan(kelompok, s.tingkat if s else "kegiatan", kepala, butir)
    return _susun(kelompok)


def _target(
    jenis: str,
    polaritas: str,
    akhiran: str,
    skala: Sequence[str],
    target: Decimal | None,
    atas: Decimal | None,
    predikat: str,
) -> Ukur:
    if jenis == "predikat" and not skala:
        # A frozen line holds the grade but not its scale; on paper only the grade counts.
        return Ukur(None, predikat.strip() or "-", polos=predikat.strip())
    return ukur_target(jenis, polaritas, akhiran, skala, target, atas, predikat)


def _masukkan(kelompok: dict[str, dict[str, SasaranPk]], tingkat: str, kepala: SasaranPk, butir: ButirPk) -> None:
    """Put a line below its sasaran; lines of one sasaran stand together, in the order in which it first came."""
    isi = kelompok.setdefault(tingkat, {})
    kunci = kepala.sasaran_id or f"{kepala.kode}\n{kepala.nama}"
    ada = isi.get(kunci, kepala)
    isi[kunci] = SasaranPk(ada.sasaran_id, ada.baris_id, ada.kode, ada.nama, (*ada.butir, butir))


def _susun(kelompok: dict[str, dict[str, SasaranPk]]) -> tuple[TingkatPk, ...]:
    urutan = [t for t, _ in TINGKAT]
    lain = [t for t in kelompok if t not in urutan]
    return tuple(TingkatPk(t, tuple(kelompok[t].values())) for t in (*urutan, *lain) if t in kelompok)
