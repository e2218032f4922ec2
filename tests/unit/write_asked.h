/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * write_asked.h: what another program says about a file.
 */
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All a shell command prints, in `a`. `*status` is 0 when it was content. */
static inline const char *asked(Arena *a, const char *command, int *status)
{
	StrBuf out = {.arena = a};
	char chunk[4096];
	FILE *pipe = popen(command, "r");
	*status = -1;
	if (pipe == NULL)
		return "";
	for (size_t n; (n = fread(chunk, 1, sizeof chunk, pipe)) > 0;)
		strbuf_add_n(&out, chunk, n);
	*status = pclose(pipe);
	return strbuf_text(&out);
}

/* True when the shell knows the program; a test without it is skipped. */
static inline bool is_installed(const char *program)
{
	char command[100];
	snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	return system(command) == 0;
}
