/* SPDX-License-Identifier: MIT */
#include "write/pdf_intent.h"

#include "write/pdf_syntax.h"

#include <lcms2.h>
#include <string.h>

/* ICC.1:2004-10, 7.2: the header's date and time, six numbers of two bytes each. */
enum { DATE_AT = 24, DATE_LENGTH = 12, COMPONENTS = 3 };
static const double icc_version = 4.2;

/* 1 January 2000: a date that is one, and always the same. */
static const unsigned char date[DATE_LENGTH] = {0x07, 0xd0, 0, 1, 0, 1};

static Bytes srgb_profile(Arena *a)
{
	cmsHPROFILE profile = cmsCreate_sRGBProfile();
	cmsUInt32Number length = 0;
	if (profile == NULL)
		die("Little CMS has no memory for a profile");
	cmsSetProfileVersion(profile, icc_version);
	bool known = cmsSaveProfileToMem(profile, NULL, &length);
	unsigned char *bytes = arena_alloc(a, length);
	if (!known || !cmsSaveProfileToMem(profile, bytes, &length))
		die("Little CMS cannot write its sRGB profile");
	cmsCloseProfile(profile);
	memcpy(bytes + DATE_AT, date, sizeof date);
	return (Bytes){bytes, length};
}

/* The profile, deflated: it is the same for all pages. */
static Bytes profile_pressed(PdfFile *file)
{
	static const char key[] = "the profile of sRGB";
	Bytes kept = pdf_kept(file, key, sizeof key);
	if (kept.at)
		return kept;
	Bytes bytes = srgb_profile(pdf_arena(file));
	Bytes pressed = pdf_deflated(file, bytes.at, bytes.length, EFFORT_MUCH);
	pdf_keep(file, key, sizeof key, pressed);
	return pressed;
}

void intent_write(PdfFile *file)
{
	PdfObject *profile = pdf_object(file);
	pdf_put(&profile->inside, "/N %d", COMPONENTS);
	pdf_stream_pressed(profile, profile_pressed(file));
	pdf_put(pdf_catalog(file),
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
		"/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
		"/RegistryName(http://www.color.org)/DestOutputProfile %d 0 R>>]",
		profile->number);
}

const char *intent_versions(Arena *a)
{
	int version = cmsGetEncodedCMMversion();
	return str_format(a, "lcms2 %d.%d", version / 1000, version % 1000 / 10);
}
