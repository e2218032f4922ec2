/* SPDX-License-Identifier: MIT */
#pragma once
/* track.h: how wide a column of a row, a table or a chart shall be. */
#include "base/len.h"

typedef enum TrackUnit { TRACK_AUTO, TRACK_FR, TRACK_LEN, TRACK_PERCENT } TrackUnit;

/* The width of one column of a row or a table. */
typedef struct Track {
	TrackUnit unit;
	int value; /* FR: thousandths; LEN: a Len; PERCENT: thousandths of a per cent; AUTO: unused */
} Track;
