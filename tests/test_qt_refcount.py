"""The pinned PySide6 keeps the reference counts of None, True and False flat over 20,000 signals."""

from __future__ import annotations

import subprocess
import sys

PANGGILAN = 20_000

# In a child of its own: with a leaking PySide6 the process dies in the middle ("deallocating True").
ANAK = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sumber(QObject):
    kosong = Signal()
    berisi = Signal(bool)

aplikasi = QCoreApplication([])
sumber = Sumber()
diterima = [0]

def terima(*_):
    diterima[0] += 1

sumber.kosong.connect(terima)
sumber.berisi.connect(terima)

def sekali(n):
    sumber.kosong.emit()
    sumber.berisi.emit(n % 2 == 0)
    aplikasi.processEvents()
    sumber.setObjectName("a" if n % 2 else "b")

def hitung():
    return [sys.getrefcount(benda) for benda in (None, True, False)]

for n in range(100):  # caches that fill on first use are no leak
    sekali(n)
sebelum = hitung()
for n in range(PANGGILAN):
    sekali(n)
sesudah = hitung()
print(diterima[0], *(b - a for a, b in zip(sebelum, sesudah)))
"""


def test_acuan_tetap_rata() -> None:
    naskah = ANAK.replace("PANGGILAN", str(PANGGILAN))
    anak = subprocess.run([sys.executable, "-c", naskah], capture_output=True, text=True, timeout=120, check=False)
    assert anak.returncode == 0, anak.stderr[-2000:]
    diterima, *selisih = (int(angka) for angka in anak.stdout.split())
    assert diterima == 2 * (PANGGILAN + 100)
    # A leak shows as thousands, one per call; from Python 3.12 on these objects are immortal and never move.
    assert all(abs(s) < 20 for s in selisih), selisih
