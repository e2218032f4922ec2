/* SPDX-License-Identifier: MIT */
#include "read/cell.h"

#include "base/str.h"
#include "read/cell_key.h"
#include "read/tag.h"

#include <string.h>

const char *const cell_format_names[] = {
    [CELL_TEXT] = "text",       [CELL_NUMBER] = "number", [CELL_INTEGER] = "integer",
    [CELL_PERCENT] = "percent", [CELL_KEY] = "key",       [CELL_DATE] = "date",
    [CELL_FORMATS] = NULL};

const char marks_hint[] = "write the number 1234.5 as the table would write it: 1,234.5 or 1.234,5 "
			  "or 1 234,5 or 1'234.5 or 1234,5";

/* As many digits as base/decimal.h reads. */
enum { WHOLE_DIGITS = 12, FRACTION_DIGITS = 6, GROUP = 3 };

bool cell_format_find(const char *name, CellFormat *out)
{
	for (CellFormat f = CELL_TEXT; f < CELL_FORMATS; f++)
		if (strcmp(cell_format_names[f], name) == 0) {
			*out = f;
			return true;
		}
	return false;
}

/* The bytes of the grouping mark that stands at `s`, 0: none. Blanks are as good as each other, and so
 * are the two apostrophes. */
static size_t group_length(const char *s, char group)
{
	static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
					     "\xE2\x80\x87"};
	if (group == '\0')
		return 0;
	if (group == '\'' && str_starts(s, "\xE2\x80\x99"))
		return 3;
	for (size_t i = 0; group == ' ' && i < sizeof blanks / sizeof *blanks; i++)
		if (str_starts(s, blanks[i]))
			return strlen(blanks[i]);
	return *s == group;
}

bool marks_read(Arena *a, const char *sample, Marks *out)
{
	static const char groups[] = {',', '.', '\'', ' '};
	Marks marks = {.sample = str_fold(a, sample)};
	const char *s = marks.sample;
	if (*s++ != '1')
		return false;
	for (size_t i = 0, length; i < sizeof groups && !marks.group; i++)
		if ((length = group_length(s, groups[i])) > 0) {
			marks.group = groups[i];
			s += length;
		}
	if (!str_starts(s, "234"))
		return false;
	s += 3;
	if ((*s == '.' || *s == ',') && *s != marks.group)
		marks.decimal = *s++;
	if (marks.decimal && *s++ != '5')
		return false;
	if (*s)
		return false;
	*out = marks;
	return true;
}

/* A number being read. */
typedef struct Figure {
	const char *s;
	const Marks *marks;
	StrBuf digits;
} Figure;

static int digits_take(Figure *f)
{
	size_t count = strspn(f->s, "0123456789");
	strbuf_add_n(&f->digits, f->s, count);
	f->s += count;
	return (int)(count < 1000 ? count : 1000);
}

/* The digits before the decimal mark: in one piece, or in groups of three behind the first. */
static bool whole_take(Figure *f)
{
	int first = digits_take(f);
	if (first == 0)
		return false;
	for (size_t mark; (mark = group_length(f->s, f->marks->group)) > 0;) {
		f->s += mark;
		if (first > GROUP || digits_take(f) != GROUP)
			return false;
	}
	return true;
}

static bool sign_take(Figure *f)
{
	static const char minus[] = "\xE2\x88\x92";
	bool negative = *f->s == '-' || str_starts(f->s, minus);
	if (*f->s == '-' || *f->s == '+')
		f->s++;
	else if (negative)
		f->s += strlen(minus);
	return negative;
}

