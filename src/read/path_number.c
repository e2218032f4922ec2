/* SPDX-License-Identifier: MIT */
#include "read/path_number.h"

#include "base/str.h"

#include <stdint.h>

enum { DIGITS_MOST = 17, POWER_MOST = 30 };
static const double enormous = 1e12;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void skip_space(const char **s)
{
	while (str_is_space(**s))
		++*s;
}

void path_gap(const char **s)
{
	skip_space(s);
	if (**s == ',')
		++*s;
	skip_space(s);
}

/* Digits beyond what a double holds count for their place only. */
static int take_digits(const char **s, int64_t *digits, int *held, int *dropped)
{
	const char *begin = *s;
	for (; is_digit(**s); ++*s) {
		if (*held < DIGITS_MOST) {
			*digits = *digits * 10 + (**s - '0');
			*held += *digits > 0;
		} else {
			++*dropped;
		}
	}
	return (int)(*s - begin);
}

/* "e-3"; what only looks like one is left alone. */
static int take_power(const char **s)
{
	const char *at = *s + 1;
	if (**s != 'e' && **s != 'E')
		return 0;
	bool minus = *at == '-';
	at += *at == '-' || *at == '+';
	if (!is_digit(*at))
		return 0;
	int power = 0;
	for (; is_digit(*at); at++)
		power = power < 1000 ? power * 10 + (*at - '0') : power;
	*s = at;
	return minus ? -power : power;
}

static double scaled(double value, int power)
{
	for (; power > 0 && value < enormous; power--)
		value *= 10;
	if (power < -POWER_MOST)
		return 0;
	double divisor = 1;
	for (; power < 0; power++)
		divisor *= 10;
	return value / divisor;
}

bool path_number(const char **s, double *out)
{
	const char *at = *s;
	bool minus = *at == '-';
	int64_t digits = 0;
	int held = 0, dropped = 0, lost = 0, fraction = 0;
	at += *at == '-' || *at == '+';
	int whole = take_digits(&at, &digits, &held, &dropped);
	if (*at == '.') {
		at++;
		fraction = take_digits(&at, &digits, &held, &lost);
	}
	if (whole + fraction == 0)
		return false;
	double value = scaled((double)digits, take_power(&at) + dropped - (fraction - lost));
	*out = minus ? -value : value;
	*s = at;
	return value < enormous;
}

bool path_flag(const char **s, double *out)
{
	if (**s != '0' && **s != '1')
		return false;
	*out = **s == '1';
	++*s;
	return true;
}
