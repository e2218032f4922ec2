/* SPDX-License-Identifier: MIT */
/* Maps: flat places against libm's doubles, and the land in windows against the earth itself. */
#include "read/land.h"
#include "set/coast.h"
#include "set/graticule.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const double pi = 3.14159265358979323846;

static double radii(int64_t q)
{
	return (double)q / (double)TURN_ONE;
}

static double radians(double degrees)
{
	return degrees * pi / 180;
}

static Decimal decimal(double degrees)
{
	return (Decimal)llround(degrees * DECIMAL_ONE);
}

/* Always the same numbers (Park and Miller 1988). */
static double chance(uint32_t *seed, double low, double high)
{
	*seed = (uint32_t)((uint64_t)*seed * 48271 % 2147483647);
	return low + (high - low) * *seed / 2147483647.0;
}

/* Turns */

static void sines_of_all_turns_are_libms(void **state)
{
	(void)state;
	for (int i = -1500; i <= 1500; i++) {
		int64_t sine, cosine, angle = i * TURN_QUARTER * 8 / 1500;
		turn_both(angle, &sine, &cosine);
		assert_true(fabs(radii(sine) - sin(radii(angle))) < 1e-8);
		assert_true(fabs(radii(cosine) - cos(radii(angle))) < 1e-8);
	}
}

static void inverse_roots_are_libms(void **state)
{
	(void)state;
	for (int i = 150; i <= 1000; i++)
		assert_true(fabs(radii(turn_inverse_root(i * TURN_ONE / 1000)) -
				 1 / sqrt(i / 1000.0)) < 1e-8);
}

static void roots_are_whole_parts(void **state)
{
	(void)state;
	static const int64_t squares[] = {0, 1, 2, 3, 4, 15, 16, 17, INT64_MAX};
	for (size_t i = 0; i < sizeof squares / sizeof *squares; i++) {
		int64_t root = turn_root(squares[i]);
		assert_true(root * root <= squares[i]);
		assert_true((root + 1) > squares[i] / (root + 1));
	}
	assert_int_equal(turn_root(-5), 0);
	assert_int_equal(turn_root(((int64_t)1 << 62) - 1), ((int64_t)1 << 31) - 1);
}

/* Flat places. A radius of 5000 pt is that of a region of 5 degrees across 430 pt. */

static void a_place_on_the_world_is_where_the_polynomials_say(void **state)
{
	(void)state;
	double worst = 0;
	for (int lat = -90; lat <= 90; lat += 3)
		for (int lon = -180; lon <= 180; lon += 9) {
			Flat flat = world_flat(spot_at(decimal(lon), decimal(lat)));
			double p = radians(lat), l = radians(lon);
			double x = l * (0.8707 - 0.131979 * pow(p, 2) - 0.013791 * pow(p, 4) +
					0.003971 * pow(p, 10) - 0.001529 * pow(p, 12));
			double y = p * (1.007226 + 0.015085 * pow(p, 2) - 0.044475 * pow(p, 6) +
					0.028874 * pow(p, 8) - 0.005916 * pow(p, 10));
			worst = fmax(worst, hypot(radii(flat.x) - x, radii(flat.y) - y));
		}
	assert_true(worst * 200 < 0.001); /* pt, on a map as wide as A3 */
}

/* Snyder 1987, 24-2 to 24-4. */
static void lambert(double lon, double lat, double lon0, double lat0, double *x, double *y)
{
	double k = sqrt(2 / (1 + sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(lon - lon0)));
	*x = k * cos(lat) * sin(lon - lon0);
	*y = k * (cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(lon - lon0));
}

static void a_place_of_a_region_is_where_lambert_says(void **state)
{
	(void)state;
	static Globe globe;
	uint32_t seed = 20240926;
	double worst = 0;
	for (int i = 0; i < 3000; i++) {
		double lon0 = chance(&seed, -180, 180), lat0 = chance(&seed, -90, 90);
		LandPoint point = {(int16_t)chance(&seed, -18000, 18000),
				   (int16_t)chance(&seed, -9000, 9000)};
		if (i < 4)
			lat0 = i % 2 ? 90 : -90;
		globe_turn(&globe, spot_at(decimal(lon0), decimal(lat0)));
		Turned turned = globe_at(&globe, point);
		double x, y;
		lambert(radians(point.lon / 100.0), radians(point.lat / 100.0), radians(lon0),
			radians(lat0), &x, &y);
		if (radii(turned.up) < -0.69)
			continue;
		Flat flat = region_flat(turned);
		worst = fmax(worst, hypot(radii(flat.x) - x, radii(flat.y) - y));
	}
	assert_true(worst * 5000 < 0.001); /* pt */
}

/* Windows */

enum { WIDE = LEN_PT(200), HIGH = LEN_PT(150) };

static View region_at(Globe *globe, double lon, double lat, int across)
{
	return view_region(globe, LEN_PT(30), LEN_PT(40), WIDE, HIGH,
			   spot_at(decimal(lon), decimal(lat)), across);
}

