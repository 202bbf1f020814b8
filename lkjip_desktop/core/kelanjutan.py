"""How an indicator stands to the year before: the same, changed in wording or measuring, or new."""

from __future__ import annotations

import re
import unicodedata

from .kata_dasar import daftar, polos
from .schema import TABLES
from .snapshot import Snapshot
from .tables import IndikatorTahun

#: Columns that say what is measured and how: another value in one of them is another measurement.
UKURAN = (
    "nama",
    "jenis_nilai",
    "satuan",
    "polaritas",
    "label_pembilang",
    "label_penyebut",
    "satuan_hitung",
    "skala",
    "definisi",
    "rumus",
)


def tahun_sebelum(snapshot: Snapshot, row: IndikatorTahun) -> IndikatorTahun | None:
    """What the last year before said of the same indicator, None when there is none."""
    lama = [
        r for r in snapshot.where(IndikatorTahun, indikator_id=row.indikator_id) if (r.tahun or 0) < (row.tahun or 0)
    ]
    return max(lama, key=lambda r: r.tahun or 0, default=None)


def ada_sebelum(snapshot: Snapshot, tahun: int) -> bool:
    """Whether the file has indicators of a year before."""
    return any((r.tahun or 0) < tahun for r in snapshot.rows(IndikatorTahun))


def yang_berubah(lama: IndikatorTahun, baru: IndikatorTahun) -> tuple[str, ...]:
    """Labels of what differs; capitals, marks and spaces are no difference, nor is what one of the years left empty."""
    kolom = TABLES[baru.TABEL].by_name
    beda = []
    for k in UKURAN:
        a, b = str(getattr(lama, k)), str(getattr(baru, k))
        if a and b and tanpa_tanda(a) != tanpa_tanda(b):
            beda.append(kolom[k].label.lower())
    return tuple(beda)


def usul_kelanjutan(snapshot: Snapshot, row: IndikatorTahun) -> tuple[str, str]:
    """(value, one Indonesian sentence why) where the mark does not fit what the years say; ("", "") where it does.

    An indicator that is marked as ended is left alone: that is a decision, and no fact of the rows.
    """
    lama = tahun_sebelum(snapshot, row)
    if row.kelanjutan == "dihapus" or (lama is not None and lama.kelanjutan == "dihapus"):
        return "", ""
    if lama is None and not ada_sebelum(snapshot, row.tahun or 0):
        return "", ""  # the first year of the file: everything is new, and nothing is worth a mark
    if lama is None:
        return ("", "") if row.kelanjutan == "baru" else ("baru", "Tahun-tahun sebelumnya belum memuat indikator ini.")
    beda = yang_berubah(lama, row)
    if beda and row.kelanjutan != "diubah":
        return "diubah", f"Berbeda dari tahun {lama.tahun}: {polos(daftar(beda))}."
    if not beda and row.kelanjutan in ("", "baru"):
        return "dilanjutkan", f"Sudah ada pada tahun {lama.tahun}, dengan nama dan cara mengukur yang sama."
    return "", ""


def tanpa_tanda(teks: str) -> str:
    """A text without capitals, spaces and marks: what makes no difference in meaning."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", teks)).casefold()
