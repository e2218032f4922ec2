/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * alts_look.h: the numbers of an alternative text, held against the data.
 *
 * A text is taken apart by the labels that it must hold, in their order: what stands behind
 * a label is its figure, what stands before the first is about all of them. Each number is read
 * as the page's language writes it. A figure equals its datum, or, where it is rounded, is less
 * than a unit of its last place off; a number in front must be how many there are, the
 * least, the greatest, the sum or the whole that they are parts of. No other may be there. Kept apart from what makes the texts:
 * what a figure must be comes from expected.h.
 */
#include "pdf/expected.h"

/* How a language writes numbers: ICU's data, CLDR 44, by hand. */
typedef struct Signs {
	const char *language, *group, *point;
} Signs;

static const Signs alt_signs[] = {{"en", ",", "."}, {"fr", "\u202f", ","}, {"de", ".", ","},
				  {"es", ".", ","}, {"pt", ".", ","},      {"ru", "\u00a0", ","},
				  {"ar", ",", "."}, {"ja", ",", "."},      {"ko", ",", "."},
				  {"zh", ",", "."}, {NULL, NULL, NULL}};

typedef struct AltLook {
	Arena *a;
	const char *where;
	const Signs *signs;
	bool rounded;    /* what is printed may be rounded */
	int numbers;     /* that were compared */
	const char *why; /* the first fault; NULL: none */
} AltLook;

typedef struct Number {
	double value, unit; /* of its last place */
} Number;

static inline const Signs *alt_signs_find(const char *language)
{
	size_t length = strcspn(language, "-");
	for (const Signs *s = alt_signs; s->language; s++)
		if (strlen(s->language) == length && strncmp(s->language, language, length) == 0)
			return s;
	return NULL;
}

static inline void alt_fault(AltLook *l, const char *why)
{
	if (!l->why)
		l->why = why;
}

/* One number at *s, which begins with a digit. */
static inline Number alt_number(const AltLook *l, const char **s)
{
	const char *group = l->signs->group, *point = l->signs->point;
	Number n = {0, 1};
	for (;; (*s)++) {
		if (str_starts(*s, group) && isdigit((unsigned char)(*s)[strlen(group)]))
			*s += strlen(group);
		if (!isdigit((unsigned char)**s))
			break;
		n.value = 10 * n.value + (**s - '0');
	}
	if (!str_starts(*s, point) || !isdigit((unsigned char)(*s)[strlen(point)]))
		return n;
	for (*s += strlen(point); isdigit((unsigned char)**s); (*s)++) {
		n.unit /= 10;
		n.value += n.unit * (**s - '0');
	}
	return n;
}

/* All numbers of some words, a List of Number. */
static inline List alt_numbers(const AltLook *l, const char *text, size_t length)
{
	List numbers = list_new(l->a, sizeof(Number));
	const char *s = str_copy_n(l->a, text, length);
	for (bool minus = false; *s;) {
		if (isdigit((unsigned char)*s)) {
			Number n = alt_number(l, &s);
			n.value = minus ? -n.value : n.value;
			*(Number *)list_add(&numbers) = n;
			continue;
		}
		minus = str_starts(s, "\u2212");
		s += minus ? strlen("\u2212") : 1;
	}
	return numbers;
}

static inline Number number_of(const List *numbers, int i)
{
	return *(Number *)list_at(numbers, i);
}

static inline bool alt_equals(const AltLook *l, Number said, double datum)
{
	double off = fabs(said.value - datum), size = fmax(1, fabs(datum));
	return off <= 1e-9 * size || (l->rounded && off < said.unit + 1e-9 * size);
}

/* One number, and no other: that of the datum; in front of it the one where it came from, if it did. */
static inline void look_figure(AltLook *l, const Expected *chart, int i, const char *text,
			       size_t length)
{
	const char *label = *(const char **)list_at(&chart->labels, i);
	double datum = number_in(&chart->figures, i), from = number_in(&chart->froms, i);
	List numbers = alt_numbers(l, text, length);
	int count = isnan(from) ? 1 : 2;
	if (numbers.count != count) {
		alt_fault(l, str_format(l->a, "%d numbers for \"%s\": %.*s", numbers.count, label,
					(int)length, text));
		return;
	}
	if (count == 2 && !alt_equals(l, number_of(&numbers, 0), from))
		alt_fault(l, str_format(l->a, "\"%s\" is from %g, but the data says %g", label,
					number_of(&numbers, 0).value, from));
	if (!alt_equals(l, number_of(&numbers, count - 1), datum))
		alt_fault(l, str_format(l->a, "\"%s\" is %g, but the data says %g", label,
					number_of(&numbers, count - 1).value, datum));
	l->numbers += count;
}

