/* SPDX-License-Identifier: MIT */
#pragma once
/* fit_record.h: what fitting came to, frame by frame and step by step, to be told. */
#include "set/fit.h"

/* The record of a story that was fitted; it lives in `a`. */
FitRecord fit_record(Arena *a, const Story *story, const Fitted *fitted);
