/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * reply.h: what a worker says of a profile, as bytes.
 *
 * Both ends are the same program on the same machine, so numbers go as they stand. Texts
 * of what was unpacked live in an arena of whoever unpacks; a reply that does not add up is our own fault: dies.
 */
#include "base/file.h"
#include "base/str.h"
#include "run/profile.h"

typedef struct Reply {
	Outcome outcome;
	size_t bytes;       /* of the PDF */
	double ms;          /* that it took */
	const Diags *diags; /* what there is to tell */
	const char *line;   /* of the report, "" when none is asked for */
} Reply;

void reply_pack(StrBuf *to, const Reply *reply);
Reply reply_unpack(Arena *a, Bytes packed);
