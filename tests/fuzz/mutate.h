/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * mutate.h: spoils an XML text in a way that its seed alone decides.
 *
 * Some of the changes know nothing of XML (a byte flipped, a stretch cut out);
 * most keep it well-formed, because what is refused at once tests little: a value
 * becomes an extreme one, an element is dropped, moved, repeated or wrapped.
 */
#include "base/str.h"
#include "fuzz/extremes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MUTANT_MOST = 600 << 10 };

typedef struct Mutant {
	Arena *arena;
	uint64_t state;
	const char *text;
	size_t length;
} Mutant;

/* A stretch of the text. */
typedef struct Span {
	size_t start, end;
} Span;

/* Marsaglia's xorshift64*: the same on every machine, which rand() is not. */
static size_t mutant_draw(Mutant *m, size_t below)
{
	m->state ^= m->state >> 12;
	m->state ^= m->state << 25;
	m->state ^= m->state >> 27;
	return below ? (size_t)((m->state * UINT64_C(2685821657736338717)) >> 33) % below : 0;
}

static void mutant_replace(Mutant *m, Span span, const char *with, size_t length)
{
	size_t rest = m->length - span.end, whole = span.start + length + rest;
	if (whole > MUTANT_MOST)
		return;
	char *text = arena_alloc(m->arena, whole + 1);
	memcpy(text, m->text, span.start);
	if (length > 0)
		memcpy(text + span.start, with, length);
	memcpy(text + span.start + length, m->text + span.end, rest);
	m->text = text;
	m->length = whole;
}

static Span mutant_stretch(Mutant *m, size_t most)
{
	size_t start = mutant_draw(m, m->length), length = 1 + mutant_draw(m, most);
	return (Span){start, start + length < m->length ? start + length : m->length};
}

/* Parts of the XML, found by a rough eye. Nothing found: an empty span at 0. */

/* One of the places where `is` holds. */
static size_t mutant_find(Mutant *m, bool (*is)(const Mutant *m, size_t at))
{
	size_t from = mutant_draw(m, m->length);
	for (size_t i = 0; i < m->length; i++)
		if (is(m, (from + i) % m->length))
			return (from + i) % m->length;
	return m->length;
}

