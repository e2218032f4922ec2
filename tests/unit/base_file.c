/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/file.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char folder[] = "build/tests/file";

typedef struct Setup {
	Arena *a;
	Diags *diags;
} Setup;

static int setup_open(void **state)
{
	Arena *a = arena_new();
	Setup *setup = ARENA_NEW(a, Setup);
	*setup = (Setup){a, diags_new(a)};
	*state = setup;
	return system("rm -rf build/tests/file && mkdir -p build/tests/file/root/inner");
}

static int setup_close(void **state)
{
	arena_free(((Setup *)*state)->a);
	return 0;
}

static const char *in_folder(Setup *s, const char *name)
{
	return str_format(s->a, "%s/%s", folder, name);
}

static Bytes read_in(Setup *s, const char *name, const char *root)
{
	Source source = {.path = in_folder(s, name), .root = root, .from = {"who.xml", 2, 3}};
	return file_read(s->a, &source, 100, s->diags);
}

static void file_write_makes_folders_and_leaves_nothing_beside_it(void **state)
{
	Setup *s = *state;
	assert_true(file_write(in_folder(s, "a/b/c.pdf"), "abc", 3, s->diags));
	assert_true(file_write(in_folder(s, "a/b/c.pdf"), "abcd", 4, s->diags));
	Bytes bytes = read_in(s, "a/b/c.pdf", folder);
	assert_int_equal(bytes.length, 4);
	assert_string_equal((const char *)bytes.at, "abcd");
	assert_null(file_glob(s->a, in_folder(s, "a/b/.*part"))[0]);
	assert_int_equal(diags_count(s->diags), 0);
}

/* A folder stands where the file should: the rename fails at the very end. */
static void file_write_that_fails_is_the_machines_fault_and_leaves_no_half(void **state)
{
	Setup *s = *state;
	assert_false(file_write(in_folder(s, "root"), "abc", 3, s->diags));
	assert_int_equal(diags_status(s->diags), 74);
	assert_null(file_glob(s->a, in_folder(s, ".*part"))[0]);
}

static void file_read_tells_a_missing_file_where_it_is_named(void **state)
{
	Setup *s = *state;
	file_write(in_folder(s, "kunming.xml"), "x", 1, s->diags);
	assert_null(read_in(s, "kumning.xml", folder).at);
	const Diag *diag = diags_at(s->diags, 0);
	assert_string_equal(diag->place.file, "who.xml");
	assert_int_equal(diag->place.line, 2);
	assert_non_null(strstr(diag->message, "No such file"));
	assert_non_null(strstr(diag->hint, "kunming.xml"));
}

static void file_read_refuses_folders_pipes_and_what_is_too_large(void **state)
{
	Setup *s = *state;
	assert_int_equal(mkfifo(in_folder(s, "pipe"), 0600), 0);
	char large[101];
	memset(large, 'x', sizeof large);
	file_write(in_folder(s, "large"), large, sizeof large, s->diags);
	assert_null(read_in(s, "root", folder).at);
	assert_null(read_in(s, "pipe", folder).at);
	assert_null(read_in(s, "large", folder).at);
	assert_int_equal(diags_errors(s->diags), 3);
}

/* The kernel says that this file has no bytes, and then it has some: like one that grows. */
static void file_read_takes_no_file_that_changes_meanwhile(void **state)
{
	Setup *s = *state;
	Source source = {"/proc/self/status", NULL, {"who.xml", 2, 5}};
	if (access(source.path, R_OK) != 0)
		skip();
	assert_null(file_read(s->a, &source, 100, s->diags).at);
	assert_non_null(strstr(diags_at(s->diags, 0)->message, "changed while it was read"));
}

static void file_read_follows_links_before_it_asks_where_a_file_lies(void **state)
{
	Setup *s = *state;
	file_write(in_folder(s, "outside"), "x", 1, s->diags);
	file_write(in_folder(s, "root-like"), "x", 1, s->diags);
	file_write(in_folder(s, "root/inside"), "x", 1, s->diags);
	assert_int_equal(symlink("../outside", in_folder(s, "root/link")), 0);
	const char *root = in_folder(s, "root");
	assert_non_null(read_in(s, "root/inner/../inside", root).at);
	assert_int_equal(diags_errors(s->diags), 0);
	assert_null(read_in(s, "root/link", root).at);
	assert_null(read_in(s, "root/../outside", root).at);
	assert_null(read_in(s, "root-like", root).at);
	assert_int_equal(diags_errors(s->diags), 3);
	assert_non_null(read_in(s, "root/link", "/").at);
}

