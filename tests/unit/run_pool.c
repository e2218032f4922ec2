/* SPDX-License-Identifier: MIT */
/* Workers share out items: the order, what a lost one costs, and how all of it is stopped. */
#include "unit/base_setup.h"

#include "run/pool.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ITEMS = 300, REPLY_LARGE = 3 << 20 };

typedef struct Share {
	int taken[ITEMS]; /* items, in the order they were taken */
	PoolEnd ends[ITEMS];
	int signals[ITEMS], statuses[ITEMS];
	int count;
	int fatal;   /* the item that goes wrong; -1: none */
	int stop_at; /* when it is taken the press is stopped; -1: never */
	void (*wrong)(void);
} Share;

static void wait_for(int milliseconds)
{
	const struct timespec time = {.tv_nsec = milliseconds * 1000000L};
	nanosleep(&time, NULL);
}

static void share_work(void *with, int item, StrBuf *reply)
{
	const Share *share = with;
	if (item == share->fatal)
		share->wrong();
	/* Some take longer than those behind them. */
	if (item % 17 == 0)
		wait_for(2);
	strbuf_format(reply, "%d squared is %d", item, item * item);
}

static void share_take(void *with, const PoolResult *result)
{
	Share *share = with;
	Arena *a = arena_new();
	if (result->end == POOL_DONE)
		assert_string_equal(
		    str_copy_n(a, (const char *)result->reply.at, result->reply.length),
		    str_format(a, "%d squared is %d", result->item, result->item * result->item));
	if (result->item == share->stop_at)
		kill(getpid(), SIGTERM);
	share->ends[result->item] = result->end;
	share->signals[result->item] = result->signal;
	share->statuses[result->item] = result->status;
	share->taken[share->count++] = result->item;
	arena_free(a);
}

static PoolTally share_run(Share *share, int jobs, int together)
{
	Pool pool = {.count = ITEMS,
		     .together = together,
		     .jobs = jobs,
		     .limit = 2,
		     .with = share,
		     .work = share_work,
		     .take = share_take};
	return pool_run(&pool);
}

static void pool_hands_over_results_in_order_whoever_made_them(void **state)
{
	(void)state;
	static const int jobs[] = {1, 2, 3, 16, 64}, together[] = {1, 10, 7, 1, 1000};
	for (int i = 0; i < 5; i++) {
		Share share = {.fatal = -1, .stop_at = -1};
		PoolTally tally = share_run(&share, jobs[i], together[i]);
		assert_int_equal(share.count, ITEMS);
		assert_int_equal(tally.ended, ITEMS);
		assert_int_equal(tally.replaced, 0);
		for (int item = 0; item < ITEMS; item++)
			assert_int_equal(share.taken[item], item);
	}
}

static void leave(void)
{
	_exit(3);
}

static void die_hard(void)
{
	signal(SIGABRT, SIG_DFL);
	abort();
}

static void be_killed(void)
{
	kill(getpid(), SIGKILL);
}

static void hang(void)
{
	for (;;)
		pause();
}

static Share lost_run(void (*wrong)(void), int jobs, int together)
{
	Share share = {.fatal = 123, .stop_at = -1, .wrong = wrong};
	PoolTally tally = share_run(&share, jobs, together);
	/* Where the others have done all the rest meanwhile nobody is needed in its place. */
	assert_in_range(tally.replaced, 0, 1);
	assert_int_equal(tally.ended, ITEMS);
	for (int item = 0; item < ITEMS; item++) {
		assert_int_equal(share.taken[item], item);
		if (item != 123)
			assert_int_equal(share.ends[item], POOL_DONE);
	}
	return share;
}

static void pool_loses_the_one_item_that_breaks_its_worker(void **state)
{
	(void)state;
	static const int jobs[] = {1, 2, 5}, together[] = {1, 10, 50};
	for (int i = 0; i < 3; i++) {
		Share share = lost_run(leave, jobs[i], together[i]);
		assert_int_equal(share.ends[123], POOL_DIED);
		assert_int_equal(share.statuses[123], 3);
		share = lost_run(die_hard, jobs[i], together[i]);
		assert_int_equal(share.ends[123], POOL_DIED);
		assert_int_equal(share.signals[123], SIGABRT);
		share = lost_run(be_killed, jobs[i], together[i]);
		assert_int_equal(share.ends[123], POOL_DIED);
		assert_int_equal(share.signals[123], SIGKILL);
	}
}

