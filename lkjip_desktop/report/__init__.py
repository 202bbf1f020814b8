"""From numbers to pages: chapters as blocks, numbering, and the printers."""
