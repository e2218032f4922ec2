/* SPDX-License-Identifier: MIT */
/* How much room fitting says there is, where lengths are enormous. */
#include "set/fit.h"

#include "set/overset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* A body and a foot each as high as a length can be: the sums do not wrap around to a page that nearly fits. */
static void enormous_boxes_are_overset_by_an_enormous_height(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Element space = {.kind = ELEMENT_SPACE, .name = "space", .thickness = LEN_MAX};
	Element body = {.kind = ELEMENT_COLUMN, .name = "body"}, foot = body;
	Layout layout = {.page = {.width = LEN_PT(100), .height = LEN_PT(100)}, .body = &body};
	foot.decor.space_before = LEN_MAX;
	Box spaces[] = {{.element = &space}, {.element = &space}};
	Box boxes[] = {{.element = &body, .first = &spaces[0]},
		       {.element = &foot, .first = &spaces[1]}};
	Story story = {.layout = &layout,
		       .language = "en",
		       .file = "one.xml",
		       .body = &boxes[0],
		       .foot = &boxes[1]};
	Typesetter setter = {.language = "en", .diags = diags};
	Fitted fitted = fit_story(a, &setter, &story);
	assert_false(fitted.fits);
	assert_true(fitted.room < 0);
	assert_int_equal(fitted.record.frames[0].needed, LEN_MAX);
	overset_tell(&setter, &story, &fitted, diags);
	assert_int_equal(diags_count(diags), 1);
	assert_non_null(strstr(diags_at(diags, 0)->message, "overset by 378792.3 mm"));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(enormous_boxes_are_overset_by_an_enormous_height)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
