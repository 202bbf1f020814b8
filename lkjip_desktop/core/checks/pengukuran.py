"""Checks of targets and realisasi: what is missing, what cannot be computed, what looks copied."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..angka import angka
from ..hasil import HasilIndikator
from ..tables import IndikatorTahun, SasaranTahun
from .masalah import INFO, KESALAHAN, PERINGATAN, Problem, Tinjau, daftar

#: No rules of the field: from how many times the target and up to which part of it a slip is likelier than the figure.
_JAUH = Fraction(3)
_KURANG = Fraction(1, 10)


def tanpa_target(t: Tinjau) -> Iterator[Problem]:
    """A year in which nothing is promised cannot be measured."""
    if not any(h.target.diketahui for h in t.semua_indikator()):
        yield t.masalah(
            KESALAHAN,
            "target.tahun",
            (IndikatorTahun.TABEL, ""),
            "target",
            f"Tahun {t.tahun} belum mempunyai target.",
            "Isi sasaran, indikator, dan targetnya, atau salin dari tahun lalu.",
        )


def target(t: Tinjau) -> Iterator[Problem]:
    """Every indicator has a target."""
    for h in t.semua_indikator():
        if not h.target.diketahui:
            level = KESALAHAN if h.tingkat == "kegiatan" else PERINGATAN
            yield t.di(level, "target.kosong", h, "target", "targetnya belum diisi.")


def realisasi(t: Tinjau) -> Iterator[Problem]:
    """Every indicator is measured; what the PK promises above the IKK should be told as well."""
    for h in t.semua_indikator():
        if h.realisasi.diketahui:
            continue
        if h.tingkat == "kegiatan":
            alasan = f" ({h.realisasi.alasan.rstrip('.')})" if h.realisasi.alasan else ""
            yield t.di(KESALAHAN, "realisasi.kosong", h, h.kolom_realisasi, f"realisasinya belum ada{alasan}.")
        else:
            yield t.di(
                PERINGATAN,
                "realisasi.iku",
                h,
                h.kolom_realisasi,
                f"{h.jenis} ini dijanjikan dalam Perjanjian Kinerja tetapi belum diukur.",
                "Isi realisasinya, atau jelaskan pada bagian IKU dan IKP siapa yang mengukurnya.",
            )


def tak_terhitung(t: Tinjau) -> Iterator[Problem]:
    """A target and a realisasi that give no achievement, and why."""
    for h in t.semua_indikator():
        ada = h.target.diketahui and h.realisasi.diketahui
        if not ada:
            continue
        if h.capaian.status == "tidak_dapat_dihitung":
            yield t.di(
                PERINGATAN, "capaian.tak_terhitung", h, "target", f"capaian tidak dapat dihitung: {h.capaian.alasan}."
            )
        elif h.capaian.alasan:
            yield t.di(INFO, "capaian.catatan", h, "target", f"{h.capaian.alasan}.")


def rasio(t: Tinjau) -> Iterator[Problem]:
    """Numerator and denominator of ratios."""
    for h in t.semua_indikator():
        it = t.snapshot.get(IndikatorTahun, h.baris_id)
        if h.jenis_nilai != "rasio" or it is None or h.dari_periode:
            continue
        if (it.pembilang is None) != (it.penyebut is None):
            kolom = "penyebut" if it.penyebut is None else "pembilang"
            yield t.di(PERINGATAN, "rasio.setengah", h, kolom, f"{kolom} belum diisi.")
        if it.penyebut is not None and it.penyebut == 0:
            yield t.di(KESALAHAN, "rasio.nol", h, "penyebut", "penyebut 0, sehingga realisasi tidak dapat dihitung.")
        negatif = [k for k, n in (("pembilang", it.pembilang), ("penyebut", it.penyebut)) if n is not None and n < 0]
        if negatif:
            yield t.di(KESALAHAN, "rasio.negatif", h, negatif[0], f"{daftar(negatif)} bernilai negatif.")
        if h.diketik:
            yield t.di(
                PERINGATAN,
                "rasio.diketik",
                h,
                "pembilang",
                f"realisasi {h.realisasi.cetak} diketik tanpa pembilang dan penyebut.",
                "Isi jumlahnya bila diketahui; bila tidak, laporan menyebutkan bahwa jumlahnya tidak tersedia.",
            )
        if it.pembilang is not None and it.penyebut is not None:
            if not it.label_pembilang or not it.label_penyebut:
                yield t.di(PERINGATAN, "rasio.nama", h, "label_pembilang", "nama pembilang atau penyebut belum ada.")
            if it.pembilang > it.penyebut > 0 and h.target.nilai is not None and h.target.nilai <= 100:
                yield t.di(
                    PERINGATAN,
                    "rasio.lebih",
                    h,
                    "pembilang",
                    f"pembilang {angka(it.pembilang)} lebih besar dari penyebut {angka(it.penyebut)}.",
                )
            if it.realisasi is not None and h.realisasi.nilai is not None and it.realisasi != h.realisasi.nilai:
                yield t.di(
                    INFO,
                    "rasio.dua_angka",
                    h,
                    "realisasi",
                    f"realisasi yang diketik ({angka(it.realisasi)}) tidak dipakai; yang dipakai {h.realisasi.cetak} "
                    "dari pembilang dan penyebut.",
                )


def sama_persis(t: Tinjau) -> Iterator[Problem]:
    """Percentages without counts that equal their targets: perhaps the targets were copied."""
    rasio_ketik = [h for h in t.hasil.indikator if h.diketik and h.realisasi.nilai is not None]
    sama = [h for h in rasio_ketik if h.realisasi.nilai == h.target.nilai]
    if len(sama) > 1 and len(sama) == len(rasio_ketik):
        yield t.di(
            PERINGATAN,
            "realisasi.sama_target",
            sama[0],
            "realisasi",
            f"realisasi sama persis dengan target pada {daftar([h.kode for h in sama])}.",
            "Pastikan angkanya bukan salinan target.",
        )


def satuan(t: Tinjau) -> Iterator[Problem]:
    """The unit fits the name of the indicator."""
    for h in t.semua_indikator():
        berpersen = h.nama.casefold().startswith(("persentase", "prosentase"))
        if not h.satuan:
            yield t.di(PERINGATAN, "satuan.kosong", h, "satuan", "satuannya belum diisi.")
        elif berpersen and h.satuan not in ("%", "persen"):
            yield t.di(PERINGATAN, "satuan.nama", h, "satuan", f"namanya persentase, satuannya {h.satuan}.")
        elif h.satuan == "%" and h.nama.casefold().startswith("jumlah"):
            yield t.di(PERINGATAN, "satuan.nama", h, "satuan", "namanya jumlah, satuannya persen.")


def satu_dari_satu(t: Tinjau) -> Iterator[Problem]:
    """ "1 dari 1 layanan" says little of performance, and existing assets are no output of the year."""
    lemah = [h for h in t.hasil.indikator if _sebuah(h)]
    if lemah:
        yield t.di(
            INFO,
            "indikator.satu",
            lemah[0],
            "target",
            f"target 1 dan realisasi 1 selalu bercapaian 100%: {daftar([h.kode for h in lemah])}.",
            "Pertimbangkan indikator yang mengukur mutu atau banyaknya keluaran.",
        )


def _sebuah(h: HasilIndikator) -> bool:
    return h.jenis_nilai == "hitungan" and h.target.nilai == 1 == h.realisasi.nilai


def manual(t: Tinjau) -> Iterator[Problem]:
    """Definition, source and person in charge of every IKK, for the manual in the annex."""
    isian = {"definisi": "definisi operasional", "sumber": "sumber data", "penanggung_jawab": "penanggung jawab"}
    for h in t.hasil.indikator:
        it = t.snapshot.get(IndikatorTahun, h.baris_id)
        kosong = [k for k in isian if it is not None and not getattr(it, k)]
        if kosong:
            yield t.di(INFO, "manual.kosong", h, kosong[0], f"{daftar([isian[k] for k in kosong])} belum diisi.")


def standar(t: Tinjau) -> Iterator[Problem]:
    """A national standard names its source."""
    for h in t.semua_indikator():
        if h.standar.nilai is not None and not h.standar_sumber:
            yield t.di(PERINGATAN, "standar.sumber", h, "sumber_standar", "standar nasional belum bersumber.")


def jauh_dari_target(t: Tinjau) -> Iterator[Problem]:
    """A figure of another order than its target: a comma, a unit or a zero is more likely than an achievement."""
    for h in t.semua_indikator():
        sasarannya, capai = h.target.nilai, h.realisasi.nilai
        if not sasarannya or not capai or sasarannya < 0:
            continue
        kali = Fraction(capai) / Fraction(sasarannya)
        # The periods up to now are a small part of the year, and nothing is wrong with that.
        berjalan = h.dari_periode and max(p.sampai for p in h.periode if p.dipakai)[5:] != "12-31"
        if kali >= _JAUH or (kali <= _KURANG and h.polaritas == "naik" and not berjalan):
            yield t.di(
                PERINGATAN,
                "realisasi.jauh",
                h,
                "realisasi",
                f"realisasi {h.realisasi.cetak} jauh dari target {h.target.cetak}.",
                "Periksa angka, satuan, dan tanda komanya; bila benar, jelaskan pada analisis.",
            )


def sasaran(t: Tinjau) -> Iterator[Problem]:
    """Sasaran without indicators or parent, and a mean above 100% that hides a miss."""
    if not t.hasil.kegiatan():
        yield t.masalah(KESALAHAN, "sasaran.kosong", (SasaranTahun.TABEL, ""), "nama", "Belum ada sasaran kegiatan.")
    for s in t.hasil.sasaran:
        tempat = (SasaranTahun.TABEL, s.baris_id)
        if not s.indikator:
            yield t.masalah(PERINGATAN, "sasaran.tanpa_indikator", tempat, "nama", f"{s.kode}: belum ada indikatornya.")
        if s.tingkat != "strategis" and s.induk_id is None:
            atas = "program" if s.tingkat == "kegiatan" else "strategis"
            yield t.masalah(
                INFO,
                "sasaran.induk",
                ("sasaran", s.id),
                "induk_id",
                f"{s.kode}: belum dikaitkan dengan sasaran {atas}.",
            )
        meleset = [h.kode for h in s.indikator if h.capaian.status == "tidak_tercapai"]
        if meleset and s.rata_rata is not None and s.rata_rata >= 100:
            yield t.masalah(
                INFO,
                "sasaran.rata_menutupi",
                tempat,
                "nama",
                f"{s.kode}: rata-rata {s.rata_rata_cetak}, tetapi {daftar(meleset)} belum mencapai target.",
                "Laporan menyebut sasaran ini tercapai sebagian; naskah sendiri sebaiknya sama.",
            )
