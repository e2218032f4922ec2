/* SPDX-License-Identifier: MIT */
#include "base/moment.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DIGITS = 14, EPOCH_DIGITS_MOST = 12, DAY_SECONDS = 86400 };

static const long long last_second = 253402300799; /* of the year 9999 */

/* Days from 1 March of the year 0 to a day of the proleptic Gregorian calendar; years are counted
 * from March, so that a leap day is a year's last. */
static long long days_to(int year, int month, int day)
{
	int y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;
	return 365LL * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1;
}

static const long long days_to_1970 = 719468;

static int number_at(const char *s, int from, int length)
{
	int number = 0;
	for (int i = from; i < from + length; i++)
		number = 10 * number + (s[i] - '0');
	return number;
}

static int month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

bool moment_is_one(const char *s)
{
	if (strlen(s) != DIGITS || strspn(s, "0123456789") != DIGITS)
		return false;
	int year = number_at(s, 0, 4), month = number_at(s, 4, 2), day = number_at(s, 6, 2);
	return year > 0 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= month_days(year, month) && number_at(s, 8, 2) < 24 &&
	       number_at(s, 10, 2) < 60 && number_at(s, 12, 2) < 60;
}

long long moment_epoch(const char *moment)
{
	long long days =
	    days_to(number_at(moment, 0, 4), number_at(moment, 4, 2), number_at(moment, 6, 2)) -
	    days_to_1970;
	return days * DAY_SECONDS + number_at(moment, 8, 2) * 3600 + number_at(moment, 10, 2) * 60 +
	       number_at(moment, 12, 2);
}

const char *moment_of_epoch(Arena *a, const char *epoch)
{
	size_t length = strlen(epoch);
	if (length == 0 || length > EPOCH_DIGITS_MOST || strspn(epoch, "0123456789") != length)
		return NULL;
	time_t seconds = (time_t)atoll(epoch);
	struct tm moment;
	char *text = arena_alloc(a, DIGITS + 1);
	bool written = seconds <= last_second && gmtime_r(&seconds, &moment) &&
		       strftime(text, DIGITS + 1, "%Y%m%d%H%M%S", &moment) == DIGITS;
	return written ? text : NULL;
}
