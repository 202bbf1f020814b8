"""What is done with the rows of the tree: add, copy, move, take away, each as one step."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from lkjip_desktop.core.commands import Banyak, Hapus, Perintah, Pindah, Tambah, Ubah
from lkjip_desktop.core.tables import TINGKAT, Indikator, IndikatorTahun, Sasaran, SasaranTahun
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.views.sasaran_tree import SasaranTree

_CODE = {"strategis": ("SS", "IKU"), "program": ("SP", "IKP"), "kegiatan": ("SK", "IKK")}
#: What a copy does not take along: who it is, and what happened.
_OWN = ("indikator_id", "tahun", "urut", "kode", "kelanjutan")
_HAPPENED = ("pembilang", "penyebut", "realisasi", "realisasi_predikat", "tanggal_data")


class SasaranRows:
    """Deeds on the row that is chosen in the tree. `begin(table, row id)` leads to the name of a new row."""

    def __init__(self, bridge: Bridge, tree: SasaranTree, begin: Callable[[str, str], None], parent: QWidget) -> None:
        self.bridge, self.tree = bridge, tree
        self._begin, self._parent = begin, parent

    # ------------------------------------------------------------------------------------------------------- new
    def add_aim(self) -> None:
        """A sasaran at the level of what is chosen."""
        if not self._has_year():
            return
        _, _, level = self._aim()
        prefix = _CODE[level][0]
        code = self._free(prefix, {r.kode for r in self.bridge.snapshot.where(SasaranTahun, tahun=self.bridge.year)})
        aim_id, row_id = self.bridge.new_id(), self.bridge.new_id()
        values = {"sasaran_id": aim_id, "tahun": self.bridge.year, "kode": code, "nama": "Sasaran baru"}
        step = Banyak(
            f"Tambah {dict(TINGKAT)[level].lower()} {code}",
            (Tambah("sasaran", aim_id, {"tingkat": level}), Tambah("sasaran_tahun", row_id, values)),
        )
        if not self.bridge.do(step):
            self._begin("sasaran_tahun", row_id)

    def add_indicator(self) -> None:
        """An indicator below the sasaran that is chosen, or that holds what is chosen."""
        if not self._has_year():
            return
        aim_id, _, _ = self._aim()
        if not aim_id:
            self.bridge.told.emit("Pilih dahulu sasaran tempat indikator ini.", True)
            return
        self._new(aim_id, "Tambah indikator", {"nama": "Indikator baru"}, {"tahun_mulai": self.bridge.year})

    def copy(self) -> None:
        """Another indicator that is measured as the chosen one: all but its code and what happened."""
        row = self._indicator()
        known = self.bridge.snapshot.get(Indikator, row.indikator_id) if row is not None else None
        if row is None or known is None or not known.sasaran_id:
            return
        values = {k: v for k, v in row.values().items() if k not in (*_OWN, *_HAPPENED)}
        identity = {"posisi_id": known.posisi_id, "tahun_mulai": self.bridge.year}
        self._new(known.sasaran_id, f"Gandakan indikator {row.kode} menjadi", values, identity, after=row.id)

    def _new(
        self, aim_id: str, words: str, values: dict[str, Any], identity: dict[str, Any], after: str | None = None
    ) -> None:
        year = self.bridge.year
        code = self._next_code(aim_id)
        new_id, row_id = self.bridge.new_id(), self.bridge.new_id()
        order = [r.id for r in self.bridge.snapshot.where(IndikatorTahun, tahun=year)]
        place = order.index(after) + 1 if after in order else None
        own = {"indikator_id": new_id, "tahun": year, "kode": code, "kelanjutan": "baru"}
        step = Banyak(
            f"{words} {code}",
            (
                Tambah("indikator", new_id, {"sasaran_id": aim_id, **identity}),
                Tambah("indikator_tahun", row_id, {**values, **own}, place),
            ),
        )
        if not self.bridge.do(step):
            self._begin("indikator_tahun", row_id)

    # ------------------------------------------------------------------------------------------------------ order
    def move(self, by: int) -> None:
        """Past its neighbour in the tree; an indicator does not leave its sasaran."""
        table, row_id = self.tree.current()
        if table in ("sasaran_tahun", "indikator_tahun"):
            to = self.tree.place_after(table, row_id, by, self.bridge.snapshot, self.bridge.year)
            if to >= 0:
                self.bridge.do(Pindah(table, row_id, to))

    def drop(self, table: str, row_id: str, aim_row: str, before: str) -> None:
        """Put a row before another one, at the end of its list when `before` is ""; an indicator below a sasaran."""
        s, year = self.bridge.snapshot, self.bridge.year
        cls: type[SasaranTahun] | type[IndikatorTahun] = SasaranTahun if table == "sasaran_tahun" else IndikatorTahun
        order = [r.id for r in s.where(cls, tahun=year) if r.id != row_id]
        commands: list[Perintah] = []
        row, aim = s.row(table, row_id), s.get(SasaranTahun, aim_row)
        if isinstance(row, IndikatorTahun) and aim is not None:
            if not before:  # behind the last one of that sasaran
                own = {i.id for i in s.where(Indikator, sasaran_id=aim.sasaran_id)}
                below = [r.id for r in s.where(IndikatorTahun, tahun=year) if r.indikator_id in own and r.id != row_id]
                place = order.index(below[-1]) + 1 if below else len(order)
            else:
                place = order.index(before)
            known = s.get(Indikator, row.indikator_id)
            if known is not None and known.sasaran_id != aim.sasaran_id:
                if refused := self._other_years(row):
                    self.bridge.told.emit(refused, True)
                    return
                commands = [
                    Ubah("indikator", known.id, {"sasaran_id": aim.sasaran_id}),
                    Ubah("indikator_tahun", row_id, {"kode": self._next_code(aim.sasaran_id or "")}),
                ]
            label = f"Pindahkan indikator {row.kode}"
        elif isinstance(row, SasaranTahun):
            place = order.index(before) if before in order else len(order)
            label = f"Pindahkan sasaran {row.kode}"
        else:
            return
        self.bridge.do(Banyak(label, (*commands, Pindah(table, row_id, place))))

    def _other_years(self, row: IndikatorTahun) -> str:
        """Why an indicator cannot go to another sasaran: other years show it below the one that it has."""
        known = {r.tahun or 0 for r in self.bridge.snapshot.where(IndikatorTahun, indikator_id=row.indikator_id)}
        if others := sorted(known - {row.tahun}):
            years = ", ".join(str(y) for y in others)
            return (
                f"{row.kode} juga dipakai pada tahun {years}; sasarannya di sana akan ikut berganti. "
                "Gandakan indikator ini, lalu pindahkan salinannya."
            )
        return ""

    # --------------------------------------------------------------------------------------------------- take away
    def remove(self) -> None:
        """Take what is chosen out of this year; the identity goes too when no other year knows it."""
        table, row_id = self.tree.current()
        s = self.bridge.snapshot
        command: Perintah
        if table == "sasaran_tahun" and (aim := s.get(SasaranTahun, row_id)):
            below = {i.id for i in s.where(Indikator, sasaran_id=aim.sasaran_id)}
            count = sum(r.indikator_id in below for r in s.where(IndikatorTahun, tahun=aim.tahun))
            words = f"Hapus sasaran {aim.kode} dari tahun {aim.tahun}?"
            words += f"\n\n{count} indikator di bawahnya ikut terhapus. " if count else "\n\n"
            others = [r for r in s.where(SasaranTahun, sasaran_id=aim.sasaran_id) if r.id != row_id]
            command = Hapus(table, row_id) if others else Hapus("sasaran", aim.sasaran_id or "")
        elif table == "indikator_tahun" and (row := s.get(IndikatorTahun, row_id)):
            words = (
                f"Hapus indikator {row.kode} dari tahun {row.tahun}?\n\n"
                "Angka, analisis, dan rencana aksinya pada tahun itu ikut terhapus. "
            )
            others_years = [
                r.tahun or 0 for r in s.where(IndikatorTahun, indikator_id=row.indikator_id) if r.id != row_id
            ]
            command = Hapus(table, row_id) if others_years else Hapus("indikator", row.indikator_id or "")
            if others_years and max(others_years) < (row.tahun or 0):
                words += f"Tahun {max(others_years)} tetap utuh, dan menjadi tahun terakhirnya. "
                ended = Ubah("indikator", row.indikator_id or "", {"tahun_akhir": max(others_years)})
                command = Banyak(f"Hapus indikator {row.kode}", (command, ended))
        else:
            return
        if ask(self._parent, "Hapus", f"{words}Langkah ini dapat diurungkan.", ["Hapus"], danger=True) == 0:
            self.bridge.do(command)

    # ----------------------------------------------------------------------------------------------------- internals
    def _indicator(self) -> IndikatorTahun | None:
        table, row_id = self.tree.current()
        return self.bridge.snapshot.get(IndikatorTahun, row_id) if table == "indikator_tahun" else None

    def _aim(self) -> tuple[str, str, str]:
        """(id, code, level) of the sasaran that is chosen or holds what is chosen; a level alone where none is."""
        s, (table, row_id) = self.bridge.snapshot, self.tree.current()
        aim_id: str | None = None
        if table == "sasaran_tahun" and (aim := s.get(SasaranTahun, row_id)):
            aim_id = aim.sasaran_id
        elif table == "indikator_tahun" and (row := s.get(IndikatorTahun, row_id)):
            indicator = s.get(Indikator, row.indikator_id)
            aim_id = indicator.sasaran_id if indicator else None
        known = s.get(Sasaran, aim_id)
        if known is None:
            return "", "", row_id if table == "tingkat" else "kegiatan"
        of_year = s.one(SasaranTahun, sasaran_id=known.id, tahun=self.bridge.year)
        return known.id, of_year.kode if of_year else "", known.tingkat

    def _next_code(self, aim_id: str) -> str:
        """The next free code below a sasaran: SK1.IKK4."""
        s, year = self.bridge.snapshot, self.bridge.year
        aim, of_year = s.get(Sasaran, aim_id), s.one(SasaranTahun, sasaran_id=aim_id, tahun=year)
        prefix = f"{of_year.kode if of_year else ''}.{_CODE[aim.tingkat if aim else 'kegiatan'][1]}"
        return self._free(prefix, {r.kode for r in s.where(IndikatorTahun, tahun=year)})

    @staticmethod
    def _free(prefix: str, taken: set[str]) -> str:
        """The number after the highest one in use: a code that was there before is not given to something else."""
        used = [int(m[1]) for code in taken if (m := re.fullmatch(rf"{re.escape(prefix)}([0-9]{{1,6}})", code))]
        return f"{prefix}{max(used, default=0) + 1}"

    def _has_year(self) -> bool:
        if not self.bridge.year:
            self.bridge.told.emit("Buat dahulu tahun laporan: pilih “Buat tahun…” pada kotak Tahun di atas.", True)
        return bool(self.bridge.year)
