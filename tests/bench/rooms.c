/* SPDX-License-Identifier: MIT */
/*
 * rooms: how long the records of an edition stay in each room, one after the other in one process.
 *
 *	rooms EDITION OUT LANGUAGE [ROUNDS]
 *
 * Each record is read (its form and its rules checked), its inputs are gathered and digested, it is filled, set, written and saved
 * to OUT, once a round. Prints milliseconds a record for each room, and how much memory the process held at
 * its peak and between the first tenth and the last record. Any record with an error ends it with status 1.
 */
#include "run/inputs.h"
#include "run/profile.h"
#include "write/pdf.h"

#include "fill/fill.h"
#include "set/set.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

typedef enum Room {
	ROOM_READ,
	ROOM_NAMED,
	ROOM_FILLED,
	ROOM_SET,
	ROOM_WRITTEN,
	ROOM_SAVED,
	ROOMS
} Room;

typedef struct Clock {
	double taken[ROOMS];
	double began;
} Clock;

typedef struct Tour {
	const Shelf *shelf;
	const char *language, *out;
	Clock clock;
} Tour;

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

static Job job_of(Arena *a, const Tour *tour, const RecordFile *file)
{
	return (Job){
	    .edition = tour->shelf->edition,
	    .language = tour->language,
	    .record = file,
	    .output = profile_output(a, tour->out, tour->language, file->id),
	    .moment = "20240926000000",
	};
}

static bool record_pass(Tour *tour, const RecordFile *file)
{
	const Shelf *shelf = tour->shelf;
	Clock *clock = &tour->clock;
	clock->began = now();
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Job job = job_of(a, tour, file);
	const Record *record = profile_record(a, file, shelf, diags);
	room_left(clock, ROOM_READ);
	bool good = record && inputs_gather(a, &job, shelf, record, diags);
	room_left(clock, ROOM_NAMED);
	const Tongue *tongue = shelf_tongue(shelf, tour->language, diags);
	Saying saying = {shelf->edition, tongue->layout, shelf->names, tongue->locale, NULL};
	const Story *story = fill(a, &saying, record, diags);
	room_left(clock, ROOM_FILLED);
	const Page *page = set_page(a, story, shelf->fonts, shelf->cache, NULL, diags);
	room_left(clock, ROOM_SET);
	Bytes pdf = pdf_write(a, page, &job, shelf->cache, diags);
	room_left(clock, ROOM_WRITTEN);
	good = good && pdf.at && file_write(job.output, pdf.at, pdf.length, diags);
	arena_free(a);
	room_left(clock, ROOM_SAVED);
	if (!good)
		fprintf(stderr, "rooms: %s has errors: see clusterpress build\n", file->id);
	return good;
}

static long memory_most(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static void tell(const Clock *clock, int records, long early, long late)
{
	static const char *const names[] = {"read", "named", "filled", "set", "written", "saved"};
	double all = 0;
	for (int room = 0; room < ROOMS; room++) {
		double each = clock->taken[room] / records;
		all += each;
		printf("%s %.3f, ", names[room], each);
	}
	printf("together %.3f: %.0f a second\n", all, 1e3 / all);
	printf("peak memory %.1f MB; %.1f MB of it came after the first tenth\n",
	       (double)late / 1024, (double)(late - early) / 1024);
}

static bool edition_pass(Tour *tour, int rounds)
{
	const Edition *edition = tour->shelf->edition;
	int records = edition->record_count * rounds;
	long early = 0;
	bool good = true;
	for (int i = 0; i < records; i++) {
		int at = i % edition->record_count;
		good = record_pass(tour, &edition->records[at]) && good;
		if (i == records / 10)
			early = memory_most();
	}
	tell(&tour->clock, records, early, memory_most());
	return good;
}

int main(int argc, char **argv)
{
	if (argc < 4) {
		fputs("usage: rooms EDITION OUT LANGUAGE [ROUNDS]\n", stderr);
		return 64;
	}
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	const char *languages[] = {argv[3], NULL};
	ShelfFiles files = {.edition = argv[1], .languages = languages};
	Tour tour = {shelf_open(a, &files, diags), argv[3], argv[2], {{0}, 0}};
	bool good = diags_errors(diags) == 0 && edition_pass(&tour, argc > 4 ? atoi(argv[4]) : 1);
	for (int i = 0; i < diags_count(diags); i++)
		fprintf(stderr, "rooms: %s\n", diags_at(diags, i)->message);
	shelf_close(tour.shelf);
	arena_free(a);
	return good ? 0 : 1;
}
