/* SPDX-License-Identifier: MIT */
#include "run/press.h"

#include "run/pool.h"
#include "run/profile.h"
#include "run/progress.h"
#include "run/reply.h"
#include "run/stopwatch.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct Pressing {
	const Press *press;
	const Order *order;
	const Shelf *shelf;
	int languages; /* that each record has */
	Progress *progress;
	PressTally tally;
	/* In a worker: the record in hand, for all its languages. */
	Arena *reading_arena;
	Reading *reading;
	const RecordFile *reading_of;
} Pressing;

/* A profile by its number. */
typedef struct Item {
	const RecordFile *record;
	const char *language;
	const char *output;
} Item;

static const char *const outcomes[] = {
    [OUTCOME_FAULTY] = "faulty", [OUTCOME_MADE] = "made", [OUTCOME_KEPT] = "unchanged"};

int press_count(const Order *order)
{
	return order_count(order->records) * order_count(order->languages);
}

static Item item_of(Arena *a, const Pressing *p, int number)
{
	const char *id = p->order->records[number / p->languages];
	const char *language = p->order->languages[number % p->languages];
	return (Item){edition_record(p->shelf->edition, id), language,
		      profile_output(a, p->order->out, language, id)};
}

/* In a worker */

static const char *line_of(Arena *a, const Item *item, const Reply *reply, const Made *made)
{
	static const Digest unknown;
	bool known = memcmp(&made->digest, &unknown, sizeof unknown) != 0;
	ReportPage page = {item->record->id,
			   item->language,
			   outcomes[reply->outcome],
			   &made->fit,
			   item->output,
			   reply->bytes,
			   reply->ms,
			   known ? &made->digest : NULL,
			   reply->diags};
	return report_page_line(a, &page);
}

static Reading *reading_of(Pressing *p, const RecordFile *record)
{
	if (p->reading_of == record)
		return p->reading;
	arena_free(p->reading_arena);
	p->reading_arena = arena_new();
	p->reading_of = record;
	return p->reading = reading_open(p->reading_arena, record, p->shelf);
}

static void item_press(void *with, int number, StrBuf *to)
{
	Pressing *p = with;
	Arena *a = arena_new();
	Item item = item_of(a, p, number);
	Diags *diags = diags_new(a);
	Job job = {.edition = p->shelf->edition,
		   .language = item.language,
		   .record = item.record,
		   .output = item.output,
		   .sync = p->order->sync,
		   .moment = p->order->moment};
	if (p->order->marks)
		job.marks = profile_marks_output(a, p->order->out, item.language, item.record->id);
	Made made = {0};
	double begun = stopwatch();
	Reply reply = {.diags = diags, .line = ""};
	reply.outcome = profile_make(a, &job, p->shelf, reading_of(p, item.record), p->order->force,
				     &made, diags);
	reply.ms = stopwatch() - begun;
	reply.bytes = made.bytes;
	if (p->press->lines)
		reply.line = line_of(a, &item, &reply, &made);
	reply_pack(to, &reply);
	arena_free(a);
}

/* Here */

