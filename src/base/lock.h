/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * lock.h: a folder that one process at a time works in.
 *
 * The lock is on the folder itself (flock), so there is no file to be left behind; it ends
 * with the process that took it, however that ends. Reading is not hindered, nor are programs that do not ask.
 */
typedef enum Lock {
	LOCK_HELD, /* it is ours */
	LOCK_BUSY, /* another has it */
	LOCK_NONE  /* the folder cannot be had or locked; errno says why */
} Lock;

/* Makes the folder when it is not there. Where another process has it, waits `patience` milliseconds: one that was killed
 * takes that long to be gone. `*lock` is to be given back. */
Lock lock_take(const char *folder, int patience, int *lock);
/* -1 is allowed. */
void lock_give(int lock);
