"""Checks of the Perjanjian Kinerja: in force, complete, and in agreement with the working figures of the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..angka import angka
from ..identitas import menjabat, nama_pejabat
from ..pk import BEKU, anggaran_kerja, berlaku, isi_pk, pejabat_menurut_tanggal
from ..sidik import sidik_pk
from ..tables import Indikator, IndikatorTahun, Pejabat, Pk, PkAnggaran, PkButir, SasaranTahun
from .masalah import INFO, KESALAHAN, PERINGATAN, Problem, Tinjau, daftar, rapat, uang


def ada(t: Tinjau) -> Iterator[Problem]:
    """A signed version of the head of the satker is in force at the end of the year."""
    if t.hasil.pk_id is None:
        draf = next((p for p in t.snapshot.where(Pk, tahun=t.tahun) if p.posisi_id is None), None)
        yield t.masalah(
            PERINGATAN,
            "pk.belum_ada",
            draf or (Pk.TABEL, ""),
            "status",
            f"Perjanjian Kinerja {t.tahun} belum ditandatangani; capaian dihitung dari target kerja.",
        )


def utuh(t: Tinjau) -> Iterator[Problem]:
    """What was signed is still what it was: the fingerprint that signing left fits the frozen rows."""
    for pk in t.snapshot.where(Pk, tahun=t.tahun):
        if pk.status not in BEKU or not pk.sidik:
            continue
        butir, anggaran = t.snapshot.where(PkButir, pk_id=pk.id), t.snapshot.where(PkAnggaran, pk_id=pk.id)
        if sidik_pk(pk, butir, anggaran) != pk.sidik:
            yield t.masalah(
                KESALAHAN,
                "pk.sidik",
                pk,
                "sidik",
                f"{_nama(pk)}: isinya tidak sama dengan saat ditandatangani.",
                "Bandingkan dengan naskah yang ditandatangani, atau pulihkan dari cadangan.",
            )


def para_pihak(t: Tinjau) -> Iterator[Problem]:
    """Names, posts and NIP of both parties, place and date of every version of the year."""
    for pk in t.snapshot.where(Pk, tahun=t.tahun):
        isi = isi_pk(t.snapshot, pk)
        nama_pk = _nama(pk)
        for n, pihak in ((1, isi.pihak1), (2, isi.pihak2)):
            sebut = "Pihak Pertama" if n == 1 else "Pihak Kedua"
            kosong = [
                kata
                for kata, nilai in (("nama", pihak.nama), ("jabatan", pihak.jabatan), ("NIP", pihak.nip))
                if not nilai and not (kata == "NIP" and not pihak.cetak_nip)
            ]
            if pihak.cetak_pangkat and not pihak.pangkat:
                kosong.append("pangkat")
            if kosong:
                yield t.masalah(
                    PERINGATAN, "pk.pihak", pk, f"p{n}_nama", f"{nama_pk}: {daftar(kosong)} {sebut} belum ada."
                )
        if not pk.tanggal:
            yield t.masalah(
                INFO, "pk.tanggal", pk, "tanggal", f"{nama_pk}: tanggalnya dikosongkan untuk ditulis tangan."
            )
        elif len(pk.tanggal) < 10:
            yield t.masalah(INFO, "pk.tanggal", pk, "tanggal", f"{nama_pk}: tanggalnya belum memuat hari.")
        if not isi.tempat:
            yield t.masalah(INFO, "pk.tempat", pk, "tempat", f"{nama_pk}: tempat penandatanganan belum diisi.")
        if pk.nomor and not pk.alasan_uraian:
            yield t.masalah(INFO, "pk.alasan", pk, "alasan_uraian", f"{nama_pk}: alasan perubahannya belum diuraikan.")


def masa_jabatan(t: Tinjau) -> Iterator[Problem]:
    """The official chosen for a draft holds the post on its date (the list of officials says who does)."""
    for pk in t.snapshot.where(Pk, tahun=t.tahun):
        for n, sebut in ((1, "Pihak Pertama"), (2, "Pihak Kedua")):
            pilih = t.snapshot.get(Pejabat, getattr(pk, f"p{n}_pejabat_id"))
            if pk.status in BEKU or pilih is None or not pk.tanggal or menjabat(pilih, pk.tanggal):
                continue
            kini = pejabat_menurut_tanggal(t.snapshot, pk, n)
            yield t.masalah(
                PERINGATAN,
                "pk.masa_jabatan",
                pk,
                f"p{n}_pejabat_id",
                f"{_nama(pk)}: {pilih.nama} ({sebut}) tidak menjabat pada tanggal penandatanganan.",
                f"Menurut daftar pejabat: {nama_pejabat(kini).rstrip('.')}."
                if kini is not None and kini.id != pilih.id
                else "",
            )


def sama_dengan_kerja(t: Tinjau) -> Iterator[Problem]:
    """What was signed against what the year now says: indicators, targets, wording."""
    pk = berlaku(t.snapshot, t.tahun)
    if pk is None:
        return
    kini = {it.indikator_id: it for it in t.snapshot.where(IndikatorTahun, tahun=t.tahun)}
    janji = {b.indikator_id: b for b in t.snapshot.where(PkButir, pk_id=pk.id)}
    sasaran = {s.sasaran_id: s for s in t.snapshot.where(SasaranTahun, tahun=t.tahun)}
    for id, b in janji.items():
        it = kini.get(id)
        if it is None:
            yield t.masalah(
                PERINGATAN,
                "pk.tanpa_indikator",
                b,
                "indikator_kode",
                f"{b.indikator_kode} dijanjikan dalam {_nama(pk)} tetapi tidak ada pada tahun {t.tahun}.",
            )
            continue
        if (b.target, b.target_atas, b.target_predikat) != (it.target, it.target_atas, it.target_predikat):
            yield t.masalah(
                PERINGATAN,
                "pk.target",
                it,
                "target",
                f"{it.kode}: target kerja {_angka(it.target, it.target_predikat)} berbeda dari {_nama(pk)} "
                f"({_angka(b.target, b.target_predikat)}).",
                "Yang dipakai laporan adalah Perjanjian Kinerja; perubahan target ditulis dalam Perubahan.",
            )
        ukuran = {"satuan": "satuan", "jenis_nilai": "jenis nilai", "polaritas": "polaritas"}
        beda = [k for k in ukuran if getattr(b, k) and getattr(b, k) != getattr(it, k)]
        if beda:
            yield t.masalah(
                PERINGATAN,
                "pk.ukuran",
                it,
                beda[0],
                f"{it.kode}: {daftar([ukuran[k] for k in beda])} berbeda dari {_nama(pk)}, asal targetnya.",
                "Samakan, atau buat Perubahan dengan ukuran dan target yang baru.",
            )
        yield from _rumusan(t, it, it.kode, it.nama, b.indikator_nama, pk)
    for sid in dict.fromkeys(b.sasaran_id for b in janji.values()):
        s = sasaran.get(sid)
        b0 = next(b for b in janji.values() if b.sasaran_id == sid)
        if s is not None:
            yield from _rumusan(t, s, s.kode, s.nama, b0.sasaran_nama, pk)
    tambahan = [
        it for id, it in kini.items() if id not in janji and _milik_kepala(t, it) and it.kelanjutan != "dihapus"
    ]
    if tambahan:
        yield t.masalah(
            PERINGATAN,
            "pk.di_luar",
            tambahan[0],
            "kode",
            f"{daftar([it.kode for it in tambahan])} diukur tetapi tidak tercantum dalam {_nama(pk)}.",
        )


def _rumusan(
    t: Tinjau, baris: IndikatorTahun | SasaranTahun, kode: str, kerja: str, janji: str, pk: Pk
) -> Iterator[Problem]:
    if kerja.strip() == janji.strip():
        return
    beda = rapat(kerja) != rapat(janji)
    yield t.masalah(
        PERINGATAN if beda else INFO,
        "pk.rumusan",
        baris,
        "nama",
        f"{kode}: {'rumusannya' if beda else 'huruf besar atau tanda baca namanya'} berbeda dari {_nama(pk)}.",
        f"Dalam Perjanjian Kinerja: “{janji}”.",
    )


def _milik_kepala(t: Tinjau, it: IndikatorTahun) -> bool:
    i = t.snapshot.get(Indikator, it.indikator_id)
    return i is not None and i.posisi_id is None


def anggaran(t: Tinjau) -> Iterator[Problem]:
    """The budget that was signed against the working one and against the pagu of the year."""
    pk = berlaku(t.snapshot, t.tahun)
    if pk is not None:
        beku = {(a.jenis, rapat(a.nama)): a for a in isi_pk(t.snapshot, pk).anggaran}
        kerja = {(a.jenis, rapat(a.nama)): a for a in anggaran_kerja(t.snapshot, t.tahun)}
        for kunci in dict.fromkeys((*kerja, *beku)) if kerja else ():
            a, b = kerja.get(kunci), beku.get(kunci)
            if a is not None and b is not None and a.nilai != b.nilai:
                yield t.masalah(
                    PERINGATAN,
                    "pk.anggaran",
                    ("kegiatan", a.baris_id),
                    "anggaran",
                    f"{a.nama}: {uang(a.nilai)} berbeda dari {_nama(pk)} ({uang(b.nilai)}).",
                )
            elif a is None and b is not None:
                yield t.masalah(
                    PERINGATAN,
                    "pk.anggaran_nama",
                    ("pk_anggaran", b.baris_id),
                    "nama",
                    f"“{b.nama}” ada dalam {_nama(pk)} tetapi tidak ada pada program dan kegiatan tahun {t.tahun}.",
                )
    selisih = t.hasil.anggaran.pk_selisih
    if selisih:
        yield t.masalah(
            PERINGATAN,
            "pk.pagu",
            (Pk.TABEL, t.hasil.pk_id or ""),
            "alasan",
            f"Anggaran Perjanjian Kinerja {uang(t.hasil.anggaran.pk_total)} berbeda {uang(abs(selisih))} dari pagu "
            f"{uang(t.hasil.anggaran.total.pagu)}.",
            "Buat Perjanjian Kinerja Perubahan, atau jelaskan revisi anggarannya dalam laporan.",
        )


def nama_dan_nip(t: Tinjau) -> Iterator[Problem]:
    """One NIP is one person, whatever list or paper it stands in."""
    asal: dict[str, tuple[str, str, str]] = {}
    for p in t.snapshot.rows(Pejabat):
        if p.nip:
            asal.setdefault(p.nip, (p.nama, _gelar(p.gelar_depan, p.gelar_belakang), "daftar pejabat"))
    for pk in t.snapshot.rows(Pk):
        if pk.tahun != t.tahun or pk.status not in BEKU:
            continue
        for n in ("p1", "p2"):
            nip, nama = getattr(pk, f"{n}_nip"), getattr(pk, f"{n}_nama")
            if not nip or not nama:
                continue
            gelar = _gelar(getattr(pk, f"{n}_gelar_depan"), getattr(pk, f"{n}_gelar_belakang"))
            nama_lain, gelar_lain, tempat = asal.setdefault(nip, (nama, gelar, _nama(pk)))
            if nama != nama_lain:
                yield t.masalah(
                    PERINGATAN,
                    "nama.nip",
                    pk,
                    f"{n}_nama",
                    f"NIP {nip} bernama “{nama}” pada {_nama(pk)} dan “{nama_lain}” pada {tempat}.",
                )
            elif gelar != gelar_lain and getattr(pk, f"{n}_cetak_gelar"):
                yield t.masalah(
                    INFO,
                    "nama.gelar",
                    pk,
                    f"{n}_gelar_belakang",
                    f"Gelar {nama} ditulis berbeda pada {_nama(pk)} dan pada {tempat}.",
                )


def _gelar(depan: str, belakang: str) -> str:
    return f"{depan}|{belakang}".replace(" ", "").rstrip(".").casefold()


def _nama(pk: Pk) -> str:
    versi = f" Perubahan ke-{pk.nomor}" if pk.nomor else ""
    return f"PK{versi} {pk.tahun}"


def _angka(nilai: Decimal | None, predikat: str) -> str:
    return angka(nilai) if nilai is not None else predikat or "kosong"
