/* SPDX-License-Identifier: MIT */
/*
 * Each record below tests/corpus has one fault, and its last lines say, as comments, all
 * that is to be told of it. Each is put into a small sound edition, which is checked whole:
 *
 *   form/     not well-formed, or against the schema, or against what every record must be
 *   meaning/  of right form, but its facts cannot be true together
 *   header/   an edition's header that breaks a rule of meaning
 *   sound/    at the very limits: nothing may be told
 *   edition/  the sound edition, and the one of the year before
 *
 * Then others judge the same files: xmllint their form, lxml's Schematron their meaning (the script
 * tests/corpus/judge). README.md there says how a record is added. With the word "accept" what is told now is
 * written into the files. Runs in the repository's root; the environment's CLUSTERPRESS names the binary.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/list.h"
#include "unit/write_asked.h"

#include <sys/wait.h>

#define CORPUS "tests/corpus/"
#define EDITION "build/corpus/edition/"

enum { FAULTY_FEWEST = 60, RECORD_LIMIT = 1 << 20, DATA_ERROR = 65 };

/* One folder of the corpus. */
typedef struct Shelf {
	const char *name;
	const char *stands; /* where its files are put in the edition; %s: the file's own name */
	bool record;
	bool faulty;
	const char
	    *kinds; /* what the summary must say of what was told; NULL: nothing in particular */
} Shelf;

static const Shelf shelves[] = {
    {"form", "clusters/%s", true, true, NULL},
    {"meaning", "clusters/%s", true, true, "(1 rule)"},
    {"header", "edition.xml", false, true, "(1 rule)"},
    {"sound", "clusters/%s", true, false, "all well"},
};

enum { SHELVES = sizeof shelves / sizeof *shelves };

/* What xmllint finds nothing wrong with, and why we do. */
typedef struct Ours {
	const char *path, *reason;
} Ours;

static const Ours ours_alone[] = {
    {"form/id-unlike-the-file.xml", "a schema does not know what the file is called"},
    {"form/document-type.xml", "well-formed and valid, but no document type is read"},
};

typedef struct Entry {
	Arena *arena;
	const Shelf *shelf;
	const char *path;
	const char *name;  /* "form/decimal-comma.xml" */
	const char *place; /* where it is put, below EDITION */
} Entry;

static const char *binary(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named ? named : "build/clusterpress";
}

static Bytes bytes_of(Arena *a, const char *path)
{
	Bytes bytes = file_read(a, &(Source){.path = path}, RECORD_LIMIT, diags_new(a));
	if (bytes.at == NULL)
		fail_msg("%s cannot be read", path);
	return bytes;
}

static void bytes_keep(Arena *a, const char *path, Bytes bytes)
{
	Diags *diags = diags_new(a);
	if (!file_write(path, bytes.at, bytes.length, diags))
		fail_msg("%s", diags_at(diags, 0)->message);
}

/* The sound edition alone, in a folder as deep as its own. */
static int edition_lay_out(void **state)
{
	(void)state;
	return system("rm -rf build/corpus && mkdir -p build/corpus && cp -r " CORPUS
		      "edition build/corpus/");
}

/* Adds a line of `from` without blanks around it; gives back what follows it. */
static const char *line_add(StrBuf *out, const char *from)
{
	size_t length = strcspn(from, "\n");
	const char *line = str_copy_n(out->arena, from, length);
	line += strspn(line, " ");
	size_t kept = strlen(line);
	while (kept > 0 && line[kept - 1] == ' ')
		kept--;
	if (kept > 0)
		strbuf_format(out, "%.*s\n", (int)kept, line);
	return from + length + (from[length] == '\n');
}

/* "10:23: error: …" and "clusters/aarhus.xml:5:3: warning: …", but no other comment. */
static bool is_told_comment(const char *text)
{
	size_t length = strcspn(text, "\n");
	const char *end = strstr(text, "-->");
	const char *error = strstr(text, ": error: "), *warning = strstr(text, ": warning: ");
	return end && ((error && error < text + length) || (warning && warning < text + length));
}

/* The first comment from `text` on that says what is told, behind its "<!-- "; NULL when there is none. */
static const char *comment_find(const char *text)
{
	while ((text = strstr(text, "\n<!-- ")) != NULL) {
		text += strlen("\n<!-- ");
		if (is_told_comment(text))
			return text;
	}
	return NULL;
}

/* What the file's comments say is to be told, a line each. */
static const char *expected_of(const Entry *entry, int *count)
{
	StrBuf out = {.arena = entry->arena};
	const char *text = (const char *)bytes_of(entry->arena, entry->path).at;
	*count = 0;
	while ((text = comment_find(text)) != NULL) {
		const char *end = strstr(text, "-->");
		const char *said = str_copy_n(entry->arena, text, (size_t)(end - text));
		while (*said)
			said = line_add(&out, said);
		++*count;
	}
	return strbuf_text(&out);
}

