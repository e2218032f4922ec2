#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same page, from the same records, by other programs: how many times as long they take.

    tests/bench/peers/run.py EDITION DIR [RECORDS]

Three rounds of so many records (100), all different, a fresh process a round, on one core; ours beside them in the
same minute, by the press with one job. Records in letters that the project's own font files have: Latin, Greek,
Cyrillic. Peers are installed into DIR/venv, in the versions of requirements.txt; one that cannot be is told and
left out.
"""
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PROGRAM = os.environ.get("CLUSTERPRESS", "build/clusterpress")
ROUNDS, WARM = 3, 10
OTHER_FILES = re.compile("[\u0600-\u06ff\u0e00-\u0eff\u1100-\u11ff\u3000-\u9fff\uac00-\ud7ff]")
ROWS = [("typst", "Typst {}, tagged", "typst"), ("typst-archival", "Typst {}, UA-1 and A-3a, record attached", "typst"),
        ("reportlab", "ReportLab {}, untagged", "reportlab"), ("weasyprint", "WeasyPrint {}, tagged (UA-1)", "weasyprint")]


def actors_of(path):
    """What a page in English says of a record: names in other languages aside."""
    return re.sub(r"<name xml:lang=\"(ar|zh)\">.*", "", path.read_text())


def rounds_of(edition, count):
    files = sorted((pathlib.Path(edition).parent / "clusters").glob("*.xml"))
    ids = [path.stem for path in files if not OTHER_FILES.search(actors_of(path))]
    each = min(count + WARM, len(ids) // ROUNDS)
    return [ids[i::ROUNDS][:each] for i in range(ROUNDS)]


def run(*words):
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def why_not_installed(venv, package):
    """Installs it, if it is not there already; "" when it is there now."""
    if not (venv / "bin/python").exists():
        made = run(sys.executable, "-m", "venv", venv)
        if made.returncode:
            return made.stdout.strip().splitlines()[-1]
    pip = run(venv / "bin/pip", "install", "--quiet", package)
    return pip.stdout.strip().splitlines()[-1] if pip.returncode else ""


def peer_rounds(venv, peer, edition, out, rounds):
    """Of each round the mean of milliseconds a profile; with it those that the processor was busy, bytes a profile, and
    how many did not fit."""
    means, busy, sizes, overset = [], [], [], 0
    for ids in rounds:
        done = subprocess.run([venv / "bin/python", HERE / "measure.py", peer, edition, out / peer, *ids],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise RuntimeError((done.stderr.strip().splitlines() or ["ended with an error"])[-1])
        told = json.loads(done.stdout)
        means.append(statistics.mean(told["ms"]))
        busy += told["busy"]
        sizes += told["bytes"]
        overset += told["overset"]
    return sorted(means), statistics.mean(busy), statistics.mean(sizes), overset


def cpu_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def press_rounds(edition, out, rounds):
    """The same of the press: what its report says of each profile, from the record's file to the PDF's. The processor's
    time is that of whole commands, their starts included."""
    means, sizes, report = [], [], out / "report.jsonl"
    shutil.rmtree(out / "press", ignore_errors=True)
    start = cpu_time()
    core = str(min(os.sched_getaffinity(0)))
    for ids in rounds:
        subprocess.run(["taskset", "-c", core, PROGRAM, "build", edition, *ids, "--lang", "en", "--jobs", "1", "--force",
                        "--quiet", "--report", report, "--out", out / "press"], check=True)
        told = [json.loads(line) for line in report.read_text().splitlines()]
        told = [line for line in told if line.get("record") in ids[WARM:]]
        means.append(statistics.mean(line["ms"] for line in told))
        sizes += [line["bytes"] for line in told]
    busy = (cpu_time() - start) * 1e3 / sum(len(ids) for ids in rounds)
    return sorted(means), busy, statistics.mean(sizes), 0


def row(title, means, busy, size, overset, ours):
    middle = statistics.median(means)
    print(f"{title:<46}{middle:>9.2f}{means[0]:>9.2f}{means[-1]:>9.2f}{busy:>9.2f}{size / 1000:>8.1f}{overset:>9}{middle / ours:>9.1f}",
          flush=True)


def main():
    edition, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    rounds = rounds_of(edition, int(sys.argv[3]) if len(sys.argv) > 3 else 100)
    out = folder / "peers"
    out.mkdir(parents=True, exist_ok=True)
    ours = press_rounds(edition, out, rounds)
    print(f"the same page elsewhere, {len(rounds[0]) - WARM} records a round, one core, warm: from the record's file to the PDF's")
    print(f"{'':<46}{'ms':>9}{'least':>9}{'most':>9}{'CPU ms':>9}{'KB':>8}{'overset':>9}{'ratio':>9}")
    row("clusterpress, UA-1 and A-3a, sources attached", *ours, statistics.median(ours[0]))
    versions = dict(line.split("==") for line in (HERE / "requirements.txt").read_text().split())
    for peer, title, package in ROWS:
        title = title.format(versions[package])
        why = why_not_installed(folder / "venv", f"{package}=={versions[package]}")
        if why:
            print(f"{title}: not installed: {why}", flush=True)
            continue
        try:
            row(title, *peer_rounds(folder / "venv", peer, edition, out, rounds), statistics.median(ours[0]))
        except RuntimeError as error:
            print(f"{title}: not measured: {error}", flush=True)


if __name__ == "__main__":
    main()
