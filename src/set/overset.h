/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * overset.h: tells of frames whose boxes need more height than they have, and what would mend each.
 *
 * The mends are found by trying (mend.h), so what the hint says is so.
 */
#include "set/fit.h"

/* One error for each frame that is overset. */
void overset_tell(const Typesetter *setter, const Story *story, const Fitted *fitted, Diags *diags);
