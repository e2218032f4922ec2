/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * lair.h: an edition below a root folder, things outside of it, and the program
 * let loose on them in a process of its own.
 *
 * Whatever the edition is made of: the program ends by itself in few seconds of
 * the processor's time and in little memory, with a status of its own; it prints
 * nothing of what lies outside, and has not even looked there: the times of last
 * access are as they were (where the machine keeps such times).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A folder for each program, since they run side by side. */
#define LAIR "build/" __BASE_FILE__
#define ROOT LAIR "/root"
#define OUTSIDE LAIR "/outside"

enum { CPU_SECONDS = 10, MEGABYTES = 150, MEGABYTES_SANITIZED = 600 };

enum { EDITION, RECORD, SCHEMA, RULES, NAMES, NAMES_FORM, LAYOUT, WORDS, FONTS, FILES };

/* A sound edition. %s: what one test or another adds. */
static const char *const file_names_of[FILES] = {"edition.xml", "clusters/one.xml", "record.rng",
						 "record.sch",  "names.xml",        "names.rng",
						 "layout.xml",  "words.xml",        "fonts.xml"};

static const char *const sound[FILES] = {
    "<edition xmlns='urn:clusterpress:edition:1' id='lair' year='2024'><title>T</title>"
    "<languages>en</languages>"
    "<records href='clusters/*.xml' schema='record.rng' rules='record.sch'/>"
    "<names href='names.xml' schema='names.rng'/><layout href='layout.xml'/>"
    "<fonts href='fonts.xml'/></edition>\n",
    "<town id='one'><name>Onetown</name></town>\n",
    "<element name='town' xmlns='http://relaxng.org/ns/structure/1.0'><attribute name='id'/>"
    "<element name='name'><text/></element></element>\n",
    "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'><pattern>"
    "<rule context='town'><assert test='name'>a town has a name</assert></rule></pattern>"
    "</schema>\n",
    "<names xmlns='urn:clusterpress:names:1'><town id='one'><name>Onetown</name></town></names>\n",
    "<element name='names' ns='urn:clusterpress:names:1' "
    "xmlns='http://relaxng.org/ns/structure/1.0'><zeroOrMore><element name='town'>"
    "<attribute name='id'/><element name='name'><text/></element></element></zeroOrMore>"
    "</element>\n",
    "<layout xmlns='urn:clusterpress:layout:1' name='n' lang='en'><page size='A5' margin='15mm'/>"
    "<words href='words.xml'/><inks><ink name='black' rgb='#000000'/></inks><styles>"
    "<style name='body' font-family='sans' font-size='9pt' color='black'/></styles>"
    "<title id='t'>{name}</title><body><p id='p'>{name} {@id}</p></body></layout>\n",
    "<words xmlns='urn:clusterpress:layout:1' lang='en'><text id='ladder-first'>{@first}</text>"
    "</words>\n",
    "<fonts xmlns='urn:clusterpress:fonts:1'><family name='sans'>"
    "<face file='../../../../../fonts/NotoSans-Regular.ttf' weight='400' sha256='"
    "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d'/></family></fonts>\n"};

/* What stands outside, and may be found nowhere else. */
static const char marker[] = "SECRET";
static const char secret[] = "<SECRET id='one'><name>SECRET</name></SECRET>\n";

static bool is_debug(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named && strstr(named, "debug");
}

static void shell(const char *command)
{
	if (system(command) != 0)
		fail_msg("%s", command);
}

static void bytes_put(const char *path, const void *bytes, size_t length)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	if (!file_write(path, bytes, length, diags))
		fail_msg("%s", diags_at(diags, 0)->message);
	arena_free(a);
}

static void text_put(const char *path, const char *text)
{
	bytes_put(path, text, strlen(text));
}

static const char *path_of(Arena *a, int file)
{
	return str_format(a, ROOT "/%s", file_names_of[file]);
}

/* Nobody has looked at it for years, as far as the file system knows. */
static void age_set(const char *path)
{
	const struct timespec times[2] = {{1000000000, 0}, {1000000000, 0}};
	if (utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) != 0)
		fail_msg("%s: %s", path, strerror(errno));
}

static bool age_is_kept(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0 && status.st_atime == 1000000000;
}

/* Makes the edition anew, and what is outside. */
static void lair_make(void)
{
	Arena *a = arena_new();
	shell("rm -rf " LAIR);
	for (int file = 0; file < FILES; file++)
		text_put(path_of(a, file), sound[file]);
	text_put(OUTSIDE "/secret.xml", secret);
	for (int file = 0; file < FILES; file++)
		text_put(str_format(a, OUTSIDE "/%s", file_names_of[file]),
			 file == RECORD ? secret : sound[file]);
	arena_free(a);
}

static const char *const outsiders[] = {OUTSIDE,
					OUTSIDE "/clusters",
					OUTSIDE "/secret.xml",
					OUTSIDE "/clusters/one.xml",
					OUTSIDE "/edition.xml",
					NULL};

static void outsiders_age(void)
{
	for (const char *const *path = outsiders; *path; path++)
		age_set(*path);
}

