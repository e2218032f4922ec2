/* SPDX-License-Identifier: MIT */
/*
 * Editions made to do harm: to eat up memory or time, or to be taken for something
 * they are not. See lair.h for what must hold of "check" and "build" alike.
 */
#include "fuzz/lair.h"

#include <sys/socket.h>
#include <sys/un.h>

static void edition_that_is_sound_is_pressed(void **state)
{
	(void)state;
	lair_make();
	attack("sound", 0, "");
	assert_int_equal(access(LAIR "/out/en/one.pdf", F_OK), 0);
	if (!ages_are_kept_here())
		print_message("# no times of access are kept here: that part is not judged\n");
}

static void make_large(Arena *a, int file, const char *path)
{
	(void)a, (void)file;
	if (truncate(path, 1L << 30) != 0)
		fail_msg("%s: %s", path, strerror(errno));
}

static void file_of_a_gigabyte_is_not_read(void **state)
{
	each_file(*state, "a gigabyte", "has 1073741824 bytes, and at most ", make_large);
}

static void make_deep(Arena *a, int file, const char *path)
{
	enum { DEPTH = 100000 };
	StrBuf text = {.arena = a};
	(void)file;
	for (int i = 0; i < DEPTH; i++)
		strbuf_add(&text, "<a>");
	for (int i = 0; i < DEPTH; i++)
		strbuf_add(&text, "</a>");
	bytes_put(path, text.text, text.length);
}

static void elements_100000_deep_are_refused(void **state)
{
	each_file(*state, "depth", "more than 256 deep", make_deep);
}

static void make_wide(Arena *a, int file, const char *path)
{
	enum { WIDTH = 4000000 };
	StrBuf text = {.arena = a};
	(void)file;
	strbuf_add(&text, "<a>");
	for (int i = 0; i < WIDTH; i++)
		strbuf_add(&text, "<a/>");
	strbuf_add(&text, "</a>");
	bytes_put(path, text.text, text.length < 16 << 20 ? text.length : 16 << 20);
}

static void elements_without_end_are_refused(void **state)
{
	Arena *a = *state;
	static const int few[] = {RECORD, LAYOUT, SCHEMA, RULES};
	for (size_t i = 0; i < sizeof few / sizeof *few; i++) {
		Arena *scratch = arena_new();
		lair_make();
		make_wide(scratch, few[i], path_of(a, few[i]));
		arena_free(scratch);
		attack(str_format(a, "width as %s", file_names_of[few[i]]), 65,
		       "more than 200000 elements");
	}
}

/* Entities that grow without end, and those that fetch another file. */
static const char *const types[][2] = {
    {"billion laughs",
     "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
     "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
     "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
     "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>"
     "<a>&h;&h;&h;&h;</a>"},
    {"an external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM '../outside/secret.xml'>]><a>&x;</a>"},
    {"an external entity by address",
     "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a b='&x;'>&x;</a>"},
    {"a parameter entity", "<!DOCTYPE a [<!ENTITY % x SYSTEM '../outside/secret.xml'>%x;]><a/>"},
    {"an external document type", "<!DOCTYPE a SYSTEM '../outside/secret.xml'><a/>"},
    {"an attribute that is not written", "<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>"},
};

static void document_types_are_refused_in_every_file(void **state)
{
	Arena *a = *state;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		for (int file = 0; file < FILES; file++) {
			lair_make();
			text_put(path_of(a, file), types[i][1]);
			attack(str_format(a, "%s in %s", types[i][0], file_names_of[file]), 65,
			       "a document type may not stand here");
		}
}

/* Many references to one long entity: each is short, together they are not. */
static void entity_of_quadratic_size_is_refused(void **state)
{
	enum { LONG = 100000, TIMES = 100000 };
	StrBuf text = {.arena = *state};
	strbuf_add(&text, "<!DOCTYPE a [<!ENTITY x '");
	for (int i = 0; i < LONG; i++)
		strbuf_add(&text, "x");
	strbuf_add(&text, "'>]><a>");
	for (int i = 0; i < TIMES; i++)
		strbuf_add(&text, "&x;");
	strbuf_add(&text, "</a>");
	lair_make();
	bytes_put(path_of(*state, RECORD), text.text, text.length);
	attack("a quadratic entity", 65, "a document type may not stand here");
}

