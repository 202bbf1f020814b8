"""What ReportLab may do with text and addresses stays shut (its paragraph parser is not used, see limits of 5.1)."""

from __future__ import annotations

import ast
from pathlib import Path

from reportlab import rl_config

import lkjip_desktop.report.pdf.render

FOLDER = Path(lkjip_desktop.report.pdf.__file__).parent


def test_setelan_reportlab() -> None:
    assert rl_config.toColorCanUse == "rl_extended_literal_eval"
    assert not rl_config.trustedHosts
    assert not rl_config.useA85


def test_hanya_bagian_reportlab_yang_tidak_mengurai_teks() -> None:
    """No module that reads markup, colours by name or addresses of files out of a text."""
    dipakai = set()
    for berkas in FOLDER.glob("*.py"):
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.ImportFrom) and simpul.module and simpul.module.startswith("reportlab"):
                dipakai |= {f"{simpul.module}.{n.name}" for n in simpul.names}
            elif isinstance(simpul, ast.Import):
                dipakai |= {n.name for n in simpul.names if n.name.startswith("reportlab")}
    assert dipakai == {
        "reportlab.rl_config",
        "reportlab.pdfbase.pdfdoc",
        "reportlab.pdfbase.pdfmetrics",
        "reportlab.pdfbase.ttfonts.TTFont",
        "reportlab.pdfgen.canvas.Canvas",
    }
