"""How a PDF is read: its printed lines, what of them is furniture or note, and what makes a paragraph.

``pages`` and ``asking`` speak with PDFium, the rest is ours: ``order`` puts lines in reading order,
``furniture`` and ``footnotes`` take out what is not the text, ``paragraphs`` joins lines, ``mending`` and
``rtl`` put words right, ``legibility`` refuses a text layer that is not the text (``letters`` has what it
knows of languages), and ``pictures`` draws pages for a preview.
"""
