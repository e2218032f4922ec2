/* SPDX-License-Identifier: MIT */
#include "run/commands.h"

#include "run/build.h"
#include "run/check.h"
#include "run/extract.h"
#include "run/import.h"
#include "run/messages.h"
#include "run/report_merge.h"
#include "run/trace.h"

#include <stdio.h>

const char *const format_names[FORMATS + 1] = {"text", "json", "github", "sarif", NULL};

const OptionWords option_words[OPTIONS] = {
    [OPTION_FONTS] = {"--fonts", "FILE", "take the fonts of this list, not of the edition's own"},
    [OPTION_FORCE] = {"--force", NULL, "make again, or write over, what would be left alone"},
    [OPTION_FORMAT] = {"--format", "FORMAT",
		       "of what is told: text, json (an object a line), github or sarif"},
    [OPTION_HELP] = {"--help", NULL, "print this and do nothing"},
    [OPTION_JOBS] = {"--jobs", "N", "so many processes at work (by default: one a processor)"},
    [OPTION_LANG] = {"--lang", "LIST", "only these languages of the edition: en,fr"},
    [OPTION_LAYOUT] = {"--layout", "FILE", "set the pages in this layout, not the edition's own"},
    [OPTION_LIST] = {"--list", NULL, "print what is attached, and write nothing"},
    [OPTION_LOG] = {"--log", "FILE", "write behind what is there what was done when"},
    [OPTION_MAP] = {"--map", "MAP", "the file that says how rows become records"},
    [OPTION_MARKS] = {"--marks", NULL, "as JSON: what stands where, and which datum it says"},
    [OPTION_OUT] = {"--out", "DIR", "the folder that the files go to"},
    [OPTION_QUIET] = {"--quiet", NULL, "say nothing when all is well"},
    [OPTION_REPORT] = {"--report", "FILE",
		       "write all that is told there as JSON; of build a line a profile"},
    [OPTION_ROOT] = {"--root", "DIR", "read nothing outside this folder (by default: this one)"},
    [OPTION_SHARD] = {"--shard", "I/N", "of N parts of the records only the I-th"},
    [OPTION_SYNC] = {"--sync", NULL, "wait for the disk: what counts as made outlives a power cut"},
    [OPTION_TIME_LIMIT] = {"--time-limit", "SECONDS",
			   "give up a profile that takes longer (by default: 60; 0: never)"},
    [OPTION_UNUSED] = {"--unused", NULL,
		       "warn of values in the records that the layout never looks at"},
};

