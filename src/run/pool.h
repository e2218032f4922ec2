/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pool.h: worker processes that share out a long row of items.
 *
 * Each worker is a copy (fork) of this process as it stands: what was opened before
 * is there and warm, and nothing that it does is seen here but its replies. Items
 * are numbers; what they mean, and what a reply says, the pool does not know.
 *
 * Results are handed over in the order of the items, whoever was ready first. An item
 * whose worker breaks off, or which takes longer than the limit, is given up: that is its result,
 * the worker is replaced and the next item taken. SIGINT, SIGTERM or SIGHUP: what is in hand is
 * finished, the rest is left; the second one ends what is in hand, too. When this process dies, however,
 * its workers die with it.
 */
#include "base/file.h"
#include "base/str.h"

typedef enum PoolEnd {
	POOL_DONE, /* there is a reply */
	POOL_DIED, /* its worker broke off */
	POOL_SLOW, /* it took longer than the limit */
	POOL_CUT   /* it was stopped by a second signal */
} PoolEnd;

typedef struct PoolResult {
	int item;
	PoolEnd end;
	Bytes reply;  /* of one that is done; lent until `take` returns */
	int signal;   /* that ended a worker which died; 0: none, it left by itself … */
	int status;   /* … with this */
	long process; /* that worker's */
	double ms;    /* from its start to its end, as seen from here */
} PoolResult;

typedef struct Pool {
	int count;    /* items, from 0 */
	int together; /* so many in a row go to one worker, one after the other: at least 1 */
	int jobs;     /* workers: at least 1 */
	int limit;    /* seconds an item may take; 0: no limit */
	void *with;   /* handed to the three below */
	/* In a worker: does the work and adds to the reply, which is empty. */
	void (*work)(void *with, int item, StrBuf *reply);
	/* Here: takes a result. */
	void (*take)(void *with, const PoolResult *result);
	/* Here: called ten times a second or more often, with how many items have an end; may be NULL. */
	void (*beat)(void *with, int ended);
} Pool;

typedef struct PoolTally {
	int ended;    /* items that have a result */
	int signal;   /* that stopped the pool; 0: none did */
	int trouble;  /* errno when no worker could be had any more; 0 */
	int replaced; /* workers */
} PoolTally;

PoolTally pool_run(const Pool *pool);
