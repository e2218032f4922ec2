/* SPDX-License-Identifier: MIT */
#include "read/value.h"

#include "base/decimal.h"
#include "base/str.h"

#include <string.h>

enum { NUMBER_MOST = 30, VALUE_MOST = 1000000, SHADES = 256 };
/* 200in, the longest side of a page in a PDF (ISO 32000-1, annex C). */
enum { LONGEST = LEN_PT(14400) };

/* A unit is num/den of what is counted: thousandths of a point, for lengths. */
typedef struct Unit {
	const char *name;
	int64_t num, den;
} Unit;

static const Unit length_units[] = {
    {"mm", 360000, 127}, {"cm", 3600000, 127}, {"in", 72000, 1}, {"pt", 1000, 1}, {NULL, 0, 1}};
static const Unit em_units[] = {{"em", 1000, 1}, {NULL, 0, 1}};
static const Unit ratio_units[] = {{"%", 10, 1}, {"", 1000, 1}, {NULL, 0, 1}};

typedef struct Wanted {
	const char *what;    /* the attribute */
	const char *kind;    /* "a length" */
	const char *example; /* "12mm" */
	Place place;
	Diags *diags;
} Wanted;

static bool tell(const Wanted *w, const char *text)
{
	diag_error(w->diags, w->place, DIAG_FORM, "%s is \"%.60s\", but %s is expected here",
		   w->what, text, w->kind);
	diag_hint(w->diags, "for example %s=\"%s\"", w->what, w->example);
	return false;
}

static bool tell_range(const Wanted *w, const char *text, const char *trouble)
{
	diag_error(w->diags, w->place, DIAG_FORM, "%s is \"%.60s\", which is %s", w->what, text,
		   trouble);
	return false;
}

/* The number at the beginning of `text`, and what stands behind it. */
static bool number_take(const char *text, Decimal *number, const char **rest)
{
	size_t length = strspn(text, "+-0123456789.");
	char digits[NUMBER_MOST + 1];
	if (length == 0 || length > NUMBER_MOST)
		return false;
	memcpy(digits, text, length);
	digits[length] = '\0';
	*rest = text + length;
	return decimal_read(digits, number);
}

/* decimal_read wants digits before the point and allows 12 of them: a longer number is enormous. */
static bool is_enormous(const char *text)
{
	return strspn(text + (*text == '-'), "0123456789") > 6;
}

/* Reads number and unit, and counts in thousandths; rounds half away from zero. */
static bool measure(const Wanted *w, const char *text, const Unit *units, bool zero, int64_t *out)
{
	Decimal number;
	const char *rest;
	if (is_enormous(text))
		return tell_range(w, text, "too much");
	if (!number_take(text, &number, &rest))
		return tell(w, text);
	if (zero && number == 0 && *rest == '\0') {
		*out = 0;
		return true;
	}
	while (units->name && strcmp(units->name, rest) != 0)
		units++;
	if (units->name == NULL)
		return tell(w, text);
	int64_t den = units->den * DECIMAL_ONE;
	int64_t parts = number * units->num;
	*out = (parts + (parts < 0 ? -den / 2 : den / 2)) / den;
	return true;
}

static bool read_len(const char *text, const Wanted *w, bool negative, Len *out)
{
	int64_t len;
	if (!measure(w, text, length_units, true, &len))
		return false;
	if (len < 0 && !negative)
		return tell_range(w, text, "negative, but cannot be");
	if (len > LONGEST || len < -LONGEST)
		return tell_range(w, text, "longer than any page");
	*out = (Len)len;
	return true;
}

bool value_len(const char *text, Place place, const char *what, Len *out, Diags *diags)
{
	Wanted w = {what, "a length", "12mm", place, diags};
	return read_len(text, &w, false, out);
}

bool value_type_size(const char *text, Place place, const char *what, Len *out, Diags *diags)
{
	Wanted w = {what, "a length", "9pt", place, diags};
	return read_len(text, &w, false, out);
}

bool value_shift(const char *text, Place place, const char *what, Len *out, Diags *diags)
{
	Wanted w = {what, "a length", "3.5pt", place, diags};
	return read_len(text, &w, true, out);
}

bool value_em(const char *text, Place place, const char *what, int *out, Diags *diags)
{
	Wanted w = {what, "a part of the size of the type", "0.015em", place, diags};
	int64_t em;
	if (!measure(&w, text, em_units, true, &em))
		return false;
	if (em < -1000 || em > 10000)
		return tell_range(&w, text, "too much: between -1em and 10em is possible");
	*out = (int)em;
	return true;
}

bool value_ratio(const char *text, Place place, const char *what, int *out, Diags *diags)
{
	Wanted w = {what, "a percentage or a factor", "85%", place, diags};
	int64_t ratio;
	if (!measure(&w, text, ratio_units, false, &ratio))
		return false;
	if (ratio < 0)
		return tell_range(&w, text, "negative, but cannot be");
	if (ratio > VALUE_MOST)
		return tell_range(&w, text, "too much");
	*out = (int)ratio;
	return true;
}

