/* SPDX-License-Identifier: MIT */
#pragma once
/* base_setup.h: what cmocka wants included before it, in its order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
