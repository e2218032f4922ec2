/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include "base/list.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { STATUS_DATA = 65, STATUS_OURS = 70, STATUS_SYSTEM = 74 };

/* Nobody reads more, and each is compared with all before it. */
enum { DIAGS_MOST = 5000 };

struct Diags {
	Arena *arena;
	List list; /* of Diag */
	int errors;
	int status;
	bool repeated; /* the last one told was there already, or one too many */
};

Diags *diags_new(Arena *a)
{
	Diags *diags = ARENA_NEW(a, Diags);
	diags->arena = a;
	diags->list = list_new(a, sizeof(Diag));
	return diags;
}

static bool diag_is(const Diag *diag, const Diag *other)
{
	return diag->place.line == other->place.line && diag->place.column == other->place.column &&
	       str_equal(diag->place.file, other->place.file) &&
	       str_equal(diag->message, other->message);
}

static bool diags_have(const Diags *diags, const Diag *diag)
{
	const Diag *items = diags->list.items;
	for (int i = diags->list.count - 1; i >= 0; i--)
		if (diag_is(&items[i], diag))
			return true;
	return false;
}

static char *text_format(Arena *a, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		die("a message cannot be put together: %s", format);
	char *text = arena_alloc(a, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	return text;
}

static void diag_count(Diags *diags, DiagLevel level, DiagKind kind)
{
	if (level != DIAG_ERROR)
		return;
	int status = kind == DIAG_SYSTEM  ? STATUS_SYSTEM
		     : kind == DIAG_FAULT ? STATUS_OURS
					  : STATUS_DATA;
	diags->errors++;
	if (diags->status < status)
		diags->status = status;
}

static void diag_keep(Diags *diags, Diag diag)
{
	diags->repeated = diags_have(diags, &diag);
	if (diags->repeated)
		return;
	if (diag.place.file)
		diag.place.file = str_copy(diags->arena, diag.place.file);
	*(Diag *)list_add(&diags->list) = diag;
	diag_count(diags, diag.level, diag.kind);
}

/* True when there is no room for another, which is told in its stead, once. */
static bool diags_full(Diags *diags, DiagLevel level, DiagKind kind)
{
	if (diags->list.count < DIAGS_MOST)
		return false;
	if (diags->list.count == DIAGS_MOST)
		*(Diag *)list_add(&diags->list) =
		    (Diag){level, kind, {0}, "there is more to tell than this", NULL};
	diag_count(diags, level, kind);
	diags->repeated = true;
	return true;
}

static void diag_add(Diags *diags, Diag diag, const char *format, va_list arguments)
{
	if (diags_full(diags, diag.level, diag.kind))
		return;
	diag.message = text_format(diags->arena, format, arguments);
	diag_keep(diags, diag);
}

void diag_error(Diags *diags, Place place, DiagKind kind, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_add(diags, (Diag){DIAG_ERROR, kind, place, NULL, NULL}, format, arguments);
	va_end(arguments);
}

void diag_warning(Diags *diags, Place place, DiagKind kind, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_add(diags, (Diag){DIAG_WARNING, kind, place, NULL, NULL}, format, arguments);
	va_end(arguments);
}

void diag_hint(Diags *diags, const char *format, ...)
{
	if (diags->repeated || diags->list.count == 0)
		return;
	va_list arguments;
	va_start(arguments, format);
	Diag *last = list_at(&diags->list, diags->list.count - 1);
	last->hint = text_format(diags->arena, format, arguments);
	va_end(arguments);
}

int diags_errors(const Diags *diags)
{
	return diags->errors;
}

int diags_count(const Diags *diags)
{
	return diags->list.count;
}

const Diag *diags_at(const Diags *diags, int index)
{
	return list_at(&diags->list, index);
}

void diag_repeat(Diags *diags, const Diag *diag)
{
	if (diag->level == DIAG_ERROR)
		diag_error(diags, diag->place, diag->kind, "%s", diag->message);
	else
		diag_warning(diags, diag->place, diag->kind, "%s", diag->message);
	if (diag->hint)
		diag_hint(diags, "%s", diag->hint);
}

void diags_repeat(Diags *diags, const Diags *others)
{
	for (int i = 0; i < diags_count(others); i++)
		diag_repeat(diags, diags_at(others, i));
}

Diags *diags_only(Arena *a, const Diags *diags, DiagLevel level)
{
	Diags *only = diags_new(a);
	for (int i = 0; i < diags_count(diags); i++)
		if (diags_at(diags, i)->level == level)
			diag_repeat(only, diags_at(diags, i));
	return only;
}

Diags *diags_of(Arena *a, const Diags *diags, DiagKind kind)
{
	Diags *only = diags_new(a);
	for (int i = 0; i < diags_count(diags); i++)
		if (diags_at(diags, i)->kind == kind)
			diag_repeat(only, diags_at(diags, i));
	return only;
}

bool diags_have_at(const Diags *diags, int from, int to, Place place)
{
	for (int i = from; i < to; i++) {
		Place told = diags_at(diags, i)->place;
		if (told.line == place.line && told.column == place.column &&
		    str_equal(told.file, place.file))
			return true;
	}
	return false;
}

const char *diag_kind_name(DiagKind kind)
{
	static const char *const names[DIAG_KINDS] = {
	    [DIAG_FORM] = "form",     [DIAG_DATA] = "data",     [DIAG_RULE] = "rule",
	    [DIAG_LAYOUT] = "layout", [DIAG_GLYPH] = "glyph",   [DIAG_FIT] = "fit",
	    [DIAG_FILE] = "file",     [DIAG_SYSTEM] = "system", [DIAG_FAULT] = "fault",
	};
	return names[kind];
}

const char *diag_kind_words(DiagKind kind)
{
	static const char *const words[DIAG_KINDS] = {
	    [DIAG_FORM] = "Not well-formed, or an element, attribute or value out of place",
	    [DIAG_DATA] = "A value that is missing, makes no sense or is not what its use needs",
	    [DIAG_RULE] = "Values that cannot be true together",
	    [DIAG_LAYOUT] = "The layout asks for what cannot be",
	    [DIAG_GLYPH] = "A character that no font has",
	    [DIAG_FIT] = "Text that does not fit",
	    [DIAG_FILE] = "A file that is named but cannot be used",
	    [DIAG_SYSTEM] = "The machine failed: a full disk, no permission, a library refusing",
	    [DIAG_FAULT] = "The program itself failed",
	};
	return words[kind];
}

int diags_status(const Diags *diags)
{
	return diags->status;
}

_Noreturn void die(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fputs("clusterpress: a fault of the program itself: ", stderr);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	exit(STATUS_OURS);
}
