/* SPDX-License-Identifier: MIT */
#include "run/reply.h"

#include <string.h>

/* What a diagnostic's texts stand behind; -1: NULL. */
typedef struct PackedDiag {
	DiagLevel level;
	DiagKind kind;
	int line, column;
	int file, message, hint; /* bytes of each, which follow */
} PackedDiag;

typedef struct PackedReply {
	Outcome outcome;
	int diag_count;
	size_t bytes, line;
	double ms;
} PackedReply;

static int text_length(const char *text)
{
	return text ? (int)strlen(text) : -1;
}

static void put(StrBuf *to, const void *bytes, size_t length)
{
	strbuf_add_n(to, bytes, length);
}

static void put_text(StrBuf *to, const char *text)
{
	if (text)
		strbuf_add(to, text);
}

static void put_diag(StrBuf *to, const Diag *diag)
{
	const PackedDiag packed = {diag->level,
				   diag->kind,
				   diag->place.line,
				   diag->place.column,
				   text_length(diag->place.file),
				   text_length(diag->message),
				   text_length(diag->hint)};
	put(to, &packed, sizeof packed);
	put_text(to, diag->place.file);
	put_text(to, diag->message);
	put_text(to, diag->hint);
}

void reply_pack(StrBuf *to, const Reply *reply)
{
	const PackedReply packed = {reply->outcome, diags_count(reply->diags), reply->bytes,
				    strlen(reply->line), reply->ms};
	put(to, &packed, sizeof packed);
	put_text(to, reply->line);
	for (int i = 0; i < packed.diag_count; i++)
		put_diag(to, diags_at(reply->diags, i));
}

typedef struct Unpacking {
	Arena *a;
	const unsigned char *at;
	size_t left;
} Unpacking;

static void take(Unpacking *u, void *to, size_t length)
{
	if (length > u->left)
		die("a worker's reply is cut off");
	memcpy(to, u->at, length);
	u->at += length;
	u->left -= length;
}

static const char *take_text(Unpacking *u, long length)
{
	if (length < 0)
		return NULL;
	char *text = arena_alloc(u->a, (size_t)length + 1);
	take(u, text, (size_t)length);
	return text;
}

static void take_diag(Unpacking *u, Diags *diags)
{
	PackedDiag packed;
	take(u, &packed, sizeof packed);
	Diag diag = {packed.level, packed.kind, {NULL, packed.line, packed.column}, NULL, NULL};
	diag.place.file = take_text(u, packed.file);
	diag.message = take_text(u, packed.message);
	diag.hint = take_text(u, packed.hint);
	diag_repeat(diags, &diag);
}

Reply reply_unpack(Arena *a, Bytes bytes)
{
	Unpacking u = {a, bytes.at, bytes.length};
	PackedReply packed;
	Diags *diags = diags_new(a);
	take(&u, &packed, sizeof packed);
	Reply reply = {packed.outcome, packed.bytes, packed.ms, diags, NULL};
	reply.line = take_text(&u, (long)packed.line);
	for (int i = 0; i < packed.diag_count; i++)
		take_diag(&u, diags);
	if (u.left > 0)
		die("a worker's reply does not end where it should");
	return reply;
}