/* All that is told of a file is said without its own name, and of others without the edition's folder. */
static const char *told_line(const Entry *entry, StrBuf *out, const char *from)
{
	StrBuf line = {.arena = entry->arena};
	const char *next = line_add(&line, from);
	const char *text = strbuf_text(&line);
	const char *own = str_format(entry->arena, EDITION "%s:", entry->place);
	if (str_starts(text, own) && text[strlen(own)] != ' ')
		text += strlen(own);
	for (const char *at; (at = strstr(text, EDITION)) != NULL; text = at + strlen(EDITION))
		strbuf_add_n(out, text, (size_t)(at - text));
	strbuf_add(out, text);
	return next;
}

/* What check says of an edition with one of the entries in it. */
typedef struct Answer {
	const char *told; /* a line each */
	const char *summary;
	int status;
} Answer;

static Answer answer_of(const Entry *entry)
{
	Answer answer;
	const char *place = str_format(entry->arena, EDITION "%s", entry->place);
	bytes_keep(entry->arena, place, bytes_of(entry->arena, entry->path));
	const char *command =
	    str_format(entry->arena, "%s check " EDITION "edition.xml 2>&1", binary());
	const char *said = asked(entry->arena, command, &answer.status);
	StrBuf out = {.arena = entry->arena};
	while (*said)
		said = told_line(entry, &out, said);
	answer.told = strbuf_text(&out);
	answer.summary = strstr(answer.told, "edition.xml: ");
	if (answer.summary == NULL)
		fail_msg("%s: check says no more than:\n%s", entry->name, answer.told);
	answer.told = str_copy_n(entry->arena, answer.told, (size_t)(answer.summary - answer.told));
	return answer;
}

/* Puts the edition in order again. */
static int entry_take_away(void **state)
{
	const Entry *entry = *state;
	const char *place = str_format(entry->arena, EDITION "%s", entry->place);
	if (entry->shelf->record)
		return remove(place);
	bytes_keep(entry->arena, place, bytes_of(entry->arena, CORPUS "edition/edition.xml"));
	return 0;
}

static void just_the_fault_is_told(void **state)
{
	const Entry *entry = *state;
	int count;
	const char *expected = expected_of(entry, &count);
	Answer answer = answer_of(entry);
	if (strcmp(answer.told, expected) != 0)
		fail_msg("%s\nexpected:\n%stold:\n%s", entry->name, expected, answer.told);
	if (count != entry->shelf->faulty)
		fail_msg("%s: %d things are told", entry->name, count);
	const char *kinds = entry->shelf->kinds;
	if (kinds ? !strstr(answer.summary, kinds) : strstr(answer.summary, "rule") != NULL)
		fail_msg("%s: not what its folder holds: %s", entry->name, answer.summary);
	assert_int_equal(WEXITSTATUS(answer.status),
			 strstr(answer.told, ": error: ") ? DATA_ERROR : 0);
}

/* Lets the file's comments say what is told. */
static void entry_accept(const Entry *entry)
{
	Answer answer = answer_of(entry);
	Bytes bytes = bytes_of(entry->arena, entry->path);
	const char *text = (const char *)bytes.at, *comment = comment_find(text);
	StrBuf out = {.arena = entry->arena};
	strbuf_add_n(&out, text,
		     comment ? (size_t)(comment - text) - strlen("<!-- ") : bytes.length);
	for (const char *line = answer.told; *line;) {
		size_t length = strcspn(line, "\n");
		bool hint = str_starts(line, "hint: ");
		const char *next = line + length + 1;
		strbuf_format(&out, "%s%.*s%s\n", hint ? "     " : "<!-- ", (int)length, line,
			      str_starts(next, "hint: ") ? "" : " -->");
		line = next;
	}
	bytes_keep(entry->arena, entry->path, (Bytes){(const void *)strbuf_text(&out), out.length});
}

static void edition_around_them_is_sound(void **state)
{
	(void)state;
	Arena *a = arena_new();
	int status;
	const char *said =
	    asked(a,
		  str_format(a,
			     "%s check " CORPUS "edition/edition.xml --quiet 2>&1 &&"
			     " %s check " CORPUS "edition/before/edition.xml --quiet 2>&1",
			     binary(), binary()),
		  &status);
	if (status != 0 || said[0])
		fail_msg("%s", said);
	arena_free(a);
}

static int shelf_count(Arena *a, const char *name)
{
	int count = 0;
	const char *const *paths = file_glob(a, str_format(a, CORPUS "%s/*.xml", name));
	while (paths[count])
		count++;
	return count;
}

static void there_are_enough_of_them(void **state)
{
	(void)state;
	Arena *a = arena_new();
	int form = shelf_count(a, "form"), meaning = shelf_count(a, "meaning");
	print_message("# corpus: %d records faulty in form, %d in meaning, %d headers, %d sound\n",
		      form, meaning, shelf_count(a, "header"), shelf_count(a, "sound"));
	assert_true(form > 0 && meaning > 0);
	assert_true(form + meaning >= FAULTY_FEWEST);
	assert_true(shelf_count(a, "sound") > 0);
	arena_free(a);
}

