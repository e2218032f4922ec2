#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads finished profiles back, picked at random: is what their records say in them?

    tests/bench/read_back.py EDITION OUT COUNT [SEED]

Of each PDF pdftotext must give the record's name in that language and the first actor of each table with its
count and its share, and qpdf must find nothing. Any that fails is told and ends it with status 1; the seed
that is printed picks the same again.
"""
import pathlib
import random
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as xml

CLUSTER = "{urn:clusterpress:cluster:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def letters(text):
    """Without what a line's end may change: spaces and marks of direction. pdftotext gives lam and alef of a
    ligature in either order, so alefs stand first here."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")
    return re.sub("[ال]+", lambda run: "".join(sorted(run.group())), text)


def name_of(record, language):
    own = [name.text for name in record.findall(CLUSTER + "name") if name.get(LANGUAGE, "en") == language]
    return own[0]


def wanted(record, language):
    """The words that must stand on the page."""
    yield name_of(record, language)
    for actor in (record.find(f".//{CLUSTER}applicant"), record.find(f".//{CLUSTER}organization")):
        if actor is not None:
            yield actor.text
            yield f"{int(actor.get('count')):,}"
            yield f"{actor.get('share')}%"


def missing(pdf, data, language):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout
    text = letters(text)
    record = xml.parse(data).getroot()
    return [word for word in wanted(record, language) if letters(word) not in text]


def look(pdf, clusters):
    """What is wrong with it, in words; an empty list when all is well."""
    language = pdf.parent.name
    wrong = [f'"{word}" is not in its text' for word in missing(pdf, clusters / f"{pdf.stem}.xml", language)]
    qpdf = subprocess.run(["qpdf", "--check", pdf], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return wrong + ([f"qpdf: {qpdf.stdout.splitlines()[-1]}"] if qpdf.returncode else [])


def main():
    edition, out, count = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.SystemRandom().randrange(1_000_000)
    files = sorted(out.glob("*/*.pdf"))
    if len(files) < count:
        sys.exit(f"read_back: {out} has {len(files)} profiles, not {count}")
    picked = random.Random(seed).sample(files, count)
    faults = [f"{pdf}: {wrong}" for pdf in picked for wrong in look(pdf, edition.parent / "clusters")]
    print("\n".join(faults + [f"read back: {count} of {len(files)}, seed {seed}: {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
