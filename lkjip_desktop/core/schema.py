"""What a table and a column are; forms, grids, the file, exchange and the digest are all made from this."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, TypeVar


class Kind(StrEnum):
    """How a value is typed, stored, shown and exchanged (Python type in brackets; None = not known)."""

    TEKS = "teks"  # one line (str, never None: empty is "")
    PARAGRAF = "paragraf"  # several plain lines (str, never None)
    NASKAH = "naskah"  # rich text, canonical JSON of core.naskah (str, "" = empty)
    ANGKA = "angka"  # Decimal | None, TEXT in the file, digits as typed
    UANG = "uang"  # int | None, whole rupiah
    BULAT = "bulat"  # int | None
    TAHUN = "tahun"  # int | None, a year
    YATIDAK = "yatidak"  # bool
    TANGGAL = "tanggal"  # str "YYYY", "YYYY-MM", "YYYY-MM-DD" or ""
    PILIHAN = "pilihan"  # str, one of `choices` or "" when not chosen yet
    RUJUK = "rujuk"  # str | None, id of a row of table `ref`
    DATA = "data"  # str, canonical JSON for rule sets ("" = empty)
    BERKAS = "berkas"  # str, SHA-256 of a blob in the same file ("" = none)


#: SQLite storage class and nullability of every kind.
STORAGE: Mapping[Kind, str] = {
    Kind.TEKS: "TEXT NOT NULL",
    Kind.PARAGRAF: "TEXT NOT NULL",
    Kind.NASKAH: "TEXT NOT NULL",
    Kind.ANGKA: "TEXT",
    Kind.UANG: "INTEGER",
    Kind.BULAT: "INTEGER",
    Kind.TAHUN: "INTEGER",
    Kind.YATIDAK: "INTEGER NOT NULL",
    Kind.TANGGAL: "TEXT NOT NULL",
    Kind.PILIHAN: "TEXT NOT NULL",
    Kind.RUJUK: "TEXT",
    Kind.DATA: "TEXT NOT NULL",
    Kind.BERKAS: "TEXT NOT NULL",
}

_EMPTY: Mapping[Kind, object] = {
    Kind.ANGKA: None,
    Kind.UANG: None,
    Kind.BULAT: None,
    Kind.TAHUN: None,
    Kind.RUJUK: None,
    Kind.YATIDAK: False,
}

#: Longest text by kind, in characters; a form shows a counter, an import refuses more.
DEFAULT_LENGTH: Mapping[Kind, int] = {
    Kind.TEKS: 500,
    Kind.PARAGRAF: 5_000,
    Kind.NASKAH: 400_000,
    Kind.DATA: 200_000,
}


class SaatHapus(StrEnum):
    """What becomes of a row whose referenced row is removed."""

    IKUT = "ikut"  # removed together
    KOSONGKAN = "kosongkan"  # the reference becomes empty
    TOLAK = "tolak"  # the removal is refused with a sentence


@dataclass(frozen=True, slots=True)
class Column:
    """One column: everything a form, a grid, the file and the exchange need to know of it."""

    name: str
    kind: Kind
    label: str
    help: str = ""
    required: bool = False  # a missing value is a Problem later, never a refusal
    choices: tuple[tuple[str, str], ...] = ()  # (stored, shown)
    ref: str = ""
    on_delete: SaatHapus = SaatHapus.IKUT
    unit: str = ""
    max_length: int = 0
    minimum: int | None = None
    maximum: int | None = None
    group: str = ""  # heading under which a form shows it
    hidden: bool = False  # the form does not show it (order, frozen parts, machine columns)
    default: object = None

    def choice_label(self, value: str) -> str:
        """The shown word of a stored choice; an unknown value is shown as it is."""
        return dict(self.choices).get(value, value)


def kolom(
    kind: Kind,
    label: str,
    help: str = "",
    *,
    default: object = dataclasses.MISSING,
    required: bool = False,
    choices: tuple[tuple[str, str], ...] = (),
    ref: str = "",
    on_delete: SaatHapus = SaatHapus.IKUT,
    unit: str = "",
    max_length: int = 0,
    minimum: int | None = None,
    maximum: int | None = None,
    group: str = "",
    hidden: bool = False,
) -> Any:
    """A dataclass field that carries its Column; the default is the empty value of its kind."""
    if default is dataclasses.MISSING:
        default = _EMPTY.get(kind, "")
    if (kind is Kind.RUJUK and not ref) or (kind is Kind.PILIHAN and not choices):
        raise TypeError(f"column {label!r}: a reference needs ref, a choice needs choices")
    spec: dict[str, Any] = {
        "kind": kind,
        "label": label,
        "help": help,
        "required": required,
        "choices": choices,
        "ref": ref,
        "on_delete": on_delete,
        "unit": unit,
        "max_length": max_length or DEFAULT_LENGTH.get(kind, 0),
        "minimum": minimum,
        "maximum": maximum,
        "group": group,
        "hidden": hidden,
        "default": default,
    }
    return field(default=default, metadata={"kolom": spec})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A frozen row of one table; `id` is a lower-case UUID that is never reused."""

    TABEL: ClassVar[str] = ""
    id: str

    def values(self) -> dict[str, Any]:
        """Column name -> value, in column order, without the id."""
        return {c.name: getattr(self, c.name) for c in TABLES[self.TABEL].columns}


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its row class, its columns in order, and how its rows are ordered and grouped."""

    name: str
    label: str  # plural or collective, for headings
    one: str  # singular, for step labels: "Tambah indikator"
    row: type[Row]
    columns: tuple[Column, ...]
    order: tuple[str, ...]  # column names; rows of a snapshot come in this order, then by id
    unique: tuple[str, ...] = ()  # natural key for import and duplicate checks ("" = none)
    siblings: tuple[str, ...] = ()  # columns that group rows of one ordered list (Move works within)
    title: tuple[str, ...] = ()  # columns that name a row to a person

    @property
    def by_name(self) -> Mapping[str, Column]:
        """Columns by name."""
        return _BY_NAME[self.name]

    @property
    def has_year(self) -> bool:
        """True when the rows belong to one report year."""
        return "tahun" in self.by_name


TABLES: dict[str, Table] = {}
_BY_NAME: dict[str, Mapping[str, Column]] = {}


def table(
    name: str,
    label: str,
    one: str,
    *,
    order: tuple[str, ...] = ("urut",),
    unique: tuple[str, ...] = (),
    siblings: tuple[str, ...] = (),
    title: tuple[str, ...] = ("nama",),
) -> Callable[[type[R]], type[R]]:
    """Register a frozen row class as a table; fails at import when a name is taken or a column unknown."""

    def register(cls: type[R]) -> type[R]:
        if name in TABLES:
            raise TypeError(f"table {name!r} is registered twice")
        columns = tuple(Column(name=f.name, **f.metadata["kolom"]) for f in dataclasses.fields(cls) if f.name != "id")
        names = {c.name for c in columns}
        unknown = [c for c in (*order, *unique, *siblings, *title) if c not in names]
        if unknown:
            raise TypeError(f"table {name!r}: unknown columns {unknown}")
        cls.TABEL = name
        TABLES[name] = Table(name, label, one, cls, columns, order, unique, siblings, title)
        _BY_NAME[name] = {c.name: c for c in columns}
        return cls

    return register


def check_references() -> None:
    """Raise TypeError when a reference names a table that does not exist (called once by tables.py)."""
    for t in TABLES.values():
        for c in t.columns:
            if c.ref and c.ref not in TABLES:
                raise TypeError(f"{t.name}.{c.name} refers to unknown table {c.ref!r}")


def judul_baris(row: Row) -> str:
    """The words by which a person knows the row, e.g. in step labels and problem lists."""
    t = TABLES[row.TABEL]
    words = [str(v) for c in t.title if (v := getattr(row, c))]
    return " ".join(words) or t.one


def kunci_baru(t: Table, nilai: Mapping[str, Any]) -> str:
    """What stands for the id of a row that does not exist yet, the same on paper and in its form: its natural key
    within the year, e.g. "baru:bab1.maksud_tujuan" for a text, "baru:<indikator>:5" for an analysis."""
    return "baru:" + ":".join(str(nilai.get(c, "")) for c in t.unique if c != "tahun")
