/* SPDX-License-Identifier: MIT */
#include "run/lines.h"

#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

struct Lines {
	const char *path;
	int descriptor;
	int trouble; /* errno of the first; 0 */
};

static void trouble_tell(const char *path, int trouble, Diags *diags)
{
	diag_error(diags, (Place){0}, DIAG_SYSTEM, "the file %s cannot be written: %s", path,
		   strerror(trouble));
	diag_hint(diags, "see what is in its way, or choose another place");
}

Lines *lines_open(Arena *a, const char *path, bool behind, Diags *diags)
{
	if (path == NULL)
		return NULL;
	Lines *lines = ARENA_NEW(a, Lines);
	lines->path = path;
	int end = behind ? O_APPEND : O_TRUNC;
	if (!file_folders_make(path) ||
	    (lines->descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | end, 0666)) < 0) {
		trouble_tell(path, errno, diags);
		return NULL;
	}
	return lines;
}

/* In one call: what is written is a whole line. What did not fit is tried once more. */
void lines_put(Lines *lines, const char *text, size_t length)
{
	if (lines == NULL || lines->trouble)
		return;
	for (;;) {
		struct iovec parts[] = {{(void *)text, length}, {(void *)"\n", 1}};
		ssize_t step = writev(lines->descriptor, parts, 2);
		if (step < 0 && errno == EINTR)
			continue;
		if (step < 0)
			lines->trouble = errno;
		if (step < 0 || (size_t)step == length + 1)
			return;
		size_t gone = (size_t)step < length ? (size_t)step : length;
		text += gone;
		length -= gone;
	}
}

void lines_close(Lines *lines, Diags *diags)
{
	if (lines == NULL)
		return;
	if (close(lines->descriptor) != 0 && lines->trouble == 0)
		lines->trouble = errno;
	if (lines->trouble)
		trouble_tell(lines->path, lines->trouble, diags);
}
