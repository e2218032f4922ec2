/* SPDX-License-Identifier: MIT */
#include "run/pool.h"

#include "base/diag.h"
#include "base/list.h"
#include "run/pool_parts.h"
#include "run/stopwatch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* WINDOW: results that may wait for one before them; while that is late no more is handed out. */
enum { WINDOW = 4096, BEAT = 100 };

/* A result that waits for its turn. */
typedef struct Waiting {
	PoolResult result;
	unsigned char *reply; /* malloc */
	bool there;
} Waiting;

typedef struct Running {
	const Pool *pool;
	Hand *hands;           /* one a job */
	struct pollfd *polled; /* their lines, and then the signals */
	int next;              /* the first item that was in no load */
	List again;            /* of Load: whose worker is gone */
	Waiting *window;
	int window_size, taken; /* items before were taken */
	int signals;            /* where they are read from */
	bool stopping;
	double beaten;
	PoolTally tally;
} Running;

/* Results */

static void result_take(Running *r, Waiting *waiting)
{
	r->pool->take(r->pool->with, &waiting->result);
	free(waiting->reply);
	*waiting = (Waiting){0};
}

static void results_take(Running *r)
{
	Waiting *waiting = &r->window[r->taken % r->window_size];
	for (; waiting->there; waiting = &r->window[r->taken % r->window_size]) {
		result_take(r, waiting);
		r->taken++;
	}
}

static void result_put(Running *r, const PoolResult *result)
{
	Waiting *waiting = &r->window[result->item % r->window_size];
	size_t length = result->reply.length;
	*waiting = (Waiting){*result, malloc(length + 1), true};
	if (waiting->reply == NULL)
		die("there is no memory left for a reply");
	if (length > 0)
		memcpy(waiting->reply, result->reply.at, length);
	waiting->result.reply.at = waiting->reply;
	r->tally.ended++;
	results_take(r);
}

/* What was left is between them: all that is there is taken, in order. */
static void results_flush(Running *r)
{
	for (int end = r->taken + r->window_size; r->taken < end; r->taken++)
		if (r->window[r->taken % r->window_size].there)
			result_take(r, &r->window[r->taken % r->window_size]);
}

/* Loads */

static bool load_next(Running *r, Load *load)
{
	const Pool *pool = r->pool;
	if (r->stopping)
		return false;
	if (r->again.count > 0) {
		*load = *(const Load *)list_at(&r->again, r->again.count - 1);
		r->again.count--;
		return true;
	}
	int to = r->next + pool->together < pool->count ? r->next + pool->together : pool->count;
	if (r->next == pool->count || to - r->taken > r->window_size)
		return false;
	*load = (Load){r->next, to};
	r->next = to;
	return true;
}

static void load_put_back(Running *r, Load load)
{
	if (load.from < load.to)
		*(Load *)list_add(&r->again) = load;
}

/* The item in hand has its end. */
static void load_step(Hand *hand)
{
	hand->since = stopwatch();
	if (++hand->loads[0].from == hand->loads[0].to)
		hand->loads[0] = hand->loads[--hand->load_count];
}

/* Workers */

static void hand_ended(Running *r, Hand *hand)
{
	PoolResult result = {.ms = stopwatch() - hand->since};
	hand_close(hand, &result.signal, &result.status);
	result.end = hand->cut ? hand->cut_as : POOL_DIED;
	result.process = hand->pid;
	hand->cut = false;
	if (hand->load_count == 0)
		return;
	result.item = hand->loads[0].from;
	load_step(hand);
	while (hand->load_count > 0)
		load_put_back(r, hand->loads[--hand->load_count]);
	result_put(r, &result);
}

static void hand_replies(Running *r, Hand *hand)
{
	Bytes reply;
	for (const ReplyHead *head; (head = hand_reply(hand, &reply)) != NULL;) {
		PoolResult result = {.item = head->item, .reply = reply};
		if (hand->load_count == 0 || head->item != hand->loads[0].from)
			die("a worker replies to what it was not asked");
		result.ms = stopwatch() - hand->since;
		load_step(hand);
		result_put(r, &result);
		hand_forget(hand, reply.length);
	}
}

static bool hand_ready(Running *r, Hand *hand, bool *replaced)
{
	if (hand->line >= 0)
		return true;
	*replaced = hand->pid > 0;
	if (hand_open(hand, r->pool, r->hands, r->pool->jobs))
		return true;
	r->tally.trouble = errno;
	return false;
}

