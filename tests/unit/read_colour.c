/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/colour.h"
#include "read/value.h"

#include <math.h>
#include <stdlib.h>

static Light rgb_light(Setup *setup, const char *text)
{
	unsigned char rgb[3];
	assert_true(value_rgb(text, (Place){0}, "rgb", rgb, setup->diags));
	return colour_light(rgb);
}

static Lab lab_of(const char *text)
{
	Lab lab;
	assert_int_equal(sscanf(text, "%lf %lf %lf", &lab.l, &lab.a, &lab.b), 3);
	return lab;
}

static Vision vision_named(const char *name)
{
	for (Vision v = VISION_PROTANOPIA; v < VISIONS; v++)
		if (str_equal(colour_vision_name(v), name))
			return v;
	fail_msg("there is no vision %s", name);
	return VISION_NORMAL;
}

static int encoded(double part)
{
	double value = part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055;
	return (int)lround(value * 255);
}

/* -0.00 is 0.00 */
static double plain(double value)
{
	return fabs(value) < 0.005 ? 0 : value;
}

static const char *answer(Setup *setup, const char *kind, const char *one, const char *other)
{
	Arena *a = setup->arena;
	if (str_equal(kind, "difference"))
		return str_format(a, "%.4f", colour_difference(lab_of(one), lab_of(other)));
	Light light = rgb_light(setup, one);
	if (str_equal(kind, "contrast"))
		return str_format(a, "%.4f", colour_contrast(light, rgb_light(setup, other)));
	if (str_equal(kind, "seen")) {
		Light seen = colour_seen(light, vision_named(other));
		return str_format(a, "#%02x%02x%02x", encoded(seen.red), encoded(seen.green),
				  encoded(seen.blue));
	}
	assert_string_equal(kind, "lab");
	Lab lab = colour_lab(light);
	return str_format(a, "%.2f %.2f %.2f", plain(lab.l), plain(lab.a), plain(lab.b));
}

static void colours_are_as_the_lines_say(void **state)
{
	Setup *setup = *state;
	char *text = case_file(setup, "tests/lines/colours.txt");
	for (CaseLine line = {0}; case_next(setup, &text, &line);) {
		assert_int_equal(line.count, 4);
		const char *is = answer(setup, line.parts[0], line.parts[1], line.parts[2]);
		if (strcmp(is, line.parts[3]) != 0)
			fail_msg("line %d: %s %s %s is %s", line.number, line.parts[0],
				 line.parts[1], line.parts[2], is);
	}
}

/* The same numbers on every machine. */
static unsigned chance(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static Light chance_light(unsigned *seed)
{
	unsigned char rgb[3];
	for (int i = 0; i < 3; i++)
		rgb[i] = (unsigned char)chance(seed);
	return colour_light(rgb);
}

static void any_two_colours_contrast_alike_both_ways_from_1_to_21(void **state)
{
	(void)state;
	unsigned seed = 1;
	for (int i = 0; i < 20000; i++) {
		Light one = chance_light(&seed), other = chance_light(&seed);
		Vision v = VISIONS, w = VISIONS;
		double there = colour_least_contrast(one, other, &v);
		assert_true(there >= 1 && there <= 21);
		assert_true(there == colour_least_contrast(other, one, &w) && v == w);
		assert_true(v < VISIONS && there <= colour_contrast(one, other));
		assert_true(colour_contrast(one, one) == 1);
	}
}

static void any_two_colours_differ_alike_both_ways(void **state)
{
	(void)state;
	unsigned seed = 2;
	for (int i = 0; i < 20000; i++) {
		Light light = chance_light(&seed), other = chance_light(&seed);
		for (Vision v = VISION_NORMAL; v < VISIONS; v++) {
			Lab a = colour_lab(colour_seen(light, v)),
			    b = colour_lab(colour_seen(other, v));
			double there = colour_difference(a, b), back = colour_difference(b, a);
			assert_true(there >= 0 && there <= 150);
			assert_true(fabs(there - back) < 1e-9);
			assert_true(colour_difference(a, a) == 0);
		}
	}
}

static void grey_is_the_same_grey_in_every_vision(void **state)
{
	(void)state;
	for (int i = 0; i < 256; i++) {
		unsigned char rgb[3] = {(unsigned char)i, (unsigned char)i, (unsigned char)i};
		Light grey = colour_light(rgb);
		for (Vision v = VISION_PROTANOPIA; v < VISIONS; v++) {
			Light seen = colour_seen(grey, v);
			assert_int_equal(encoded(seen.red), i);
			assert_int_equal(encoded(seen.green), i);
			assert_int_equal(encoded(seen.blue), i);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(colours_are_as_the_lines_say),
	    SENTENCE(any_two_colours_contrast_alike_both_ways_from_1_to_21),
	    SENTENCE(any_two_colours_differ_alike_both_ways),
	    SENTENCE(grey_is_the_same_grey_in_every_vision)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
