/* SPDX-License-Identifier: MIT */
#include "run/extract_put.h"

#include "base/str.h"
#include "run/extract_look.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Put {
	const char *path;
	Bytes bytes;
	bool kept; /* it stands there already */
} Put;

typedef struct Putting {
	Arena *a;
	const char *folder;
	bool force;
	Diags *diags;
} Putting;

static bool has_bytes(const Put *put, const struct stat *status, Diags *diags)
{
	if ((unsigned long long)status->st_size != put->bytes.length)
		return false;
	Arena *scratch = arena_new();
	Source source = {.path = put->path};
	Bytes there = file_read(scratch, &source, put->bytes.length, diags);
	bool same = there.at && there.length == put->bytes.length &&
		    memcmp(there.at, put->bytes.at, there.length) == 0;
	arena_free(scratch);
	return same;
}

static void way_look(const Putting *p, Put *put)
{
	struct stat status;
	Place place = {.file = put->path};
	if (access(p->folder, F_OK) == 0 && !file_is_below(put->path, p->folder)) {
		diag_error(p->diags, place, DIAG_FILE,
			   "a link leads from here to a place outside of the folder %s", p->folder);
		diag_hint(p->diags, "choose an empty folder with --out");
	} else if (stat(put->path, &status) != 0) {
		if (errno != ENOENT)
			diag_error(p->diags, place, DIAG_FILE, "no file can stand here: %s",
				   strerror(errno));
	} else if (!S_ISREG(status.st_mode)) {
		diag_error(p->diags, place, DIAG_FILE, "here stands something that is not a file");
		diag_hint(p->diags, "choose an empty folder with --out");
	} else {
		put->kept = has_bytes(put, &status, p->diags);
		if (put->kept || p->force)
			return;
		diag_error(p->diags, place, DIAG_FILE,
			   "here stands another file already, and it is left alone");
		diag_hint(p->diags,
			  "choose another folder with --out, or write over it with --force");
	}
}

static Put put_of(const Putting *p, const PdfParts *parts, const char *name)
{
	const char *slash = p->folder[strlen(p->folder) - 1] == '/' ? "" : "/";
	return (Put){.path = str_format(p->a, "%s%s%s", p->folder, slash, name),
		     .bytes = attachment_find(parts, name)->bytes};
}

static void puts_write(Put *puts, int count, PutCount *tally, Diags *diags)
{
	for (int i = 0; i < count && diags_errors(diags) == 0; i++) {
		const Put *put = &puts[i];
		tally->kept += put->kept;
		if (!put->kept)
			tally->written +=
			    file_write(put->path, put->bytes.at, put->bytes.length, diags);
	}
}

bool files_put(const char *folder, const PdfParts *parts, const MadeFrom *made, bool force,
	       PutCount *count, Diags *diags)
{
	Arena *a = arena_new();
	Putting p = {a, folder, force, diags_new(a)};
	int all = made->file_count + 1;
	Put *puts = ARENA_ARRAY(a, all, Put);
	for (int i = 0; i < all; i++) {
		puts[i] = put_of(&p, parts, i ? made->files[i - 1].name : MADE_FROM_NAME);
		way_look(&p, &puts[i]);
	}
	puts_write(puts, all, count, p.diags);
	diags_repeat(diags, p.diags);
	bool done = diags_errors(p.diags) == 0;
	arena_free(a);
	return done;
}
