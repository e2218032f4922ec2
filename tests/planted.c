/* SPDX-License-Identifier: MIT */
/*
 * planted: clusterpress with faults, to see what becomes of the others when one profile breaks it.
 *
 * Linked so that a call of pdf_write or file_write comes here first. What goes wrong stands in the
 * environment: PLANT="abort:kunming/en hang:paris/fr"; a profile that is not named is made as ever.
 *
 *	abort	 the program breaks off
 *	die	 it finds a fault of its own
 *	kill	 something kills the process
 *	hang	 it never comes to an end
 *	half	 it breaks off when half of the file is written
 *	vanish	 before it is made the file VANISH is removed
 */
#include "base/diag.h"
#include "base/str.h"
#include "write/pdf.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

Bytes __real_pdf_write(Arena *a, const Page *page, const Job *job, Cache *cache, Diags *diags);
Bytes __wrap_pdf_write(Arena *a, const Page *page, const Job *job, Cache *cache, Diags *diags);
bool __real_file_write(const char *path, const void *bytes, size_t length, Diags *diags);
bool __wrap_file_write(const char *path, const void *bytes, size_t length, Diags *diags);

/* True when PLANT names that fault for that profile. */
static bool is_planted(const char *fault, const char *record, const char *language)
{
	Arena *a = arena_new();
	const char *plant = getenv("PLANT");
	const char *wanted = str_format(a, " %s:%s/%s ", fault, record, language);
	bool planted = plant && strstr(str_format(a, " %s ", plant), wanted);
	arena_free(a);
	return planted;
}

static _Noreturn void break_off(void)
{
	signal(SIGABRT, SIG_DFL);
	abort();
}

Bytes __wrap_pdf_write(Arena *a, const Page *page, const Job *job, Cache *cache, Diags *diags)
{
	const char *record = job->record->id;
	if (is_planted("abort", record, job->language))
		break_off();
	if (is_planted("die", record, job->language))
		die("it was planted");
	if (is_planted("kill", record, job->language))
		kill(getpid(), SIGKILL);
	while (is_planted("hang", record, job->language))
		pause();
	if (is_planted("vanish", record, job->language))
		unlink(getenv("VANISH"));
	return __real_pdf_write(a, page, job, cache, diags);
}

/* Of ".../fr/paris.pdf". */
static bool half_is_planted(Arena *a, const char *path)
{
	const char *name = strrchr(path, '/'), *end = strstr(path, ".pdf");
	if (!name || !end || end < name || name - path < 2)
		return false;
	const char *record = str_copy_n(a, name + 1, (size_t)(end - name - 1));
	return is_planted("half", record, str_copy_n(a, name - 2, 2));
}

bool __wrap_file_write(const char *path, const void *bytes, size_t length, Diags *diags)
{
	Arena *a = arena_new();
	const char *slash = strrchr(path, '/');
	if (half_is_planted(a, path)) {
		const char *part = str_format(a, "%.*s/.%s.%ld.part", (int)(slash - path), path,
					      slash + 1, (long)getpid());
		int half = open(part, O_WRONLY | O_CREAT, 0666);
		if (half < 0 || write(half, bytes, length / 2) < 0)
			die("the half file %s cannot be written", part);
		break_off();
	}
	arena_free(a);
	return __real_file_write(path, bytes, length, diags);
}
