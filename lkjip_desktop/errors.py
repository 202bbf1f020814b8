"""Broken promises as exceptions whose text is one Indonesian sentence for the user."""

from __future__ import annotations


class LkjipError(Exception):
    """Root of every error whose text is meant for the user; `saran` says what to do next."""

    def __init__(self, pesan: str, saran: str = "") -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran

    def __str__(self) -> str:
        return f"{self.pesan} {self.saran}".strip()


class Ditolak(LkjipError):
    """A command that the rules refuse (locked, broken reference, unknown value); nothing was changed."""


class BerkasError(LkjipError):
    """The data file cannot be used as asked; the file itself was not touched."""


class BukanBerkasKita(BerkasError):
    """Not a data file of this program."""


class BerkasRusak(BerkasError):
    """The content is damaged."""


class BerkasLebihBaru(BerkasError):
    """Written by a newer version of the program."""


class BerkasTerkunci(BerkasError):
    """Opened elsewhere."""


class BerkasTidakAda(BerkasError):
    """Missing or empty."""


class HanyaBaca(BerkasError):
    """The place or the file cannot be written."""


class GagalSimpan(BerkasError):
    """The disk refused a write (full, removed, input/output error); the old state stands."""


class Dibatalkan(LkjipError):
    """The user stopped a long work; nothing of it stays."""


class GagalCetak(LkjipError):
    """A paper could not be made or written."""


class GambarDitolak(LkjipError):
    """A picture cannot be taken in."""


class GagalImpor(LkjipError):
    """An exchange file cannot be read; `masalah` lists every reason with its place."""

    def __init__(self, pesan: str, masalah: tuple[str, ...] = (), saran: str = "") -> None:
        super().__init__(pesan, saran)
        self.masalah = masalah


class BelumTersedia(LkjipError):
    """A word of the command line whose work is not built yet."""
