"""Scores of budget performance recomputed by the rule set of the year, beside the official ones.

Final value = sum of (value x weight) / sum of the weights that apply, less the deductions. A component without a value
stops the sum with a reason, because a score of half its parts looks like a score. Values and categories are judged as
printed, with two decimals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .anggaran import capaian_ro, efisiensi_ro
from .angka import angka, bulat
from .aturan import Aturan, AturanKomponen, AturanSkor, BobotGabungan
from .hasil import AspekSkor, BarisAnggaran, Gabungan, HasilSkor, KomponenSkor
from .snapshot import Snapshot
from .tables import JENIS_SKOR, Skor, SkorKomponen

DESIMAL = 2
_NAMA = dict(JENIS_SKOR)


@dataclass(frozen=True, slots=True)
class SemuaSkor:
    """The scores of one year."""

    smart: HasilSkor
    ikpa: HasilSkor
    nka: HasilSkor
    akip: HasilSkor
    gabungan: Gabungan


def hitung_skor(snapshot: Snapshot, tahun: int, aturan: Aturan, total: BarisAnggaran) -> SemuaSkor:
    """All scores of a year; `total` gives the absorption where its component is not typed."""
    asal: dict[str, Fraction | None] = {"penyerapan": total.persen}
    dari_ro = {k.dari for s in (aturan.smart, aturan.ikpa) if s for k in s.komponen}
    if "capaian_ro" in dari_ro:
        asal["capaian_ro"] = capaian_ro(snapshot, tahun)
    if "efisiensi_ro" in dari_ro:
        asal["efisiensi_ro"] = efisiensi_ro(snapshot, tahun)
    smart = hitung_satu(snapshot, tahun, "smart", aturan.smart, asal)
    ikpa = hitung_satu(snapshot, tahun, "ikpa", aturan.ikpa, asal)
    asal["smart"], asal["ikpa"] = _terbaik(smart), _terbaik(ikpa)
    nka = hitung_satu(snapshot, tahun, "nka", aturan.nka, asal)
    akip = hitung_satu(snapshot, tahun, "akip", aturan.akip, {})
    # NKA is the ministry's own combination of both (PMK 62/2023): beside it another one would only contradict.
    bobot = None if nka.ada else aturan.gabungan
    return SemuaSkor(smart, ikpa, nka, akip, gabungan(bobot, smart, ikpa))


def nilai_efisiensi(e: Fraction, aturan: AturanSkor) -> Fraction:
    """NE of E (PMK 22/2021: 50 + E/20 x 50), E clamped to -20..20: so 0 to 100."""
    batas = Fraction(aturan.ne_batas)
    e = min(max(e, -batas), batas)
    return Fraction(aturan.ne_dasar) + e / batas * Fraction(aturan.ne_faktor)


def hitung_satu(
    snapshot: Snapshot, tahun: int, jenis: str, aturan: AturanSkor | None, asal: Mapping[str, Fraction | None]
) -> HasilSkor:
    """One score of a year by its rule set; `asal` gives values that nobody typed, by AturanKomponen.dari."""
    resmi = snapshot.one(Skor, tahun=tahun, jenis=jenis)
    ketik = {k.kode: k for k in snapshot.where(SkorKomponen, tahun=tahun, jenis=jenis)}
    nilai_resmi = resmi.nilai_resmi if resmi else None
    if aturan is None:
        komponen: tuple[KomponenSkor, ...] = ()
        alasan = f"aturan {_NAMA.get(jenis, jenis)} untuk tahun {tahun} belum ada"
        total = nilai = None
        bobot = Decimal(0)
    else:
        komponen = tuple(_komponen(k, ketik.get(k.kode), aturan, asal) for k in aturan.komponen)
        total, bobot, nilai, alasan = _jumlahkan(aturan, komponen)
    kategori = aturan.kategori if aturan else None
    tercetak = bulat(nilai, DESIMAL) if nilai is not None else None
    kategori_nilai = kategori.kata(tercetak) if kategori else ""
    kategori_dari_resmi = kategori.kata(nilai_resmi) if kategori else ""
    selisih = ""
    if nilai_resmi is not None and tercetak is not None:
        selisih = angka(Fraction(nilai_resmi) - Fraction(tercetak), DESIMAL, paksa=True)
    diketik = any(k.nilai is not None for k in ketik.values())
    return HasilSkor(
        jenis=jenis,
        nama=aturan.nama if aturan else _NAMA.get(jenis, jenis.upper()),
        baris_id=resmi.id if resmi else "",
        ada=diketik or nilai_resmi is not None or (jenis == "nka" and nilai is not None),
        komponen=komponen,
        aspek=_aspek(komponen),
        total=total,
        bobot_berlaku=bobot,
        nilai=nilai,
        nilai_cetak="-" if nilai is None else angka(nilai, DESIMAL, paksa=True),
        kategori=kategori_nilai,
        resmi=nilai_resmi,
        resmi_cetak="-" if nilai_resmi is None else angka(nilai_resmi),
        kategori_resmi=resmi.kategori_resmi if resmi else "",
        kategori_dari_resmi=kategori_dari_resmi,
        selisih_cetak=selisih,
        sendiri=bool(aturan and not aturan.terkonfirmasi),
        alasan=alasan,
        sumber=resmi.sumber if resmi else "",
        tanggal_data=resmi.tanggal_data if resmi else "",
    )


def _komponen(
    k: AturanKomponen, baris: SkorKomponen | None, aturan: AturanSkor, asal: Mapping[str, Fraction | None]
) -> KomponenSkor:
    """One component: typed, or taken from where its rule points; NE in place of E for efisiensi."""
    ketik = baris.nilai if baris else None
    nilai = Fraction(ketik) if ketik is not None else asal.get(k.dari) if k.dari else None
    cetak = _cetak(nilai, ketik)
    dipakai, dipakai_cetak = nilai, cetak
    if k.jenis == "efisiensi" and nilai is not None:
        dipakai = nilai_efisiensi(nilai, aturan)
        dipakai_cetak = angka(dipakai, DESIMAL, paksa=True)
    berlaku = baris.berlaku if baris else True
    terbobot: Fraction | None = None
    if berlaku and dipakai is not None:
        # A deduction is a number of points whatever its sign in the system that it was read from.
        terbobot = -abs(dipakai) if k.jenis == "pengurang" else dipakai * Fraction(k.bobot) / 100
    resmi = baris.nilai_akhir_resmi if baris else None
    return KomponenSkor(
        kode=k.kode,
        nama=k.nama,
        aspek=k.aspek,
        baris_id=baris.id if baris else "",
        nilai=nilai,
        nilai_cetak=cetak,
        nilai_dipakai=dipakai,
        nilai_dipakai_cetak=dipakai_cetak,
        bobot=k.bobot,
        berlaku=berlaku,
        terbobot=terbobot,
        terbobot_cetak="-" if terbobot is None else angka(terbobot, DESIMAL, paksa=True),
        resmi_cetak="" if resmi is None else angka(resmi),
        pengurang=k.jenis == "pengurang",
    )


def _cetak(nilai: Fraction | None, ketik: Decimal | None) -> str:
    if ketik is not None:
        return angka(ketik)
    return "-" if nilai is None else angka(nilai, DESIMAL, paksa=True)


def _jumlahkan(
    aturan: AturanSkor, komponen: tuple[KomponenSkor, ...]
) -> tuple[Fraction | None, Decimal, Fraction | None, str]:
    """(weighted sum, applicable weights, final value, reason): Total / applicable weights x 100, less deductions."""
    pengurang = {k.kode for k in aturan.komponen if k.jenis == "pengurang"}
    dihitung = [k for k in komponen if k.berlaku and k.kode not in pengurang]
    bobot = sum((k.bobot for k in dihitung), Decimal(0))
    if not dihitung:
        return None, bobot, None, "tidak ada komponen yang diperhitungkan"
    kosong = [k.nama for k in dihitung if k.terbobot is None]
    if kosong:
        return None, bobot, None, f"belum ada nilai: {', '.join(kosong)}"
    total = sum((k.terbobot for k in dihitung if k.terbobot is not None), Fraction(0))
    potong = sum((k.terbobot for k in komponen if k.kode in pengurang and k.terbobot is not None), Fraction(0))
    return total, bobot, total / Fraction(bobot) * 100 + potong, ""


def _aspek(komponen: tuple[KomponenSkor, ...]) -> tuple[AspekSkor, ...]:
    """The plain mean of the applicable components of each aspect; None while one of them has no value."""
    hasil: list[AspekSkor] = []
    for nama in dict.fromkeys(k.aspek for k in komponen if k.aspek):
        isi = [k for k in komponen if k.aspek == nama and k.berlaku]
        nilai = [k.nilai_dipakai for k in isi if k.nilai_dipakai is not None]
        rata = sum(nilai, Fraction(0)) / len(nilai) if nilai and len(nilai) == len(isi) else None
        cetak = "-" if rata is None else angka(rata, DESIMAL, paksa=True)
        hasil.append(AspekSkor(nama, rata, cetak, len(isi)))
    return tuple(hasil)


def _terbaik(s: HasilSkor) -> Fraction | None:
    """What another score takes from this one: the official value, as the ministry itself does; else recomputed."""
    return Fraction(s.resmi) if s.resmi is not None else s.nilai


def gabungan(bobot: BobotGabungan | None, smart: HasilSkor, ikpa: HasilSkor) -> Gabungan:
    """The combined score by the weights of the office, from recomputed and from official values; each only when both
    parts are known. The printed parts are of the official values where both are there."""
    if bobot is None:
        return Gabungan(Decimal(0), Decimal(0), None, "-", None, "-", "-", "-")
    ws, wi = Fraction(bobot.smart) / 100, Fraction(bobot.ikpa) / 100
    hitung = _bagian(smart.nilai, ikpa.nilai, ws, wi)
    resmi = _bagian(
        None if smart.resmi is None else Fraction(smart.resmi),
        None if ikpa.resmi is None else Fraction(ikpa.resmi),
        ws,
        wi,
    )
    bagian = resmi or hitung
    a, b = (angka(x, DESIMAL, paksa=True) for x in bagian) if bagian else ("-", "-")
    nilai, dari_resmi = (x[0] + x[1] if x else None for x in (hitung, resmi))
    return Gabungan(bobot.smart, bobot.ikpa, nilai, _dua(nilai), dari_resmi, _dua(dari_resmi), a, b)


def _bagian(
    smart: Fraction | None, ikpa: Fraction | None, ws: Fraction, wi: Fraction
) -> tuple[Fraction, Fraction] | None:
    if smart is None or ikpa is None:
        return None
    return smart * ws, ikpa * wi


def _dua(x: Fraction | None) -> str:
    return "-" if x is None else angka(x, DESIMAL, paksa=True)
