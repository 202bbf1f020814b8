"""The look of the window: colours for light and dark, fonts, spacing, and the style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

SUMBER = Path(__file__).resolve().parent.parent / "resources"
#: Point size of plain text at zoom 100%, and the zoom steps of Ctrl + and Ctrl -.
HURUF_PT = 10.5
ZOOM = (80, 90, 100, 110, 125, 150, 175, 200)
#: How long a held key may pause before the size is changed: longer than the pause between two of its presses.
_TUNDA_MS = 60


@dataclass(frozen=True, slots=True)
class Warna:
    """Every colour of one theme, hex RGB. `teks*` and the state colours have at least 4.5:1 on `latar`, `isian`,
    `kartu`; `garis_isian` has at least 3:1 (tests/ui/test_tema.py)."""

    gelap: bool
    latar: str  # window
    kartu: str  # panels on it
    isian: str  # fields
    isian_mati: str
    teks: str
    teks_redup: str
    garis: str  # decoration only
    garis_isian: str  # borders that carry meaning
    aksen: str  # links, focus, chosen
    aksen_teks: str  # text on accent
    aksen_lembut: str  # background of the chosen row
    baik: str
    baik_lembut: str
    awas: str
    awas_lembut: str
    buruk: str
    buruk_lembut: str
    samping: str  # navigation
    bagan_lalu: str  # bars of the year before: 3:1 on `kartu`, and as light or dark as keeps them apart from `aksen`


TERANG = Warna(
    gelap=False,
    latar="#f3f5f8",
    kartu="#ffffff",
    isian="#ffffff",
    isian_mati="#eef1f5",
    teks="#18212d",
    teks_redup="#526071",
    garis="#dde3ea",
    garis_isian="#848f9e",
    aksen="#1d5b9f",
    aksen_teks="#ffffff",
    aksen_lembut="#dfeaf7",
    baik="#176b38",
    baik_lembut="#e2f3e8",
    awas="#7d5200",
    awas_lembut="#fbf0d6",
    buruk="#a92222",
    buruk_lembut="#fbe6e4",
    samping="#e9edf2",
    bagan_lalu="#8a95a4",
)
GELAP = Warna(
    gelap=True,
    latar="#171b21",
    kartu="#1f252d",
    isian="#181d24",
    isian_mati="#232a33",
    teks="#e7ebf1",
    teks_redup="#a9b4c2",
    garis="#323b47",
    garis_isian="#6f7d8e",
    aksen="#86b8f0",
    aksen_teks="#0c1a2b",
    aksen_lembut="#26394f",
    baik="#7fd09b",
    baik_lembut="#1d3527",
    awas="#e8bd64",
    awas_lembut="#3a3018",
    buruk="#ff9d94",
    buruk_lembut="#43221f",
    samping="#12161b",
    bagan_lalu="#636f80",
)


def kontras(a: str, b: str) -> float:
    """The contrast ratio of two hex colours by WCAG 2 (1 to 21)."""

    def terang(hexa: str) -> float:
        c = QColor(hexa)
        bagian = [
            x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in (c.redF(), c.greenF(), c.blueF())
        ]
        return 0.2126 * bagian[0] + 0.7152 * bagian[1] + 0.0722 * bagian[2]

    x, y = sorted((terang(a), terang(b)), reverse=True)
    return (x + 0.05) / (y + 0.05)


class Tema(QObject):
    """The theme in force; follows the system until `paksa` says otherwise. Widgets that paint listen to `berganti`."""

    berganti = Signal()
    akan_berganti = Signal()  # before font and sheet are set: a window may take its hidden screens out of their way
    zoom_dituju = Signal(int)  # the size that was asked for by keys, per cent, before it is in force
    _lembar = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        #: What the user chose: dark, light, or None for what the system has.
        self.dipaksa: bool | None = None
        self.zoom = 100
        self._tujuan = 100
        self._tunda = QTimer(self)
        self._tunda.setSingleShot(True)
        self._tunda.setInterval(_TUNDA_MS)
        self._tunda.timeout.connect(lambda: self.atur_zoom(self._tujuan))
        self.warna = TERANG
        self._huruf = _muat_huruf()
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._terapkan)
        self._terapkan()

    def paksa(self, gelap: bool | None) -> None:
        """Dark (True), light (False), or as the system (None)."""
        self.dipaksa = gelap
        self._terapkan()

    def atur_zoom(self, persen: int) -> None:
        """Size of the whole window; 100 is normal."""
        self._tunda.stop()
        self._tujuan = persen
        if persen != self.zoom:
            self.zoom = persen
            self._terapkan()

    def geser_zoom(self, langkah: int) -> None:
        """One step larger (1) or smaller (-1); 0 is back to normal. A held key is answered once, where it stops."""
        dari = self._tujuan
        if langkah == 0:
            self._tujuan = 100
        elif langkah > 0:
            self._tujuan = next((z for z in ZOOM if z > dari), ZOOM[-1])
        else:
            self._tujuan = next((z for z in reversed(ZOOM) if z < dari), ZOOM[0])
        self._tunda.start()
        self.zoom_dituju.emit(self._tujuan)

    def gayakan(self, jendela: QWidget) -> None:
        """Give a window without a parent the style sheet of now and later; its children and dialogs inherit it.

        A sheet of the whole application would be worked out anew for a widget at every step of its way into a
        layout: screens then take twice as long to build (measured).
        """
        self._lembar.connect(jendela.setStyleSheet)
        jendela.setStyleSheet(lembar_gaya(self.warna, self.pt))

    @property
    def pt(self) -> float:
        """Point size of plain text."""
        return HURUF_PT * self.zoom / 100

    def _terapkan(self) -> None:
        sistem = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.warna = GELAP if (sistem if self.dipaksa is None else self.dipaksa) else TERANG
        huruf = QFont(self._huruf) if self._huruf else QFont(self._app.font())
        huruf.setPointSizeF(self.pt)
        huruf.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        self.akan_berganti.emit()
        self._app.setFont(huruf)
        self._app.setPalette(palet(self.warna))
        self._lembar.emit(lembar_gaya(self.warna, self.pt))
        self.berganti.emit()


def tema() -> Tema:
    """The theme of the running application; made on first use (tests build widgets without `app.mulai`)."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ada = app.findChild(Tema)
    return ada if ada is not None else Tema(app)


