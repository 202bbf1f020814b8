"""Start: no words or a file open the window, a word of the command line does its work."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from lkjip_desktop import cli


def main(argv: list[str]) -> int:
    """Run the program with these words; gives its exit code."""
    if cli.untuk_jendela(argv):
        gc.disable()  # nothing is garbage yet; from the window on ui.pemulung collects
        from ui.app import jalan  # Qt is loaded only for the window

        return jalan(Path(argv[0]) if argv else None)
    return cli.main(argv)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # In a bundle the child that examines received files starts this very program; it must not open a window.
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
