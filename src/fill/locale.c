/* SPDX-License-Identifier: MIT */
#include "fill/locale.h"

#include "base/diag.h"
#include "base/pseudo.h"
#include "base/str.h"
#include "fill/locale_day.h"
#include "fill/locale_parts.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/uclean.h>
#include <unicode/uformattedvalue.h>
#include <unicode/ustring.h>

/* UTF-16 to UTF-8. */
char *locale_text8(Arena *a, const UChar *s, int32_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t room = 3 * length + 1, used = 0;
	char *text = ARENA_ARRAY(a, room, char);
	u_strToUTF8WithSub(text, room, &used, s, length, 0xfffd, NULL, &status);
	return text;
}

UChar *locale_text16(Arena *a, const char *s, int32_t *length)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t room = (int32_t)strlen(s) + 1;
	UChar *text = ARENA_ARRAY(a, room, UChar);
	u_strFromUTF8WithSub(text, room, length, s, -1, 0xfffd, NULL, &status);
	return text;
}

/* How many bytes of UTF-8 the first `length` units are. */
int locale_bytes(const UChar *s, int32_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t bytes = 0;
	u_strToUTF8WithSub(NULL, 0, &bytes, s, length, 0xfffd, NULL, &status);
	return bytes;
}

/* ICU falls back to the default locale, which it takes from the environment: so that is set to the
 * root first, for the whole process. */
