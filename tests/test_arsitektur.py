"""The import contracts of pyproject.toml hold, and each of them would notice a breach."""

from __future__ import annotations

import ast
import copy
import sys
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter.api import read_configuration
from importlinter.application.use_cases import lint_imports
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract
from importlinter.domain.contract import Contract

AKAR = Path(__file__).resolve().parent.parent
PYPROJECT = str(AKAR / "pyproject.toml")
KONFIGURASI = read_configuration(PYPROJECT)
KONTRAK: dict[str, dict[str, Any]] = {k["id"]: k for k in KONFIGURASI["contracts_options"]}
JENIS: dict[str, type[Contract]] = {
    "acyclic_siblings": AcyclicSiblingsContract,
    "forbidden": ForbiddenContract,
    "layers": LayersContract,
    "protected": ProtectedContract,
}

L = "lkjip_desktop."

# For every contract the imports that it has to refuse, each tried alone (two where a circle needs both ways).
PELANGGARAN: list[tuple[str, list[tuple[str, str]]]] = [
    ("turun", [(L + "errors", L + "core")]),
    ("turun", [(L + "core", L + "gambar")]),
    ("turun", [(L + "gambar", L + "store")]),
    ("turun", [(L + "store", L + "report")]),
    ("turun", [(L + "report", L + "exchange")]),
    ("turun", [(L + "exchange", L + "workspace")]),
    ("turun", [(L + "workspace", L + "cli")]),
    ("turun", [(L + "cli", "ui")]),
    ("turun", [("ui", L + "cli")]),
    ("masuk", [("ui", "main")]),
    ("masuk", [(L + "workspace", "main")]),
    ("pintu", [("ui", L + "store")]),
    ("pintu", [("ui.views", L + "report.pdf")]),
    ("pintu", [(L + "cli", L + "exchange")]),
    ("kertas", [(L + "report.blocks", L + "report.numbering")]),
    ("kertas", [(L + "report.sections", L + "report.pdf")]),
    ("kertas", [(L + "report.numbering", L + "report.docx")]),
    ("pencetak", [(L + "report.pdf", L + "report.sections")]),
    ("pencetak", [(L + "report.docx", L + "report.sections")]),
    ("pencetak", [(L + "report.xlsx", L + "report.sections")]),
    ("kertas", [(L + "report.pdf", L + "report.xlsx")]),
    ("putaran", [(L + "report.docx", L + "report.pdf"), (L + "report.pdf", L + "report.docx")]),
    ("putaran", [("ui.views", "ui.widgets"), ("ui.widgets", "ui.views")]),
    ("qt", [(L + "workspace", "PySide6")]),
    ("qt-dalam", [(L + "cli", "shiboken6")]),
    ("sql", [(L + "workspace", "sqlite3")]),
    ("sql", [(L + "exchange", "sqlite_utils")]),
    ("reportlab", [(L + "report.sections", "reportlab")]),
    ("reportlab", [("ui.views", "reportlab")]),
    ("gambar", [(L + "report.pdf", "PIL")]),
    ("gambar", [("ui.widgets", "PIL")]),
    ("hanko", [(L + "workspace", "pyhanko")]),
    ("inti", [(L + "core", "time")]),
    ("inti", [(L + "core", "pathlib")]),
    ("inti", [(L + "core", "openpyxl")]),
]


@pytest.fixture(scope="module")
def graf() -> grimp.ImportGraph:
    return grimp.build_graph(
        *KONFIGURASI["session_options"]["root_packages"], include_external_packages=True, cache_dir=None
    )


def test_kontrak_impor_ditepati(capsys: pytest.CaptureFixture[str]) -> None:
    ditepati = lint_imports(PYPROJECT, cache_dir=None, no_logo=True)
    assert ditepati, capsys.readouterr().out


def test_setiap_kontrak_dicoba_dilanggar() -> None:
    assert {kontrak for kontrak, _ in PELANGGARAN} == set(KONTRAK)


@pytest.mark.parametrize(
    ("kontrak", "impor"),
    [pytest.param(k, i, id=f"{k}-{i[0][0]}-{i[0][1]}") for k, i in PELANGGARAN],
)
def test_pelanggaran_ketahuan(graf: grimp.ImportGraph, kontrak: str, impor: list[tuple[str, str]]) -> None:
    rusak = copy.deepcopy(graf)
    for dari, ke in impor:
        assert dari in rusak.modules, f"{dari} tidak ada: kontrak ini tidak menjaga apa-apa"
        if ke not in rusak.modules:
            assert ke in sys.stdlib_module_names or ke in {"main", "openpyxl", "shiboken6"}, f"{ke} tidak ada"
            rusak.add_module(ke, is_squashed=True)
        rusak.add_import(importer=dari, imported=ke)
    pilihan = KONTRAK[kontrak]
    penjaga = JENIS[pilihan["type"]](pilihan["name"], KONFIGURASI["session_options"], pilihan)
    assert not penjaga.check(rusak, verbose=False).kept


@pytest.mark.parametrize(
    ("luar", "pemakai"),
    [
        ("PySide6", "ui"),
        ("sqlite3", L + "store"),
        ("sqlite_utils", L + "store"),
        ("reportlab", L + "report.pdf"),
        ("PIL", L + "gambar"),
    ],
)
def test_pustaka_luar_memang_dipakai_di_kamarnya(graf: grimp.ImportGraph, luar: str, pemakai: str) -> None:
    """A border around a library that nobody imports under this name would hold forever and guard nothing."""
    pengimpor = graf.find_modules_that_directly_import(luar)
    assert any(m == pemakai or m.startswith(pemakai + ".") for m in pengimpor)


def test_main_hanya_membuka_dua_pintu() -> None:
    """main.py starts the window or the command line; it knows no servant and no library."""
    diimpor = set()
    for simpul in ast.walk(ast.parse((AKAR / "main.py").read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.Import):
            diimpor |= {nama.name for nama in simpul.names}
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.module is not None
            diimpor |= {f"{simpul.module}.{nama.name}" for nama in simpul.names}
    milik_kita = {m for m in diimpor if m.split(".")[0] not in sys.stdlib_module_names}
    boleh = ("ui", L + "cli", L + "errors", L + "__version__")
    assert milik_kita, "main.py tidak membuka pintu mana pun"
    assert {m for m in milik_kita if not (m + ".").startswith(tuple(b + "." for b in boleh))} == set()


def test_tidak_ada_pengecualian() -> None:
    """No ignored import and no optional layer: both would hollow a contract out without a word."""
    for pilihan in KONTRAK.values():
        assert "ignore_imports" not in pilihan, pilihan["name"]
        assert not any("(" in lapis for lapis in pilihan.get("layers", [])), pilihan["name"]


@pytest.mark.parametrize("berkas", sorted((AKAR / "lkjip_desktop" / "core").rglob("*.py")), ids=lambda p: p.name)
def test_core_tidak_memanggil_jam_atau_cakram(berkas: Path) -> None:
    """What an import contract cannot see: today(), now() and open() need no suspicious import."""
    pohon = ast.parse(berkas.read_text(encoding="utf-8"))
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Call):
            nama = getattr(simpul.func, "attr", getattr(simpul.func, "id", ""))
            assert nama not in {"today", "now", "utcnow", "open", "setlocale", "getenv"}, (
                f"{berkas.name}:{simpul.lineno} memanggil {nama}()"
            )
