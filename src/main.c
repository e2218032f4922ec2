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
#include "run/commands.h"
#include "run/version.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Line {
	Arena *a;
	const Command *command;
	char **words; /* what is left of the command line */
	List names;   /* of const char * */
	Order order;
	bool help;
	bool wrong;
} Line;

static const char *const *option_names(Line *line)
{
	List names = list_new(line->a, sizeof(char *));
	for (int i = 0; i < OPTIONS; i++)
		if (line->command->options & COMMAND_TAKES(i))
			*(const char **)list_add(&names) = option_words[i].name;
	list_add(&names);
	return names.items;
}

/* The option that a word names up to its "="; OPTIONS when the command has none such. */
static Option option_find(Line *line, const char *word)
{
	size_t length = strcspn(word, "=");
	for (int i = 0; i < OPTIONS; i++)
		if (line->command->options & COMMAND_TAKES(i) &&
		    strlen(option_words[i].name) == length &&
		    strncmp(option_words[i].name, word, length) == 0)
			return (Option)i;
	order_unknown("option", str_copy_n(line->a, word, length), option_names(line));
	line->wrong = true;
	return OPTIONS;
}

/* The value of an option: behind "=" or the next word. */
static const char *option_value(Line *line, Option option, const char *word)
{
	const char *equals = strchr(word, '=');
	if (!option_words[option].value && equals) {
		fprintf(stderr, "clusterpress: the option %s takes no value\n",
			option_words[option].name);
		line->wrong = true;
	}
	if (!option_words[option].value || equals)
		return equals ? equals + 1 : "";
	if (*line->words)
		return *line->words++;
	fprintf(stderr, "clusterpress: the option %s needs a value: %s\n",
		option_words[option].name, option_words[option].value);
	line->wrong = true;
	return "";
}

static void format_take(Line *line, const char *value)
{
	const char *names[FORMATS + 1] = {NULL};
	for (int i = 0; i < line->command->formats; i++)
		names[i] = format_names[i];
	for (int i = 0; names[i]; i++)
		if (str_equal(value, names[i])) {
			line->order.format = (ReportFormat)i;
			return;
		}
	order_unknown("format", value, names);
	line->wrong = true;
}

/* A whole number from `least` to `most`, or it is told. */
static void number_take(Line *line, Option option, const char *value, int least, int most,
			int *number)
{
	char *end;
	long taken = strtol(value, &end, 10);
	if (*value >= '0' && *value <= '9' && *end == '\0' && taken >= least && taken <= most) {
		*number = (int)taken;
		return;
	}
	fprintf(stderr, "clusterpress: %s is \"%s\", but a number from %d to %d is expected\n",
		option_words[option].name, value, least, most);
	line->wrong = true;
}

static void shard_take(Line *line, const char *value)
{
	int shard, shards, length = -1;
	if (sscanf(value, "%5d/%5d%n", &shard, &shards, &length) == 2 && value[length] == '\0' &&
	    shard >= 1 && shard <= shards) {
		line->order.shard = shard;
		line->order.shards = shards;
		return;
	}
	fprintf(stderr, "clusterpress: --shard is \"%s\", but a part of so many is expected: 2/4\n",
		value);
	line->wrong = true;
}

/* Where the order keeps what is taken as it stands; NULL: the option is none of these. */
static const char **text_place(Order *order, Option option)
{
	switch (option) {
	case OPTION_FONTS:
		return &order->fonts;
	case OPTION_LAYOUT:
		return &order->layout;
	case OPTION_LOG:
		return &order->log;
	case OPTION_MAP:
		return &order->map;
	case OPTION_OUT:
		return &order->out;
	case OPTION_REPORT:
		return &order->report;
	case OPTION_ROOT:
		return &order->root;
	default:
		return NULL;
	}
}

static bool *flag_place(Line *line, Option option)
{
	switch (option) {
	case OPTION_FORCE:
		return &line->order.force;
	case OPTION_HELP:
		return &line->help;
	case OPTION_LIST:
		return &line->order.list;
	case OPTION_MARKS:
		return &line->order.marks;
	case OPTION_QUIET:
		return &line->order.quiet;
	case OPTION_SYNC:
		return &line->order.sync;
	case OPTION_UNUSED:
		return &line->order.unused;
	default:
		return NULL;
	}
}

static void option_take(Line *line, Option option, const char *value)
{
	const char **text = text_place(&line->order, option);
	bool *flag = flag_place(line, option);
	if (text)
		*text = value;
	else if (flag)
		*flag = true;
	else if (option == OPTION_FORMAT)
		format_take(line, value);
	else if (option == OPTION_JOBS)
		number_take(line, option, value, 1, JOBS_MOST, &line->order.jobs);
	else if (option == OPTION_LANG)
		line->order.languages = order_words(line->a, value);
	else if (option == OPTION_SHARD)
		shard_take(line, value);
	else if (option == OPTION_TIME_LIMIT)
		number_take(line, option, value, 0, LIMIT_MOST, &line->order.limit);
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
			bool empty = option < OPTIONS && option_words[option].value && !*value;
			if (empty && !line->wrong) {
				fprintf(stderr, "clusterpress: the option %s has an empty value\n",
					option_words[option].name);
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
	if (command->options & COMMAND_TAKES(OPTION_MAP) && !line->order.map && !line->wrong) {
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
	if (str_equal(words[0], "--help")) {
		commands_help();
		return 0;
	}
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
			     .order = {.root = ".", .limit = LIMIT_PLAIN}};
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