static void the_spot_of_a_region_is_its_middle_and_its_longer_side_is_as_many_degrees(void **state)
{
	(void)state;
	static Globe globe;
	static const int across[] = {5, 60, 150};
	for (int i = 0; i < 3; i++) {
		View v = region_at(&globe, 102.72, 0, across[i]);
		assert_int_equal(view_spot_x(&v), LEN_PT(130));
		assert_int_equal(view_spot_y(&v), LEN_PT(115));
		LandPoint east = {(int16_t)(10272 + across[i] * 50), 0};
		Turned edge = globe_at(&globe, east);
		assert_true(abs(view_x(&v, region_flat(edge)) - LEN_PT(230)) <= 2);
	}
}

static void the_world_is_nearly_as_wide_as_its_window_and_always_holds_its_spot(void **state)
{
	(void)state;
	static const Len heights[] = {LEN_PT(8), LEN_PT(40), LEN_PT(84), LEN_PT(104), LEN_PT(300)};
	for (int h = 0; h < 5; h++)
		for (int lat = -90; lat <= 90; lat += 15)
			for (int lon = -180; lon <= 180; lon += 60) {
				View v = view_world(LEN_PT(30), LEN_PT(40), WIDE, heights[h],
						    spot_at(decimal(lon), decimal(lat)));
				assert_in_range(view_spot_x(&v), LEN_PT(34) - 2, LEN_PT(226) + 2);
				assert_in_range(view_spot_y(&v), LEN_PT(42),
						LEN_PT(38) + heights[h]);
			}
	View v = view_world(0, 0, WIDE, view_world_height(WIDE), (Spot){0, 0});
	assert_true(abs(view_x(&v, world_flat(spot_at(decimal(180), 0))) - (WIDE - VIEW_MARGIN)) <=
		    2);
	assert_true(abs(view_y(&v, world_flat(spot_at(0, decimal(84))))) <= 2);
}

/* Land */

static const Land *shipped(Arena *a)
{
	Source source = {"layouts/maps/land.xml", NULL, {0}};
	Ingredient file;
	return land_read(a, &source, &file, diags_new(a));
}

static double side(double ax, double ay, double bx, double by, double x, double y)
{
	return (bx - ax) * (y - ay) - (x - ax) * (by - ay);
}

static int turned_around(double ax, double ay, double bx, double by, double x, double y)
{
	double left = side(ax, ay, bx, by, x, y);
	if (ay <= y && y < by && left > 0)
		return 1;
	return by <= y && y < ay && left < 0 ? -1 : 0;
}

/* Whether there is land, by the outlines alone. */
static bool is_land(const Outlines *land, double lon, double lat)
{
	int turns = 0;
	for (int i = 0; i < land->count; i++) {
		const Outline *o = &land->items[i];
		for (int k = 0; k < o->count; k++) {
			const LandPoint *a = &o->points[k], *b = &o->points[(k + 1) % o->count];
			turns +=
			    turned_around(a->lon, a->lat, b->lon, b->lat, lon * 100, lat * 100);
		}
	}
	return turns > 0;
}

/* Whether the segments paint there; `*edge`: how far the next outline is. Lines end in CLOSE. */
static bool is_painted(const List *segments, double x, double y, double *edge)
{
	int turns = 0;
	const Segment *s = segments->items;
	double ax = 0, ay = 0, bx, by, first_x = 0, first_y = 0;
	*edge = 1e9;
	for (int i = 0; i < segments->count; i++, ax = bx, ay = by) {
		bool closes = s[i].kind == SEGMENT_CLOSE;
		bx = closes ? first_x : s[i].x[0];
		by = closes ? first_y : s[i].y[0];
		if (s[i].kind == SEGMENT_MOVE) {
			first_x = bx;
			first_y = by;
			continue;
		}
		double length = hypot(bx - ax, by - ay);
		double t = length > 0
			       ? ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length)
			       : 0;
		t = fmin(1, fmax(0, t));
		*edge = fmin(*edge, hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
		turns += turned_around(ax, ay, bx, by, x, y);
	}
	return turns != 0; /* y downwards: land runs clockwise */
}

static void assert_inside(const List *segments, const View *v)
{
	const Segment *s = segments->items;
	for (int i = 0; i < segments->count; i++) {
		if (s[i].kind == SEGMENT_CLOSE)
			continue;
		assert_in_range(s[i].x[0], v->x, v->x + v->width);
		assert_in_range(s[i].y[0], v->y, v->y + v->height);
	}
}

/* The place of the earth at a point of the window (Snyder 1987, 20-14 to 20-18). */
static void unflatten(const View *v, double lon0, double lat0, double px, double py, double *lon,
		      double *lat)
{
	double x = (px - v->middle_x) / v->radius, y = (v->middle_y - py) / v->radius;
	double rho = hypot(x, y), c = 2 * asin(rho / 2), p0 = radians(lat0);
	*lat = asin(cos(c) * sin(p0) + (rho > 0 ? y * sin(c) * cos(p0) / rho : 0)) * 180 / pi;
	*lon = lon0 + atan2(x * sin(c), rho * cos(p0) * cos(c) - y * sin(p0) * sin(c)) * 180 / pi;
	*lon = remainder(*lon, 360);
}