const Command commands[COMMANDS] = {
    {"build", "EDITION [RECORD...]",
     "Presses the edition, or some of its records, into one PDF a record and language,\n"
     "by default build/<the edition's id>/<language>/<record>.pdf, in the folder\n"
     "build/<the edition's id>-<the layout> with --layout. A record with errors is told and left\n"
     "out. With --marks <record>.marks.json stands beside each PDF; it is made anew where it is\n"
     "missing or of another PDF, be the PDF itself left alone. A PDF that was made from the very "
     "same\n"
     "is left alone. The first Ctrl-C finishes what is in hand; the same command then goes on.",
     COMMAND_TAKES(OPTION_FONTS) | COMMAND_TAKES(OPTION_FORCE) | COMMAND_TAKES(OPTION_FORMAT) |
	 COMMAND_TAKES(OPTION_HELP) | COMMAND_TAKES(OPTION_JOBS) | COMMAND_TAKES(OPTION_LANG) |
	 COMMAND_TAKES(OPTION_LAYOUT) | COMMAND_TAKES(OPTION_LOG) | COMMAND_TAKES(OPTION_MARKS) |
	 COMMAND_TAKES(OPTION_OUT) | COMMAND_TAKES(OPTION_QUIET) | COMMAND_TAKES(OPTION_REPORT) |
	 COMMAND_TAKES(OPTION_ROOT) | COMMAND_TAKES(OPTION_SHARD) | COMMAND_TAKES(OPTION_SYNC) |
	 COMMAND_TAKES(OPTION_TIME_LIMIT),
     FORMATS, 1, -1, build},
    {"check", "EDITION [RECORD...]",
     "Checks the edition, or some of its records: everything that build does but the PDFs, and\n"
     "what records say of each other and of the edition before. Tells all faults in one run.",
     COMMAND_TAKES(OPTION_FONTS) | COMMAND_TAKES(OPTION_FORMAT) | COMMAND_TAKES(OPTION_HELP) |
	 COMMAND_TAKES(OPTION_LANG) | COMMAND_TAKES(OPTION_LAYOUT) | COMMAND_TAKES(OPTION_QUIET) |
	 COMMAND_TAKES(OPTION_REPORT) | COMMAND_TAKES(OPTION_ROOT) | COMMAND_TAKES(OPTION_UNUSED),
     FORMATS, 1, -1, check},
    {"extract", "PDF",
     "Gives back the files that a PDF was made from, as they were, and says how the same PDF is\n"
     "made again of them; by default in the folder <the PDF's name>.sources.",
     COMMAND_TAKES(OPTION_FORCE) | COMMAND_TAKES(OPTION_FORMAT) | COMMAND_TAKES(OPTION_HELP) |
	 COMMAND_TAKES(OPTION_LIST) | COMMAND_TAKES(OPTION_OUT) | COMMAND_TAKES(OPTION_QUIET),
     FORMATS - 1, 1, 1, extract},
    {"import", "TABLE --map MAP",
     "Makes records of the rows of a CSV or TSV table, as the map says: one XML file a row. A\n"
     "record that did not change is left alone; a row with errors is told and left out.",
     COMMAND_TAKES(OPTION_FORCE) | COMMAND_TAKES(OPTION_FORMAT) | COMMAND_TAKES(OPTION_HELP) |
	 COMMAND_TAKES(OPTION_MAP) | COMMAND_TAKES(OPTION_OUT) | COMMAND_TAKES(OPTION_QUIET) |
	 COMMAND_TAKES(OPTION_ROOT),
     FORMATS - 1, 1, 1, import},
    {"messages", "extract LAYOUT LANG",
     "Writes the words of a layout, and of the files it is made of, into XLIFF files for\n"
     "translators: text/NAME.LANG.xlf beside each. What is translated there already stays; what\n"
     "has changed since is marked.",
     COMMAND_TAKES(OPTION_FORMAT) | COMMAND_TAKES(OPTION_HELP) | COMMAND_TAKES(OPTION_QUIET) |
	 COMMAND_TAKES(OPTION_ROOT),
     FORMATS - 1, 3, 3, messages},
    {"report", "merge FILE...",
     "Puts the reports of several builds into one, on standard output or in the file of --out: of "
     "the shards\n"
     "of an edition, most likely. What is missing or there twice is told.",
     COMMAND_TAKES(OPTION_FORMAT) | COMMAND_TAKES(OPTION_HELP) | COMMAND_TAKES(OPTION_OUT),
     FORMATS - 1, 2, -1, report_merge},
    {"trace", "EDITION RECORD",
     "Prints the finished page of one record as text: its tags, then each thing painted; or, with\n"
     "--marks, what build writes beside the PDF.",
     COMMAND_TAKES(OPTION_FONTS) | COMMAND_TAKES(OPTION_FORMAT) | COMMAND_TAKES(OPTION_HELP) |
	 COMMAND_TAKES(OPTION_LANG) | COMMAND_TAKES(OPTION_LAYOUT) | COMMAND_TAKES(OPTION_MARKS) |
	 COMMAND_TAKES(OPTION_ROOT),
     FORMATS - 1, 2, 2, trace},
};
void command_help(const Command *command)
{
	printf("clusterpress %s %s\n\n%s\n\n", command->name, command->usage, command->help);
	for (int i = 0; i < OPTIONS; i++) {
		if (!(command->options & COMMAND_TAKES(i)))
			continue;
		const char *value = option_words[i].value ? option_words[i].value : "";
		printf("    %-12s %-7s %s\n", option_words[i].name, value, option_words[i].help);
	}
	puts(
	    "\nExit status: 0 all well; 64 wrong usage; 65 an input has errors; 70 a fault of the\n"
	    "program; 74 the machine failed, for example the disk is full; 128 and the number of "
	    "the signal\n"
	    "when one stopped it.");
}

void commands_help(void)
{
	puts("clusterpress: one-page profiles from XML, as PDFs\n");
	for (int i = 0; i < COMMANDS; i++)
		printf("    clusterpress %s %s\n", commands[i].name, commands[i].usage);
	puts("\n    clusterpress COMMAND --help    more of one command\n"
	     "    clusterpress --version         of the program and of the libraries it uses");
}
