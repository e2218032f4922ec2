/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include "base/digest.h"

#include <stdio.h>

enum { ARABIC_FILES = 5, FONT_LIMIT = 64 * 1024 * 1024, LINE_ROOM = 512 };

static bool attribute(const char *line, const char *name, char *value, size_t room)
{
	const char *at = strstr(line, name);
	if (!at)
		return false;
	at += strlen(name);
	size_t length = strcspn(at, "\"");
	assert_true(length < room);
	memcpy(value, at, length);
	value[length] = 0;
	return true;
}

static void check_face(Setup *setup, const char *file, const char *expected)
{
	Source source = {.path = file_beside(setup->arena, "fonts/fonts.xml", file)};
	Bytes bytes = file_read(setup->arena, &source, FONT_LIMIT, setup->diags);
	assert_non_null(bytes.at);
	Digest digest = digest_bytes(bytes.at, bytes.length);
	assert_string_equal(digest_text(setup->arena, &digest), expected);
}

static void each_face_has_the_digest_that_fonts_xml_says(void **state)
{
	Setup *setup = setup_open();
	char line[LINE_ROOM], file[LINE_ROOM], sha256[LINE_ROOM];
	int faces = 0;
	(void)state;
	FILE *list = fopen("fonts/fonts.xml", "r");
	assert_non_null(list);
	while (fgets(line, sizeof line, list)) {
		if (!strstr(line, "<face") || !attribute(line, " file=\"", file, sizeof file))
			continue;
		assert_true(attribute(line, " sha256=\"", sha256, sizeof sha256));
		/* A system's own files are of the version that it has. */
		if (*file == '/')
			continue;
		check_face(setup, file, sha256);
		faces++;
	}
	fclose(list);
	assert_int_equal(faces, OUR_FILES + ARABIC_FILES);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_face_has_the_digest_that_fonts_xml_says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
