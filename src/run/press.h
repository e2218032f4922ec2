/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * press.h: presses the profiles of an edition, in worker processes, and tells of each what became of it.
 *
 * Profiles go record by record, each in all its languages, and are told of in that order, however many workers
 * there are. One that breaks the program, or takes too long, costs only itself.
 */
#include "run/lines.h"
#include "run/order.h"

typedef struct PressTally {
	int made, kept, faulty;
	int lost;       /* broke the program or took too long */
	int left;       /* were not begun */
	int signal;     /* that stopped the press; 0: none did */
	double seconds; /* that it took */
} PressTally;

typedef struct Press {
	const Order *order; /* resolved */
	const Shelf *shelf;
	Report *report;
	Lines *lines; /* of the report, see report_page_line; NULL: none is asked for */
	Lines *log;   /* NULL: none is asked for */
} Press;

/* How many profiles an order is of. */
int press_count(const Order *order);

PressTally press_run(const Press *press);

/* Puts a line in the log, behind the time. NULL is allowed. */
void press_log(Lines *log, const char *format, ...) __attribute__((format(printf, 2, 3)));
