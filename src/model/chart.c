/* SPDX-License-Identifier: MIT */
#include "model/chart.h"

bool chart_kind_stands(ChartKind kind)
{
	return kind == CHART_DOTS || kind == CHART_SLOPES;
}

bool chart_kind_has_parts(ChartKind kind)
{
	return kind == CHART_STACK || kind == CHART_TREEMAP;
}
