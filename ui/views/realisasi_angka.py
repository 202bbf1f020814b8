"""What cells of Realisasi say that nobody typed: figures made of periods or a fraction, and where they come from."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from lkjip_desktop.core.angka import angka, romawi
from lkjip_desktop.core.hasil import HasilIndikator, HasilPeriode, Ukur
from lkjip_desktop.core.tables import IndikatorPeriode, IndikatorTahun
from lkjip_desktop.core.tanggal import NAMA_BULAN, tanggal_cetak
from ui.widgets.grid_column import Computed

_WAYS = {
    "jumlah": "dijumlahkan",
    "rata": "dirata-ratakan",
    "terakhir": "angka terakhir",
    "maksimum": "angka tertinggi",
}
_FRACTION = "Dihitung dari pembilang dan penyebut."
NOT_A_RATIO = "Indikator ini bukan rasio; isi kolom Realisasi."
FRACTION_FIRST = "Dihitung dari pembilang dan penyebut; kosongkan keduanya untuk mengetik persentase."
_GRADE = "Indikator ini dinilai dengan predikat; tekan F2 untuk membuka isiannya."


def no_fraction(row: IndikatorTahun) -> str:
    """Only a ratio has two parts; a figure put there by mistake would count for nothing."""
    return "" if row.jenis_nilai == "rasio" else NOT_A_RATIO


def no_figure(row: IndikatorTahun) -> str:
    """Of a grade no number is typed."""
    return _GRADE if row.jenis_nilai == "predikat" else ""


def no_percentage(row: IndikatorTahun) -> str:
    """A percentage beside a known fraction would count for nothing; of a grade no number is typed."""
    if row.jenis_nilai == "rasio" and row.pembilang is not None and row.penyebut is not None:
        return FRACTION_FIRST
    return no_figure(row)


def periods_in_words(h: HasilIndikator) -> str:
    """The periods of which the year is made: "triwulan I–III", "bulan Januari, Maret"; "" for none."""
    used = [p for p in h.periode if p.dipakai]
    if not used:
        return ""
    months = used[0].jenis == "bulan"
    names = [NAMA_BULAN[p.periode - 1] if months else romawi(p.periode) for p in used]
    numbers = [p.periode for p in used]
    whole = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1))
    return f"{used[0].jenis} {f'{names[0]}–{names[-1]}' if whole else ', '.join(names)}"


def origin(h: HasilIndikator) -> str:
    """ "triwulan I–III (dijumlahkan), keadaan sampai 30 September 2023"."""
    until = max((p.sampai for p in h.periode if p.dipakai), default="")
    words = f"{periods_in_words(h)} ({_WAYS.get(h.cara_gabung, 'digabungkan')})"
    return f"{words}, keadaan sampai {tanggal_cetak(until)}" if until else words


def year_part(name: str, result: Callable[[IndikatorTahun], HasilIndikator | None]) -> Callable[..., Computed | None]:
    """For pembilang, penyebut or realisasi of a year: what is computed of it, and why it is or is not."""

    def of(row: IndikatorTahun) -> Computed | None:
        h = result(row)
        if h is None:
            return None
        if row.jenis_nilai == "predikat":
            return _measured(h.realisasi, "") if name == "realisasi" else None
        if h.dari_periode:
            words = f"Dihitung dari {origin(h)}; ketik untuk mengganti."
            if name == "realisasi":
                return _measured(h.realisasi, words)
            return _counted(h.pembilang if name == "pembilang" else h.penyebut, words)
        typed = getattr(row, name) is not None
        known = row.jenis_nilai == "rasio" and row.pembilang is not None and row.penyebut is not None
        if name == "realisasi" and known:
            if typed:
                return Computed(words="Tidak dipakai, karena pembilang dan penyebut sudah diisi.")
            return _measured(h.realisasi, _FRACTION)
        if h.gabungan is None:
            return None
        if typed:
            offered = f"{periods_in_words(h)} memberi {h.gabungan.cetak}; kosongkan untuk memakainya."
            return Computed(words=f"Diketik sendiri. Angka {offered}") if h.gabungan.nilai is not None else None
        if name == "realisasi":
            return Computed(words=sentence(h.realisasi.alasan))
        other = "penyebut" if name == "pembilang" else "pembilang"
        if getattr(row, other) is not None:
            words = f"{other.capitalize()} diketik sendiri, maka {name} tidak lagi diambil dari angka periode; "
            return Computed(words=words + f"isi juga {name}, atau kosongkan {other}.")
        return None

    return of


def target_part(result: Callable[[IndikatorTahun], HasilIndikator | None]) -> Callable[..., Computed | None]:
    """The grade that is aimed at, and both bounds of a band, of which the cell holds the lower one."""

    def of(row: IndikatorTahun) -> Computed | None:
        h = result(row)
        if h is None or h.target.nilai is None:
            return None
        if row.jenis_nilai == "predikat":
            return _measured(h.target, "")
        if row.polaritas == "rentang":
            return Computed(words=f"Rentang {h.target.cetak}; batas atasnya diisi pada layar Sasaran & IKK.")
        return None

    return of


def period_part(h: HasilIndikator, row: IndikatorPeriode) -> Computed | None:
    """The figure of one period that is made of its fraction, and why it does not enter the year."""
    p = next((p for p in h.periode if p.baris_id == row.id), None)
    if p is None:
        return None
    if p.realisasi.nilai is None:
        half = row.pembilang is not None or row.penyebut is not None
        return Computed(words=sentence(p.realisasi.alasan)) if half else None
    aside = _aside(h, p)
    if p.diketik:
        return Computed(words=aside) if aside else None
    words = FRACTION_FIRST if row.realisasi is None else "Tidak dipakai, karena pembilang dan penyebut sudah diisi."
    return _measured(p.realisasi, " ".join(x for x in (words, aside) if x))


def year_in_words(h: HasilIndikator) -> str:
    """Where the year's figure comes from, for the column that shows it beside a period."""
    if h.dari_periode:
        return f"Dihitung dari {origin(h)}."
    if h.realisasi.nilai is None:
        return sentence(h.realisasi.alasan)
    if h.gabungan is not None and h.gabungan.nilai is not None:
        return f"Diketik pada tab Setahun; angka {periods_in_words(h)} memberi {h.gabungan.cetak}."
    return "Diketik pada tab Setahun."


def _aside(h: HasilIndikator, p: HasilPeriode) -> str:
    """Why a filled period does not enter the year, "" when it does."""
    if p.dipakai or not any(x.dipakai for x in h.periode):
        return ""
    used = next(x for x in h.periode if x.dipakai)
    if used.jenis != p.jenis:
        return f"Angka setahun memakai {periods_in_words(h)}."
    return f"Angka setahun memakai {periods_in_words(h)} saja ({_WAYS.get(h.cara_gabung, '')})."


def _measured(u: Ukur, words: str) -> Computed:
    return Computed(u.polos or ("" if u.nilai is None else u.cetak), words, u.nilai)


def _counted(n: Decimal | Fraction | None, words: str) -> Computed | None:
    return None if n is None else Computed(angka(n), words, n)


def sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}." if reason else ""