def _muat_huruf() -> str:
    """The family of the bundled screen font, "" when it cannot be loaded."""
    keluarga = ""
    for berkas in sorted((SUMBER / "fonts" / "layar").glob("*.otf")):
        nomor = QFontDatabase.addApplicationFont(str(berkas))
        nama = QFontDatabase.applicationFontFamilies(nomor) if nomor >= 0 else []
        keluarga = keluarga or (nama[0] if nama else "")
    return keluarga


def palet(w: Warna) -> QPalette:
    """The Qt palette of a theme."""
    p = QPalette()
    peran = QPalette.ColorRole
    for r, nilai in (
        (peran.Window, w.latar),
        (peran.WindowText, w.teks),
        (peran.Base, w.isian),
        (peran.AlternateBase, w.latar),
        (peran.Text, w.teks),
        (peran.Button, w.kartu),
        (peran.ButtonText, w.teks),
        (peran.BrightText, w.buruk),
        (peran.Highlight, w.aksen),
        (peran.HighlightedText, w.aksen_teks),
        (peran.Link, w.aksen),
        (peran.LinkVisited, w.aksen),
        (peran.PlaceholderText, w.teks_redup),
        (peran.ToolTipBase, w.kartu),
        (peran.ToolTipText, w.teks),
        (peran.Accent, w.aksen),
        (peran.Light, w.kartu),
        (peran.Midlight, w.garis),
        (peran.Mid, w.garis_isian),
        (peran.Dark, w.garis_isian),
        (peran.Shadow, "#000000"),
    ):
        p.setColor(r, QColor(nilai))
    for r in (peran.Text, peran.WindowText, peran.ButtonText):
        p.setColor(QPalette.ColorGroup.Disabled, r, QColor(w.teks_redup))
    return p


def lembar_gaya(w: Warna, pt: float) -> str:
    """The style sheet of a theme at a point size. Lengths in em-like pixels follow the size of the text."""
    isi = (SUMBER / "gaya" / "jendela.qss").read_text(encoding="utf-8")
    px = pt * 96 / 72
    kotak, cincin = round(px * 1.25), round(px * 0.36)
    ganti = {
        **{nama: getattr(w, nama) for nama in Warna.__slots__ if nama != "gelap"},
        "kecil": f"{pt * 0.9:.2f}pt",
        "judul": f"{pt * 1.5:.2f}pt",
        "sub": f"{pt * 1.15:.2f}pt",
        "besar": f"{pt * 2.0:.2f}pt",
        "ikon": (SUMBER / "icons").as_posix(),
        "centang": (SUMBER / "gaya" / ("centang-gelap.svg" if w.gelap else "centang-terang.svg")).as_posix(),
        "panah": (SUMBER / "gaya" / ("panah-gelap.svg" if w.gelap else "panah-terang.svg")).as_posix(),
        "atas": (SUMBER / "gaya" / ("panah-atas-gelap.svg" if w.gelap else "panah-atas-terang.svg")).as_posix(),
        "kiri": (SUMBER / "gaya" / ("panah-kiri-gelap.svg" if w.gelap else "panah-kiri-terang.svg")).as_posix(),
        "kanan": (SUMBER / "gaya" / ("panah-kanan-gelap.svg" if w.gelap else "panah-kanan-terang.svg")).as_posix(),
        "p1": f"{px * 0.3:.0f}px",
        "p2": f"{px * 0.6:.0f}px",
        "kotak": f"{kotak}px",
        # A radio button: as large as a box, with its border; chosen it has a thick ring.
        "bulat": f"{kotak // 2 + 1}px",
        "cincin": f"{cincin}px",
        "inti": f"{kotak + 2 - 2 * cincin}px",
        "gambar": f"{px * 1.15:.0f}px",
    }
    for nama, nilai in ganti.items():
        isi = isi.replace("{" + nama + "}", nilai)
    return isi
