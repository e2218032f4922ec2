/* SPDX-License-Identifier: MIT */
/*
 * files: what it takes to write files, and nothing else.
 *
 *	files FOLDER COUNT BYTES
 *
 * Makes FOLDER and in it so many files of so many bytes, each under another name first and renamed when it is whole. Prints
 * milliseconds a file: what no press that writes to that disk can be faster than.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int file_make(const char *folder, int number, const char *bytes, size_t length)
{
	char part[4096], name[4096];
	snprintf(part, sizeof part, "%s/.%d.part", folder, number);
	snprintf(name, sizeof name, "%s/%d", folder, number);
	int made = open(part, O_WRONLY | O_CREAT | O_EXCL, 0666);
	return made >= 0 && write(made, bytes, length) == (ssize_t)length && close(made) == 0 &&
	       rename(part, name) == 0;
}

int main(int argc, char **argv)
{
	int count = argc > 3 ? atoi(argv[2]) : 0;
	size_t length = argc > 3 ? strtoul(argv[3], NULL, 10) : 0;
	char *bytes = malloc(length + 1);
	if (count < 1 || bytes == NULL || mkdir(argv[1], 0777) != 0) {
		fputs("usage: files FOLDER COUNT BYTES, where FOLDER is not there yet\n", stderr);
		return 64;
	}
	memset(bytes, 'x', length);
	double start = now();
	for (int i = 0; i < count; i++)
		if (!file_make(argv[1], i, bytes, length))
			return 1;
	printf("%.3f\n", (now() - start) / count);
	free(bytes);
	return 0;
}