/* What may stand in front of the figures. */
static inline void look_front(AltLook *l, const Expected *chart, const char *text, size_t length)
{
	const List *figures = &chart->figures;
	List numbers = alt_numbers(l, text, length);
	double least = INFINITY, most = -INFINITY, sum = 0;
	for (int i = 0; i < figures->count; i++) {
		least = fmin(least, number_in(figures, i));
		most = fmax(most, number_in(figures, i));
		least =
		    fmin(least, number_in(&chart->froms, i)); /* of a number and NaN: the number */
		most = fmax(most, number_in(&chart->froms, i));
		sum += number_in(figures, i);
	}
	for (int i = 0; i < numbers.count; i++) {
		Number n = number_of(&numbers, i);
		bool known = n.value == figures->count || alt_equals(l, n, least) ||
			     alt_equals(l, n, most) || alt_equals(l, n, sum) ||
			     alt_equals(l, n, chart->other);
		if (!known)
			alt_fault(l, str_format(l->a, "%g is in no datum", n.value));
		l->numbers++;
	}
}

/* The text behind its title, which may hold any number. */
static inline const char *behind_title(AltLook *l, const char *alt, const char *title)
{
	const char *found = title && *title ? strstr(alt, title) : NULL;
	if (!found) {
		alt_fault(l, "the title is not there");
		return alt;
	}
	List before = alt_numbers(l, alt, (size_t)(found - alt));
	if (before.count > 0)
		alt_fault(l, "there is a number before the title");
	return found + strlen(title);
}

/* The text behind what stands over then and now, which may hold any number too; NULL, and told, without it. */
static inline const char *behind_heads(AltLook *l, const Expected *chart, const char *text)
{
	for (int i = 0; i < 2; i++) {
		const char *head = chart->heads[i];
		if (!head || !*head)
			continue;
		const char *found = strstr(text, head);
		if (!found) {
			alt_fault(l, str_format(l->a, "\"%s\" is not there", head));
			return NULL;
		}
		look_front(l, chart, text, (size_t)(found - text));
		text = found + strlen(head);
	}
	return text;
}

static inline void look_chart_alt(AltLook *l, const Expected *chart, const char *alt)
{
	const char *rest = behind_heads(l, chart, behind_title(l, alt, chart->title)), *end = rest;
	if (!rest)
		return;
	for (int i = 0; i < chart->labels.count; i++) {
		const char *label = *(const char **)list_at(&chart->labels, i);
		const char *found = label ? strstr(rest, label) : NULL;
		if (!found) {
			alt_fault(
			    l, str_format(l->a, "\"%s\" is not there", label ? label : "a label"));
			return;
		}
		const char *before = i > 0 ? *(const char **)list_at(&chart->labels, i - 1) : NULL;
		if (before)
			look_figure(l, chart, i - 1, rest, (size_t)(found - rest));
		else
			look_front(l, chart, rest, (size_t)(found - rest));
		rest = end = found + strlen(label);
	}
	int last = chart->labels.count - 1;
	if (last >= 0)
		look_figure(l, chart, last, end, strlen(end));
}

/* All numbers of a text, which are these, each at least once, and no others; `also` may be there too. */
static inline void look_numbers(AltLook *l, const char *alt, const List *data, const double *also,
				int also_count)
{
	List numbers = alt_numbers(l, alt, strlen(alt));
	for (int i = 0; i < numbers.count; i++) {
		bool known = false;
		for (int k = 0; k < data->count; k++)
			known = known || alt_equals(l, number_of(&numbers, i), number_in(data, k));
		for (int k = 0; k < also_count; k++)
			known = known || alt_equals(l, number_of(&numbers, i), also[k]);
		if (!known)
			alt_fault(
			    l, str_format(l->a, "%g is in no datum", number_of(&numbers, i).value));
		l->numbers++;
	}
	for (int k = 0; k < data->count; k++) {
		bool said = false;
		for (int i = 0; i < numbers.count; i++)
			said = said || alt_equals(l, number_of(&numbers, i), number_in(data, k));
		if (!said)
			alt_fault(l, str_format(l->a, "%g is not said", number_in(data, k)));
	}
}

/* How many of the values of a course are said one after the other from a number on. */
static inline int values_from(const AltLook *l, const List *numbers, int from, const List *course)
{
	int i = 0;
	while (i < course->count && from + i < numbers->count &&
	       alt_equals(l, number_of(numbers, from + i), number_in(course, i)))
		i++;
	return i;
}

/* All values of a line, in a row; besides how many there are, the least and the greatest, and no others. */
static inline void look_course_alt(AltLook *l, const List *course, const char *alt)
{
	List numbers = alt_numbers(l, alt, strlen(alt));
	double least = INFINITY, most = -INFINITY;
	for (int i = 0; i < course->count; i++) {
		least = fmin(least, number_in(course, i));
		most = fmax(most, number_in(course, i));
	}
	int first = 0;
	while (first < numbers.count && values_from(l, &numbers, first, course) < course->count)
		first++;
	if (first == numbers.count)
		alt_fault(l, "the values are not said in a row");
	double also[] = {course->count, least, most};
	for (int i = 0; i < numbers.count; i++) {
		Number n = number_of(&numbers, i);
		int k = 0;
		if (i >= first && i < first + course->count)
			continue;
		while (k < 3 && !alt_equals(l, n, also[k]))
			k++;
		if (k == 3)
			alt_fault(l, str_format(l->a, "%g is in no datum", n.value));
		else
			also[k] = NAN; /* each once */
	}
	l->numbers += numbers.count;
}
