/* SPDX-License-Identifier: MIT */
#include "model/edition.h"

#include <string.h>

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
