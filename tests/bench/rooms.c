/* SPDX-License-Identifier: MIT */
/*
 * rooms: how long the records of an edition stay in each room, one after the other in one process.
 *
 *	rooms EDITION [ROUNDS]
 *
 * Each record is read (its form checked), filled and set, once a round; nothing is written.
 * Prints milliseconds a record for each room, and how much memory the process held at its peak
 * and between the first record and the last. Any record with an error ends it with status 1.
 */
#include "fill/fill.h"
#include "read/record.h"
#include "run/shelf.h"
#include "set/set.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

typedef enum Room { ROOM_READ, ROOM_FILL, ROOM_SET, ROOMS } Room;

typedef struct Clock {
	double taken[ROOMS];
	double began;
} Clock;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void room_left(Clock *clock, Room room)
{
	double end = now();
	clock->taken[room] += end - clock->began;
	clock->began = end;
}

static bool record_pass(const Shelf *shelf, const RecordFile *file, Clock *clock)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Source source = {file->path, NULL, shelf->edition->records_place};
	Locale *locale = shelf_tongue(shelf, shelf->edition->languages[0], diags)->locale;
	Saying saying = {shelf->edition, shelf->layout, shelf->names, locale, NULL};
	clock->began = now();
	const Record *record = record_read(a, &source, shelf->schema, NULL, diags);
	room_left(clock, ROOM_READ);
	const Story *story = fill(a, &saying, record, diags);
	room_left(clock, ROOM_FILL);
	const Page *page = set_page(a, story, shelf->fonts, shelf->cache, NULL, diags);
	room_left(clock, ROOM_SET);
	if (!page)
		fprintf(stderr, "rooms: %s has errors: see clusterpress build\n", file->path);
	arena_free(a);
	return page;
}

static long memory_most(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static void tell(const Clock *clock, int records, long early, long late)
{
	static const char *const names[] = {"read", "filled", "set"};
	double all = 0;
	for (int room = 0; room < ROOMS; room++) {
		double each = clock->taken[room] / records;
		all += each;
		printf("%s %.3f ms, ", names[room], each);
	}
	printf("together %.3f ms a record: %.0f records a second\n", all, 1e3 / all);
	printf("peak memory %.1f MB; %.1f MB of it came after the first tenth\n",
	       (double)late / 1024, (double)(late - early) / 1024);
}

static bool edition_pass(const Shelf *shelf, int rounds)
{
	Clock clock = {0};
	int records = shelf->edition->record_count * rounds;
	long early = 0;
	bool good = true;
	for (int i = 0; i < records; i++) {
		int at = i % shelf->edition->record_count;
		good = record_pass(shelf, &shelf->edition->records[at], &clock) && good;
		if (i == records / 10)
			early = memory_most();
	}
	tell(&clock, records, early, memory_most());
	return good;
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: rooms EDITION [ROUNDS]\n", stderr);
		return 64;
	}
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	const Shelf *shelf = shelf_open(a, &(ShelfFiles){.edition = argv[1]}, diags);
	bool good = diags_errors(diags) == 0 && edition_pass(shelf, argc > 2 ? atoi(argv[2]) : 1);
	for (int i = 0; i < diags_count(diags); i++)
		fprintf(stderr, "rooms: %s\n", diags_at(diags, i)->message);
	shelf_close(shelf);
	arena_free(a);
	return good ? 0 : 1;
}
