#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The press, measured: how many profiles a second it finishes, with one job and two.

    tests/bench/press.py EDITION OUT [ROUNDS]

Every profile of the edition is made, tagged, archival, with its sources inside, and written to a folder of each run's own
below OUT; nothing is removed between them: ext4 looks long for the number of a new file where many were removed in the
last minutes, whoever writes it. So what writing such files takes by itself is measured beside. A rate is that of the whole command, its start included: the median of the rounds,
with the least and the most beside it. Milliseconds a profile are what the press reports of each (in a run of
its own), the peak of memory is that of all processes together (in another one). Any profile that is not
made ends it with status 1. CPU is what the processors were busy with a profile, all processes together, in the kernel,
too: other work on the machine touches it little.
"""
import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import time

PROGRAM = os.environ.get("CLUSTERPRESS", "build/clusterpress")
LANGUAGES = [("en", "English"), ("ar", "Arabic"), ("zh", "Chinese")]
HEAD = f"{'all made':<28}{'profiles/s':>11}{'least':>8}{'most':>8}{'CPU ms':>9}{'p50 ms':>9}{'p99 ms':>9}{'peak MB':>9}{'KB mean':>9}{'most':>7}"


def cpu_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Press:
    runs = 0

    def __init__(self, edition, out, language, jobs):
        self.edition, self.below, self.language, self.jobs = edition, pathlib.Path(out), language, jobs
        self.out = self.below
        self.busy = []
        self.count = len(list(pathlib.Path(edition).parent.glob("clusters/*.xml")))

    def command(self, *options):
        return [PROGRAM, "build", self.edition, "--lang", self.language, "--jobs", str(self.jobs), "--quiet",
                "--out", str(self.out), *options]

    def run(self, *options, before=()):
        """Seconds that it took, and what it printed."""
        start, busy = time.perf_counter(), cpu_time()
        done = subprocess.run([*before, *self.command(*options)], stdout=subprocess.PIPE, text=True)
        taken = time.perf_counter() - start
        self.busy.append((cpu_time() - busy) * 1e3 / self.count)
        if done.returncode != 0 or len(self.files()) != self.count:
            sys.exit(f"press: status {done.returncode}, {len(self.files())} of {self.count} profiles are there")
        return taken, done.stdout

    def run_afresh(self, *options, before=()):
        Press.runs += 1
        self.out = self.below / f"run{Press.runs}"
        return self.run("--force", *options, before=before)

    def file_milliseconds(self):
        """What it takes to write as many files of that size, and nothing else."""
        size = int(statistics.mean(file.stat().st_size for file in self.files()))
        Press.runs += 1
        folder = self.below / f"run{Press.runs}"
        return float(subprocess.run(["build/bench/files", folder, str(self.count), str(size)], check=True,
                                    stdout=subprocess.PIPE, text=True).stdout)

    def files(self):
        return list((self.out / self.language).glob("*.pdf"))

    def rates(self, rounds):
        return sorted(self.count / self.run_afresh()[0] for _ in range(rounds))

    def milliseconds(self):
        report = self.below.parent / "report.jsonl"
        self.run_afresh("--report", str(report))
        lines = (json.loads(line) for line in report.read_text().splitlines())
        taken = {line["record"]: line["ms"] for line in lines if "ms" in line and "record" in line}
        if len(taken) != self.count:
            sys.exit(f"press: the report tells of {len(taken)} of {self.count} profiles")
        return taken

    def letters(self, record):
        """What other letters than Latin, Greek or Cyrillic the page in English has."""
        text = (pathlib.Path(self.edition).parent / f"clusters/{record}.xml").read_text()
        text = re.sub('<name xml:lang="(ar|zh)">.*', "", text)
        return ("East Asian" if re.search("[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7ff]", text) else
                "Arabic" if re.search("[\u0600-\u06ff]", text) else "Latin, Greek and Cyrillic")

    def peak(self):
        return int(self.run_afresh(before=["build/bench/peak"])[1].split()[0]) / 1024


def by_letters(press, of_records):
    kinds = {}
    for record, ms in of_records.items():
        kinds.setdefault(press.letters(record), []).append(ms)
    return "; ".join(f"{kind} {statistics.mean(all_ms):.2f} ({len(all_ms)})" for kind, all_ms in sorted(kinds.items()))


def row(press, name, rounds):
    rates = press.rates(rounds)
    rate, busy = statistics.median(rates), statistics.median(press.busy)
    of_records = press.milliseconds()
    taken = sorted(of_records.values())
    peak = press.peak()
    sizes = [file.stat().st_size / 1000 for file in press.files()]
    title = f"{name}, {press.jobs} job{'s' if press.jobs > 1 else ''}"
    print(f"{title:<28}{rate:>11,.0f}{rates[0]:>8,.0f}{rates[-1]:>8,.0f}{busy:>9.2f}{taken[len(taken) // 2]:>9.2f}"
          f"{taken[len(taken) * 99 // 100]:>9.2f}{peak:>9.1f}{statistics.mean(sizes):>9.1f}{max(sizes):>7.1f}",
          flush=True)
    if (press.language, press.jobs) == ("en", 1):
        print(f"    of these, mean ms: {by_letters(press, of_records)}")
    return rate


def timed(rounds, once):
    times = sorted(once() for _ in range(rounds))
    return f"{statistics.median(times) * 1e3:,.0f} ms ({times[0] * 1e3:,.0f} to {times[-1] * 1e3:,.0f})"


def file_system(path):
    said = subprocess.run(["df", "--output=fstype", path], stdout=subprocess.PIPE, text=True).stdout
    return said.split()[-1]


def main():
    edition, out = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    latin = Press(edition, out, "en", 2)
    print(f"the press: {latin.count} records, written to {out} ({file_system(edition)}), {os.cpu_count()} cores")
    print(HEAD)
    rate = 0
    for language, name in LANGUAGES:
        for jobs in (1, 2):
            press = Press(edition, out, language, jobs)
            made = row(press, name, rounds)
            rate = made if (language, jobs) == ("en", 2) else rate
        press.out.joinpath(language).rename(pathlib.Path(out) / language)
    latin.run_afresh()
    print(f"a file of that size, written and renamed by a program that does nothing else: {latin.file_milliseconds():.3f} ms")
    print(f"nothing changed, English, 2 jobs: {timed(rounds, lambda: latin.run()[0])}")
    print(f"press, 2 jobs, all made: {rate:,.0f} profiles/s")


if __name__ == "__main__":
    main()