/* There is no such thing here as an include, so it is an unknown element or none at all. */
static void inclusions_are_not_followed(void **state)
{
	static const char *const includes[] = {
	    "<name>x</name><x:include xmlns:x='http://www.w3.org/2001/XInclude' "
	    "href='../../outside/secret.xml'/>",
	    "<name>x</name><x:include xmlns:x='http://www.w3.org/2001/XInclude' parse='text' "
	    "href='../../outside/secret.xml'/>"};
	for (size_t i = 0; i < sizeof includes / sizeof *includes; i++) {
		edition_change(*state, RECORD, "<name>Onetown</name>", includes[i]);
		attack("an inclusion in a record", 65, "there is no element \"include\" here");
		/* And where no schema forbids it. */
		text_put(path_of(*state, EDITION),
			 replaced(*state, sound[EDITION], "schema='record.rng' ", ""));
		attack("an inclusion where all is allowed", 0, "");
		unlink(LAIR "/out/en/one.pdf");
	}
	edition_change(*state, RECORD, "<town",
		       "<?xml-stylesheet href='../../outside/secret.xml' "
		       "type='text/xsl'?><town");
	attack("a style sheet of a record", 0, "");
	unlink(LAIR "/out/en/one.pdf");
}

static void schemas_and_rules_fetch_nothing(void **state)
{
	static const struct {
		int file;
		const char *from, *to;
	} cases[] = {
	    {SCHEMA, "<attribute name='id'/>", "<externalRef href='../outside/secret.xml'/>"},
	    {SCHEMA, "<attribute name='id'/>",
	     "<grammar><include href='../outside/secret.xml'/><start><ref name='x'/></start>"
	     "</grammar>"},
	    {NAMES_FORM, "<attribute name='id'/>", "<externalRef href='../outside/secret.xml'/>"},
	    {RULES, "<pattern>", "<include href='../outside/secret.xml'/><pattern>"},
	    {RULES, "<pattern>", "<extends href='../outside/secret.xml'/><pattern>"},
	    {RULES, "test='name'", "test='document(\"../outside/secret.xml\")'"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		edition_change(*state, cases[i].file, cases[i].from, cases[i].to);
		attack(cases[i].to, 65, "");
	}
}

/* The bytes of a file in another encoding: `wide` bytes a character, the significant one at `at`. */
static Bytes widened(Arena *a, const char *text, const char *mark, size_t mark_length, size_t wide,
		     size_t at)
{
	size_t length = strlen(text);
	unsigned char *bytes = arena_alloc(a, mark_length + length * wide);
	memset(bytes, 0, mark_length + length * wide);
	memcpy(bytes, mark, mark_length);
	for (size_t i = 0; i < length; i++)
		bytes[mark_length + i * wide + at] = (unsigned char)text[i];
	return (Bytes){bytes, mark_length + length * wide};
}

static void file_in_two_or_four_bytes_a_character_is_refused(void **state)
{
	Arena *a = *state;
	for (int file = 0; file < FILES; file++) {
		const Bytes forms[] = {widened(a, sound[file], "\xff\xfe", 2, 2, 0),
				       widened(a, sound[file], "\xfe\xff", 2, 2, 1),
				       widened(a, sound[file], "", 0, 2, 0),
				       widened(a, sound[file], "", 0, 2, 1),
				       widened(a, sound[file], "\xff\xfe\0\0", 4, 4, 0)};
		for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
			lair_make();
			bytes_put(path_of(a, file), forms[i].at, forms[i].length);
			attack(str_format(a, "encoding %zu of %s", i, file_names_of[file]), 65,
			       "UTF-8");
		}
	}
}

