/* SPDX-License-Identifier: MIT */
/*
 * measure: runs a program several times and says how long the whole process
 * took and how much memory it had at its peak.
 *
 *	measure NAME TIMES PROGRAM [ARGUMENT…]
 *
 * Prints the name, least, median and most milliseconds from fork to the end,
 * and the largest peak in KB. What the program prints is thrown away.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TIMES_MOST = 1000 };

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void program_become(char **program)
{
	int nothing = open("/dev/null", O_WRONLY);
	dup2(nothing, 1);
	dup2(nothing, 2);
	execvp(program[0], program);
	_exit(127);
}

/* Milliseconds of one run; its peak goes to *peak when that is more. */
static double program_time(char **program, long *peak)
{
	double start = now();
	pid_t child = fork();
	if (child == 0)
		program_become(program);
	int status;
	struct rusage usage;
	if (child < 0 || wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) ||
	    WEXITSTATUS(status) > 1) {
		fprintf(stderr, "measure: %s failed\n", program[0]);
		exit(1);
	}
	if (usage.ru_maxrss > *peak)
		*peak = usage.ru_maxrss;
	return now() - start;
}

static int time_order(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	int times = argc > 3 ? atoi(argv[2]) : 0;
	if (times < 1 || times > TIMES_MOST) {
		fputs("usage: measure NAME TIMES PROGRAM [ARGUMENT...]\n", stderr);
		return 64;
	}
	double taken[TIMES_MOST];
	long peak = 0;
	for (int i = 0; i < times; i++)
		taken[i] = program_time(argv + 3, &peak);
	qsort(taken, (size_t)times, sizeof *taken, time_order);
	double median = (taken[(times - 1) / 2] + taken[times / 2]) / 2;
	printf("%s\t%.2f\t%.2f\t%.2f\t%ld\n", argv[1], taken[0], median, taken[times - 1], peak);
	return 0;
}
