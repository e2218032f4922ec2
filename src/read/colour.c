/* SPDX-License-Identifier: MIT */
#include "read/colour.h"

#include <math.h>
#include <stddef.h>

static double linear(unsigned char value)
{
	double part = value / 255.0;
	return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

Light colour_light(const unsigned char rgb[3])
{
	return (Light){linear(rgb[0]), linear(rgb[1]), linear(rgb[2])};
}

static double within(double part)
{
	return part < 0 ? 0 : part > 1 ? 1 : part;
}

Light colour_seen(Light light, Vision vision)
{
	static const double machado[VISIONS][3][3] = {
	    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	    {{0.152286, 1.052583, -0.204868},
	     {0.114503, 0.786281, 0.099216},
	     {-0.003882, -0.048116, 1.051998}},
	    {{0.367322, 0.860646, -0.227968},
	     {0.280085, 0.672501, 0.047413},
	     {-0.011820, 0.042940, 0.968881}},
	    {{1.255528, -0.076749, -0.178779},
	     {-0.078411, 0.930809, 0.147602},
	     {0.004733, 0.691367, 0.303900}},
	};
	double seen[3];
	for (int i = 0; i < 3; i++) {
		const double *row = machado[vision][i];
		seen[i] = within(row[0] * light.red + row[1] * light.green + row[2] * light.blue);
	}
	return (Light){seen[0], seen[1], seen[2]};
}

double colour_luminance(Light light)
{
	return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue;
}

double colour_contrast(Light one, Light other)
{
	double a = colour_luminance(one), b = colour_luminance(other);
	return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

double colour_least_contrast(Light one, Light other, Vision *vision)
{
	double least = INFINITY;
	for (Vision v = VISION_NORMAL; v < VISIONS; v++) {
		double contrast = colour_contrast(colour_seen(one, v), colour_seen(other, v));
		if (contrast >= least)
			continue;
		least = contrast;
		*vision = v;
	}
	return least;
}

/* CIE 15: the cube root, straight near black. */
static double lab_part(double part)
{
	double edge = 6.0 / 29;
	return part > edge * edge * edge ? cbrt(part) : part / (3 * edge * edge) + 4.0 / 29;
}

Lab colour_lab(Light c)
{
	double x = 0.4124564 * c.red + 0.3575761 * c.green + 0.1804375 * c.blue;
	double y = 0.2126729 * c.red + 0.7151522 * c.green + 0.0721750 * c.blue;
	double z = 0.0193339 * c.red + 0.1191920 * c.green + 0.9503041 * c.blue;
	double fx = lab_part(x / 0.95047), fy = lab_part(y), fz = lab_part(z / 1.08883);
	return (Lab){116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

static const double degree = 3.14159265358979323846 / 180;

static double radians(double degrees)
{
	return degrees * degree;
}

/* 0 … 360; of a grey, which has no hue, 0. */
static double hue_of(double a, double b)
{
	if (a == 0 && b == 0)
		return 0;
	double hue = atan2(b, a) / degree;
	return hue < 0 ? hue + 360 : hue;
}

/* How much chroma counts at `chroma`: both places where the formula asks it, near 0 for greys. */
static double chroma_weight(double chroma)
{
	double seventh = pow(chroma, 7);
	return sqrt(seventh / (seventh + 6103515625.0)); /* 25 to the seventh */
}

/* One of the two colours, by chroma and hue, once greys are spread (a' for a*). */
typedef struct Chroma {
	double chroma, hue;
} Chroma;

static Chroma chroma_of(Lab lab, double spread)
{
	double a = (1 + spread) * lab.a;
	return (Chroma){hypot(a, lab.b), hue_of(a, lab.b)};
}

/* From one hue to the other the short way round, -180 … 180. */
static double hue_way(Chroma one, Chroma other)
{
	double way = other.hue - one.hue;
	if (one.chroma * other.chroma == 0)
		return 0;
	return way > 180 ? way - 360 : way < -180 ? way + 360 : way;
}

/* The hue between them. */
static double hue_mean(Chroma one, Chroma other)
{
	double sum = one.hue + other.hue;
	if (one.chroma * other.chroma == 0)
		return sum;
	if (fabs(one.hue - other.hue) <= 180)
		return sum / 2;
	return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

/* T of the paper: steps of hue are not alike all around. */
static double hue_weight(double hue)
{
	return 1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue)) +
	       0.32 * cos(radians(3 * hue + 6)) - 0.20 * cos(radians(4 * hue - 63));
}

double colour_difference(Lab one, Lab other)
{
	double plain = (hypot(one.a, one.b) + hypot(other.a, other.b)) / 2;
	double spread = 0.5 * (1 - chroma_weight(plain));
	Chroma c1 = chroma_of(one, spread), c2 = chroma_of(other, spread);
	double l = (one.l + other.l) / 2 - 50, c = (c1.chroma + c2.chroma) / 2;
	double hue = hue_mean(c1, c2), blue = (hue - 275) / 25;
	double turn = 30 * exp(-blue * blue);
	double by_l = (other.l - one.l) / (1 + 0.015 * l * l / sqrt(20 + l * l));
	double by_c = (c2.chroma - c1.chroma) / (1 + 0.045 * c);
	double by_h = 2 * sqrt(c1.chroma * c2.chroma) * sin(radians(hue_way(c1, c2) / 2)) /
		      (1 + 0.015 * c * hue_weight(hue));
	double cross = -sin(radians(2 * turn)) * 2 * chroma_weight(c) * by_c * by_h;
	return sqrt(fmax(0, by_l * by_l + by_c * by_c + by_h * by_h + cross));
}

const char *colour_vision_name(Vision vision)
{
	static const char *const names[VISIONS] = {NULL, "protanopia", "deuteranopia",
						   "tritanopia"};
	return names[vision];
}
