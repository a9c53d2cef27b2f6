"""A core.BriefingPack or a statement becomes a file: Word or PDF.

``export_pack`` and ``export_statement`` write a file, ``pack_pdf_bytes`` gives the pages for the preview.
Composition (what stands where) happens once, into neutral blocks; two writers draw them.
"""

from exporters.export import export_pack, export_statement, pack_pdf_bytes, statement_pdf_bytes

__all__ = ["export_pack", "export_statement", "pack_pdf_bytes", "statement_pdf_bytes"]
