/* SPDX-License-Identifier: MIT */
#include "run/pool_parts.h"

#include "base/diag.h"
#include "run/stopwatch.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static bool line_write(int line, const void *bytes, size_t length)
{
	for (const char *at = bytes; length > 0;) {
		ssize_t step = send(line, at, length, MSG_NOSIGNAL);
		if (step < 0 && errno == EINTR)
			continue;
		if (step < 0)
			return false;
		at += step;
		length -= (size_t)step;
	}
	return true;
}

static bool load_read(int line, Load *load)
{
	size_t length = 0;
	while (length < sizeof *load) {
		ssize_t step = recv(line, (char *)load + length, sizeof *load - length, 0);
		if (step < 0 && errno == EINTR)
			continue;
		if (step <= 0)
			return false;
		length += (size_t)step;
	}
	return true;
}

/* A reply goes up in one piece, its head before it. */
static bool item_work(const Pool *pool, int line, int item, StrBuf *reply)
{
	ReplyHead head = {.item = item};
	reply->length = 0;
	strbuf_add_n(reply, (const char *)&head, sizeof head);
	pool->work(pool->with, item, reply);
	head.length = (unsigned)(reply->length - sizeof head);
	memcpy(reply->text, &head, sizeof head);
	return line_write(line, reply->text, reply->length);
}

/* What one item has given back the next one takes: to hand it to the system and have it again page by page takes a
 * twentieth of the time. */
static void memory_keep(void)
{
#ifdef __GLIBC__
	enum { KEPT = 64 << 20, AHEAD = 4 << 20 };
	mallopt(M_TRIM_THRESHOLD, KEPT);
	mallopt(M_MMAP_THRESHOLD, KEPT / 2);
	mallopt(M_TOP_PAD, AHEAD);
#endif
}

/* Until the line ends. Signals that stop the press are its affair: a key on the terminal sends them to workers, too,
 * where they stay blocked as they are here. */
static _Noreturn void worker_be(const Pool *pool, int line, pid_t press)
{
	Arena *a = arena_new();
	StrBuf reply = {.arena = a};
	bool heard = true;
	Load load;
	memory_keep();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != press)
		_exit(0);
	while (heard && load_read(line, &load))
		for (int item = load.from; heard && item < load.to; item++)
			heard = item_work(pool, line, item, &reply);
	arena_free(a);
	exit(0);
}

bool hand_open(Hand *hand, const Pool *pool, const Hand *others, int other_count)
{
	int ends[2];
	pid_t press = getpid();
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return false;
	fflush(NULL);
	pid_t pid = fork();
	if (pid == 0) {
		for (int i = 0; i < other_count; i++)
			if (others[i].line >= 0)
				close(others[i].line);
		close(ends[0]);
		worker_be(pool, ends[1], press);
	}
	int trouble = errno;
	close(ends[1]);
	if (pid < 0)
		close(ends[0]);
	StrBuf heard = hand->heard;
	heard.length = 0;
	*hand = (Hand){.pid = pid, .line = pid < 0 ? -1 : ends[0], .heard = heard};
	errno = trouble;
	return pid >= 0;
}

bool hand_give(Hand *hand, Load load)
{
	if (hand->load_count == LOADS_MOST)
		die("a worker is given more than it can hold");
	if (hand->load_count == 0)
		hand->since = stopwatch();
	hand->loads[hand->load_count++] = load;
	return line_write(hand->line, &load, sizeof load);
}

bool hand_hear(Hand *hand)
{
	char some[64 << 10];
	ssize_t step = recv(hand->line, some, sizeof some, MSG_DONTWAIT);
	if (step < 0 && (errno == EINTR || errno == EAGAIN))
		return true;
	if (step <= 0)
		return false;
	strbuf_add_n(&hand->heard, some, (size_t)step);
	return true;
}

const ReplyHead *hand_reply(const Hand *hand, Bytes *reply)
{
	const ReplyHead *head = (const ReplyHead *)(const void *)hand->heard.text;
	if (hand->heard.length < sizeof *head || hand->heard.length < sizeof *head + head->length)
		return NULL;
	*reply = (Bytes){(const unsigned char *)(head + 1), head->length};
	return head;
}

void hand_forget(Hand *hand, size_t reply_length)
{
	StrBuf *heard = &hand->heard;
	size_t length = sizeof(ReplyHead) + reply_length;
	heard->length -= length;
	memmove(heard->text, heard->text + length, heard->length);
}

void hand_close(Hand *hand, int *signal, int *status)
{
	int how = 0;
	close(hand->line);
	while (waitpid(hand->pid, &how, 0) < 0 && errno == EINTR)
		;
	*signal = WIFSIGNALED(how) ? WTERMSIG(how) : 0;
	*status = WIFEXITED(how) ? WEXITSTATUS(how) : 0;
	hand->line = -1;
}