static void pool_gives_up_the_one_item_that_takes_too_long(void **state)
{
	(void)state;
	Share share = lost_run(hang, 2, 4);
	assert_int_equal(share.ends[123], POOL_SLOW);
}

static void all_leave(void *with, int item, StrBuf *reply)
{
	(void)with, (void)item, (void)reply;
	leave();
}

static void pool_survives_that_every_item_breaks_its_worker(void **state)
{
	(void)state;
	Share share = {.fatal = -1, .stop_at = -1, .wrong = leave};
	Pool pool = {.count = 40,
		     .together = 4,
		     .jobs = 3,
		     .with = &share,
		     .work = all_leave,
		     .take = share_take};
	PoolTally tally = pool_run(&pool);
	assert_int_equal(tally.ended, 40);
	assert_int_equal(share.count, 40);
	for (int item = 0; item < 40; item++)
		assert_int_equal(share.ends[item], POOL_DIED);
}

/* What was handed out is finished, the rest is not begun. */
static void pool_that_is_stopped_finishes_what_is_in_hand(void **state)
{
	(void)state;
	Share share = {.fatal = -1, .stop_at = 20};
	PoolTally tally = share_run(&share, 2, 2);
	assert_int_equal(tally.signal, SIGTERM);
	assert_in_range(tally.ended, 21, 60);
	assert_int_equal(share.count, tally.ended);
	for (int i = 0; i < share.count; i++) {
		assert_int_equal(share.taken[i], i);
		assert_int_equal(share.ends[i], POOL_DONE);
	}
}

/* The first stops it, the second does not wait for what hangs. */
static void pool_that_is_stopped_twice_cuts_off_what_is_in_hand(void **state)
{
	(void)state;
	Share share = {.fatal = 22, .stop_at = -1, .wrong = hang};
	Pool pool = {.count = ITEMS,
		     .together = 1,
		     .jobs = 2,
		     .with = &share,
		     .work = share_work,
		     .take = share_take};
	pid_t me = getpid();
	pid_t child = fork();
	if (child == 0) {
		for (int i = 0; i < 2; i++) {
			wait_for(300);
			kill(me, SIGTERM);
		}
		_exit(0);
	}
	PoolTally tally = pool_run(&pool);
	waitpid(child, NULL, 0);
	assert_int_equal(tally.signal, SIGTERM);
	assert_int_equal(share.ends[22], POOL_CUT);
	assert_in_range(tally.ended, 23, ITEMS);
}

static void large_work(void *with, int item, StrBuf *reply)
{
	(void)with;
	char letter = (char)('a' + item % 26);
	for (int i = 0; i < REPLY_LARGE / (1 + item % 5); i++)
		strbuf_add_n(reply, &letter, 1);
}

static void large_take(void *with, const PoolResult *result)
{
	size_t length = (size_t)(REPLY_LARGE / (1 + result->item % 5));
	assert_int_equal(result->reply.length, length);
	for (size_t i = 0; i < length; i += 1000)
		assert_int_equal(result->reply.at[i], 'a' + result->item % 26);
	++*(int *)with;
}

static void pool_carries_replies_of_any_length(void **state)
{
	(void)state;
	int taken = 0;
	Pool pool = {.count = 20,
		     .together = 3,
		     .jobs = 3,
		     .with = &taken,
		     .work = large_work,
		     .take = large_take};
	PoolTally tally = pool_run(&pool);
	assert_int_equal(tally.ended, 20);
	assert_int_equal(taken, 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pool_hands_over_results_in_order_whoever_made_them),
	    cmocka_unit_test(pool_loses_the_one_item_that_breaks_its_worker),
	    cmocka_unit_test(pool_gives_up_the_one_item_that_takes_too_long),
	    cmocka_unit_test(pool_survives_that_every_item_breaks_its_worker),
	    cmocka_unit_test(pool_that_is_stopped_finishes_what_is_in_hand),
	    cmocka_unit_test(pool_that_is_stopped_twice_cuts_off_what_is_in_hand),
	    cmocka_unit_test(pool_carries_replies_of_any_length),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
