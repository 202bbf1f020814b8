"""What the start of the window loads, and that it needs nothing but the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BERAT = ("reportlab", "docx", "openpyxl", "sqlite_utils", "PIL", "babel", "num2words", "pypdfium2", "lxml")

ANAK = """
import sys
from pathlib import Path
from lkjip_desktop.workspace import Workspace
from ui.app import aplikasi
from ui.main_window import MainWindow

app = aplikasi()
jendela = MainWindow(Workspace.buka(Path(sys.argv[1])))
jendela.resize(1366, 768)
jendela.show()
app.processEvents()
assert jendela.grab().toImage().width() == 1366
assert "100,38%" in jendela.current.mean.value.text()
print(" ".join(sorted({m.split(".")[0] for m in sys.modules} & set(sys.argv[2].split(",")))))
jendela.preview.hide()
jendela.close()
"""


def test_layar_pertama_tidak_memuat_pustaka_berat(berkas: Path) -> None:
    anak = subprocess.run(
        [sys.executable, "-c", ANAK, str(berkas), ",".join(BERAT)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert anak.returncode == 0, anak.stderr
    assert anak.stdout.strip() == ""


LAYAR = """
import sys
import ui.views.sasaran
print(" ".join(m for m in ("lkjip_desktop.core.checks", "lkjip_desktop.report") if m in sys.modules))
"""


def test_the_form_of_an_indicator_waits_neither_for_the_checks_nor_for_the_report() -> None:
    anak = subprocess.run(
        [sys.executable, "-c", LAYAR],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert anak.returncode == 0, anak.stderr
    assert anak.stdout.strip() == ""
