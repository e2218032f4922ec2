/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * colour.h: how much two colours differ, for an eye that sees them all and for
 * eyes that do not.
 *
 * A colour is sRGB (IEC 61966-2-1). Two measures: the contrast of luminances, by
 * which words are legible (WCAG 2.2), and the difference of colours, by which
 * parts of a chart are told apart (CIEDE2000). Either can be asked of the colours
 * as they are seen without one of the three kinds of cones. Knows nothing of
 * inks, layouts or paper: what CMYK looks like in print is not reckoned here.
 *
 * Doubles, because nothing that is placed on a page comes from here: results are
 * compared with thresholds and told to the editor.
 */

typedef enum Vision {
	VISION_NORMAL,
	VISION_PROTANOPIA,   /* no long-wave cones: about 1 man in 100 */
	VISION_DEUTERANOPIA, /* no middle-wave cones: about 1 man in 100 */
	VISION_TRITANOPIA,   /* no short-wave cones: rare */
	VISIONS
} Vision;

/* What a screen gives off: linear, each 0 … 1. */
typedef struct Light {
	double red, green, blue;
} Light;

/* CIE 1976 L*a*b*, white D65. */
typedef struct Lab {
	double l, a, b;
} Lab;

Light colour_light(const unsigned char rgb[3]);

/* The light by which normal eyes see what `vision` sees of it, cut off at the edges of sRGB. The matrices
 * for severity 1.0 of Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of
 * Color Vision Deficiency, IEEE TVCG 15(6), 2009. */
Light colour_seen(Light light, Vision vision);

/* Relative luminance, 0 (black) … 1 (white), as WCAG 2.2 defines it. */
double colour_luminance(Light light);

/* The contrast ratio of WCAG 2.2: 1 (none) … 21 (black on white), the same either way. */
double colour_contrast(Light one, Light other);

/* The least contrast in any vision, and in which. */
double colour_least_contrast(Light one, Light other, Vision *vision);

Lab colour_lab(Light light);

/* CIEDE2000 with all weights 1, after Sharma, Wu and Dalal, The CIEDE2000 Color-Difference Formula:
 * Implementation Notes, Supplementary Test Data, and Mathematical Observations, Color Research and
 * Application 30(1), 2005. 0: none; about 1 can just be seen; black and white differ by 100. */
double colour_difference(Lab one, Lab other);

/* "protanopia"; NULL for normal vision. */
const char *colour_vision_name(Vision vision);
