/* SPDX-License-Identifier: MIT */
#include "run/progress.h"

#include "base/str.h"
#include "run/stopwatch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_PLAIN = 80, BAR_LEAST = 8, BAR_MOST = 40 };

struct Progress {
	int total;
	bool shows, there; /* there: the line stands on the terminal */
	double began, last;
	int last_ended;
	double rate; /* a second, of late */
};

static double seconds_now(void)
{
	return stopwatch() / 1e3;
}

static bool terminal_shows(void)
{
	const char *terminal = getenv("TERM");
	return isatty(STDERR_FILENO) && terminal && !str_equal(terminal, "dumb");
}

Progress *progress_new(Arena *a, int total, bool wanted)
{
	Progress *p = ARENA_NEW(a, Progress);
	double now = seconds_now();
	*p = (Progress){
	    .total = total, .shows = wanted && terminal_shows(), .began = now, .last = now};
	return p;
}

double progress_seconds(const Progress *progress)
{
	return seconds_now() - progress->began;
}

/* "0:07", "2:03:09" */
static void put_time(StrBuf *line, double seconds)
{
	long whole = (long)(seconds + 0.5);
	if (whole >= 3600)
		strbuf_format(line, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
	else
		strbuf_format(line, "%ld:%02ld", whole / 60, whole % 60);
}

static void put_bar(StrBuf *line, int ended, int total, int width)
{
	int full = total > 0 ? (int)((long long)width * ended / total) : width;
	strbuf_add(line, " [");
	for (int i = 0; i < width; i++)
		strbuf_add(line, i < full ? "#" : ".");
	strbuf_add(line, "]");
}

const char *progress_line(Arena *a, int ended, int total, int failed, double rate, int width)
{
	StrBuf line = {.arena = a}, behind = {.arena = a};
	if (rate > 0) {
		strbuf_format(&behind, rate < 10 ? " %.1f/s, " : " %.0f/s, ", rate);
		put_time(&behind, (total - ended) / rate);
		strbuf_add(&behind, " left");
	}
	if (failed > 0)
		strbuf_format(&behind, ", %d with errors", failed);
	strbuf_format(&line, "%d/%d", ended, total);
	int room = width - (int)line.length - (int)behind.length - 3;
	if (room >= BAR_LEAST)
		put_bar(&line, ended, total, room < BAR_MOST ? room : BAR_MOST);
	strbuf_add(&line, strbuf_text(&behind));
	return (int)line.length <= width ? strbuf_text(&line)
					 : str_format(a, "%d/%d", ended, total);
}

/* What comes in bursts is evened out over a second or so. */
static void rate_follow(Progress *p, int ended)
{
	double now = seconds_now(), step = now - p->last;
	if (step <= 0)
		return;
	double present = (ended - p->last_ended) / step, weight = step < 1 ? step : 1;
	p->rate = p->last_ended == 0 ? present : p->rate + weight * (present - p->rate);
	p->last = now;
	p->last_ended = ended;
}

static int terminal_width(void)
{
	struct winsize size;
	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return WIDTH_PLAIN;
}

void progress_show(Progress *p, int ended, int failed)
{
	if (!p->shows)
		return;
	Arena *a = arena_new();
	rate_follow(p, ended);
	fprintf(stderr, "\r%s\x1b[K",
		progress_line(a, ended, p->total, failed, p->rate, terminal_width() - 1));
	fflush(stderr);
	p->there = true;
	arena_free(a);
}

void progress_clear(Progress *p)
{
	if (p->there)
		fputs("\r\x1b[K", stderr);
	p->there = false;
}
