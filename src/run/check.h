/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * check.h: everything but the PDFs: data, layout, messages, glyphs, fit.
 *
 * Goes through the edition as build does, and makes no file. What is wrong with
 * the edition's own files does not keep its records from being checked, nor one
 * record another. Each record is read once and then said and set in every
 * language; one that has no right form is not filled. When the
 * whole edition is asked for, its records are held against each other and against
 * those of the edition before.
 */
#include "run/order.h"

/* Returns the exit status. */
int check(const Order *order);
