/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * commands.h: which commands there are, which options each takes, and what help says of them.
 *
 * Tables only: what a command line says is main's affair, what a command does that of the
 * files it is named after.
 */
#include "run/order.h"

typedef enum Option {
	OPTION_FONTS,
	OPTION_FORCE,
	OPTION_FORMAT,
	OPTION_HELP,
	OPTION_JOBS,
	OPTION_LANG,
	OPTION_LAYOUT,
	OPTION_LIST,
	OPTION_LOG,
	OPTION_MAP,
	OPTION_MARKS,
	OPTION_OUT,
	OPTION_QUIET,
	OPTION_REPORT,
	OPTION_ROOT,
	OPTION_SHARD,
	OPTION_SYNC,
	OPTION_TIME_LIMIT,
	OPTION_UNUSED,
	OPTIONS
} Option;

typedef struct OptionWords {
	const char *name;
	const char *value; /* what help calls it; NULL: takes none */
	const char *help;
} OptionWords;

extern const OptionWords option_words[OPTIONS];

typedef struct Command {
	const char *name;
	const char *usage;
	const char *help;
	unsigned options; /* COMMAND_TAKES of each */
	int formats;      /* how many of the formats it has: the first ones */
	int least, most;  /* names: the edition and records; most -1: any number */
	int (*run)(const Order *order);
} Command;

#define COMMAND_TAKES(option) (1u << (option))

enum { COMMANDS = 7 };
extern const Command commands[COMMANDS];

/* As ReportFormat numbers them, NULL-terminated. The last takes standard output for itself. */
enum { FORMATS = 4 };
extern const char *const format_names[FORMATS + 1];

/* Print to standard output. */
void command_help(const Command *command);
void commands_help(void);
