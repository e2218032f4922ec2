/* SPDX-License-Identifier: MIT */
/*
 * main.c: the command line: which command, its options, nothing else.
 *
 * Options may stand before or after the names they go with, as "--out DIR" or
 * "--out=DIR"; "--" ends them. What is not understood is told with the nearest
 * word that is, and nothing is done.
 */
#include "base/list.h"
#include "base/moment.h"
#include "base/str.h"
#include "run/build.h"
#include "run/check.h"
#include "run/extract.h"
#include "run/import.h"
#include "run/messages.h"
#include "run/trace.h"
#include "run/version.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum Option {
	OPTION_FONTS,
	OPTION_FORCE,
	OPTION_FORMAT,
	OPTION_HELP,
	OPTION_LANG,
	OPTION_LAYOUT,
	OPTION_LIST,
	OPTION_MAP,
	OPTION_MARKS,
	OPTION_OUT,
	OPTION_QUIET,
	OPTION_REPORT,
	OPTION_ROOT,
	OPTION_UNUSED,
	OPTIONS
} Option;

static const struct {
	const char *name;
	const char *value; /* what help calls it; NULL: takes none */
	const char *help;
} options[OPTIONS] = {
    [OPTION_FONTS] = {"--fonts", "FILE", "take the fonts of this list, not of the edition's own"},
    [OPTION_FORCE] = {"--force", NULL, "make again, or write over, what would be left alone"},
    [OPTION_FORMAT] = {"--format", "FORMAT",
		       "of what is told: text, json (an object a line), github or sarif"},
    [OPTION_HELP] = {"--help", NULL, "print this and do nothing"},
    [OPTION_LANG] = {"--lang", "LIST", "only these languages of the edition: en,fr"},
    [OPTION_LAYOUT] = {"--layout", "FILE", "set the pages in this layout, not the edition's own"},
    [OPTION_LIST] = {"--list", NULL, "print what is attached, and write nothing"},
    [OPTION_MAP] = {"--map", "MAP", "the file that says how rows become records"},
    [OPTION_MARKS] = {"--marks", NULL, "as JSON: what stands where, and which datum it says"},
    [OPTION_OUT] = {"--out", "DIR", "the folder that the files go to"},
    [OPTION_QUIET] = {"--quiet", NULL, "say nothing when all is well"},
    [OPTION_REPORT] = {"--report", "FILE", "write all that was told there, as one JSON document"},
    [OPTION_ROOT] = {"--root", "DIR", "read nothing outside this folder (by default: this one)"},
    [OPTION_UNUSED] = {"--unused", NULL,
		       "warn of values in the records that the layout never looks at"},
};

#define BIT(option) (1u << (option))

/* As ReportFormat numbers them. The last takes standard output for itself. */
static const char *const formats[] = {"text", "json", "github", "sarif", NULL};
enum { FORMATS = sizeof formats / sizeof *formats - 1 };

typedef struct Command {
	const char *name;
	const char *usage;
	const char *help;
	unsigned options; /* BIT of each */
	int formats;      /* how many of the formats it has: the first ones */
	int least, most;  /* names: the edition and records; most -1: any number */
	int (*run)(const Order *order);
} Command;

