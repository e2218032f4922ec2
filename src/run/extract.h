/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * extract.h: the command that gives back what a PDF was made from.
 *
 * All is looked at before anything is written: that the list of files is the one the identifier of
 * the PDF stands for, that each file is attached as it was then, and that its name leads nowhere but
 * below the folder. With any error nothing is written. A file that is there already and reads
 * otherwise is left alone unless the editor says --force.
 */
#include "run/order.h"

/* Writes the files, and says how the same PDF is made again; the exit status. */
int extract(const Order *order);
