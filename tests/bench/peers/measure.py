# SPDX-License-Identifier: MIT
"""One peer, in one process, warm, on one core: how long it takes for a profile.

    measure.py PEER EDITION OUT ID…       PEER: reportlab, typst, typst-archival or weasyprint

Timed is what the press does for a profile: the record's file is read, its page is said and set, and the PDF is
written to OUT. Fonts, styles and names are read before; the first ten records are made before the clock runs and are
not counted. Of the rest milliseconds each are printed as JSON, with bytes and how many had more than one page. All
PDFs must differ, and say their records' names.
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

from words import Names, page_read

WARM = 10
FONTS = "fonts"


def edition_read(path):
    root = xml.parse(path).getroot()
    words = {child.tag.split("}")[1]: child.text for child in reversed(root)}
    return dict(title=words["title"], subject=words["subject"], year=root.get("year"), size=int(root.get("size")))


def reportlab_maker():
    import page_reportlab
    page_reportlab.fonts_read(FONTS)
    styles = page_reportlab.styles_make()
    return lambda page, record, out: page_reportlab.page_write(page, styles, out) >= 0


def weasyprint_maker():
    import page_weasyprint
    style, fonts = page_weasyprint.style_read(FONTS)
    return lambda page, record, out: page_weasyprint.page_write(page, style, fonts, out) == 1


def typst_maker(archival):
    import typst
    template = str(pathlib.Path(__file__).with_name("page.typ"))
    compiler = typst.Compiler(template, root=".", font_paths=[FONTS], ignore_system_fonts=True)
    options = dict(pdf_standards=["a-3a", "ua-1"]) if archival else {}

    def make(page, record, out):
        inputs = {"page": json.dumps(page)}
        if archival:
            inputs["record"] = pathlib.Path(record).read_text()
        compiler.compile(output=out, format="pdf", sys_inputs=inputs, **options)
        return True
    return make


MAKERS = {"reportlab": reportlab_maker, "weasyprint": weasyprint_maker, "typst": lambda: typst_maker(False),
          "typst-archival": lambda: typst_maker(True)}


def text_of(pdf):
    return subprocess.run(["pdftotext", "-raw", pdf, "-"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True, check=True).stdout


def pages_of(pdf):
    said = subprocess.run(["pdfinfo", pdf], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:")))


def measured(make, records, names, edition, out):
    """Milliseconds of each record, of them those the processor was busy, and whether its page had room for all."""
    for record, pdf in records:
        start, busy = time.perf_counter(), time.process_time()
        fits = make(page_read(record, names, edition), str(record), str(pdf))
        yield (time.perf_counter() - start) * 1e3, (time.process_time() - busy) * 1e3, fits


def main():
    peer, edition_path, out, *ids = sys.argv[1:]
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["RAYON_NUM_THREADS"] = "1"
    out, clusters = pathlib.Path(out), pathlib.Path(edition_path).parent / "clusters"
    out.mkdir(parents=True, exist_ok=True)
    names, edition = Names("data/names.xml"), edition_read(edition_path)
    make = MAKERS[peer]()
    records = [(clusters / f"{name}.xml", out / f"{name}.pdf") for name in ids]
    list(measured(make, records[:WARM], names, edition, out))
    records = records[WARM:]
    taken = list(measured(make, records, names, edition, out))
    for record, pdf in records[::len(records) // 5]:
        page = page_read(record, names, edition)
        if "".join(page["name"].split()) not in "".join(text_of(pdf).split()):
            sys.exit(f"{pdf} does not say its record's name")
    bytes_made = [pdf.read_bytes() for _, pdf in records]
    if len({hashlib.sha256(each).digest() for each in bytes_made}) != len(records):
        sys.exit("two of the PDFs are the same")
    overset = sum(1 for (_, pdf), (*_, fits) in zip(records, taken) if not fits or pages_of(pdf) != 1)
    print(json.dumps({"ms": [ms for ms, *_ in taken], "busy": [busy for _, busy, _ in taken], "bytes": [len(each) for each in bytes_made], "overset": overset}))


if __name__ == "__main__":
    main()
