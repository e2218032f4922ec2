/* SPDX-License-Identifier: MIT */
/*
 * peak: runs a program and says how much memory it had at its peak, with all that it started.
 *
 *	peak PROGRAM [ARGUMENT…]
 *
 * Every 20 ms the proportional set sizes of the process and of all below it are summed up (Pss of
 * /proc/PID/smaps_rollup: a page that three of them share counts a third in each). Prints the largest sum
 * in KB, how many processes there were then, and the mean of all sums. What the program prints is thrown away; its exit status is
 * this one's. Looking takes time of its own: do not measure speed so.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEP_NS = 20000000, DEPTH_MOST = 16 };

typedef struct Sum {
	long kilobytes;
	int processes;
} Sum;

/* What a process has; nothing when it has ended meanwhile. */
static long process_has(long pid)
{
	char path[64], line[256];
	long kilobytes = 0;
	snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", pid);
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		if (sscanf(line, "Pss: %ld kB", &kilobytes) == 1)
			break;
	if (file)
		fclose(file);
	return kilobytes;
}

/* The process and all below it. Those that another thread than the first had started would be missed: there
 * are none. */
static void tree_add(Sum *sum, long pid, int depth)
{
	char path[64];
	long child;
	sum->kilobytes += process_has(pid);
	sum->processes++;
	snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", pid, pid);
	FILE *file = depth < DEPTH_MOST ? fopen(path, "r") : NULL;
	while (file && fscanf(file, "%ld", &child) == 1)
		tree_add(sum, child, depth + 1);
	if (file)
		fclose(file);
}

static pid_t program_start(char **program)
{
	pid_t child = fork();
	if (child != 0)
		return child;
	int nothing = open("/dev/null", O_WRONLY);
	dup2(nothing, 1);
	execvp(program[0], program);
	_exit(127);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: peak PROGRAM [ARGUMENT...]\n", stderr);
		return 64;
	}
	pid_t child = program_start(argv + 1);
	Sum most = {0};
	double all = 0;
	int status = 0, looks = 0;
	while (child > 0 && waitpid(child, &status, WNOHANG) == 0) {
		Sum now = {0};
		tree_add(&now, child, 0);
		if (now.kilobytes > most.kilobytes)
			most = now;
		all += (double)now.kilobytes;
		looks++;
		nanosleep(&(struct timespec){.tv_nsec = STEP_NS}, NULL);
	}
	printf("%ld %d %.0f\n", most.kilobytes, most.processes, looks ? all / looks : 0);
	return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
