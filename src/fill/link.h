/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * link.h: where a link leads.
 *
 * A page leads to http, https and mailto, and to nothing else: a page may be shown by
 * any program, and what "javascript:" or "file:" would do there nobody knows. Letters
 * beyond ASCII and signs that no address may hold are written as %XX (RFC 3986, 2.1;
 * RFC 3987, 3.1). What is no such address is told at the datum it comes from.
 */
#include "fill/datum.h"

/* NULL when `address` is none, which is told; `layout` is where the layout says it. */
const LinkTo *link_to(Speaker *speaker, const Words *address, Place layout);
