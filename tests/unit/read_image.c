/* SPDX-License-Identifier: MIT */
/* Pictures of 8 by 8 (JPEG: 16 by 16) pixels of every kind, whole and damaged, in tests/unit/pictures. */
#include "read_setup.h"

#include "read/image.h"

static const Image *image_of(Setup *s, const char *path)
{
	Source source = {path, ".", {"layout.xml", 3, 8}};
	Ingredient file;
	return image_read(s->arena, &source, &file, s->diags);
}

static const Image *picture(Setup *s, const char *name)
{
	return image_of(s, str_format(s->arena, "tests/unit/pictures/%s", name));
}

/* The last thing told of a picture that is of no use. */
static const char *trouble(Setup *s, const char *name)
{
	assert_null(picture(s, name));
	const Diag *last = diags_at(s->diags, diags_count(s->diags) - 1);
	assert_int_equal(last->place.line, 3);
	assert_int_equal(last->place.column, 8);
	const char *message = strstr(last->message, "cannot be used: ");
	return message ? message + strlen("cannot be used: ") : last->message;
}

static bool same(Bytes a, Bytes b)
{
	return a.length == b.length && a.at && b.at && memcmp(a.at, b.at, a.length) == 0;
}

static void every_way_to_store_a_png_gives_the_same_pixels(void **state)
{
	Setup *s = *state;
	static const char *const alike[] = {"interlaced.png", "rgb-16.png", "rgba-opaque.png"};
	const Image *plain = picture(s, "rgb.png");
	assert_non_null(plain);
	assert_int_equal(plain->width, 8);
	assert_int_equal(plain->height, 8);
	assert_int_equal(plain->channels, 3);
	assert_null(plain->alpha.at);
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
		const Image *image = picture(s, alike[i]);
		assert_non_null(image);
		assert_true(same(image->pixels, plain->pixels));
		assert_null(image->alpha.at);
	}
	assert_int_equal(diags_count(s->diags), 0);
}

static void alpha_is_a_picture_of_its_own_where_it_is_used(void **state)
{
	Setup *s = *state;
	const Image *colour = picture(s, "rgba.png"), *grey = picture(s, "grey-alpha.png");
	const Image *palette = picture(s, "palette-clear.png");
	assert_int_equal(colour->channels, 3);
	assert_non_null(colour->alpha.at);
	assert_true(same(colour->pixels, picture(s, "rgb.png")->pixels));
	assert_int_equal(grey->channels, 1);
	assert_non_null(grey->alpha.at);
	assert_true(same(grey->pixels, picture(s, "grey.png")->pixels));
	assert_int_equal(palette->channels, 3);
	assert_non_null(palette->alpha.at);
}

static void few_bits_become_eight(void **state)
{
	Setup *s = *state;
	assert_int_equal(picture(s, "bits.png")->channels, 1);
	assert_int_equal(picture(s, "palette.png")->channels, 3);
	assert_null(picture(s, "palette.png")->alpha.at);
}

static void a_jpeg_keeps_its_bytes_but_not_what_a_camera_tells(void **state)
{
	Setup *s = *state;
	const Image *photo = picture(s, "photo.jpg"), *camera = picture(s, "camera.jpg");
	assert_int_equal(photo->packing, IMAGE_JPEG);
	assert_int_equal(photo->channels, 3);
	assert_int_equal(photo->width, 16);
	assert_true(same(photo->pixels, camera->pixels));
	assert_int_equal(picture(s, "grey.jpg")->channels, 1);
	assert_non_null(picture(s, "progressive.jpg"));
	assert_int_equal(diags_count(s->diags), 0);
}

/* ITU-T T.81, B.1.1.2: before any marker more 0xff may stand. */
static void a_jpeg_may_have_fill_bytes_before_its_markers(void **state)
{
	Setup *s = *state;
	Source source = {"tests/unit/pictures/photo.jpg", ".", {0}};
	Bytes whole = file_read(s->arena, &source, 1 << 20, s->diags);
	StrBuf filled = {.arena = s->arena};
	strbuf_add_n(&filled, (const char *)whole.at, 2);
	strbuf_add(&filled, "\xff\xff\xff");
	strbuf_add_n(&filled, (const char *)whole.at + 2, whole.length - 2);
	Source written = setup_bytes(s, "filled.jpg", filled.text, filled.length);
	const Image *image = image_of(s, written.path);
	assert_non_null(image);
	assert_true(same(image->pixels, picture(s, "photo.jpg")->pixels));
	assert_int_equal(diags_count(s->diags), 0);
}

