/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/character.h"

#include <string.h>

static void character_has_a_fault_when_nobody_can_know_what_it_means(void **state)
{
	static const struct {
		uint32_t code;
		CharacterFault fault;
	} cases[] = {
	    {'a', CHARACTER_GOOD},         {0xd7ff, CHARACTER_GOOD},
	    {0xe000, CHARACTER_PRIVATE},   {0xf8ff, CHARACTER_PRIVATE},
	    {0xf900, CHARACTER_GOOD},      {0xfdcf, CHARACTER_GOOD},
	    {0xfdd0, CHARACTER_NONE},      {0xfdef, CHARACTER_NONE},
	    {0xfdf0, CHARACTER_GOOD},      {0xfeff, CHARACTER_MARK},
	    {0xfffd, CHARACTER_GOOD},      {0xfffe, CHARACTER_NONE},
	    {0xffff, CHARACTER_NONE},      {0x1f600, CHARACTER_GOOD},
	    {0x2fffe, CHARACTER_NONE},     {0xeffff, CHARACTER_NONE},
	    {0xf0000, CHARACTER_PRIVATE},  {0xffffd, CHARACTER_PRIVATE},
	    {0xffffe, CHARACTER_NONE},     {0x100000, CHARACTER_PRIVATE},
	    {0x10fffd, CHARACTER_PRIVATE}, {0x10ffff, CHARACTER_NONE},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(character_fault(cases[i].code), cases[i].fault);
}

static void character_find_fault_gives_the_first_one_wherever_it_stands(void **state)
{
	const char *text = "昆明，ﬁ \xee\x80\x80 \xef\xbb\xbf";
	(void)state;
	assert_null(character_find_fault(""));
	assert_null(character_find_fault("昆明，ﬁ 😀 \xed\x9f\xbf"));
	assert_ptr_equal(character_find_fault(text), strstr(text, "\xee\x80\x80"));
	assert_string_equal(character_find_fault("\xf3\xb0\x80\x80"), "\xf3\xb0\x80\x80");
}

static void characters_speak_when_one_of_them_is_seen_or_heard(void **state)
{
	static const char *const silent[] = {
	    "",       " \t\n",  "\u00a0\u00ad", "\u200b\u200f\u2060",
	    "\u3000", "\ufe0f", "\u061c",       "\U000e0061"};
	static const char *const loud[] = {"a",      " . ",    "–",          "\u200b昆", "ا",
					   "\u0301", "\ufffd", "\U0001f600", "§"};
	(void)state;
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		assert_false(character_speaks(silent[i]));
	for (size_t i = 0; i < sizeof loud / sizeof *loud; i++)
		assert_true(character_speaks(loud[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(character_has_a_fault_when_nobody_can_know_what_it_means),
	    cmocka_unit_test(character_find_fault_gives_the_first_one_wherever_it_stands),
	    cmocka_unit_test(characters_speak_when_one_of_them_is_seen_or_heard),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
