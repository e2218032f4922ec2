/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pool_parts.h: the two ends of the line between the pool and a worker.
 *
 * For run/pool*.c alone. Down the line go loads, up come replies, each a head and
 * its bytes.
 */
#include "run/pool.h"

#include <sys/types.h>

/* Items that go to one worker, from `from` up to, not including, `to`. */
typedef struct Load {
	int from, to;
} Load;

/* What stands before the bytes of a reply. */
typedef struct ReplyHead {
	int item;
	unsigned length;
} ReplyHead;

/* A worker as seen from the pool: it has up to two loads, so that it need not wait for the next. */
enum { LOADS_MOST = 2 };
typedef struct Hand {
	pid_t pid;
	int line;               /* its socket; -1: there is no worker */
	Load loads[LOADS_MOST]; /* that it has not ended: the first is in hand */
	int load_count;
	double since; /* ms: when it began the item in hand */
	StrBuf heard; /* what has come up the line and is not yet a whole reply */
	bool cut;     /* killed from here: it took too long, or all is to end */
	PoolEnd cut_as;
} Hand;

/* Forks a worker; false, with errno, when there is none to be had. `others` are lines that it must not hold open. */
bool hand_open(Hand *hand, const Pool *pool, const Hand *others, int other_count);
/* Gives it a load; false when it is gone. */
bool hand_give(Hand *hand, Load load);
/* Takes what has come up the line; false at its end. */
bool hand_hear(Hand *hand);
/* The first whole reply of what was heard, NULL when there is none; lent until hand_forget. */
const ReplyHead *hand_reply(const Hand *hand, Bytes *reply);
void hand_forget(Hand *hand, size_t reply_length);
/* Waits for its end and says how it was. */
void hand_close(Hand *hand, int *signal, int *status);