/* Every worker has as much as it can hold, while there is something; a new one is made for that only. */
static void hands_fill(Running *r)
{
	for (int depth = 0; depth < LOADS_MOST; depth++)
		for (int i = 0; i < r->pool->jobs; i++) {
			Hand *hand = &r->hands[i];
			bool replaced = false;
			Load load;
			if (hand->load_count > depth || hand->cut || !load_next(r, &load))
				continue;
			if (!hand_ready(r, hand, &replaced)) {
				load_put_back(r, load);
				return;
			}
			r->tally.replaced += replaced;
			/* If it is gone that is heard, and the load comes back. */
			hand_give(hand, load);
		}
}

static bool hands_busy(const Running *r)
{
	for (int i = 0; i < r->pool->jobs; i++)
		if (r->hands[i].line >= 0 && r->hands[i].load_count > 0)
			return true;
	return false;
}

static void hand_cut(Hand *hand, PoolEnd end)
{
	if (hand->line < 0 || hand->cut)
		return;
	hand->cut = true;
	hand->cut_as = end;
	kill(hand->pid, SIGKILL);
}

static void late_cut(Running *r)
{
	double limit = 1e3 * r->pool->limit;
	for (int i = 0; limit > 0 && i < r->pool->jobs; i++)
		if (r->hands[i].load_count > 0 && stopwatch() - r->hands[i].since > limit)
			hand_cut(&r->hands[i], POOL_SLOW);
}

static void signals_read(Running *r)
{
	struct signalfd_siginfo info;
	while (read(r->signals, &info, sizeof info) == (ssize_t)sizeof info) {
		for (int i = 0; r->stopping && i < r->pool->jobs; i++)
			hand_cut(&r->hands[i], POOL_CUT);
		r->stopping = true;
		if (r->tally.signal == 0)
			r->tally.signal = (int)info.ssi_signo;
	}
}

static void beat(Running *r)
{
	double now = stopwatch();
	if (r->pool->beat == NULL || now - r->beaten < BEAT)
		return;
	r->beaten = now;
	r->pool->beat(r->pool->with, r->tally.ended);
}

/* Until something is heard, or it is time for a beat. */
static void hands_hear(Running *r)
{
	int jobs = r->pool->jobs;
	struct pollfd *polled = r->polled;
	for (int i = 0; i < jobs; i++)
		polled[i] = (struct pollfd){.fd = r->hands[i].line, .events = POLLIN};
	polled[jobs] = (struct pollfd){.fd = r->signals, .events = POLLIN};
	if (poll(polled, (nfds_t)jobs + 1, BEAT) <= 0)
		return;
	if (polled[jobs].revents)
		signals_read(r);
	for (int i = 0; i < jobs; i++) {
		Hand *hand = &r->hands[i];
		if (!polled[i].revents || hand->line < 0)
			continue;
		bool open = hand_hear(hand);
		hand_replies(r, hand);
		if (!open)
			hand_ended(r, hand);
	}
}

static void hands_close(Running *r)
{
	int signal, status;
	for (int i = 0; i < r->pool->jobs; i++)
		if (r->hands[i].line >= 0)
			hand_close(&r->hands[i], &signal, &status);
}

static void items_go_through(Running *r)
{
	hands_fill(r);
	while (hands_busy(r)) {
		hands_hear(r);
		late_cut(r);
		hands_fill(r);
		beat(r);
	}
	hands_close(r);
	results_flush(r);
}

static sigset_t signals_that_stop(void)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	return set;
}

static Running running_new(Arena *a, const Pool *pool)
{
	Running r = {.pool = pool, .again = list_new(a, sizeof(Load))};
	int handed = 2 * LOADS_MOST * pool->jobs * pool->together;
	r.window_size = handed > WINDOW ? handed : WINDOW;
	r.window = ARENA_ARRAY(a, r.window_size, Waiting);
	r.hands = ARENA_ARRAY(a, pool->jobs, Hand);
	r.polled = ARENA_ARRAY(a, pool->jobs + 1, struct pollfd);
	for (int i = 0; i < pool->jobs; i++)
		r.hands[i] = (Hand){.line = -1, .heard = {.arena = a}};
	return r;
}

PoolTally pool_run(const Pool *pool)
{
	Arena *a = arena_new();
	Running r = running_new(a, pool);
	sigset_t stops = signals_that_stop(), before;
	sigprocmask(SIG_BLOCK, &stops, &before);
	r.signals = signalfd(-1, &stops, SFD_NONBLOCK | SFD_CLOEXEC);
	items_go_through(&r);
	/* One more is no reason to end before what was done is told. */
	signals_read(&r);
	if (r.signals >= 0)
		close(r.signals);
	sigprocmask(SIG_SETMASK, &before, NULL);
	arena_free(a);
	return r.tally;
}
