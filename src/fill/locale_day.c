/* SPDX-License-Identifier: MIT */
#include "fill/locale_day.h"

#include <stddef.h>

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

bool day_read(const char *s, int64_t *days)
{
	static const char form[] = "0000-00-00";
	size_t i = 0;
	for (; form[i]; i++)
		if (form[i] == '0' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return false;
	int year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 + s[3] - '0';
	int month = (s[5] - '0') * 10 + s[6] - '0', day = (s[8] - '0') * 10 + s[9] - '0';
	if (s[i] || year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
		return false;
	int before = year - 1;
	*days = before * 365L + before / 4 - before / 100 + before / 400 - 719162 + day - 1;
	for (int m = 1; m < month; m++)
		*days += days_in(year, m);
	return true;
}
