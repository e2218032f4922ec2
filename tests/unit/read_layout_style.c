/* SPDX-License-Identifier: MIT */
/* Styles that look otherwise in some languages. */
#include "read_small.h"

/* What is like a style is like what it is in the layout's language. */
static void layout_has_other_styles_in_other_languages(void **state)
{
	const Layout *layout =
	    read_small(*state,
		       "<style name='small' like='body' line-height='1.1'/>"
		       "<style name='body' lang='zh en' font-size='12pt' line-height='1.8'/>"
		       "<style name='body' lang='zh' font-size='14pt'/><style name='small' "
		       "lang='fr' color='red'/>",
		       "<p style='small'>x</p>");
	assert_told(*state, "");
	assert_int_equal(layout->style_count, 2);
	const Style *style = layout->body->first->style;
	assert_int_equal(style->size, 12000);
	assert_int_equal(style->line_height, 1100);
	assert_string_equal(style->color->name, "black");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(layout_has_other_styles_in_other_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