static void file_beside_cleans_the_path(void **state)
{
	Setup *s = *state;
	static const char *const cases[][3] = {
	    {"data/2024/edition.xml", "../names.xml", "data/names.xml"},
	    {"data/2024/edition.xml", "../../layouts/profile.xml", "layouts/profile.xml"},
	    {"edition.xml", "../x.xml", "../x.xml"},
	    {"../a/edition.xml", "../../x.xml", "../../x.xml"},
	    {"edition.xml", "./a//b/./c.xml", "a/b/c.xml"},
	    {"a/edition.xml", "/b/../c.xml", "/c.xml"},
	    {"/edition.xml", "../../c.xml", "/c.xml"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(file_beside(s->a, cases[i][0], cases[i][1]), cases[i][2]);
}

static void file_stem_is_the_name_without_its_ending(void **state)
{
	Setup *s = *state;
	assert_string_equal(file_stem(s->a, "data/kunming.xml"), "kunming");
	assert_string_equal(file_stem(s->a, "kunming"), "kunming");
	assert_string_equal(file_stem(s->a, "a.b/c.d.xml"), "c.d");
	assert_string_equal(file_stem(s->a, "a/.xml"), ".xml");
}

static void file_glob_sorts_by_bytes(void **state)
{
	Setup *s = *state;
	static const char *const names[] = {"b.xml", "B.xml", "a.xml", "é.xml"};
	for (size_t i = 0; i < 4; i++)
		file_write(in_folder(s, names[i]), "x", 1, s->diags);
	const char *const *paths = file_glob(s->a, in_folder(s, "*.xml"));
	static const char *const sorted[] = {"B.xml", "a.xml", "b.xml", "é.xml"};
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(strrchr(paths[i], '/') + 1, sorted[i]);
	assert_null(paths[4]);
	assert_null(file_glob(s->a, in_folder(s, "*.nothing"))[0]);
}

static void file_glob_goes_through_folders_and_takes_no_hidden_ones(void **state)
{
	Setup *s = *state;
	static const char *const names[] = {"a/x.xml", "b/x.xml", "b/.y.xml", ".c/x.xml",
					    "b/y[1].xml"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		file_write(in_folder(s, names[i]), "x", 1, s->diags);
	const char *const *paths = file_glob(s->a, in_folder(s, "*//x*"));
	assert_string_equal(paths[0], in_folder(s, "a/x.xml"));
	assert_string_equal(paths[1], in_folder(s, "b/x.xml"));
	assert_null(paths[2]);
	assert_string_equal(file_glob(s->a, in_folder(s, "b/y\\[1].x?l"))[0],
			    in_folder(s, "b/y[1].xml"));
	assert_string_equal(file_glob(s->a, in_folder(s, "b/x.xml"))[0], in_folder(s, "b/x.xml"));
	assert_null(file_glob(s->a, in_folder(s, "b/z.xml"))[0]);
	assert_null(file_glob(s->a, in_folder(s, "b/x.xml/*"))[0]);
}

static void file_glob_takes_links_only_where_something_is(void **state)
{
	Setup *s = *state;
	assert_true(file_write(in_folder(s, "g/b.xml"), "", 0, s->diags));
	assert_true(file_write(in_folder(s, "g/in/x.xml"), "", 0, s->diags));
	assert_int_equal(symlink("b.xml", in_folder(s, "g/a.xml")), 0);
	assert_int_equal(symlink("nowhere", in_folder(s, "g/c.xml")), 0);
	const char *const *found = file_glob(s->a, in_folder(s, "g/*.xml"));
	assert_string_equal(found[0], in_folder(s, "g/a.xml"));
	assert_string_equal(found[1], in_folder(s, "g/b.xml"));
	assert_null(found[2]);
	/* With a slash behind it only folders are meant. */
	found = file_glob(s->a, in_folder(s, "g/*/"));
	assert_string_equal(found[0], in_folder(s, "g/in/"));
	assert_null(found[1]);
}

static void file_glob_looks_into_no_folder_outside_the_root(void **state)
{
	Setup *s = *state;
	const char *outside, *root = in_folder(s, "root");
	file_write(in_folder(s, "outside/x.xml"), "x", 1, s->diags);
	file_write(in_folder(s, "root/in/x.xml"), "x", 1, s->diags);
	assert_int_equal(symlink("../outside", in_folder(s, "root/link")), 0);
	const char *const *paths =
	    file_glob_below(s->a, in_folder(s, "root/*/*.xml"), root, &outside);
	assert_string_equal(paths[0], in_folder(s, "root/in/x.xml"));
	assert_null(paths[1]);
	assert_string_equal(outside, in_folder(s, "root/link/"));
	assert_null(file_glob_below(s->a, in_folder(s, "root/../outside/*"), root, &outside)[0]);
	assert_string_equal(outside, in_folder(s, "root/../outside/"));
	file_glob_below(s->a, in_folder(s, "root/in/*"), root, &outside);
	assert_null(outside);
}

/* Its folder is not listed either, for a name that is near. */
static void file_read_says_nothing_of_what_is_missing_outside_the_root(void **state)
{
	Setup *s = *state;
	file_write(in_folder(s, "outside.xml"), "x", 1, s->diags);
	file_write(in_folder(s, "root/inside"), "x", 1, s->diags);
	assert_null(read_in(s, "root/../outsied.xml", in_folder(s, "root")).at);
	assert_non_null(strstr(diags_at(s->diags, 0)->message, "lies outside the root folder"));
	assert_null(strstr(diags_at(s->diags, 0)->hint, "outside.xml"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup_open, setup_close)

/* What is not there yet is judged by the folder that it would be made in. */
static void file_is_below_follows_links_and_looks_ahead(void **state)
{
	Setup *s = *state;
	const char *root = in_folder(s, "root");
	assert_int_equal(symlink("..", in_folder(s, "root/out")), 0);
	static const char *const below[] = {"root", "root/inner", "root/new/newer/x.xml",
					    "root/inner/../x"};
	static const char *const outside[] = {
	    "",           "other",           "rooted/x",         "root/../x",
	    "root/out/x", "root/out/rooted", "root/new/../../x", "root/inner/../../x"};
	for (size_t i = 0; i < sizeof below / sizeof *below; i++)
		assert_true(file_is_below(in_folder(s, below[i]), root));
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		assert_false(file_is_below(in_folder(s, outside[i]), root));
	assert_true(file_is_below("", "."));
	assert_true(file_is_below("nowhere", "."));
	assert_false(file_is_below("../nowhere", "."));
	assert_false(file_is_below("/nowhere", "."));
	assert_true(file_is_below("/nowhere/x", "/"));
}

static void file_tail_is_the_end_and_nothing_else(void **state)
{
	Setup *s = *state;
	const char *path = in_folder(s, "tail");
	assert_true(file_write(path, "abcdef", 6, s->diags));
	static const size_t most[] = {0, 2, 6, 7};
	static const char *const ends[] = {"", "ef", "abcdef", "abcdef"};
	for (int i = 0; i < 4; i++) {
		Bytes tail = file_tail(s->a, path, most[i]);
		assert_int_equal(tail.length, strlen(ends[i]));
		assert_string_equal((const char *)tail.at, ends[i]);
	}
	assert_int_equal(file_tail(s->a, in_folder(s, "nowhere"), 9).length, 0);
	assert_null(file_tail(s->a, in_folder(s, "."), 9).at);
	assert_int_equal(diags_count(s->diags), 0);
}

static void file_names_are_sorted_and_without_hidden_ones(void **state)
{
	Setup *s = *state;
	static const char *const made[] = {"n/b.xml", "n/.hidden", "n/a [1].xml"};
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		assert_true(file_write(in_folder(s, made[i]), "", 0, s->diags));
	const char *const *names = file_names(s->a, in_folder(s, "n"));
	assert_string_equal(names[0], "a [1].xml");
	assert_string_equal(names[1], "b.xml");
	assert_null(names[2]);
	assert_null(file_names(s->a, in_folder(s, "nowhere"))[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(file_write_makes_folders_and_leaves_nothing_beside_it),
	    TEST(file_write_that_fails_is_the_machines_fault_and_leaves_no_half),
	    TEST(file_read_tells_a_missing_file_where_it_is_named),
	    TEST(file_read_refuses_folders_pipes_and_what_is_too_large),
	    TEST(file_read_takes_no_file_that_changes_meanwhile),
	    TEST(file_read_follows_links_before_it_asks_where_a_file_lies),
	    TEST(file_beside_cleans_the_path),
	    TEST(file_stem_is_the_name_without_its_ending),
	    TEST(file_glob_sorts_by_bytes),
	    TEST(file_glob_goes_through_folders_and_takes_no_hidden_ones),
	    TEST(file_glob_takes_links_only_where_something_is),
	    TEST(file_glob_looks_into_no_folder_outside_the_root),
	    TEST(file_read_says_nothing_of_what_is_missing_outside_the_root),
	    TEST(file_is_below_follows_links_and_looks_ahead),
	    TEST(file_tail_is_the_end_and_nothing_else),
	    TEST(file_names_are_sorted_and_without_hidden_ones),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