static const Command commands[] = {
    {"build", "EDITION [RECORD...]",
     "Presses the edition, or some of its records, into one PDF a record and language,\n"
     "by default build/<the edition's id>/<language>/<record>.pdf, in the folder\n"
     "build/<the edition's id>-<the layout> with --layout. A record with errors is told and left\n"
     "out. With --marks <record>.marks.json stands beside each PDF; it is made anew where it is\n"
     "missing or of another PDF, be the PDF itself left alone.",
     BIT(OPTION_FONTS) | BIT(OPTION_FORCE) | BIT(OPTION_FORMAT) | BIT(OPTION_HELP) |
	 BIT(OPTION_LANG) | BIT(OPTION_LAYOUT) | BIT(OPTION_MARKS) | BIT(OPTION_OUT) |
	 BIT(OPTION_QUIET) | BIT(OPTION_REPORT) | BIT(OPTION_ROOT),
     FORMATS, 1, -1, build},
    {"check", "EDITION [RECORD...]",
     "Checks the edition, or some of its records: everything that build does but the PDFs, and\n"
     "what records say of each other and of the edition before. Tells all faults in one run.",
     BIT(OPTION_FONTS) | BIT(OPTION_FORMAT) | BIT(OPTION_HELP) | BIT(OPTION_LANG) |
	 BIT(OPTION_LAYOUT) | BIT(OPTION_QUIET) | BIT(OPTION_REPORT) | BIT(OPTION_ROOT) |
	 BIT(OPTION_UNUSED),
     FORMATS, 1, -1, check},
    {"extract", "PDF",
     "Gives back the files that a PDF was made from, as they were, and says how the same PDF is\n"
     "made again of them; by default in the folder <the PDF's name>.sources.",
     BIT(OPTION_FORCE) | BIT(OPTION_FORMAT) | BIT(OPTION_HELP) | BIT(OPTION_LIST) |
	 BIT(OPTION_OUT) | BIT(OPTION_QUIET),
     FORMATS - 1, 1, 1, extract},
    {"import", "TABLE --map MAP",
     "Makes records of the rows of a CSV or TSV table, as the map says: one XML file a row. A\n"
     "record that did not change is left alone; a row with errors is told and left out.",
     BIT(OPTION_FORCE) | BIT(OPTION_FORMAT) | BIT(OPTION_HELP) | BIT(OPTION_MAP) | BIT(OPTION_OUT) |
	 BIT(OPTION_QUIET) | BIT(OPTION_ROOT),
     FORMATS - 1, 1, 1, import},
    {"messages", "extract LAYOUT LANG",
     "Writes the words of a layout, and of the files it is made of, into XLIFF files for\n"
     "translators: text/NAME.LANG.xlf beside each. What is translated there already stays; what\n"
     "has changed since is marked.",
     BIT(OPTION_FORMAT) | BIT(OPTION_HELP) | BIT(OPTION_QUIET) | BIT(OPTION_ROOT), FORMATS - 1, 3,
     3, messages},
    {"trace", "EDITION RECORD",
     "Prints the finished page of one record as text: its tags, then each thing painted; or, with\n"
     "--marks, what build writes beside the PDF.",
     BIT(OPTION_FONTS) | BIT(OPTION_FORMAT) | BIT(OPTION_HELP) | BIT(OPTION_LANG) |
	 BIT(OPTION_LAYOUT) | BIT(OPTION_MARKS) | BIT(OPTION_ROOT),
     FORMATS - 1, 2, 2, trace},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

typedef struct Line {
	Arena *a;
	const Command *command;
	char **words; /* what is left of the command line */
	List names;   /* of const char * */
	Order order;
	bool help;
	bool wrong;
} Line;

static void command_help(const Command *command)
{
	printf("clusterpress %s %s\n\n%s\n\n", command->name, command->usage, command->help);
	for (int i = 0; i < OPTIONS; i++) {
		if (!(command->options & BIT(i)))
			continue;
		const char *value = options[i].value ? options[i].value : "";
		printf("    %-9s %-7s %s\n", options[i].name, value, options[i].help);
	}
	puts(
	    "\nExit status: 0 all well; 64 wrong usage; 65 an input has errors; 70 a fault of the\n"
	    "program; 74 the machine failed, for example the disk is full.");
}

static int program_help(void)
{
	puts("clusterpress: one-page profiles from XML, as PDFs\n");
	for (int i = 0; i < COMMANDS; i++)
		printf("    clusterpress %s %s\n", commands[i].name, commands[i].usage);
	puts("\n    clusterpress COMMAND --help    more of one command\n"
	     "    clusterpress --version         of the program and of the libraries it uses");
	return 0;
}

static const char *const *option_names(Line *line)
{
	List names = list_new(line->a, sizeof(char *));
	for (int i = 0; i < OPTIONS; i++)
		if (line->command->options & BIT(i))
			*(const char **)list_add(&names) = options[i].name;
	list_add(&names);
	return names.items;
}

/* The option that a word names up to its "="; OPTIONS when the command has none such. */
static Option option_find(Line *line, const char *word)
{
	size_t length = strcspn(word, "=");
	for (int i = 0; i < OPTIONS; i++)
		if (line->command->options & BIT(i) && strlen(options[i].name) == length &&
		    strncmp(options[i].name, word, length) == 0)
			return (Option)i;
	order_unknown("option", str_copy_n(line->a, word, length), option_names(line));
	line->wrong = true;
	return OPTIONS;
}

/* The value of an option: behind "=" or the next word. */
static const char *option_value(Line *line, Option option, const char *word)
{
	const char *equals = strchr(word, '=');
	if (!options[option].value && equals) {
		fprintf(stderr, "clusterpress: the option %s takes no value\n",
			options[option].name);
		line->wrong = true;
	}
	if (!options[option].value || equals)
		return equals ? equals + 1 : "";
	if (*line->words)
		return *line->words++;
	fprintf(stderr, "clusterpress: the option %s needs a value: %s\n", options[option].name,
		options[option].value);
	line->wrong = true;
	return "";
}

static void format_take(Line *line, const char *value)
{
	const char *names[FORMATS + 1] = {NULL};
	for (int i = 0; i < line->command->formats; i++)
		names[i] = formats[i];
	for (int i = 0; names[i]; i++)
		if (str_equal(value, names[i])) {
			line->order.format = (ReportFormat)i;
			return;
		}
	order_unknown("format", value, names);
	line->wrong = true;
}

static void option_take(Line *line, Option option, const char *value)
{
	switch (option) {
	case OPTION_FONTS:
		line->order.fonts = value;
		break;
	case OPTION_FORCE:
		line->order.force = true;
		break;
	case OPTION_FORMAT:
		format_take(line, value);
		break;
	case OPTION_HELP:
		line->help = true;
		break;
	case OPTION_LANG:
		line->order.languages = order_words(line->a, value);
		break;
	case OPTION_LAYOUT:
		line->order.layout = value;
		break;
	case OPTION_LIST:
		line->order.list = true;
		break;
	case OPTION_MAP:
		line->order.map = value;
		break;
	case OPTION_MARKS:
		line->order.marks = true;
		break;
	case OPTION_OUT:
		line->order.out = value;
		break;
	case OPTION_QUIET:
		line->order.quiet = true;
		break;
	case OPTION_REPORT:
		line->order.report = value;
		break;
	case OPTION_ROOT:
		line->order.root = value;
		break;
	case OPTION_UNUSED:
		line->order.unused = true;
		break;
	case OPTIONS:
		break;
	}
}

static void words_read(Line *line)
{
	bool names_only = false;
	while (*line->words) {
		const char *word = *line->words++;
		if (names_only || word[0] != '-') {
			*(const char **)list_add(&line->names) = word;
		} else if (str_equal(word, "--")) {
			names_only = true;
		} else {
			Option option = option_find(line, word);
			const char *value =
			    option < OPTIONS ? option_value(line, option, word) : "";
			bool empty = option < OPTIONS && options[option].value && !*value;
			if (empty && !line->wrong) {
				fprintf(stderr, "clusterpress: the option %s has an empty value\n",
					options[option].name);
				line->wrong = true;
			}
			option_take(line, option, value);
		}
	}
}

static void names_check(Line *line)
{
	int count = line->names.count;
	const Command *command = line->command;
	if (count < command->least || (command->most >= 0 && count > command->most)) {
		fprintf(stderr, "clusterpress: %s names are given; write: clusterpress %s %s\n",
			count < command->least ? "too few" : "too many", command->name,
			command->usage);
		line->wrong = true;
		return;
	}
	if (command->options & BIT(OPTION_MAP) && !line->order.map && !line->wrong) {
		fprintf(stderr, "clusterpress: %s needs a map; write: clusterpress %s %s\n",
			command->name, command->name, command->usage);
		line->wrong = true;
	}
	list_add(&line->names);
	const char *const *names = line->names.items;
	line->order.edition = names[0];
	line->order.records = names + 1;
}

static void epoch_take(Line *line, const char *epoch)
{
	line->order.moment = moment_of_epoch(line->a, epoch);
	if (line->order.moment)
		return;
	fprintf(stderr,
		"clusterpress: SOURCE_DATE_EPOCH is \"%s\", but seconds since 1970 are expected\n",
		epoch);
	line->wrong = true;
}

static int command_run(Line *line)
{
	words_read(line);
	if (line->help && !line->wrong) {
		command_help(line->command);
		return 0;
	}
	names_check(line);
	if (access(line->order.root, X_OK) != 0) {
		fprintf(stderr, "clusterpress: the root folder %s cannot be read\n",
			line->order.root);
		line->wrong = true;
	}
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	if (epoch && *epoch)
		epoch_take(line, epoch);
	return line->wrong ? STATUS_USAGE : line->command->run(&line->order);
}

static int command_unknown(const char *word)
{
	const char *names[COMMANDS + 1] = {NULL};
	for (int i = 0; i < COMMANDS; i++)
		names[i] = commands[i].name;
	order_unknown(word[0] == '-' ? "option" : "command", word, names);
	fputs("clusterpress --help tells more\n", stderr);
	return STATUS_USAGE;
}

static int line_run(Arena *a, char **words)
{
	if (!words[0]) {
		fputs("clusterpress: no command is given; clusterpress --help tells which there "
		      "are\n",
		      stderr);
		return STATUS_USAGE;
	}
	if (str_equal(words[0], "--help"))
		return program_help();
	if (str_equal(words[0], "--version")) {
		puts(version_text(a));
		return 0;
	}
	for (int i = 0; i < COMMANDS; i++) {
		if (!str_equal(words[0], commands[i].name))
			continue;
		Line line = {.a = a,
			     .command = &commands[i],
			     .words = words + 1,
			     .names = list_new(a, sizeof(char *)),
			     .order = {.root = "."}};
		return command_run(&line);
	}
	return command_unknown(words[0]);
}

int main(int argc, char **argv)
{
	Arena *a = arena_new();
	int status = line_run(a, argv + (argc > 0));
	arena_free(a);
	/* What was printed may not have got there: a full disk is told by the last flush only. */
	if ((fflush(stdout) != 0 || ferror(stdout)) && status < STATUS_SYSTEM) {
		fputs("clusterpress: standard output cannot be written\n", stderr);
		return STATUS_SYSTEM;
	}
	return status;
}