static const char *without_zeros(const char *digits)
{
	while (digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9')
		digits++;
	return digits;
}

/* "−1.234,50" as "-1234.50"; what follows the number stays at *end. NULL: it is none. */
static const char *number_say(Arena *a, const char *text, const Marks *marks, const char **end)
{
	Figure f = {text, marks, {.arena = a}};
	int fraction = 0;
	bool negative = sign_take(&f);
	if (!whole_take(&f))
		return NULL;
	if (strlen(without_zeros(f.digits.text)) > WHOLE_DIGITS)
		return NULL;
	if (marks->decimal && *f.s == marks->decimal) {
		f.s++;
		strbuf_add(&f.digits, ".");
		fraction = digits_take(&f);
		if (fraction == 0 || fraction > FRACTION_DIGITS)
			return NULL;
	}
	*end = f.s;
	const char *digits = without_zeros(f.digits.text);
	bool nothing = digits[strspn(digits, "0.")] == '\0';
	return str_format(a, "%s%s", negative && !nothing ? "-" : "", digits);
}

/* Behind a per cent sign and the blanks before it. */
static const char *percent_skip(const char *s)
{
	const char *from = s;
	for (size_t blank; (blank = group_length(s, ' ')) > 0;)
		s += blank;
	return *s == '%' ? s + 1 : from;
}

static const char *sample_of(Arena *a, CellFormat format, const Marks *marks)
{
	const char *sample = marks->sample;
	if (format == CELL_NUMBER)
		return str_format(a, "a number as in %s", sample);
	if (format == CELL_PERCENT)
		return marks->decimal ? str_format(a, "a percentage as in 12%c5%%", marks->decimal)
				      : "a percentage as in 12%";
	size_t length = strlen(sample) - (marks->decimal ? 2 : 0);
	return str_format(a, "a whole number as in %.*s", (int)length, sample);
}

static const char *figure_hint(const char *text)
{
	if (str_starts(text, "\xE2\x80\x93") || str_starts(text, "\xE2\x80\x94"))
		return "a minus is written \"-\" or \"\xE2\x88\x92\", not as a dash";
	text += strspn(text, "+-");
	if (strspn(text, "0123456789") == 0)
		return "a cell that says nothing is left empty, or the map lists its words: "
		       "blank=\"n/a ..\"";
	if (text[strspn(text, "0123456789.,' ")] != '\0')
		return NULL;
	return "digits stand in groups of three or in none, at most 12 before the decimal mark "
	       "and 6 behind it; the map says how the table writes numbers";
}

static const char *figure_say(Arena *a, const char *text, CellFormat format, const Marks *marks,
			      CellFault *fault)
{
	const char *end = "", *number = number_say(a, text, marks, &end);
	if (format == CELL_PERCENT)
		end = percent_skip(end);
	bool whole = number && strchr(number, '.') == NULL;
	if (number && *end == '\0' && (whole || format != CELL_INTEGER))
		return number;
	*fault = (CellFault){sample_of(a, format, marks), figure_hint(text)};
	return NULL;
}

/* "26.9.2024" as "2024-09-26": no country writes the month first with full stops. */
static const char *day_say(Arena *a, const char *text)
{
	const char *parts[3] = {text, "", ""};
	size_t lengths[3] = {0};
	for (int i = 0; i < 3; i++) {
		lengths[i] = strspn(parts[i], "0123456789");
		char sign = parts[i][lengths[i]];
		if (lengths[i] == 0 || sign != (i < 2 ? '.' : '\0'))
			return NULL;
		if (i < 2)
			parts[i + 1] = parts[i] + lengths[i] + 1;
	}
	if (lengths[0] > 2 || lengths[1] > 2 || lengths[2] != 4)
		return NULL;
	return str_format(a, "%s-%s%.*s-%s%.*s", parts[2], lengths[1] == 1 ? "0" : "",
			  (int)lengths[1], parts[1], lengths[0] == 1 ? "0" : "", (int)lengths[0],
			  parts[0]);
}

static const char *date_say(Arena *a, const char *text, CellFault *fault)
{
	const char *day = day_say(a, text);
	if (tag_is_date(day ? day : text))
		return day ? day : text;
	*fault = (CellFault){"a date as in 2024-09-26 or 26.9.2024", NULL};
	return NULL;
}

const char *cell_say(Arena *a, const char *text, CellFormat format, const Marks *marks,
		     CellFault *fault)
{
	const char *key;
	switch (format) {
	case CELL_NUMBER:
	case CELL_INTEGER:
	case CELL_PERCENT:
		return figure_say(a, text, format, marks, fault);
	case CELL_DATE:
		return date_say(a, text, fault);
	case CELL_KEY:
		key = key_say(a, text);
		if (!key)
			*fault = (CellFault){"a name in Latin letters",
					     "give the table a column with the ids, of letters, "
					     "digits and \"-\""};
		return key;
	case CELL_TEXT:
	case CELL_FORMATS:
		break;
	}
	return text;
}
