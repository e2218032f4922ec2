/* SPDX-License-Identifier: MIT */
#include "run/build.h"

#include "base/lock.h"
#include "base/str.h"
#include "run/glyphs.h"
#include "run/press.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* PATIENCE: milliseconds that a build which was killed may take to be gone. */
enum { PATIENCE = 2000, SIGNALLED = 128 };

typedef struct Build {
	Arena *arena;
	const Order *asked;
	const Order *order; /* NULL: there is nothing to press */
	const Shelf *shelf;
	Report *report;
	Lines *lines, *log;
	PressTally tally;
} Build;

static void tell(Build *b, const Diags *diags)
{
	if (diags_count(diags) > 0 && b->lines) {
		const char *line = report_told_line(b->arena, diags);
		lines_put(b->lines, line, strlen(line));
	}
	report_add(b->report, diags);
}

static void tally_print(const PressTally *tally, const char *out)
{
	printf("%s: %d made", out, tally->made);
	if (tally->kept)
		printf(", %d unchanged", tally->kept);
	if (tally->faulty)
		printf(", %d with errors", tally->faulty);
	if (tally->lost)
		printf(", %d lost", tally->lost);
	if (tally->left)
		printf(", %d left", tally->left);
	putchar('\n');
}

static ReportAbout about(const Build *b, const ReportCount *counts, int status)
{
	const Order *order = b->order ? b->order : b->asked;
	const char *shard = NULL;
	if (order->shards)
		shard = str_format(b->arena, "%d/%d", order->shard, order->shards);
	return (ReportAbout){"build",
			     b->asked->edition,
			     b->order ? order->records : NULL,
			     b->order ? order->languages : NULL,
			     counts,
			     order->out ? order->out : "",
			     shard,
			     b->order ? press_count(order) : 0,
			     b->tally.signal ? "interrupted" : NULL,
			     status,
			     b->tally.seconds};
}

static void files_open(Build *b, Diags *diags)
{
	b->lines = lines_open(b->arena, b->asked->report, false, diags);
	b->log = lines_open(b->arena, b->asked->log, true, diags);
	ReportAbout what = about(b, NULL, 0);
	if (b->lines) {
		const char *line = report_head_line(b->arena, &what);
		lines_put(b->lines, line, strlen(line));
	}
	press_log(b->log, "build %s: %d profiles to %s, %d jobs", b->asked->edition, what.profiles,
		  what.out, b->order ? b->order->jobs : 0);
}

static int status_of(const Build *b)
{
	return b->tally.signal ? SIGNALLED + b->tally.signal : report_status(b->report);
}

/* Whatever became of it, the report is finished. */
static void report_finish(Build *b)
{
	const PressTally *t = &b->tally;
	const ReportCount counts[] = {{"made", t->made},     {"unchanged", t->kept},
				      {"faulty", t->faulty}, {"lost", t->lost},
				      {"left", t->left},     {NULL, 0}};
	Diags *diags = diags_new(b->arena);
	ReportAbout what = about(b, counts, status_of(b));
	if (b->lines) {
		const char *line = report_sum_line(b->arena, report_all(b->report), &what);
		lines_put(b->lines, line, strlen(line));
	}
	press_log(b->log, "%s: %d made, %d unchanged, %d with errors, %d lost, %d left",
		  t->signal ? "interrupted" : "done", t->made, t->kept, t->faulty, t->lost,
		  t->left);
	lines_close(b->lines, diags);
	lines_close(b->log, diags);
	report_add(b->report, diags);
	report_end(b->report, &what, NULL);
	if (b->order && !b->asked->quiet && report_leaves_output(b->report))
		tally_print(t, b->order->out);
	if (t->signal)
		fprintf(stderr,
			"clusterpress: stopped by a signal (%s); the same command goes on where "
			"this one ended\n",
			strsignal(t->signal));
}

/* What a build that was killed has left would lie there for ever. */
static void parts_remove(const Build *b)
{
	for (const char *const *l = b->order->languages; *l; l++) {
		const char *folder = str_format(b->arena, "%s/%s", b->order->out, *l);
		int removed = file_parts_remove(folder);
		if (removed > 0)
			press_log(b->log, "removed %d half-written files from %s", removed, folder);
	}
}

static void edition_press(Build *b)
{
	parts_remove(b);
	int signal = glyphs_tell(b->order, b->shelf, b->report);
	const Press press = {b->order, b->shelf, b->report, b->lines, b->log};
	if (signal)
		b->tally = (PressTally){.left = press_count(b->order), .signal = signal};
	else
		b->tally = press_run(&press);
}

/* Before anything is written, be it the report. A folder that cannot be locked may still hold what need not be made; each
 * file that cannot be written says so. */
static bool folder_taken(const Build *b, int *lock, Diags *diags)
{
	*lock = -1;
	if (b->order == NULL || lock_take(b->order->out, PATIENCE, lock) != LOCK_BUSY)
		return true;
	diag_error(diags, (Place){0}, DIAG_SYSTEM, "another build is at work in the folder %s",
		   b->order->out);
	diag_hint(diags, "wait for its end, or press into another folder with --out");
	return false;
}

static void edition_build(Build *b, Diags *diags)
{
	int lock;
	if (!folder_taken(b, &lock, diags)) {
		report_add(b->report, diags);
		return;
	}
	files_open(b, diags);
	tell(b, diags);
	if (b->order)
		edition_press(b);
	report_finish(b);
	lock_give(lock);
}

int build(const Order *order)
{
	Build b = {.arena = arena_new(), .asked = order};
	Diags *diags = diags_new(b.arena);
	ShelfFiles files = order_files(order);
	b.report = report_new(b.arena, order->format, false);
	b.shelf = shelf_open(b.arena, &files, diags);
	b.order = b.shelf ? order_resolve(b.arena, order, b.shelf->edition) : NULL;
	bool usage = b.shelf && !b.order;
	if (!usage)
		edition_build(&b, diags);
	int status = usage ? STATUS_USAGE : status_of(&b);
	shelf_close(b.shelf);
	arena_free(b.arena);
	return status;
}