/* photo.jpg with a part APP2 that begins a colour profile of that name. */
static const Image *profiled(Setup *s, const char *name, size_t length)
{
	Source source = {"tests/unit/pictures/photo.jpg", ".", {0}};
	Bytes whole = file_read(s->arena, &source, 1 << 20, s->diags);
	StrBuf out = {.arena = s->arena};
	strbuf_add_n(&out, (const char *)whole.at, 2);
	strbuf_add_n(&out, "\xff\xe2\0", 3);
	strbuf_add_n(&out, (const char[]){(char)(2 + 14 + length)}, 1);
	strbuf_add_n(&out, "ICC_PROFILE\0\1\1", 14);
	strbuf_add_n(&out, name, length);
	strbuf_add_n(&out, (const char *)whole.at + 2, whole.length - 2);
	return image_of(s, setup_bytes(s, "profiled.jpg", out.text, out.length).path);
}

static void a_jpeg_of_other_colours_than_srgb_is_warned_of(void **state)
{
	Setup *s = *state;
	assert_non_null(profiled(s, "desc sRGB IEC61966-2.1", 22));
	assert_non_null(profiled(s, "desc \0s\0R\0G\0B\0", 14));
	assert_int_equal(diags_count(s->diags), 0);
	const Image *image = profiled(s, "desc Display P3", 15);
	assert_non_null(image);
	assert_true(same(image->pixels, picture(s, "photo.jpg")->pixels));
	assert_int_equal(diags_count(s->diags), 1);
	assert_int_equal(diags_errors(s->diags), 0);
	assert_non_null(strstr(diags_at(s->diags, 0)->message, "not those of sRGB"));
}

static void what_no_page_can_use_is_told(void **state)
{
	Setup *s = *state;
	assert_string_equal(trouble(s, "cmyk.jpg"), "its colours are CMYK, but a page's are sRGB");
	assert_string_equal(trouble(s, "turned.jpg"),
			    "it lies on its side, and only a note in it says which way is up");
	assert_string_equal(trouble(s, "bomb.png"),
			    "it has 60000 by 60000 pixels, but 32 million are enough");
	assert_string_equal(trouble(s, "flat.png"), "Invalid IHDR data");
	assert_string_equal(trouble(s, "short.png"), "Not enough image data");
	assert_string_equal(trouble(s, "../read_image.c"), "it is neither PNG nor JPEG");
	assert_non_null(strstr(trouble(s, "none.png"), "No such file or directory"));
	assert_non_null(strstr(trouble(s, "../../../../etc/hostname"), "outside the root"));
}

/* Some bytes as a file of their own. */
static const Image *image_from(Setup *s, const void *bytes, size_t length)
{
	static const char path[] = "build/tests/unit/damaged.picture";
	assert_true(file_write(path, bytes, length, s->diags));
	return image_of(s, path);
}

static Bytes bytes_of(Setup *s, const char *name)
{
	Source source = {.path = str_format(s->arena, "tests/unit/pictures/%s", name)};
	return file_read(s->arena, &source, 1 << 20, s->diags);
}

static void one_that_is_cut_short_is_told(void **state)
{
	Setup *s = *state;
	/* In a JPEG's last bytes nothing is left to be decoded but its end. */
	static const struct {
		const char *name;
		size_t end;
	} whole[] = {{"rgba.png", 12}, {"interlaced.png", 12}, {"photo.jpg", 4}, {"grey.jpg", 4}};
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		Bytes bytes = bytes_of(s, whole[i].name);
		for (size_t length = 0; length + whole[i].end < bytes.length; length++)
			if (image_from(s, bytes.at, length))
				fail_msg("%s is taken with %zu of %zu bytes", whole[i].name, length,
					 bytes.length);
		assert_non_null(image_from(s, bytes.at, bytes.length));
	}
}

/* Whatever is wrong: it is told, or the picture is used; nothing else happens. */
static void a_damaged_byte_is_told_or_does_no_harm(void **state)
{
	Setup *s = *state;
	static const char *const names[] = {"rgba.png", "palette-clear.png", "photo.jpg",
					    "progressive.jpg", "turned.jpg"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		Bytes bytes = bytes_of(s, names[i]);
		char *damaged = str_copy_n(s->arena, (const char *)bytes.at, bytes.length);
		for (size_t at = 0; at < bytes.length; at++) {
			int told = diags_errors(s->diags);
			damaged[at] = (char)(damaged[at] ^ (1 << at % 8));
			const Image *image = image_from(s, damaged, bytes.length);
			damaged[at] = (char)bytes.at[at];
			assert_true(image || diags_errors(s->diags) >= told);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(every_way_to_store_a_png_gives_the_same_pixels),
	    SENTENCE(alpha_is_a_picture_of_its_own_where_it_is_used),
	    SENTENCE(few_bits_become_eight),
	    SENTENCE(a_jpeg_keeps_its_bytes_but_not_what_a_camera_tells),
	    SENTENCE(a_jpeg_may_have_fill_bytes_before_its_markers),
	    SENTENCE(a_jpeg_of_other_colours_than_srgb_is_warned_of),
	    SENTENCE(what_no_page_can_use_is_told),
	    SENTENCE(one_that_is_cut_short_is_told),
	    SENTENCE(a_damaged_byte_is_told_or_does_no_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