Locale *locale_open(Arena *a, const char *language, const char *conventions)
{
	Locale *locale = ARENA_NEW(a, Locale);
	locale->language = str_copy(a, language);
	UErrorCode status = U_ZERO_ERROR;
	uloc_setDefault("", &status);
	uloc_forLanguageTag(conventions, locale->icu, ULOC_FULLNAME_CAPACITY, NULL, &status);
	uloc_setKeywordValue("numbers", "latn", locale->icu, ULOC_FULLNAME_CAPACITY, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
		snprintf(locale->icu, sizeof locale->icu, "und@numbers=latn");
	return locale;
}

void locale_close(Locale *locale)
{
	if (!locale)
		return;
	for (int i = 0; i < DECIMALS; i++) {
		unumf_close(locale->plain[i]);
		unumf_close(locale->percent[i]);
	}
	unumf_closeResult(locale->number);
	for (int i = 0; i < RULES_KINDS; i++)
		if (locale->rules[i])
			unum_close(locale->rules[i]);
	ulistfmt_close(locale->list);
	uplrules_close(locale->plural);
	if (locale->date)
		udat_close(locale->date);
	ucol_close(locale->order);
}

void locales_end(void)
{
	u_cleanup();
}

const char *locale_language(const Locale *locale)
{
	return locale->language;
}

bool locale_is_backwards(const Locale *locale)
{
	return uloc_isRightToLeft(locale->icu) || pseudo_is_backwards(locale->language);
}

static int decimals_of(const char *value)
{
	const char *point = strchr(value, '.');
	return point ? (int)strlen(point + 1) : 0;
}

/* Leaves the number in locale->number; false when ICU cannot. */
static bool format_number(Locale *locale, UNumberFormatter **formatters, const char *unit,
			  const char *value)
{
	Decimal ignored;
	if (!decimal_read(value, &ignored))
		return false;
	UErrorCode status = U_ZERO_ERROR;
	int decimals = decimals_of(value);
	if (!locale->number)
		locale->number = unumf_openResult(&status);
	if (!formatters[decimals]) {
		char skeleton[64];
		UChar skeleton16[64];
		snprintf(skeleton, sizeof skeleton, "%s %s%.*s", unit,
			 decimals ? "." : "precision-integer", decimals, "000000");
		u_uastrcpy(skeleton16, skeleton);
		formatters[decimals] =
		    unumf_openForSkeletonAndLocale(skeleton16, -1, locale->icu, &status);
	}
	if (U_SUCCESS(status))
		unumf_formatDecimal(formatters[decimals], value, -1, locale->number, &status);
	return U_SUCCESS(status);
}

/* Where a field of the number begins and ends, in units; false when it has none. */
static bool field_find(const Locale *locale, UNumberFormatFields field, int32_t *begin,
		       int32_t *end)
{
	UErrorCode status = U_ZERO_ERROR;
	UFieldPosition position = {.field = (int32_t)field};
	bool has = unumf_resultNextFieldPosition(locale->number, &position, &status);
	if (!has || U_FAILURE(status))
		return false;
	*begin = position.beginIndex;
	*end = position.endIndex;
	return true;
}

/* Where a language writes the hyphen of typewriters before a number, a minus sign stands. */
static void minus_set(UChar *text, int32_t length)
{
	for (int32_t i = 0; i < length; i++)
		text[i] = text[i] == u'-' ? u'\u2212' : text[i];
}

static Said said_number(Arena *a, const Locale *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar few[FEW], *text = few;
	int32_t length = unumf_resultToString(locale->number, text, FEW, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR) {
		status = U_ZERO_ERROR;
		text = ARENA_ARRAY(a, length + 1, UChar);
		length = unumf_resultToString(locale->number, text, length + 1, &status);
	}
	if (U_FAILURE(status))
		return (Said){0};
	minus_set(text, length);
	int32_t begin = 0, point = length, end = length;
	field_find(locale, UNUM_INTEGER_FIELD, &begin, &point);
	end = point;
	field_find(locale, UNUM_FRACTION_FIELD, &begin, &end);
	return (Said){locale_text8(a, text, length), locale_bytes(text, point),
		      locale_bytes(text, end), false};
}

Said locale_number(Arena *a, Locale *locale, const char *value)
{
	bool good = format_number(locale, locale->plain, "", value);
	return good ? said_number(a, locale) : (Said){0};
}

Said locale_percent(Arena *a, Locale *locale, const char *value)
{
	bool good = format_number(locale, locale->percent, "percent", value);
	return good ? said_number(a, locale) : (Said){0};
}

const char *locale_plural(Locale *locale, const char *value)
{
	static const char *const categories[] = {"zero", "one", "two", "few", "many", NULL};
	UErrorCode status = U_ZERO_ERROR;
	if (!locale->plural)
		locale->plural = uplrules_openForType(locale->icu, UPLURAL_TYPE_CARDINAL, &status);
	UChar keyword[16];
	char text[16];
	if (!format_number(locale, locale->plain, "", value))
		return "other";
	int32_t length =
	    uplrules_selectFormatted(locale->plural, locale->number, keyword, 16, &status);
	if (U_FAILURE(status) || length >= 16)
		return "other";
	u_UCharsToChars(keyword, text, length + 1);
	for (int i = 0; categories[i]; i++)
		if (strcmp(text, categories[i]) == 0)
			return categories[i];
	return "other";
}

static UDateFormat *date_open(Locale *locale)
{
	if (locale->date)
		return locale->date;
	UErrorCode status = U_ZERO_ERROR, ignored = U_ZERO_ERROR;
	UCalendar *calendar = ucal_open(u"Etc/UTC", -1, locale->icu, UCAL_DEFAULT, &status);
	UDateFormat *date =
	    udat_open(UDAT_NONE, UDAT_LONG, locale->icu, u"Etc/UTC", -1, NULL, 0, &status);
	if (U_SUCCESS(status)) {
		ucal_setGregorianChange(calendar, -1e17, &ignored); /* no Julian dates, ever */
		udat_setCalendar(date, calendar);
		locale->date = date;
	}
	ucal_close(calendar);
	return locale->date;
}

const char *locale_date(Arena *a, Locale *locale, const char *value)
{
	int64_t days;
	UDateFormat *date = date_open(locale);
	if (!date || !day_read(value, &days))
		return NULL;
	UErrorCode status = U_ZERO_ERROR;
	UDate moment = (UDate)days * 86400000;
	int32_t room = udat_format(date, moment, NULL, 0, NULL, &status) + 1;
	status = U_ZERO_ERROR;
	UChar *text = ARENA_ARRAY(a, room, UChar);
	int32_t length = udat_format(date, moment, text, room, NULL, &status);
	return U_FAILURE(status) ? NULL : locale_text8(a, text, length);
}

/* ICU's list of the items; `ends` gets where each begins and ends in its text, 2 * count places. */
static const UChar *list_format(Arena *a, const Locale *locale, UFormattedList *result,
				const char *const *items, int count, int32_t *ends, int32_t *length)
{
	UErrorCode status = U_ZERO_ERROR;
	const UChar **texts = ARENA_ARRAY(a, count, const UChar *);
	int32_t *lengths = ARENA_ARRAY(a, count, int32_t);
	for (int i = 0; i < count; i++)
		texts[i] = locale_text16(a, items[i], &lengths[i]);
	ulistfmt_formatStringsToResult(locale->list, texts, lengths, count, result, &status);
	const UFormattedValue *value = ulistfmt_resultAsValue(result, &status);
	UConstrainedFieldPosition *field = ucfpos_open(&status);
	ucfpos_constrainField(field, UFIELD_CATEGORY_LIST, ULISTFMT_ELEMENT_FIELD, &status);
	int found = 0;
	for (; found < count && ufmtval_nextPosition(value, field, &status); found++)
		ucfpos_getIndexes(field, &ends[2 * found], &ends[2 * found + 1], &status);
	const UChar *text = ufmtval_getString(value, length, &status);
	ucfpos_close(field);
	if (U_FAILURE(status) || found < count)
		die("ICU cannot make a list of %d items: %s", count, u_errorName(status));
	return text;
}

ListJoin locale_list(Arena *a, Locale *locale, const char *const *items, int count)
{
	if (count == 0)
		return (ListJoin){"", "", NULL};
	UErrorCode status = U_ZERO_ERROR;
	if (!locale->list)
		locale->list = ulistfmt_openForType(locale->icu, ULISTFMT_TYPE_AND,
						    ULISTFMT_WIDTH_WIDE, &status);
	UFormattedList *result = ulistfmt_openResult(&status);
	if (U_FAILURE(status))
		die("ICU has no lists: %s", u_errorName(status));
	int32_t *ends = ARENA_ARRAY(a, 2 * (size_t)count, int32_t), length;
	const UChar *text = list_format(a, locale, result, items, count, ends, &length);
	const char **between = ARENA_ARRAY(a, count, const char *);
	for (int i = 0; i + 1 < count; i++)
		between[i] =
		    locale_text8(a, text + ends[2 * i + 1], ends[2 * i + 2] - ends[2 * i + 1]);
	int32_t last = ends[2 * count - 1];
	ListJoin join = {locale_text8(a, text, ends[0]),
			 locale_text8(a, text + last, length - last), between};
	ulistfmt_closeResult(result);
	return join;
}