/* The next of the words in `text`, cut off at white space; false at the end. */
static bool word_take(const char **text, char word[NUMBER_MOST + 1], bool *whole)
{
	while (str_is_space(**text))
		(*text)++;
	size_t length = 0;
	while ((*text)[length] && !str_is_space((*text)[length]))
		length++;
	*whole = length <= NUMBER_MOST;
	memcpy(word, *text, *whole ? length : NUMBER_MOST);
	word[*whole ? length : NUMBER_MOST] = '\0';
	*text += length;
	return length > 0;
}

bool value_edges(const char *text, Place place, const char *what, Edges *out, Diags *diags)
{
	Wanted w = {what, "a length (or up to four with spaces between)", "0 16mm 9mm", place,
		    diags};
	Len edge[4];
	int count = 0;
	char word[NUMBER_MOST + 1];
	bool whole;
	for (const char *s = text; word_take(&s, word, &whole); count++) {
		if (count == 4 || !whole)
			return tell(&w, text);
		if (!read_len(word, &w, false, &edge[count]))
			return false;
	}
	if (count == 0)
		return tell(&w, text);
	/* As in CSS: a side that is not said is like the one across, and all are like the first. */
	out->top = edge[0];
	out->right = count > 1 ? edge[1] : edge[0];
	out->bottom = count > 2 ? edge[2] : edge[0];
	out->left = count > 3 ? edge[3] : out->right;
	return true;
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);
	return length > tail && strcmp(text + length - tail, end) == 0;
}

bool value_track(const char *text, Place place, const char *what, Track *out, Diags *diags)
{
	static const Unit fr[] = {{"fr", 1000, 1}, {NULL, 0, 1}};
	static const Unit percent[] = {{"%", 1000, 1}, {NULL, 0, 1}};
	Wanted w = {what, "a width (a length, a percentage, \"1fr\" or \"auto\")", "1fr", place,
		    diags};
	int64_t value = 0;
	Len len = 0;
	TrackUnit unit = TRACK_AUTO;
	if (ends_with(text, "fr"))
		unit = TRACK_FR;
	else if (ends_with(text, "%"))
		unit = TRACK_PERCENT;
	else if (strcmp(text, "auto") != 0)
		unit = TRACK_LEN;
	if (unit == TRACK_LEN && !read_len(text, &w, false, &len))
		return false;
	if ((unit == TRACK_FR || unit == TRACK_PERCENT) &&
	    !measure(&w, text, unit == TRACK_FR ? fr : percent, false, &value))
		return false;
	if (value < 0 || (unit != TRACK_AUTO && value == 0 && len == 0))
		return tell_range(&w, text, "too little");
	if (value > (unit == TRACK_PERCENT ? 100000 : VALUE_MOST))
		return tell_range(&w, text, "too much");
	*out = (Track){unit, unit == TRACK_LEN ? len : (int)value};
	return true;
}

bool value_int(const char *text, Place place, const char *what, int low, int high, int *out,
	       Diags *diags)
{
	Decimal number;
	if (!decimal_read(text, &number) || number % DECIMAL_ONE != 0 || strchr(text, '.') ||
	    number < (Decimal)low * DECIMAL_ONE || number > (Decimal)high * DECIMAL_ONE) {
		diag_error(diags, place, DIAG_FORM,
			   "%s is \"%.60s\", but a whole number from %d to %d is expected here",
			   what, text, low, high);
		return false;
	}
	*out = (int)(number / DECIMAL_ONE);
	return true;
}

bool value_yes_no(const char *text, Place place, const char *what, bool *out, Diags *diags)
{
	Wanted w = {what, "\"yes\" or \"no\"", "yes", place, diags};
	bool yes = strcmp(text, "yes") == 0;
	if (!yes && strcmp(text, "no") != 0)
		return tell(&w, text);
	*out = yes;
	return true;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool value_rgb(const char *text, Place place, const char *what, unsigned char out[3], Diags *diags)
{
	Wanted w = {what, "a colour of three or six hexadecimal digits", "#0b2545", place, diags};
	size_t length = strlen(text);
	if (text[0] != '#' || (length != 4 && length != 7))
		return tell(&w, text);
	for (size_t i = 1; i < length; i++)
		if (hex_digit(text[i]) < 0)
			return tell(&w, text);
	for (size_t i = 0; i < 3; i++) {
		int high = hex_digit(length == 4 ? text[1 + i] : text[1 + 2 * i]);
		int low = hex_digit(length == 4 ? text[1 + i] : text[2 + 2 * i]);
		out[i] = (unsigned char)((high * 16 + low) % SHADES);
	}
	return true;
}

bool value_cmyk(const char *text, Place place, const char *what, unsigned char out[4], Diags *diags)
{
	Wanted w = {what, "a row of four whole percentages", "100 85 40 45", place, diags};
	unsigned char parts[4];
	int count = 0;
	char word[NUMBER_MOST + 1];
	bool whole;
	for (const char *s = text; word_take(&s, word, &whole); count++) {
		int part;
		if (count == 4 || !whole)
			return tell(&w, text);
		if (!value_int(word, place, what, 0, 100, &part, diags))
			return false;
		parts[count] = (unsigned char)part;
	}
	if (count != 4)
		return tell(&w, text);
	memcpy(out, parts, sizeof parts);
	return true;
}
