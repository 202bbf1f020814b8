"""Read a workbook that this program wrote and people changed: rows by table, or everything that is wrong by cell."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from lkjip_desktop.core import naskah
from lkjip_desktop.core.schema import TABLES, Table
from lkjip_desktop.core.snapshot import Snapshot

from .baris_masuk import BarisMasuk, id_sah
from .masalah import Catatan, potong
from .rencana import RencanaImpor, rencana_baris
from .xlsx_bentuk import BARIS_KEPALA, TANDA, Lajur, bacaan, lajur, polos_saja, sebutan_baris
from .xlsx_nilai import LEWATI, Sel, nilai_sel, teks_sel
from .xlsx_penjaga import berumus, tolak

T = TypeVar("T")

#: Most rows of a sheet that are read.
BATAS_BARIS = 20_000
_LAJUR_PALING = 150
_BUKAN_KITA = "Berkas Excel ini tidak berasal dari ekspor program ini; ekspor dahulu, isi, lalu impor berkas itu."


@dataclass(slots=True)
class _Lembar:
    """A sheet of ours: its table, its columns by place, and its rows as cells."""

    judul: str
    tabel: Table
    lajur: dict[int, Lajur]
    baris: list[tuple[int, dict[int, Sel]]] = field(default_factory=list)

    def tempat(self, n: int, kolom: int = -1) -> str:
        if kolom < 0:
            return f"Lembar “{self.judul}” baris {n}"
        return f"Lembar “{self.judul}” sel {get_column_letter(kolom + 1)}{n} ({self.lajur[kolom].judul})"


def rencana_xlsx(
    now: Snapshot, data: bytes, id_baru: Callable[[], str], ada_berkas: Callable[[str], bool]
) -> RencanaImpor:
    """The plan for a workbook; what a sheet leaves out stays as it is, nothing is removed."""
    catatan = Catatan()
    baris: dict[str, tuple[BarisMasuk, ...]] = {}
    if galat := tolak(data):
        catatan.tambah("", galat)
    else:
        lembar = _buka(data, catatan)
        if not lembar and not catatan.kalimat:
            catatan.tambah("", _BUKAN_KITA)
        baca = _Pembaca(now, lembar, catatan)
        for x in lembar:
            if x.tabel.name in baris:
                catatan.tambah(f"Lembar “{x.judul}”", f"tabel {x.tabel.label} sudah ada pada lembar lain.")
            else:
                baris[x.tabel.name] = tuple(baca.baris(x))
    return rencana_baris(now, baris, {}, catatan, id_baru, ada_berkas)


# -------------------------------------------------------------------------------------------------- the cells
def _buka(data: bytes, catatan: Catatan) -> list[_Lembar]:
    rumus = _pasang(data, hitung=False) if berumus(data) else None
    hasil: list[_Lembar] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library tells programmers of styles that it does not know
            buku = _pasang(data, hitung=True)
            for judul, ws in zip(buku.sheetnames, buku.worksheets, strict=True):
                if x := _lembar(judul, ws, rumus[judul] if rumus else None, catatan):
                    hasil.append(x)
    except Exception:  # noqa: BLE001 - a hostile part may fail anywhere in the library; nothing was changed yet
        catatan.tambah("", "Berkas ini bukan berkas Excel (.xlsx) yang utuh.")
        return []
    return hasil


def _pasang(data: bytes, *, hitung: bool) -> Any:
    return load_workbook(io.BytesIO(data), read_only=True, data_only=hitung, keep_links=False)


def _lembar(judul: str, ws: Any, ws_rumus: Any, catatan: Catatan) -> _Lembar | None:
    if not hasattr(ws, "iter_rows"):  # a sheet that is one chart
        return None
    isi = ws.iter_rows(max_row=BATAS_BARIS + BARIS_KEPALA + 1, max_col=_LAJUR_PALING)
    kepala = [teks_sel(c.value) for c in next(isi, ())]
    if not kepala or not kepala[0].startswith(TANDA):
        return None
    t = TABLES.get(kepala[0].removeprefix(TANDA))
    if t is None:
        catatan.tambah(f"Lembar “{judul}”", f"tabel {potong(kepala[0])} tidak dikenal.")
        return None
    kenal = {x.nama: x for x in lajur(t, dict.fromkeys(t.by_name, 20))}
    x = _Lembar(judul, t, {0: kenal["id"]})
    for n, nama in enumerate(kepala[1:], start=1):
        if nama in kenal and kenal[nama] not in x.lajur.values():
            x.lajur[n] = kenal[nama]
        elif nama:
            catatan.tambah(f"Lembar “{judul}” kolom {get_column_letter(n + 1)}", f"{potong(nama)} tidak dikenal.")
    rumus = ws_rumus.iter_rows(max_row=BATAS_BARIS + BARIS_KEPALA + 1, max_col=_LAJUR_PALING) if ws_rumus else None
    if rumus is not None:
        next(rumus, ())
    for n, sel in enumerate(isi, start=2):
        asli = next(rumus, ()) if rumus is not None else ()
        if n <= BARIS_KEPALA:
            continue
        ada = {i: Sel(c.value, c.number_format or "", c.data_type == "e") for i, c in enumerate(sel) if i in x.lajur}
        for i, c in enumerate(asli):
            if c.data_type == "f" and i in ada and ada[i].isi is None:
                catatan.tambah(x.tempat(n, i), "rumusnya belum dihitung; buka di Excel, simpan, lalu impor lagi.")
        if n > BATAS_BARIS + BARIS_KEPALA:
            if any(c.isi is not None for c in ada.values()):
                catatan.tambah(f"Lembar “{judul}”", f"lebih dari {BATAS_BARIS} baris.")
            break
        if any(c.isi not in (None, "") for c in ada.values()):
            x.baris.append((n, ada))
    return x


# --------------------------------------------------------------------------------------------------- the rows
class _Pembaca:
    """Turns cells into values; knows by which words the workbook and the data file call their rows."""

    def __init__(self, now: Snapshot, lembar: list[_Lembar], catatan: Catatan) -> None:
        self._now = now
        self._catatan = catatan
        self._kenal: dict[str, dict[str, set[str]]] = {}
        for x in lembar:
            for n, j in x.lajur.items():
                if j.peran == "kunci" and j.kolom is not None:
                    for _, sel in x.baris:
                        id, _, kata = teks_sel(sel[n].isi if n in sel else None).partition(" ")
                        if kata:
                            self._kata(j.kolom.ref).setdefault(kata, set()).add(id)

    def _kata(self, tabel: str) -> dict[str, set[str]]:
        """Words -> ids of the rows of a table: those of the data file, and those that the workbook names."""
        if tabel not in self._kenal:
            self._kenal[tabel] = {}
            for id, kata in sebutan_baris(self._now, tabel).items():
                self._kenal[tabel].setdefault(kata, set()).add(id)
        return self._kenal[tabel]

    def baris(self, x: _Lembar) -> Iterator[BarisMasuk]:
        """The rows of a sheet; a value that is refused is noted and left out."""
        ada: dict[str, int] = {}
        for n, sel in x.baris:
            id = teks_sel(sel[0].isi if 0 in sel else None)
            if id and not id_sah(id):
                self._catatan.tambah(x.tempat(n, 0), f"{potong(id)} bukan pengenal baris; kosongkan untuk baris baru.")
                continue
            if id and id in ada:
                self._catatan.tambah(
                    x.tempat(n), f"salinan baris {ada[id]}; kosongkan kolom A yang tersembunyi agar menjadi baris baru."
                )
                continue
            ada[id] = n
            kosong = all(c.isi in (None, "") for i, c in sel.items() if x.lajur[i].tampak)
            if kosong and (not id or self._now.row(x.tabel.name, id) is not None):
                continue  # what a person cleared is not removed
            yield BarisMasuk(x.tempat(n), id, dict(self._nilai(x, n, sel, baru=not id)))

    def _nilai(self, x: _Lembar, n: int, sel: Mapping[int, Sel], *, baru: bool) -> Iterator[tuple[str, Any]]:
        letak = {j.nama: i for i, j in x.lajur.items()}

        def isi(nama: str) -> str:
            i = letak.get(nama, -1)
            return teks_sel(sel[i].isi) if i in sel else ""

        for i, j in x.lajur.items():
            c = j.kolom
            if c is None or j.peran in ("sambungan", "kunci"):
                continue
            if i in sel and sel[i].galat:
                self._catatan.tambah(x.tempat(n, i), f"berisi kesalahan Excel ({potong(sel[i].isi)}).")
                continue
            nilai: Any
            if j.peran == "sebutan":
                nilai, galat = self._rujukan(c.ref, isi(j.nama), isi(c.name))
            elif j.peran == "bacaan":
                nilai, galat = _uraian(isi(j.nama), _gabung(letak, sel, c.name))
            elif j.peran == "susunan":
                if f"{c.name}:bacaan" in letak:
                    continue  # read together with its plain words
                nilai, galat = nilai_sel(c, Sel(_gabung(letak, sel, c.name)), baru=baru)
            else:
                nilai, galat = nilai_sel(c, sel.get(i, Sel(None)), baru=baru)
            if galat:
                self._catatan.tambah(x.tempat(n, i), galat)
            elif nilai is not LEWATI:
                yield c.name, nilai

    def _rujukan(self, tabel: str, kata: str, kunci: str) -> tuple[str | None, str]:
        """(id of the referenced row, "") by the words that a person sees; the hidden id counts while they stand."""
        id, _, lama = kunci.partition(" ")
        kata = " ".join(kata.split())
        if not kata:
            return None, ""
        if id and kata == (lama or id):
            return (id, "") if id_sah(id) else (None, f"{potong(id)} bukan pengenal baris.")
        calon = self._kata(tabel).get(kata, set())
        if len(calon) == 1:
            return next(iter(calon)), ""
        if id_sah(kata):
            return kata, ""
        sebab = (
            "ada lebih dari satu yang disebut begitu" if calon else f"tidak ada {TABLES[tabel].one} dengan sebutan itu"
        )
        return None, f"{potong(kata)}: {sebab}."


def _gabung(letak: Mapping[str, int], sel: Mapping[int, Sel], nama: str) -> str:
    """A long value from all its cells, exactly as they hold it."""
    bagian = [nama, *(f"{nama}:{n}" for n in range(2, 21))]
    return "".join(str(sel[letak[b]].isi or "") for b in bagian if b in letak and letak[b] in sel)


def _uraian(kata: str, susunan: str) -> tuple[Any, str]:
    """A long text: as it was while its words stand; new words where it was plain."""
    try:
        lama = naskah.tulis(naskah.baca(susunan))
    except (ValueError, RecursionError):
        return None, "susunan teks pada kolom tersembunyi di sebelahnya rusak; ekspor ulang berkas ini."
    if kata.strip() == bacaan(lama).strip():
        return lama, ""
    if not polos_saja(lama):
        return None, "teks ini memakai isian otomatis, tabel, atau huruf tebal; ubah di program, bukan di Excel."
    return naskah.tulis(naskah.dari_teks(kata)), ""
