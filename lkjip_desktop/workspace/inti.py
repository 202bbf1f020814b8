"""The heart of the door: open, do, undo, redo, listen, compute, check, remember, close."""

from __future__ import annotations

import contextlib
import json
import threading
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from lkjip_desktop.core.aturan import bawaan
from lkjip_desktop.core.change import Change, Changed, Step
from lkjip_desktop.core.commands import KunciBagian, Perintah, Tambah, rencana
from lkjip_desktop.core.jurnal import BATAL, LANGKAH, ULANG, Catatan, Tumpukan, balik, riwayat_baris, tulis_isi
from lkjip_desktop.core.kunci import tolak
from lkjip_desktop.core.periksa_baris import tolak_rujukan
from lkjip_desktop.core.periksa_nilai import sama
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import AturanBaris, Identitas, Laporan
from lkjip_desktop.errors import Ditolak, GagalSimpan, HanyaBaca, LkjipError
from lkjip_desktop.store.store import Store

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem
    from lkjip_desktop.core.hasil import Hasil

Pendengar = Callable[[Changed], None]
Jam = Callable[[], datetime]
#: (time, officer, label, before, after) of one row or column in the journal.
Riwayat = tuple[str, str, str, Any, Any]

_ATURAN = Path(__file__).parents[2] / "resources" / "aturan"


def sekarang() -> datetime:
    """The clock of this computer, with its zone."""
    return datetime.now().astimezone()


