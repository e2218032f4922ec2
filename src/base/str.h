/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * str.h: text in memory.
 *
 * Strings are UTF-8, end with a NUL and live in an arena. Whoever reads a file
 * has checked that it is UTF-8 without NUL, so nobody after that has to.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

char *str_copy(Arena *a, const char *s);
char *str_copy_n(Arena *a, const char *s, size_t length);
char *str_format(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* True when both are NULL or both read the same. */
bool str_equal(const char *a, const char *b);
bool str_starts(const char *s, const char *prefix);

/* XML's white space: space, tab, line feed, carriage return. */
bool str_is_space(char c);

/* White space at both ends removed and each run of it inside made one space. */
char *str_fold(Arena *a, const char *s);

/* As much of `s` as a message has room for: 60 characters, and "…" when there are more. */
const char *str_shown(Arena *a, const char *s);

/* The code point at *s, which moves behind it. At the end: 0, *s stays. A byte
 * that is no UTF-8 gives U+FFFD and is stepped over. */
uint32_t str_next(const char **s);

/* Appends one code point as UTF-8 to `to`, room for 4 bytes; how many it took. */
int str_put(char *to, uint32_t code);

/* The text itself when it is UTF-8, else with U+FFFD for each byte that is none: file names may be of any. */
const char *str_clean(Arena *a, const char *s);

/* True when the `length` bytes are UTF-8 without NUL, surrogates or overlong forms. */
bool str_is_utf8(const char *s, size_t length);

/* The one of `words` (ended by NULL) that `s` is most likely a slip of: at most a
 * third of its letters differ (Damerau's edit distance, optimal string
 * alignment). NULL when none is near. */
const char *str_nearest(const char *s, const char *const *words);
/* The end of a message that there is no such word: "; did you mean \"nearest\"?", or "" for NULL. */
const char *str_guess(Arena *a, const char *nearest);

/* Text being put together. Zeroed but for `arena` it is empty; `text` is always
 * NUL-terminated once something was added, "" from strbuf_text before. */
typedef struct StrBuf {
	Arena *arena;
	char *text;
	size_t length;
	size_t room;
} StrBuf;

void strbuf_add(StrBuf *buf, const char *s);
void strbuf_add_n(StrBuf *buf, const char *s, size_t length);
void strbuf_format(StrBuf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *strbuf_text(const StrBuf *buf);
