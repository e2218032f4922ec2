/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * job.h: one profile to make, in one language.
 *
 * Everything a stage may need to know of the occasion; what it needs of the
 * inputs themselves it is given.
 */
#include "model/edition.h"
#include "model/node.h"

/* What a file in the PDF is to the page (ISO 19005-3, annex E). */
typedef enum AttachmentKind {
	ATTACHMENT_SUPPLEMENT, /* it was needed to make it */
	ATTACHMENT_SOURCE,     /* it holds what is said */
	ATTACHMENT_DATA        /* it says how the others belong together */
} AttachmentKind;

/* A file to be put into the PDF. */
typedef struct Attachment {
	const char *name; /* a relative path with slashes: "data/2024/clusters/kunming.xml" */
	AttachmentKind kind;
	const char *about; /* in a few English words */
	Bytes bytes;
	Digest digest;
} Attachment;

typedef struct Job {
	const Edition *edition;
	const char *language;
	const RecordFile *record;
	const char *output; /* path of the PDF; NULL: none is written */
	const char *marks;  /* path of what stands where in it; NULL: none is written */
	bool sync;          /* what is written is on the disk before it counts as written */
	Digest digest;      /* of all the inputs: the PDF's identifier */
	const Attachment *attachments; /* of the inputs themselves, in the order of their names */
	int attachment_count;
	const char *folder; /* from the file system's root: names of files are seen from it */
	const Node *names;  /* those that the record mentions, with their places; NULL: none */
	const char *moment; /* of the PDF's dates, "20240926000000": from the edition, UTC */
} Job;