void press_log(Lines *log, const char *format, ...)
{
	if (log == NULL)
		return;
	Arena *a = arena_new();
	StrBuf line = {.arena = a};
	struct timespec t;
	struct tm day;
	char moment[sizeof "2026-11-25T21:40:03"];
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	char *said = arena_alloc(a, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(said, (size_t)length + 1, format, arguments);
	va_end(arguments);
	clock_gettime(CLOCK_REALTIME, &t);
	gmtime_r(&t.tv_sec, &day);
	strftime(moment, sizeof moment, "%Y-%m-%dT%H:%M:%S", &day);
	strbuf_format(&line, "%s.%03ldZ %s", moment, t.tv_nsec / 1000000, said);
	lines_put(log, strbuf_text(&line), line.length);
	arena_free(a);
}

static void diags_log(Lines *log, const Diags *diags)
{
	for (int i = 0; i < diags_count(diags); i++) {
		const Diag *diag = diags_at(diags, i);
		const char *level = diag->level == DIAG_ERROR ? "error" : "warning";
		if (diag->place.file)
			press_log(log, "  %s:%d:%d: %s: %s", diag->place.file, diag->place.line,
				  diag->place.column, level, diag->message);
		else
			press_log(log, "  %s: %s", level, diag->message);
	}
}

/* What is told of a profile, and that it was not made; of two that say the same the second says the latter only. */
static void reply_tell(Pressing *p, const Item *item, const Reply *reply, const char *became)
{
	bool bad = diags_errors(reply->diags) > 0;
	if (diags_count(reply->diags) > 0)
		progress_clear(p->progress);
	report_add(p->press->report, reply->diags);
	if (bad && !p->order->quiet && report_leaves_output(p->press->report)) {
		int errors = diags_errors(reply->diags);
		printf("%s: %s, %d error%s\n", item->output, became, errors,
		       errors == 1 ? "" : "s");
	}
	press_log(p->press->log, "%s %s, %zu bytes, %.3f ms", became, item->output, reply->bytes,
		  reply->ms);
	diags_log(p->press->log, reply->diags);
	if (*reply->line)
		lines_put(p->press->lines, reply->line, strlen(reply->line));
}

static void reply_take(Pressing *p, Arena *a, const Item *item, Bytes bytes)
{
	Reply reply = reply_unpack(a, bytes);
	p->tally.made += reply.outcome == OUTCOME_MADE;
	p->tally.kept += reply.outcome == OUTCOME_KEPT;
	p->tally.faulty += reply.outcome == OUTCOME_FAULTY;
	reply_tell(p, item, &reply,
		   reply.outcome == OUTCOME_FAULTY ? "not made" : outcomes[reply.outcome]);
}

static void loss_say(Arena *a, const Pressing *p, const Item *item, const PoolResult *result,
		     Diags *diags)
{
	Place place = {.file = record_path(a, item->record)};
	const char *hint =
	    "no other profile is touched by it; report it, with this record and its layout";
	if (result->end == POOL_SLOW) {
		diag_error(diags, place, DIAG_FAULT,
			   "the profile in %s was given up: it took longer than %d second%s",
			   item->language, p->order->limit, p->order->limit == 1 ? "" : "s");
		diag_hint(diags,
			  "give it more with --time-limit; if that does not help, report it");
	} else if (result->end == POOL_CUT) {
		diag_error(diags, place, DIAG_SYSTEM,
			   "the profile in %s was cut off: the press was stopped twice",
			   item->language);
	} else if (result->signal == SIGKILL) {
		diag_error(diags, place, DIAG_SYSTEM,
			   "the profile in %s is lost: something killed the process that made it",
			   item->language);
		diag_hint(diags, "is there enough memory? fewer --jobs need less of it");
	} else if (result->signal) {
		diag_error(diags, place, DIAG_FAULT,
			   "the profile in %s is lost: the program broke off with signal %d (%s)",
			   item->language, result->signal, strsignal(result->signal));
		diag_hint(diags, "%s", hint);
	} else {
		diag_error(diags, place, DIAG_FAULT,
			   "the profile in %s is lost: the program gave up with status %d",
			   item->language, result->status);
		diag_hint(diags, "%s", hint);
	}
}

static void loss_take(Pressing *p, Arena *a, const Item *item, const PoolResult *result)
{
	Diags *diags = diags_new(a);
	static const FitRecord unknown;
	loss_say(a, p, item, result, diags);
	file_part_remove(item->output, result->process);
	Reply reply = {.diags = diags, .line = "", .ms = result->ms};
	ReportPage page = {.record = item->record->id,
			   .language = item->language,
			   .outcome = "lost",
			   .fit = &unknown,
			   .file = item->output,
			   .ms = result->ms,
			   .diags = diags};
	if (p->press->lines)
		reply.line = report_page_line(a, &page);
	p->tally.lost++;
	reply_tell(p, item, &reply, "lost");
}

static void result_take(void *with, const PoolResult *result)
{
	Pressing *p = with;
	Arena *a = arena_new();
	Item item = item_of(a, p, result->item);
	if (result->end == POOL_DONE)
		reply_take(p, a, &item, result->reply);
	else
		loss_take(p, a, &item, result);
	arena_free(a);
}

static void beat(void *with, int ended)
{
	const Pressing *p = with;
	progress_show(p->progress, ended, p->tally.faulty + p->tally.lost);
}

static void trouble_tell(Pressing *p, int trouble)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	diag_error(diags, (Place){0}, DIAG_SYSTEM, "no process can be started: %s",
		   strerror(trouble));
	diag_hint(diags, "close other programs, or raise what the system allows, and run it again");
	report_add(p->press->report, diags);
	arena_free(a);
}

PressTally press_run(const Press *press)
{
	Arena *a = arena_new();
	int count = press_count(press->order);
	bool shows = !press->order->quiet && press->order->format == REPORT_TEXT;
	Pressing p = {.press = press,
		      .order = press->order,
		      .shelf = press->shelf,
		      .languages = order_count(press->order->languages),
		      .progress = progress_new(a, count, shows)};
	Pool pool = {.count = count,
		     .together = p.languages,
		     .jobs = press->order->jobs,
		     .limit = press->order->limit,
		     .with = &p,
		     .work = item_press,
		     .take = result_take,
		     .beat = beat};
	PoolTally ran = pool_run(&pool);
	progress_clear(p.progress);
	p.tally.left = count - ran.ended;
	p.tally.signal = ran.signal;
	p.tally.seconds = progress_seconds(p.progress);
	if (p.tally.left > 0 && ran.signal == 0)
		trouble_tell(&p, ran.trouble);
	arena_free(a);
	return p.tally;
}
