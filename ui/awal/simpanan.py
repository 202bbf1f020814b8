"""What the start guide holds, kept on this computer until it is done: a power cut must not cost the first half hour."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from lkjip_desktop import tempat
from lkjip_desktop.core.isian import baca_isian, teks_isian
from lkjip_desktop.core.schema import TABLES, Kind
from lkjip_desktop.errors import LkjipError
from ui.awal.rancangan import Rancangan

#: What is kept as text; pictures and references are chosen anew.
_KINDS = (Kind.TEKS, Kind.PARAGRAF, Kind.ANGKA, Kind.UANG, Kind.BULAT, Kind.TAHUN, Kind.TANGGAL, Kind.PILIHAN)


class Simpanan:
    """One file beside the program's own data; a place that refuses is no reason to stop anybody."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or tempat.folder_data() / "panduan-mulai.json"

    def simpan(self, draft: Rancangan) -> None:
        """Keep the rows of the guide as texts, whole or not at all."""
        isi: dict[str, Any] = {"tahun": draft.tahun, "baris": {}}
        for peran, (tabel, id) in draft.peran().items():
            row = draft.workspace.snapshot.row(tabel, id)
            if row is not None:
                texts = {c.name: teks_isian(c, getattr(row, c.name)) for c in TABLES[tabel].columns if c.kind in _KINDS}
                isi["baris"][peran] = {name: text for name, text in texts.items() if text}
        bagian = self._path.with_suffix(".part")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            bagian.write_text(json.dumps(isi, ensure_ascii=False), encoding="utf-8")
            os.replace(bagian, self._path)

    def pulihkan(self, draft: Rancangan) -> bool:
        """Bring what was kept into a new draft; False when there is nothing, or nothing that can be read."""
        try:
            isi = json.loads(self._path.read_text(encoding="utf-8"))
            tahun, baris = int(isi["tahun"]), dict(isi["baris"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return False
        if 1990 <= tahun <= 2100 and tahun != draft.tahun:
            draft.ganti_tahun(tahun)
        kembali = False
        for peran, (tabel, id) in draft.peran().items():
            texts = baris.get(peran)
            for name, text in texts.items() if isinstance(texts, dict) else ():
                kolom = TABLES[tabel].by_name.get(name)
                if kolom is None or kolom.kind not in _KINDS or not isinstance(text, str):
                    continue
                read = baca_isian(kolom, text, None, tahun)
                if not read.galat:
                    with contextlib.suppress(LkjipError):
                        draft.tulis_kolom(tabel, id, name, read.nilai)
                        kembali = True
        return kembali

    def buang(self) -> None:
        """The guide is done, or was thrown away."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
