/* SPDX-License-Identifier: MIT */
#include "read/cell_key.h"

#include "base/str.h"

#include <stdbool.h>
#include <string.h>

enum { KEY_MOST = 100 };

/* Which letters an accent, a stroke or a ligature is taken off of, and what is left. From Unicode's
 * decompositions (Latin-1 Supplement, Latin Extended-A, -B and Additional), and by hand where it has
 * none. */
static const struct {
	const char *plain, *letters;
} plain_letters[] = {
    {"a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻ"
	  "ȀȁȂȃȦȧḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰ"
	  "ằẲẳẴẵẶặ"},
    {"ae", "Ææ"},
    {"b", "ƁḂḃḄḅḆḇ"},
    {"c", "ÇçĆćĈĉĊċČčḈḉ"},
    {"d", "ÐðĎďĐđƊḊḋḌḍḎḏḐḑḒḓ"},
    {"dz", "ǄǅǆǱǲǳ"},
    {"e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěƏȄȅȆȇȨȩḔ"
	  "ḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệə"},
    {"f", "ƒḞḟ"},
    {"g", "ĜĝĞğĠġĢģǦǧǴǵḠḡ"},
    {"h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"},
    {"i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭ"
	  "ḮḯỈỉỊị"},
    {"ij", "Ĳĳ"},
    {"j", "Ĵĵǰ"},
    {"k", "ĶķĸƘƙǨǩḰḱḲḳḴḵ"},
    {"l", "ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ"},
    {"lj", "Ǉǈǉ"},
    {"m", "ḾḿṀṁṂṃ"},
    {"n", "ÑñŃńŅņŇňŉǸǹṄṅṆṇṈṉṊṋ"},
    {"ng", "Ŋŋ"},
    {"nj", "Ǌǋǌ"},
    {"o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭ"
	  "ȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐố"
	  "ỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"},
    {"oe", "Œœ"},
    {"p", "ṔṕṖṗ"},
    {"r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"},
    {"s", "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ"},
    {"ss", "ßẞ"},
    {"t", "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ"},
    {"th", "Þþ"},
    {"u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖ"
	  "ǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứ"
	  "ỪừỬửỮữỰự"},
    {"v", "ṼṽṾṿ"},
    {"w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"},
    {"x", "ẊẋẌẍ"},
    {"y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"},
    {"z", "ŹźŻżŽžẐẑẒẓẔẕ"},
};

/* What a letter is in an id; NULL: no Latin letter. */
static const char *plain_of(Arena *a, uint32_t code)
{
	char letter[5] = {0};
	str_put(letter, code);
	for (size_t i = 0; i < sizeof plain_letters / sizeof *plain_letters; i++)
		if (strstr(plain_letters[i].letters, letter))
			return plain_letters[i].plain;
	bool large = code >= 'A' && code <= 'Z';
	bool small = (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
	if (large || small)
		return str_format(a, "%c", (int)(large ? code + ('a' - 'A') : code));
	return NULL;
}

/* What joins two words: ASCII's signs, and the blanks, dashes and quotation marks of print. */
static bool is_joint(uint32_t code)
{
	return code < 0xC0 || (code >= 0x2000 && code <= 0x206F) || code == 0x2BC ||
	       code == 0x2BB || code == 0x2212 || code == 0x3000;
}

/* An accent that stands behind its letter. */
static bool is_accent(uint32_t code)
{
	return code >= 0x300 && code <= 0x36F;
}

const char *key_say(Arena *a, const char *name)
{
	StrBuf key = {.arena = a};
	bool joint = false;
	for (uint32_t code; (code = str_next(&name)) != 0;) {
		const char *plain = plain_of(a, code);
		if (is_accent(code))
			continue;
		if (!plain && !is_joint(code))
			return NULL;
		if (plain)
			strbuf_format(&key, "%s%s", joint && key.length ? "-" : "", plain);
		joint = !plain;
	}
	return key.length > 0 && key.length <= KEY_MOST ? strbuf_text(&key) : NULL;
}