class Inti:
    """Everything about rows, steps and the open file that needs no printing, exchange or copy."""

    def __init__(self, store: Store, petugas: str = "", jam: Jam = sekarang) -> None:
        self._store = store
        self._jam = jam
        self._kunci = threading.RLock()
        self._pendengar: list[Pendengar] = []
        self._hasil: tuple[Snapshot, dict[int, Hasil]] = (Snapshot(), {})
        self._muat()
        self._petugas = petugas or self.setelan("petugas")

    def _muat(self) -> None:
        """Everything anew from the file."""
        self._snapshot = self._store.baca()
        self._sha = set(self._store.sha_ada())
        self._tumpukan = Tumpukan()
        for c in self._store.catatan_pagar():
            self._tumpukan.catat(c)
        terakhir = self._store.catatan_terakhir()
        self._waktu_simpan = terakhir.waktu if terakhir else ""

    # ----------------------------------------------------------------------------------------- open and close
    @classmethod
    def buka(cls, path: Path | str, *, hanya_baca: bool = False, petugas: str = "", jam: Jam = sekarang) -> Self:
        """Open a data file; a place that cannot be written gives a workspace that only reads.

        Raises:
            BerkasError: missing, empty, not ours, damaged, newer, or open elsewhere (one kind each).
        """
        store = Store.buka(Path(path), hanya_baca=hanya_baca)
        try:
            return cls(store, petugas, jam)
        except BaseException:
            store.tutup()
            raise

    @classmethod
    def baru(
        cls,
        path: Path | str,
        nama: str = "",
        tahun: int | None = None,
        *,
        petugas: str = "",
        timpa: bool = False,
        jam: Jam = sekarang,
    ) -> Self:
        """Make a data file with the shipped rules, and open it; an existing file is replaced only by `timpa`."""
        changes = _awal(nama, tahun)
        catatan = Catatan(_iso(jam()), petugas, "Berkas baru", tulis_isi(changes), pagar=True)
        Store.baru(Path(path), changes, {}, catatan, timpa=timpa)
        return cls.buka(path, petugas=petugas, jam=jam)

    @classmethod
    def memori(cls, nama: str = "", tahun: int | None = None, *, petugas: str = "", jam: Jam = sekarang) -> Self:
        """A workspace without a file, with the shipped rules; for tests and trials."""
        store = Store.memori()
        changes = _awal(nama, tahun)
        store.tulis(changes, {}, Catatan(_iso(jam()), petugas, "Berkas baru", tulis_isi(changes), pagar=True))
        return cls(store, petugas, jam)

    @staticmethod
    def siapkan() -> None:
        """Load, in any thread, what the first step of this process would wait for."""
        Store.siapkan()

    def tutup(self) -> None:
        """Close the file; the folder then holds one file."""
        with self._kunci:
            self._pendengar.clear()
            self._store.tutup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.tutup()

    # ------------------------------------------------------------------------------------------- what is there
    @property
    def snapshot(self) -> Snapshot:
        """All rows as they are now; immutable."""
        return self._snapshot

    @property
    def path(self) -> Path | None:
        """The file; None in memory."""
        return self._store.path

    @property
    def hanya_baca(self) -> bool:
        """True when nothing can be changed; `alasan_hanya_baca` says why."""
        return bool(self._store.alasan)

    @property
    def alasan_hanya_baca(self) -> str:
        """One sentence for the banner, "" when the file can be written."""
        return self._store.alasan

    @property
    def judul(self) -> str:
        """The name of the satker, else of the file."""
        nama = [i.singkatan or i.nama for i in self._snapshot.rows(Identitas) if i.singkatan or i.nama]
        return nama[-1] if nama else self.path.stem if self.path else "Tanpa nama"

    @property
    def waktu_simpan(self) -> str:
        """Time of the last step that is in the file (ISO with offset), "" when there is none."""
        return self._waktu_simpan

    @property
    def petugas(self) -> str:
        """The officer's chosen name, as it stands in the journal."""
        return self._petugas

    @petugas.setter
    def petugas(self, nama: str) -> None:
        self._petugas = " ".join(nama.split())
        if not self.hanya_baca:
            self.atur_setelan("petugas", self._petugas)

    def id_baru(self) -> str:
        """A new row id."""
        return str(uuid.uuid4())

    def sekarang(self) -> str:
        """Date and time of now, ISO with offset."""
        return _iso(self._jam())

    def tahun(self) -> tuple[int, ...]:
        """The report years, oldest first."""
        return tuple(r.tahun for r in self._snapshot.rows(Laporan) if r.tahun is not None)

    def hasil(self, tahun: int) -> Hasil:
        """All derived numbers of a year; computed once for a snapshot. Raises Ditolak for a year that is not."""
        return self.hasil_dari(self._snapshot, tahun)

    def hasil_dari(self, snapshot: Snapshot, tahun: int) -> Hasil:
        """The same for a snapshot at hand, from any thread."""
        from lkjip_desktop.core.hitung import hitung

        with self._kunci:
            if self._hasil[0] is not snapshot:
                self._hasil = (snapshot, {})
            cache = self._hasil[1]
        if tahun not in cache:
            cache[tahun] = hitung(snapshot, tahun)
        return cache[tahun]

    def periksa(self, tahun: int) -> tuple[Problem, ...]:
        """What is not in order in a year, gravest first; what is typed and not stored leads the warnings."""
        from lkjip_desktop.core.checks import LEVEL, periksa
        from lkjip_desktop.core.checks.ketikan import ketikan

        snapshot = self._snapshot
        masalah = periksa(snapshot, self.hasil_dari(snapshot, tahun), tahun, self._jam().date().isoformat())
        draf: list[tuple[str, str, str, str, str]] = []
        with contextlib.suppress(LkjipError):  # of a file that cannot be read the rows are known all the same
            draf = self.draf()
        tertinggal = ketikan(snapshot, tahun, (d[:4] for d in draf))
        return tuple(sorted((*tertinggal, *masalah), key=lambda p: LEVEL.index(p.level)))

    def isi_berkas(self, sha: str) -> bytes:
        """The bytes of a picture or attachment."""
        return self._store.isi_berkas(sha)

    def ada_berkas(self, sha: str) -> bool:
        """True when the file holds these bytes."""
        return sha in self._sha

    @staticmethod
    def aturan_bawaan() -> tuple[AturanBaris, ...]:
        """The rule sets that come with the program, as a new file gets them."""
        return bawaan(_baca_aturan())

    @staticmethod
    def versi_berkas() -> tuple[str, int]:
        """Version of SQLite, and of the schema of the file."""
        from lkjip_desktop.store.berkas import versi

        return versi()

    # -------------------------------------------------------------------------------------------- do and undo
    def lakukan(self, command: Perintah, pelaku: object = None) -> Changed:
        """Do a command: planned, checked, written, told to the listeners. No change is no step.

        Raises:
            Ditolak: the rules refuse it; HanyaBaca; GagalSimpan: the disk refuses, the old state stands.
        """
        with self._kunci:
            self._boleh_menulis()
            if isinstance(command, KunciBagian):
                command = replace(command, oleh=command.oleh or self._petugas, waktu=command.waktu or self.sekarang())
            step = rencana(self._snapshot, command)
            self._periksa_blob(step)
            if not step.changes:
                return Changed(frozenset(), pelaku)
            changed = self._tulis(step, LANGKAH, None, pelaku)
        return self._beri_tahu(changed)

    def urungkan(self, pelaku: object = None) -> Changed | None:
        """Take back the last step; None when there is none, or a barrier stands before it."""
        return self._balikkan(BATAL, pelaku)

    def ulangi(self, pelaku: object = None) -> Changed | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._balikkan(ULANG, pelaku)

    @property
    def label_urung(self) -> str:
        """What undo would take back, "" = nothing."""
        return self._tumpukan.urung[-1][1] if self._tumpukan.urung and not self.hanya_baca else ""

    @property
    def label_ulang(self) -> str:
        """What redo would do again, "" = nothing."""
        return self._tumpukan.ulang[-1][1] if self._tumpukan.ulang and not self.hanya_baca else ""

    def dengar(self, callback: Pendengar) -> Callable[[], None]:
        """Call `callback` after every step, on the thread that did it; call the result to stop."""
        self._pendengar.append(callback)

        def berhenti() -> None:
            if callback in self._pendengar:
                self._pendengar.remove(callback)

        return berhenti

    def _balikkan(self, jenis: str, pelaku: object) -> Changed | None:
        with self._kunci:
            self._boleh_menulis()
            # Asked for only under the lock: a restore on another thread brings other stacks.
            tumpukan = self._tumpukan.urung if jenis == BATAL else self._tumpukan.ulang
            if not tumpukan:
                return None
            nomor, label = tumpukan[-1]
            changes = balik(self._store.catatan(nomor).isi, self._snapshot)
            step = Step(label, changes)
            if sebab := tolak(self._snapshot, step) or tolak_rujukan(self._snapshot.apply(changes), changes):
                raise Ditolak(sebab)
            changed = self._tulis(step, jenis, nomor, pelaku)
        return self._beri_tahu(changed)

    def _tulis(self, step: Step, jenis: str, membatalkan: int | None, pelaku: object) -> Changed:
        catatan = Catatan(
            self.sekarang(), self._petugas, step.label, tulis_isi(step.changes), jenis, membatalkan, step.pagar
        )
        try:
            nomor = self._store.tulis(step.changes, step.blobs, catatan)
        except GagalSimpan:
            self._selaraskan()
            raise
        self._snapshot = self._snapshot.apply(step.changes, nomor)
        self._sha |= step.blobs.keys()
        self._tumpukan.catat(replace(catatan, nomor=nomor))
        self._waktu_simpan = catatan.waktu
        return Changed(frozenset((c.table, c.key) for c in step.changes), pelaku, jenis)

    def _selaraskan(self) -> None:
        """After a refused save show what the file really holds: when the medium fails in the very last sync of a
        COMMIT, the step may be there although it cannot be called saved."""
        with contextlib.suppress(LkjipError):
            if self._store.baca().revisi != self._snapshot.revisi:
                self._muat()
                self._beri_tahu(Changed(frozenset(), None, "muat"))

    def _beri_tahu(self, changed: Changed) -> Changed:
        for callback in tuple(self._pendengar):
            callback(changed)
        return changed

    def _boleh_menulis(self) -> None:
        if self.hanya_baca:
            raise HanyaBaca(self._store.alasan, "Simpan salinan ke tempat lain untuk mengubahnya.")

    def _periksa_blob(self, step: Step) -> None:
        for c in step.changes:
            for kolom in TABLES[c.table].columns if c.after is not None else ():
                if kolom.kind is Kind.BERKAS:
                    sha = getattr(c.after, kolom.name)
                    if sha and sha not in self._sha and sha not in step.blobs:
                        raise Ditolak(f"{kolom.label}: isinya tidak ada di dalam berkas.")

    # -------------------------------------------------------------------------- history, drafts, settings
    def riwayat(self, tabel: str, id: str, kolom: str | None = None) -> list[Riwayat]:
        """What the journal says of a row, oldest first; without `kolom` before and after are by column name."""
        keluar: list[Riwayat] = []
        for c in self._store.catatan_tentang(id):
            beda = [b for b in riwayat_baris(c.isi, tabel, id, kolom) if not sama(b[1], b[2])]
            label = {BATAL: f"Diurungkan: {c.label}", ULANG: f"Diulangi: {c.label}"}.get(c.jenis, c.label)
            if beda and kolom:
                keluar.append((c.waktu, c.oleh, label, beda[0][1], beda[0][2]))
            elif beda:
                keluar.append((c.waktu, c.oleh, label, {k: v for k, v, _ in beda}, {k: v for k, _, v in beda}))
        return keluar

    def simpan_draf(self, tabel: str, kunci: str, kolom: str, teks: str) -> None:
        """Keep what is typed in a field that is not left yet; it survives a crash and is no step."""
        self._store.simpan_draf(tabel, kunci, kolom, teks, self.sekarang())

    def draf(self) -> list[tuple[str, str, str, str, str]]:
        """Kept drafts: (table, row id, column, text, time)."""
        return self._store.draf()

    def hapus_draf(self, tabel: str = "", kunci: str = "", kolom: str = "") -> None:
        """Forget drafts; an empty word means any."""
        self._store.hapus_draf(tabel, kunci, kolom)

    def setelan(self, nama: str, bawaan: str = "") -> str:
        """A setting that goes with the file; not part of journal or digest."""
        return self._store.setelan().get(nama, bawaan)

    def atur_setelan(self, nama: str, nilai: str) -> None:
        """Change a setting of the file; raises HanyaBaca when it cannot be written."""
        self._store.atur_setelan(nama, nilai)


def _iso(waktu: datetime) -> str:
    return waktu.isoformat(timespec="seconds")


def _awal(nama: str, tahun: int | None) -> tuple[Change, ...]:
    """The rows of a new file: the shipped rules, the satker's name, the first year."""
    baris: list[Row] = [*bawaan(_baca_aturan())]
    kosong = Snapshot()
    perintah: list[tuple[str, Mapping[str, Any]]] = []
    if nama:
        perintah.append((Identitas.TABEL, {"nama": nama}))
    if tahun is not None:
        perintah.append((Laporan.TABEL, {"tahun": tahun}))
    for tabel, nilai in perintah:
        for c in rencana(kosong, Tambah(tabel, str(uuid.uuid4()), nilai)).changes:
            baris += [c.after] if c.after else []
    return tuple(Change(r.TABEL, None, r) for r in baris)


def _baca_aturan() -> Iterable[Mapping[str, Any]]:
    for path in sorted(_ATURAN.glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))
