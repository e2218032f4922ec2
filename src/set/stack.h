/* SPDX-License-Identifier: MIT */
#pragma once
/* stack.h: boxes over one another, the first lowest; as high as the highest of them. */
#include "set/size.h"

/* Fills in height, baseline, kids and overfull of a stack whose box and width are set. */
void size_stack(const Measure *m, Sized *stack);