static void bytes_that_are_no_utf_8_are_refused(void **state)
{
	static const struct {
		const char *head, *bytes, *told;
	} cases[] = {
	    {"<?xml version='1.0' encoding='ISO-8859-1'?>", "\xe9", "not in UTF-8"},
	    {"<?xml version='1.0' encoding='ISO-8859-1'?>", "e", "not in UTF-8"},
	    {"<?xml version='1.0' encoding='UTF-7'?>", "+ADw-", "not in UTF-8"},
	    {"", "\xe9", "not in UTF-8"},
	    {"", "\xc0\x80", "not in UTF-8"},
	    {"", "\xed\xa0\x80", "not in UTF-8"},
	    {"", "\xf4\x90\x80\x80", "not in UTF-8"},
	    {"", "\xe2\x82", "not in UTF-8"},
	    {"", "&#1;", ""},
	    {"", "\x01", "may not stand in XML"},
	    {"", "\xef\xbf\xbf", "may not stand in XML"},
	};
	Arena *a = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		lair_make();
		text_put(path_of(a, RECORD),
			 str_format(a, "%s%s", cases[i].head,
				    replaced(a, sound[RECORD], "Onetown",
					     str_format(a, "One%stown", cases[i].bytes))));
		attack(str_format(a, "bytes %zu", i), 65, cases[i].told);
	}
}

static void make_nul(Arena *a, int file, const char *path)
{
	size_t length = strlen(sound[file]);
	char *text = str_copy(a, sound[file]);
	text[length / 2] = '\0';
	bytes_put(path, text, length);
}

static void nul_in_a_file_is_refused(void **state)
{
	each_file(*state, "a NUL", "(NUL)", make_nul);
}

static void make_pipe(Arena *a, int file, const char *path)
{
	(void)a, (void)file;
	unlink(path);
	assert_int_equal(mkfifo(path, 0666), 0);
}

static void make_folder(Arena *a, int file, const char *path)
{
	(void)a, (void)file;
	unlink(path);
	assert_int_equal(mkdir(path, 0777), 0);
}

static void make_zero(Arena *a, int file, const char *path)
{
	(void)a, (void)file;
	unlink(path);
	assert_int_equal(symlink("/dev/zero", path), 0);
}

static void make_loop(Arena *a, int file, const char *path)
{
	(void)a;
	unlink(path);
	const char *name = strrchr(file_names_of[file], '/');
	assert_int_equal(symlink(name ? name + 1 : file_names_of[file], path), 0);
}

static void make_socket(Arena *a, int file, const char *path)
{
	(void)a, (void)file;
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	unlink(path);
	strcpy(address.sun_path, path);
	int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(
	    bind(descriptor, (const struct sockaddr *)&address, (socklen_t)sizeof address), 0);
	close(descriptor);
}

static void what_is_no_file_is_refused(void **state)
{
	each_file(*state, "a pipe", "a device or a pipe, not a file", make_pipe);
	each_file(*state, "a folder", "a folder, not a file", make_folder);
	each_file(*state, "a device", "lies outside the root folder", make_zero);
	each_file(*state, "a socket", "a device or a pipe, not a file", make_socket);
	each_file(*state, "a link to itself", "", make_loop);
}

/* Fonts may lie anywhere, but a font is a file. */
static void font_that_is_no_font_is_refused(void **state)
{
	static const char *const commands[] = {
	    "truncate -s 1G " ROOT "/font.ttf", "mkfifo " ROOT "/font.ttf",
	    "mkdir " ROOT "/font.ttf", "ln -s /dev/zero " ROOT "/font.ttf",
	    "ln -s font.ttf " ROOT "/font.ttf"};
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		edition_change(*state, FONTS, "../../../../../fonts/NotoSans-Regular.ttf",
			       "font.ttf");
		shell(commands[i]);
		attack(commands[i], 65, "font.ttf");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(edition_that_is_sound_is_pressed),
	    TEST(file_of_a_gigabyte_is_not_read),
	    TEST(elements_100000_deep_are_refused),
	    TEST(elements_without_end_are_refused),
	    TEST(document_types_are_refused_in_every_file),
	    TEST(entity_of_quadratic_size_is_refused),
	    TEST(inclusions_are_not_followed),
	    TEST(schemas_and_rules_fetch_nothing),
	    TEST(file_in_two_or_four_bytes_a_character_is_refused),
	    TEST(bytes_that_are_no_utf_8_are_refused),
	    TEST(nul_in_a_file_is_refused),
	    TEST(what_is_no_file_is_refused),
	    TEST(font_that_is_no_font_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
