/* SPDX-License-Identifier: MIT */
#include "read/tag.h"

#include <string.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool tag_is_language(const char *s)
{
	size_t primary = 0;
	while (is_letter(s[primary]))
		primary++;
	if (primary < 2 || primary > 8)
		return false;
	for (s += primary; *s;) {
		size_t length = 0;
		if (*s++ != '-')
			return false;
		while (is_letter(s[length]) || is_digit(s[length]))
			length++;
		if (length < 1 || length > 8)
			return false;
		s += length;
	}
	return true;
}

bool tag_is_file_name(const char *s)
{
	enum { NAME_MOST = 100 };
	size_t length = strlen(s);
	if (length == 0 || length > NAME_MOST || s[0] == '.' || strstr(s, ".."))
		return false;
	for (; *s; s++)
		if (!is_letter(*s) && !is_digit(*s) && strchr("-_.", *s) == NULL)
			return false;
	return true;
}

static int number(const char *s, int digits)
{
	int n = 0;
	for (int i = 0; i < digits; i++)
		n = n * 10 + (s[i] - '0');
	return n;
}

bool tag_is_date(const char *s)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (strlen(s) != 10 || s[4] != '-' || s[7] != '-')
		return false;
	for (int i = 0; i < 10; i++)
		if (i != 4 && i != 7 && !is_digit(s[i]))
			return false;
	int year = number(s, 4), month = number(s + 5, 2), day = number(s + 8, 2);
	if (year < 1 || month < 1 || month > 12 || day < 1)
		return false;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return day <= days[month - 1] + (month == 2 && leap);
}
