/* SPDX-License-Identifier: MIT */
/*
 * The wishes, each less what stands between the first label and it, must not fall: a monotone regression.
 * Neighbours that would fall are pooled, and a pool stands at the mean of its wishes (pool
 * adjacent violators: Ayer, Brunk, Ewing, Reid and Silverman, Ann. Math. Statist. 26, 1955). With
 * ends to the line each pool is held between them, which for squares is still the least.
 */
#include "set/apart.h"

#include <stdlib.h>

typedef struct Label {
	int number;
	Len wish, before; /* before: from the first label's middle to its own, when all touch */
} Label;

typedef struct Pool {
	int64_t sum;
	int count;
} Pool;

static int label_order(const void *a, const void *b)
{
	const Label *one = a, *other = b;
	if (one->wish != other->wish)
		return one->wish < other->wish ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

static Label *labels_in_order(Arena *scratch, const Len *wish, const Len *height, int count)
{
	Label *labels = ARENA_ARRAY(scratch, count, Label);
	for (int i = 0; i < count; i++)
		labels[i] = (Label){.number = i, .wish = wish[i]};
	qsort(labels, (size_t)count, sizeof *labels, label_order);
	for (int i = 1; i < count; i++) {
		Len half = height[labels[i - 1].number] / 2;
		/* What an odd height loses by halving is given here, so that none touches. */
		labels[i].before =
		    len_add(labels[i - 1].before, len_add(height[labels[i - 1].number] - half,
							  height[labels[i].number] / 2));
	}
	return labels;
}

static int64_t pool_mean(const Pool *pool)
{
	int64_t half = pool->count / 2;
	return (pool->sum + (pool->sum < 0 ? -half : half)) / pool->count;
}

static int pool_all(const Label *labels, int count, Pool *pools)
{
	int pooled = 0;
	for (int i = 0; i < count; i++) {
		pools[pooled++] = (Pool){(int64_t)labels[i].wish - labels[i].before, 1};
		while (pooled > 1 &&
		       pool_mean(&pools[pooled - 2]) > pool_mean(&pools[pooled - 1])) {
			pooled--;
			pools[pooled - 1].sum += pools[pooled].sum;
			pools[pooled - 1].count += pools[pooled].count;
		}
	}
	return pooled;
}

void stand_apart(Arena *scratch, const Len *wish, const Len *height, int count, Len top, Len bottom,
		 Len *middle)
{
	if (count == 0)
		return;
	const Label *labels = labels_in_order(scratch, wish, height, count);
	Pool *pools = ARENA_ARRAY(scratch, count, Pool);
	int pooled = pool_all(labels, count, pools), at = 0;
	const Label *last = &labels[count - 1];
	int64_t least = (int64_t)top + height[labels[0].number] / 2;
	int64_t most =
	    (int64_t)bottom - (height[last->number] - height[last->number] / 2) - last->before;
	for (int i = 0; i < pooled; i++) {
		int64_t stand = pool_mean(&pools[i]);
		stand = stand > most ? most : stand;
		stand = stand < least ? least : stand;
		for (int k = 0; k < pools[i].count; k++, at++)
			middle[labels[at].number] = (Len)(stand + labels[at].before);
	}
}
