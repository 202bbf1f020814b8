"""Draws the pictures of the user's guide from the example, so that they never show another program than this one.

    .venv/bin/python -m tools.gambar_panduan

Draws off screen, in the light theme, and writes small PNG files to resources/panduan/gambar.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "panduan" / "gambar"
LEBAR_JENDELA, TINGGI_JENDELA = 1280, 720
LEBAR_GAMBAR = 860
#: Name of the picture -> (screen, tab or -1).
LAYAR: dict[str, tuple[str, int]] = {
    "beranda": ("beranda", -1),
    "identitas": ("identitas", 0),
    "sasaran": ("sasaran", -1),
    "pk": ("pk", -1),
    "realisasi": ("realisasi", 0),
    "anggaran": ("anggaran", 0),
    "naskah": ("naskah", 0),
    "lampiran": ("lampiran", 0),
    "periksa": ("periksa", -1),
    "cetak": ("cetak", -1),
    "aturan": ("aturan", -1),
    "berkas": ("berkas", 1),
    "kirim": ("berkas", 2),
}
#: Pictures of windows of their own.
LAIN = ("sambutan", "mulai")


def main() -> int:
    """Write every picture; gives the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as kerja:
        os.environ["XDG_DATA_HOME"] = str(Path(kerja, "data"))
        gambar(Path(kerja), FOLDER)
    return 0


def gambar(kerja: Path, folder: Path) -> list[Path]:
    """Draw all pictures into a folder; `kerja` takes the files that are opened for them."""
    from PIL import Image
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QTabWidget, QWidget

    from lkjip_desktop.workspace import Workspace
    from ui.app import aplikasi
    from ui.awal.panduan import StartGuide
    from ui.awal.sambutan import Welcome
    from ui.main_window import MainWindow
    from ui.tema import tema

    aplikasi()
    tema().paksa(False)
    folder.mkdir(parents=True, exist_ok=True)
    jadi: list[Path] = []

    def sampai(siap: Callable[[], bool], paling_lama_ms: int = 30_000) -> None:
        """Let the program work until a condition holds."""
        putaran = QEventLoop()
        jam = QTimer()
        jam.timeout.connect(lambda: putaran.quit() if siap() else None)
        jam.start(40)
        QTimer.singleShot(paling_lama_ms, putaran.quit)
        putaran.exec()

    def simpan(widget: QWidget, nama: str) -> None:
        potret = widget.grab().toImage()
        if potret.width() > LEBAR_GAMBAR:
            potret = potret.scaledToWidth(LEBAR_GAMBAR, Qt.TransformationMode.SmoothTransformation)
        path = folder / f"{nama}.png"
        rgb = potret.convertToFormat(QImage.Format.Format_RGB888)
        isi = bytes(rgb.constBits())
        foto = Image.frombuffer("RGB", (rgb.width(), rgb.height()), isi, "raw", "RGB", rgb.bytesPerLine(), 1)
        # 256 colours of its own are enough for a window, and a fifth of the size.
        foto.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
        jadi.append(path)

    data = kerja / "contoh.lkjip"
    Workspace.contoh(data).tutup()
    jendela = MainWindow(Workspace.buka(data))
    jendela.resize(LEBAR_JENDELA, TINGGI_JENDELA)
    jendela.show()
    pratinjau = jendela.preview
    for nama, (kunci, tab) in LAYAR.items():
        view = jendela.show_screen(kunci)
        tabs = getattr(view, "tabs", None)
        if tab >= 0 and isinstance(tabs, QTabWidget):
            tabs.setCurrentIndex(tab)
        sampai(lambda: jendela.bridge.problems.fresh and not pratinjau.stale and pratinjau.pages.image(0) is not None)
        simpan(jendela, nama)
    sambutan = Welcome((), "", jendela)
    sambutan.open()
    simpan(sambutan, "sambutan")
    sambutan.close()
    mulai = StartGuide(jendela, 2026)
    mulai.resize(1180, 660)
    mulai.open()
    for halaman, kolom, teks in (
        (0, "nama", "Balai Pemasyarakatan Kelas II Contoh"),
        (1, "kementerian", "Kementerian Imigrasi dan Pemasyarakatan"),
        (1, "kanwil", "Kantor Wilayah Contoh"),
        (1, "alamat", "Jalan Contoh Nomor 1"),
    ):
        form = next(f for f in mulai.pages[halaman].forms if kolom in f.fields)
        form.fields[kolom].set_text(teks)
        form.commit()
    mulai.go(1)
    sampai(lambda: not mulai.preview.stale and mulai.preview.pages.image(0) is not None)
    simpan(mulai, "mulai")
    mulai.done(0)
    jendela.close()
    return jadi


if __name__ == "__main__":
    sys.exit(main())