static const char *reason_of(const char *name)
{
	for (size_t i = 0; i < sizeof ours_alone / sizeof *ours_alone; i++)
		if (strcmp(ours_alone[i].path, name) == 0)
			return ours_alone[i].reason;
	return NULL;
}

/* Whether xmllint, given what it said, takes each file of the shelf as it should. Counts the files. */
static int shelf_judge(Arena *a, const Shelf *shelf, const char *said, int *judged)
{
	bool wrong = strcmp(shelf->name, "form") == 0;
	int failed = 0;
	const char *const *paths = file_glob(a, str_format(a, CORPUS "%s/*.xml", shelf->name));
	for (; *paths; paths++, ++*judged) {
		bool rejected = !strstr(said, str_format(a, "%s validates\n", *paths));
		if (rejected == (wrong && !reason_of(*paths + strlen(CORPUS))))
			continue;
		print_error("%s: xmllint %s it\n", *paths, rejected ? "rejects" : "takes");
		failed++;
	}
	return failed;
}

static void xmllint_rejects_just_what_has_no_right_form(void **state)
{
	(void)state;
	if (!is_installed("xmllint"))
		skip();
	Arena *a = arena_new();
	int judged = 0, failed = 0, status;
	for (int i = 0; i < SHELVES; i++) {
		const Shelf *shelf = &shelves[i];
		const char *command = str_format(
		    a, "xmllint --noout --relaxng data/schema/%s.rng " CORPUS "%s/*.xml 2>&1",
		    shelf->record ? "cluster" : "edition", shelf->name);
		failed += shelf_judge(a, shelf, asked(a, command, &status), &judged);
	}
	print_message("# xmllint judged %d files\n", judged);
	assert_true(judged >= FAULTY_FEWEST);
	assert_int_equal(failed, 0);
	arena_free(a);
}

static void another_schematron_says_the_same(void **state)
{
	(void)state;
	int status;
	Arena *a = arena_new();
	asked(a, "/usr/bin/python3 -c 'from lxml import isoschematron' 2>&1", &status);
	if (status != 0) {
		print_message("# skipped: python3-lxml is not here\n");
		arena_free(a);
		skip();
	}
	const char *said = asked(a, "/usr/bin/python3 " CORPUS "judge 2>&1", &status);
	if (status != 0)
		fail_msg("%s", said);
	print_message("# %s", said);
	arena_free(a);
}

static Entry *entry_new(Arena *a, const Shelf *shelf, const char *path)
{
	Entry *entry = ARENA_NEW(a, Entry);
	const char *file = strrchr(path, '/') + 1;
	*entry = (Entry){a, shelf, path, path + strlen(CORPUS), NULL};
	entry->place = shelf->record ? str_format(a, "clusters/%s", file) : shelf->stands;
	return entry;
}

static void entries_add(Arena *a, List *tests, const Shelf *shelf)
{
	const char *const *paths = file_glob(a, str_format(a, CORPUS "%s/*.xml", shelf->name));
	for (; *paths; paths++) {
		Entry *entry = entry_new(a, shelf, *paths);
		*(struct CMUnitTest *)list_add(tests) = (struct CMUnitTest){
		    entry->name, just_the_fault_is_told, NULL, entry_take_away, entry};
	}
}

static int run_all(Arena *a)
{
	static const struct CMUnitTest together[] = {
	    cmocka_unit_test(there_are_enough_of_them),
	    cmocka_unit_test(edition_around_them_is_sound),
	    cmocka_unit_test(xmllint_rejects_just_what_has_no_right_form),
	    cmocka_unit_test(another_schematron_says_the_same),
	};
	List tests = list_new(a, sizeof(struct CMUnitTest));
	for (size_t i = 0; i < sizeof together / sizeof *together; i++)
		*(struct CMUnitTest *)list_add(&tests) = together[i];
	for (int i = 0; i < SHELVES; i++)
		entries_add(a, &tests, &shelves[i]);
	return _cmocka_run_group_tests("corpus", tests.items, (size_t)tests.count, edition_lay_out,
				       NULL);
}

static int accept_all(Arena *a)
{
	edition_lay_out(NULL);
	List tests = list_new(a, sizeof(struct CMUnitTest));
	for (int i = 0; i < SHELVES; i++)
		entries_add(a, &tests, &shelves[i]);
	for (int i = 0; i < tests.count; i++) {
		void *entry = ((struct CMUnitTest *)list_at(&tests, i))->initial_state;
		entry_accept(entry);
		entry_take_away(&entry);
	}
	return 0;
}

int main(int count, char **words)
{
	Arena *a = arena_new();
	int status = count == 2 && strcmp(words[1], "accept") == 0 ? accept_all(a) : run_all(a);
	arena_free(a);
	return status;
}
