"""The window: the only room that speaks Qt.

The core is imported here, before any module of this room brings Qt: once PySide6 is there, it reads the source of
every module that is imported after it, which made a start 8 percent longer.
"""

import lkjip_desktop.workspace as workspace

__all__ = ["workspace"]
