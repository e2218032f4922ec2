/* SPDX-License-Identifier: MIT */
#include "model/edition.h"

#include "base/str.h"

#include "base/lang.h"

#include <string.h>

const char *record_path(Arena *a, const RecordFile *record)
{
	return str_format(a, "%s%s%s", record->folder, record->id, record->ending);
}

const RecordFile *edition_record(const Edition *edition, const char *id)
{
	int low = 0, high = edition->record_count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		int order = strcmp(edition->records[middle].id, id);
		if (order == 0)
			return &edition->records[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const char *edition_subject(const Edition *edition, const char *language)
{
	const Node *subject = edition->root ? node_child(edition->root, "subject") : NULL;
	for (; subject && language; subject = node_next(subject, "subject")) {
		const char *own = node_value(subject, "xml:lang");
		if (own && lang_alike(own, language) && subject->first && subject->first->text)
			return subject->first->text;
	}
	return edition->subject;
}