/* Points of the window that lie no nearer than 0.7 pt to any coast are painted where there is land,
 * and nowhere else. */
static void assert_land_true(const Land *land, double lon0, double lat0, int across)
{
	static Globe globe;
	Arena *a = arena_new();
	View v = region_at(&globe, lon0, lat0, across);
	List segments = coast_trace(a, &land->region, &v);
	uint32_t seed = 7;
	assert_inside(&segments, &v);
	for (int i = 0; i < 60; i++) {
		double x = chance(&seed, v.x, v.x + v.width),
		       y = chance(&seed, v.y, v.y + v.height);
		double lon, lat, edge;
		bool painted = is_painted(&segments, x, y, &edge);
		unflatten(&v, lon0, lat0, x, y, &lon, &lat);
		if (edge > 700 && painted != is_land(&land->region, lon, lat))
			fail_msg("%.2f %.2f across %d: at %.2f %.2f there is %s land", lon0, lat0,
				 across, lon, lat, painted ? "no" : "");
	}
	arena_free(a);
}

static void land_is_painted_where_there_is_land(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Land *land = shipped(a);
	static const double fronts[][2] = {
	    {102.72, 25.04}, {178, -18},    {-175, 67},   {180, 66},     {-180, 0},
	    {0, 90},         {0, -90},      {50, -89.9},  {0, 0},        {174.8, -41.3},
	    {-58.4, -34.6},  {-75.5, 5},    {103.9, 1.3}, {-87.6, 41.8}, {18.1, 59.3},
	    {-150, -45},     {-60.5, -27.5}};
	static const int across[] = {5, 30, 75, 150};
	for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
		for (int k = 0; k < 4; k++)
			assert_land_true(land, fronts[i][0], fronts[i][1], across[k]);
	uint32_t seed = 99;
	for (int i = 0; i < 40; i++)
		assert_land_true(land, chance(&seed, -180, 180), chance(&seed, -90, 90),
				 (int)chance(&seed, 5, 150));
	arena_free(a);
}

static void the_world_is_painted_inside_its_window(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Land *land = shipped(a);
	static const Len heights[] = {LEN_PT(10), LEN_PT(84), LEN_PT(120)};
	for (int h = 0; h < 3; h++) {
		View v = view_world(LEN_PT(30), LEN_PT(40), WIDE, heights[h],
				    spot_at(decimal(102.7), decimal(25)));
		List segments = coast_trace(a, &land->world, &v);
		double edge;
		assert_inside(&segments, &v);
		assert_true(segments.count > 50 && segments.count < 4800);
		Flat tibet = world_flat(spot_at(decimal(90), decimal(32)));
		Flat indian = world_flat(spot_at(decimal(85), decimal(3)));
		if (h == 0)
			continue;
		assert_true(is_painted(&segments, view_x(&v, tibet), view_y(&v, tibet), &edge));
		assert_false(is_painted(&segments, view_x(&v, indian), view_y(&v, indian), &edge));
	}
	arena_free(a);
}

/* No stroke is longer than the distance of a few points of the net: none runs across the map by mistake. */
static void the_net_has_no_streaks(void **state)
{
	(void)state;
	static Globe globe;
	static const double fronts[][2] = {
	    {102.72, 25.04}, {178, -18}, {-175, 67}, {0, 90}, {30, -90}};
	static const int across[] = {5, 12, 60, 150};
	for (int f = 0; f < 5; f++)
		for (int k = 0; k < 4; k++) {
			Arena *a = arena_new();
			View v = region_at(&globe, fronts[f][0], fronts[f][1], across[k]);
			List net = graticule_trace(a, &v, across[k]);
			const Segment *s = net.items;
			assert_true(net.count > 0);
			for (int i = 1; i < net.count; i++)
				if (s[i].kind == SEGMENT_LINE)
					assert_true(hypot(s[i].x[0] - s[i - 1].x[0],
							  s[i].y[0] - s[i - 1].y[0]) < WIDE / 3.0);
			arena_free(a);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sines_of_all_turns_are_libms),
	    cmocka_unit_test(inverse_roots_are_libms),
	    cmocka_unit_test(roots_are_whole_parts),
	    cmocka_unit_test(a_place_on_the_world_is_where_the_polynomials_say),
	    cmocka_unit_test(a_place_of_a_region_is_where_lambert_says),
	    cmocka_unit_test(
		the_spot_of_a_region_is_its_middle_and_its_longer_side_is_as_many_degrees),
	    cmocka_unit_test(the_world_is_nearly_as_wide_as_its_window_and_always_holds_its_spot),
	    cmocka_unit_test(land_is_painted_where_there_is_land),
	    cmocka_unit_test(the_world_is_painted_inside_its_window),
	    cmocka_unit_test(the_net_has_no_streaks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