/* How the program ended, and what it said. */
typedef struct Ending {
	int how;
	const char *said;
} Ending;

static const char *said_of(Arena *a)
{
	Bytes bytes = file_read(a, &(Source){.path = LAIR "/said"}, 64 << 20, diags_new(a));
	return bytes.at ? (const char *)bytes.at : "";
}

/* In the process of the program: its bounds are the kernel's to hold. */
_Noreturn static void program_become(const char *command, const char *edition)
{
	const char *named = getenv("CLUSTERPRESS"), *program = named ? named : "build/clusterpress";
	const struct rlimit seconds = {CPU_SECONDS, CPU_SECONDS}, size = {64 << 20, 64 << 20};
	int said = open(LAIR "/said", O_WRONLY | O_CREAT | O_TRUNC, 0666);
	dup2(said, STDOUT_FILENO);
	dup2(said, STDERR_FILENO);
	setrlimit(RLIMIT_CPU, &seconds);
	setrlimit(RLIMIT_FSIZE, &size);
	alarm(20 * CPU_SECONDS);
	if (strcmp(command, "build") == 0)
		execl(program, program, command, edition, "--root", ROOT, "--out", LAIR "/out",
		      (char *)NULL);
	else
		execl(program, program, command, edition, "--root", ROOT, (char *)NULL);
	_exit(127);
}

static Ending program_run(Arena *a, const char *command, const char *edition)
{
	Ending ending = {0};
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		program_become(command, edition);
	if (child < 0 || waitpid(child, &ending.how, 0) != child)
		fail_msg("no process for the program");
	ending.said = said_of(a);
	return ending;
}

/* The most that any of the programs so far took. */
static void memory_judge(const char *name)
{
	struct rusage usage;
	getrusage(RUSAGE_CHILDREN, &usage);
	long most = is_debug() ? MEGABYTES_SANITIZED : MEGABYTES;
	if (usage.ru_maxrss / 1024 > most)
		fail_msg("%s took %ld MB", name, usage.ru_maxrss / 1024);
}

/* What must hold of any ending, however the program was attacked. */
static void ending_judge(const Ending *ending, const char *name, int status, const char *told)
{
	if (!WIFEXITED(ending->how) || WEXITSTATUS(ending->how) != status)
		fail_msg("%s: %s %d instead of status %d\n%.2000s", name,
			 WIFEXITED(ending->how) ? "status" : "signal",
			 WIFEXITED(ending->how) ? WEXITSTATUS(ending->how) : WTERMSIG(ending->how),
			 status, ending->said);
	if (!strstr(ending->said, told))
		fail_msg("%s: nothing of \"%s\" is said\n%.2000s", name, told, ending->said);
	if (strstr(ending->said, marker))
		fail_msg("%s: something from outside is said\n%.2000s", name, ending->said);
	if (status != 0 && access(LAIR "/out/en/one.pdf", F_OK) == 0)
		fail_msg("%s: an error, and yet a PDF", name);
	memory_judge(name);
}

/* True when the file system keeps the times of last access; without them that part is not judged. */
static bool ages_are_kept_here(void)
{
	Arena *a = arena_new();
	text_put(LAIR "/control", "x");
	age_set(LAIR "/control");
	file_read(a, &(Source){.path = LAIR "/control"}, 100, diags_new(a));
	arena_free(a);
	return !age_is_kept(LAIR "/control");
}

/* Lets both commands loose on the edition as it stands: they must end with that status and say `told`,
 * and leave alone what is outside. */
static void attack(const char *name, int status, const char *told)
{
	static const char *const commands[] = {"check", "build"};
	for (int i = 0; i < 2; i++) {
		Arena *a = arena_new();
		outsiders_age();
		Ending ending = program_run(a, commands[i], ROOT "/edition.xml");
		ending_judge(&ending, str_format(a, "%s: %s", commands[i], name), status, told);
		for (const char *const *path = outsiders; *path; path++)
			if (ages_are_kept_here() && !age_is_kept(*path))
				fail_msg("%s: %s: %s was looked at", commands[i], name, *path);
		arena_free(a);
	}
}

static const char *replaced(Arena *a, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	if (at == NULL)
		fail_msg("%s does not hold %s", text, from);
	return str_format(a, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

/* The edition with one word of a file made another. */
static void edition_change(Arena *a, int file, const char *from, const char *to)
{
	lair_make();
	text_put(path_of(a, file), replaced(a, sound[file], from, to));
}

static int arena_open(void **state)
{
	*state = arena_new();
	return 0;
}

static int arena_close(void **state)
{
	arena_free(*state);
	return 0;
}

/* One of the edition's files is something else: `spoil` makes it so. */
static void each_file(Arena *a, const char *what, const char *told,
		      void (*spoil)(Arena *a, int file, const char *path))
{
	for (int file = 0; file < FILES; file++) {
		lair_make();
		spoil(a, file, path_of(a, file));
		attack(str_format(a, "%s as %s", what, file_names_of[file]), 65, told);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_open, arena_close)