static bool mutant_is_letter(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

static bool mutant_at_element(const Mutant *m, size_t at)
{
	return at > 60 && m->text[at] == '<' && at + 1 < m->length &&
	       mutant_is_letter(m->text[at + 1]);
}

static bool mutant_at_value(const Mutant *m, size_t at)
{
	return at > 60 && m->text[at] == '"' && m->text[at - 1] == '=';
}

static bool mutant_at_words(const Mutant *m, size_t at)
{
	return at > 60 && m->text[at] == '>' && at + 1 < m->length && m->text[at + 1] != '<' &&
	       m->text[at + 1] != '\n';
}

static size_t mutant_reach(const Mutant *m, size_t at, char c)
{
	while (at < m->length && m->text[at] != c)
		at++;
	return at;
}

/* From "<name" to behind its "/>" or "</name>". */
static Span mutant_element(Mutant *m)
{
	size_t start = mutant_find(m, mutant_at_element), at = start;
	for (int depth = 0; at < m->length;) {
		size_t end = mutant_reach(m, at, '>');
		bool closes = m->text[at + 1] == '/', other = strchr("!?", m->text[at + 1]) != NULL;
		bool empty = end > 0 && m->text[end - 1] == '/';
		depth += closes ? -1 : empty || other ? 0 : 1;
		if (depth <= 0 && !other)
			return (Span){start, end < m->length ? end + 1 : end};
		at = mutant_reach(m, end, '<');
	}
	return (Span){0, 0};
}

static Span mutant_value(Mutant *m)
{
	size_t quote = mutant_find(m, mutant_at_value);
	if (quote >= m->length)
		return (Span){0, 0};
	return (Span){quote + 1, mutant_reach(m, quote + 1, '"')};
}

/* A value with its name and the space before it. */
static Span mutant_attribute(Mutant *m)
{
	Span span = mutant_value(m);
	while (span.start > 0 && m->text[span.start] != ' ')
		span.start--;
	span.end += span.end < m->length;
	return span;
}

static const char *extreme_draw(Mutant *m, const Extreme *extremes, size_t count)
{
	const Extreme *extreme = &extremes[mutant_draw(m, count)];
	StrBuf text = {.arena = m->arena};
	for (int i = 0; i < extreme->times; i++)
		strbuf_add(&text, extreme->text);
	return strbuf_text(&text);
}

static const char *mutant_new_value(Mutant *m)
{
	return extreme_draw(m, extreme_values, sizeof extreme_values / sizeof *extreme_values);
}

static const char *mutant_new_words(Mutant *m)
{
	return extreme_draw(m, extreme_words, sizeof extreme_words / sizeof *extreme_words);
}

/* A stretch without its ids, of which each may stand once only. */
static const char *mutant_copy(Mutant *m, Span span)
{
	StrBuf copy = {.arena = m->arena};
	const char *text = str_copy_n(m->arena, m->text + span.start, span.end - span.start);
	for (const char *id; (id = strstr(text, " id=\"")) != NULL;) {
		strbuf_add_n(&copy, text, (size_t)(id - text));
		text = id + 5 + strcspn(id + 5, "\"");
		text += *text == '"';
	}
	strbuf_add(&copy, text);
	return strbuf_text(&copy);
}

/* The changes */

static void change_flip(Mutant *m)
{
	static const char bytes[] = {'<', '>', '"', '{', '}', '/', '&', '\0', '\xff', '9', ' '};
	Span span = mutant_stretch(m, 1);
	char c = bytes[mutant_draw(m, sizeof bytes)];
	mutant_replace(m, span, &c, 1);
}

static void change_cut(Mutant *m)
{
	mutant_replace(m, mutant_stretch(m, 40), NULL, 0);
}

static void change_double(Mutant *m)
{
	Span span = mutant_stretch(m, 60);
	mutant_replace(m, (Span){span.end, span.end}, m->text + span.start, span.end - span.start);
}

static void change_value(Mutant *m)
{
	Span span = mutant_value(m);
	const char *value = mutant_new_value(m);
	mutant_replace(m, span, value, strlen(value));
}

/* Another number before the same unit, in one of the numbers of a value. */
static void change_number(Mutant *m)
{
	static const char *const numbers[] = {
	    "0",      "0",   "0.001", "0.01", "0.5",  "1",    "1",    "2",     "3",
	    "5",      "8",   "10",    "20",   "35",   "60",   "75",   "99",    "100",
	    "120",    "180", "300",   "500",  "1000", "5000", "9999", "14400", "99999",
	    "370000", "-1",  "-20",   "1.5",  "7.25", "700",  "400"};
	Span value = mutant_value(m), number = value;
	for (int skip = (int)mutant_draw(m, 3); skip >= 0 && number.start < value.end; skip--) {
		Span next = number;
		next.start += strcspn(m->text + next.start, "0123456789\"");
		next.end = next.start + strspn(m->text + next.start, "0123456789.");
		if (next.start < value.end)
			number = next;
		if (skip > 0 && next.end < value.end)
			number.start = next.end;
	}
	size_t length = strspn(m->text + number.start, "0123456789.");
	const char *with = numbers[mutant_draw(m, sizeof numbers / sizeof *numbers)];
	if (number.start < value.end && length > 0)
		mutant_replace(m, (Span){number.start, number.start + length}, with, strlen(with));
}

/* The value that the same attribute has elsewhere. */
static void change_alike(Mutant *m)
{
	Span to = mutant_value(m), from = to;
	for (int tries = 0; tries < 60 && to.start > 4; tries++) {
		from = mutant_value(m);
		if (memcmp(m->text + from.start - 4, m->text + to.start - 4, 4) == 0 &&
		    from.start != to.start)
			break;
		from = to;
	}
	mutant_replace(m, to, m->text + from.start, from.end - from.start);
}

static void change_swap(Mutant *m)
{
	Span from = mutant_value(m), to = mutant_value(m);
	mutant_replace(m, to, m->text + from.start, from.end - from.start);
}

static void change_attribute_drop(Mutant *m)
{
	mutant_replace(m, mutant_attribute(m), NULL, 0);
}

static void change_attribute_move(Mutant *m)
{
	Span from = mutant_attribute(m), to = mutant_attribute(m);
	to.start = to.end;
	mutant_replace(m, to, m->text + from.start, from.end - from.start);
}

static void change_name(Mutant *m)
{
	size_t at = mutant_find(m, mutant_at_element);
	if (at + 1 < m->length)
		mutant_replace(m, (Span){at + 1, at + 2}, "q", 1);
}

static void change_words(Mutant *m)
{
	size_t at = mutant_find(m, mutant_at_words);
	if (at >= m->length)
		return;
	size_t end = mutant_draw(m, 2) ? at + 1 : mutant_reach(m, at, '<');
	const char *words = mutant_new_words(m);
	mutant_replace(m, (Span){at + 1, end}, words, strlen(words));
}

static void change_element_drop(Mutant *m)
{
	mutant_replace(m, mutant_element(m), NULL, 0);
}

static void change_element_repeat(Mutant *m)
{
	static const int times[] = {1, 1, 1, 2, 5, 20, 100, 1000};
	Span span = mutant_element(m);
	int count = times[mutant_draw(m, sizeof times / sizeof *times)];
	StrBuf more = {.arena = m->arena};
	const char *copy = mutant_copy(m, span);
	for (int i = 0; i < count && more.length < MUTANT_MOST / 2; i++)
		strbuf_add(&more, copy);
	mutant_replace(m, (Span){span.end, span.end}, strbuf_text(&more), more.length);
}

static void change_element_move(Mutant *m)
{
	Span from = mutant_element(m), to = mutant_element(m);
	const char *copy = mutant_copy(m, from);
	mutant_replace(m, (Span){to.start, to.start}, copy, strlen(copy));
}

static void change_element_wrap(Mutant *m)
{
	static const char *const tags[] = {"row",
					   "column",
					   "band padding=\"1mm\"",
					   "callout ink=\"text\"",
					   "row justify=\"between\"",
					   "row widths=\"1fr\"",
					   "row widths=\"auto\" align=\"baseline\"",
					   "row widths=\"100%\" align=\"stretch\"",
					   "column padding=\"370000mm\"",
					   "band bleed=\"yes\" background=\"night\"",
					   "column artifact=\"yes\"",
					   "column when=\"name\" border=\"20mm rule\""};
	static const int times[] = {1, 1, 2, 3, 10, 50, 240};
	const char *tag = tags[mutant_draw(m, sizeof tags / sizeof *tags)];
	int count = times[mutant_draw(m, sizeof times / sizeof *times)];
	Span span = mutant_element(m);
	StrBuf more = {.arena = m->arena};
	for (int i = 0; i < count; i++)
		strbuf_format(&more, "<%s>", tag);
	strbuf_add_n(&more, m->text + span.start, span.end - span.start);
	for (int i = 0; i < count; i++)
		strbuf_format(&more, "</%.*s>", (int)strcspn(tag, " "), tag);
	mutant_replace(m, span, strbuf_text(&more), more.length);
}

static void mutant_change(Mutant *m)
{
	static void (*const changes[])(Mutant *) = {
	    change_value,          change_number,         change_number,       change_number,
	    change_number,         change_alike,          change_alike,        change_swap,
	    change_attribute_drop, change_attribute_move, change_words,        change_words,
	    change_element_drop,   change_element_repeat, change_element_move, change_element_wrap,
	    change_element_wrap,   change_element_repeat, change_element_move, change_words,
	    change_words,          change_name,           change_flip,         change_cut,
	    change_double};
	if (m->length > 0)
		changes[mutant_draw(m, sizeof changes / sizeof *changes)](m);
}

/* Between one and three changes. */
static Mutant mutant_make(Arena *a, const char *text, size_t length, uint64_t seed)
{
	Mutant m = {a, (seed + 1) * UINT64_C(0x9E3779B97F4A7C15), text, length};
	for (size_t left = 1 + mutant_draw(&m, 3); left > 0; left--)
		mutant_change(&m);
	return m;
}
