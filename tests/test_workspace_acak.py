"""Any sequence of commands: undo all is the start, redo all the end, and the file says what the window says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lkjip_desktop.core.commands import Banyak, Hapus, Perintah, Pindah, SalinTahun, Tambah, Ubah
from lkjip_desktop.core.schema import TABLES, Column, Kind
from lkjip_desktop.core.sidik import sidik
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.errors import Ditolak
from lkjip_desktop.workspace import Workspace

TABEL = ("sasaran", "indikator", "indikator_tahun", "analisis", "kegiatan", "laporan")
KOLOM = ("tingkat", "induk_id", "sasaran_id", "penerus_id", "indikator_id", "sama_dengan_id")  # of the structure
ISI = ("tahun", "kode", "target", "definisi", "nama", "anggaran", "tempat", "kumulatif", "pembilang")


def nilai(draw: st.DataObject, now: Snapshot, kolom: Column) -> object:
    """A value that the column takes, mostly; a reference leads to a row that is there, mostly."""
    match kolom.kind:
        case Kind.RUJUK:
            return draw.draw(st.sampled_from([None, "hantu", *now.tabel.get(kolom.ref, {})]))
        case Kind.ANGKA:
            return draw.draw(st.one_of(st.none(), st.decimals(-(10**12), 10**12, places=3)))
        case Kind.UANG:
            return draw.draw(st.integers(0, 10**15))
        case Kind.TAHUN:
            return draw.draw(st.sampled_from([2022, 2023, 2024]))
        case Kind.YATIDAK:
            return draw.draw(st.booleans())
        case Kind.PILIHAN:
            return draw.draw(st.sampled_from([k for k, _ in kolom.choices]))
    return draw.draw(st.text(max_size=12))


def satu(draw: st.DataObject, now: Snapshot, id_baru: str) -> Perintah:
    """A command that may well be done on these rows."""
    ada = [(t, id) for t in TABEL for id in now.tabel.get(t, {})]
    jenis = draw.draw(st.sampled_from(["tambah", "tambah", "ubah", "ubah", "ubah", "hapus", "pindah", "salin"]))
    if jenis == "salin":
        dari, ke = draw.draw(st.sampled_from([(2023, 2024), (2022, 2023), (2023, 2022)]))
        return SalinTahun(dari, ke, frozenset({"kegiatan", "target"}), id_baru)
    tabel, id = draw.draw(st.sampled_from([(t, id_baru) for t in TABEL] if jenis == "tambah" or not ada else ada))
    if jenis == "hapus":
        return Hapus(tabel, id)
    if jenis == "pindah":
        return Pindah(tabel, id, draw.draw(st.integers(0, 4)))
    kolom = [c for c in TABLES[tabel].columns if c.name in KOLOM + ISI]
    pilih = draw.draw(st.lists(st.sampled_from(kolom), max_size=3, unique_by=lambda c: c.name))
    isi = {c.name: nilai(draw, now, c) for c in pilih}
    if jenis == "ubah" and ada:
        return Ubah(tabel, id, isi)
    return Tambah(tabel, id, isi, draw.draw(st.one_of(st.none(), st.integers(0, 3))))


class Kantor(RuleBasedStateMachine):
    """A window and its file, driven at random; `masa` holds every state that undo can reach, the present one last."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.lkjip"

    @initialize()
    def mulai(self) -> None:
        self.ws = Workspace.baru(self.path, tahun=2023)
        self.masa: list[Snapshot] = [self.ws.snapshot]
        self.nanti: list[Snapshot] = []
        self.nomor = 0

    @rule(draw=st.data(), banyak=st.integers(1, 3))
    def kerjakan(self, draw: st.DataObject, banyak: int) -> None:
        sebelum = self.ws.snapshot
        perintah: list[Perintah] = []
        for _ in range(banyak):
            self.nomor += 1
            perintah.append(satu(draw, sebelum, f"b{self.nomor}"))
        try:
            changed = self.ws.lakukan(perintah[0] if banyak == 1 else Banyak("Beberapa", tuple(perintah)))
        except Ditolak:
            assert self.ws.snapshot is sebelum
            return
        if changed.keys:
            self.masa.append(self.ws.snapshot)
            self.nanti.clear()
        else:
            assert self.ws.snapshot is sebelum

    @rule()
    def urungkan(self) -> None:
        assert bool(self.ws.label_urung) == (len(self.masa) > 1)
        if self.ws.urungkan():
            self.nanti.append(self.masa.pop())

    @rule()
    def ulangi(self) -> None:
        assert bool(self.ws.label_ulang) == bool(self.nanti)
        if self.ws.ulangi():
            self.masa.append(self.nanti.pop())

    @rule()
    def tutup_dan_buka(self) -> None:
        self.ws.tutup()
        assert [p.name for p in self.path.parent.iterdir()] == ["a.lkjip"]
        self.ws = Workspace.buka(self.path)

    @precondition(lambda self: len(self.masa) > 1)
    @rule()
    def semua_mundur_lalu_maju(self) -> None:
        langkah = 0
        while self.ws.urungkan():
            langkah += 1
        self.sama(self.masa[0])
        for _ in range(langkah):
            assert self.ws.ulangi()
        assert langkah == len(self.masa) - 1

    @invariant()
    def yang_tampak_adalah_yang_benar(self) -> None:
        if hasattr(self, "ws"):
            self.sama(self.masa[-1])

    def sama(self, harapan: Snapshot) -> None:
        assert self.ws.snapshot == harapan
        assert sidik(self.ws.snapshot) == sidik(harapan)

    def teardown(self) -> None:
        if hasattr(self, "ws"):
            self.ws.tutup()
            with Workspace.buka(self.path) as w:
                assert w.snapshot == self.masa[-1]
                assert sidik(w.snapshot) == sidik(self.masa[-1])
                # Every reference leads somewhere, whatever was cascaded away.
                assert w._store._conn.execute("PRAGMA foreign_key_check").fetchall() == []
        self.folder.cleanup()


TestKantor = Kantor.TestCase
TestKantor.settings = settings(
    max_examples=8, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
