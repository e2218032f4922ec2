/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * scripts.h: names of actors by chance, in the scripts that an edition's fonts have.
 *
 * They are made up of syllables of each script: they read like names and mean nothing. Which script is
 * chance, too, but for most it is Latin; Greek, Cyrillic and Vietnamese stand in the same font files,
 * Arabic and the three of East Asia in others. Two names that differ in one letter would be taken for two
 * spellings of one, so names have many parts, and those of East Asia have parts of two characters.
 */
#include "bench/chance.h"

#include <string.h>

enum {
	SCRIPT_VIETNAMESE,
	SCRIPT_GREEK,
	SCRIPT_CYRILLIC,
	SCRIPT_ARABIC,
	SCRIPT_HAN,
	SCRIPT_KANA,
	SCRIPT_HANGUL
};
enum { PARTS_MOST = 48, FORMS_MOST = 12 };

typedef struct Script {
	int of_hundred;                /* records that have names in it */
	int least, most;               /* parts a name */
	bool capital;                  /* Latin: its first letter is made a capital one */
	const char *parts[PARTS_MOST]; /* the end of each: NULL */
	const char *forms[FORMS_MOST]; /* "%s" once in each: the name; the first two are short */
} Script;

static const Script script_latin = {
    .of_hundred = 77,
    .forms = {"%s plc", "%s GmbH", "%s University", "University of %s", "%s Corporation",
	      "%s Medical Univ.", "%s Institute of Technology", "Université de %s",
	      "National Research Centre of %s", "%s University of Science and Technology",
	      "Centre hospitalier universitaire de %s",
	      "%s Academy of Agricultural and Engineering Sciences"},
};

static const Script scripts_other[] = {
    [SCRIPT_VIETNAMESE] = {.of_hundred = 6,
			   .least = 2,
			   .most = 3, /* Vietnamese: each syllable is a word */
			   .parts = {"Nguyễn", "Trần",  "Lê",   "Phạm",  "Hoàng",  "Đặng",
				     "Bùi",    "Đỗ",    "Hồ",   "Ngô",   "Dương",  "Lý",
				     "Quảng",  "Ngãi",  "Huế",  "Cửu",   "Long",   "Đắk",
				     "Thừa",   "Thiên", "Bình", "Định",  "Khánh",  "Hậu",
				     "Tiền",   "Giang", "Vĩnh", "Phước", "Thượng", "Yên"},
			   .forms = {"%s", "Công ty %s", "Đại học %s", "Viện Công nghệ %s",
				     "Trường Đại học Bách khoa %s",
				     "Viện Hàn lâm Khoa học và Công nghệ %s"}},
    [SCRIPT_GREEK] = {.of_hundred = 6,
		      .least = 4,
		      .most = 5,
		      .parts = {"κα", "λο",  "μη",  "νι",  "πο",  "ρά",  "σω",  "τέ",
				"φυ", "χρι", "βα",  "γλυ", "δια", "ζα",  "θε",  "κρή",
				"ξε", "πλα", "στα", "τρί", "ψη",  "λία", "μος", "νης"},
		      .forms = {"ΔΕΗ %s", "%s Α.Ε.", "Πανεπιστήμιο %s", "Ινστιτούτο Τεχνολογίας %s",
				"Ίδρυμα Τεχνολογίας και Έρευνας %s", "Εθνικό Κέντρο Έρευνας %s"}},
    [SCRIPT_CYRILLIC] = {.of_hundred = 6,
			 .least = 4,
			 .most = 5,
			 .parts = {"ба", "во", "гра", "дже", "жу",  "зи",   "йо", "ко",  "лы",
				   "мя", "ни", "пра", "ру",  "сте", "ти",   "фё", "хо",  "цы",
				   "чу", "ше", "щи",  "ъе",  "юр",  "янск", "ов", "град"},
			 .forms = {"НИИ %s", "АО «%s»", "Университет %s", "Институт физики %s",
				   "Национальный исследовательский университет %s",
				   "Університет ім. %s"}},
    [SCRIPT_ARABIC] = {.of_hundred = 2,
		       .least = 4,
		       .most = 5,
		       .parts = {"با", "تو", "ثي", "جا", "حم", "خا",  "دي", "را",
				 "زه", "سل", "شر", "صا", "طب", "عب",  "غز", "في",
				 "قا", "كر", "لا", "مد", "نو", "هان", "وة", "ياء"},
		       .forms = {"شركة %s", "معهد %s", "جامعة %s", "جامعة %s للعلوم والتكنولوجيا",
				 "المركز الوطني للبحوث في %s"}},
    [SCRIPT_HAN] = {.of_hundred = 1,
		    .least = 2,
		    .most = 3,
		    .parts = {"昆明", "北京", "上海", "广州", "深圳", "成都", "重庆", "天津",
			      "武汉", "西安", "苏杭", "长沙", "青岛", "大连", "宁波", "厦门",
			      "合肥", "福建", "济南", "沈阳", "哈尔", "郑东", "石家", "太原",
			      "兰新", "银川", "海口", "贵遵", "云岭", "龙江", "华中", "金陵",
			      "平湖", "安徽", "泰和", "丰台", "永嘉", "晋阳"},
		    .forms = {"%s大学", "%s集团", "%s科学技术大学", "%s医科大学",
			      "中国科学院%s研究所", "%s电子信息技术有限公司"}},
    [SCRIPT_KANA] = {.of_hundred = 1,
		     .least = 3,
		     .most = 4,
		     .parts = {"アオ", "カワ", "サキ", "タナ", "ハマ", "ヤス", "リク", "シン",
			       "ノミ", "クロ", "スエ", "ムツ", "ルイ", "ケン", "セト", "テラ",
			       "ネオ", "レモ", "コト", "ソラ", "モリ", "ロハ", "ガジ", "ドバ",
			       "プラ", "ヒサ", "みず", "ゆき", "川口", "島田", "岡本", "森下",
			       "フェ", "ニッ", "チュ", "ギョ", "ベア", "ダイ"},
		     .forms = {"%s大学", "%s(株)", "株式会社%s", "%s工業大学",
			       "国立研究開発法人%s研究機構", "%sテクノロジーズ株式会社"}},
    [SCRIPT_HANGUL] = {.of_hundred = 1,
		       .least = 2,
		       .most = 3,
		       .parts = {"가람", "나래", "다온", "라임", "마루", "바다", "사랑", "아침",
				 "자연", "차례", "강릉", "남해", "동서", "명진", "부산", "성북",
				 "수원", "안양", "영동", "인천", "전주", "청하", "춘삼", "평택",
				 "포항", "한빛", "호수", "홍성", "광명", "대구", "울릉", "제일"},
		       .forms = {"%s대학교", "%s전자", "주식회사 %s", "%s과학기술원",
				 "한국%s연구원"}},
};

/* The script of a record's names that are not Latin; Latin for most. */
static inline const Script *script_choose(Chance *by)
{
	int at = between(by, 1, 100);
	for (size_t i = 0; i < sizeof scripts_other / sizeof *scripts_other; i++)
		if ((at -= scripts_other[i].of_hundred) <= 0)
			return &scripts_other[i];
	return &script_latin;
}

static inline int words_count(const char *const *words, int most)
{
	int count = 0;
	while (count < most && words[count])
		count++;
	return count;
}

/* A name of this script, of a place or a holder. */
static inline const char *script_word(Chance *by, const Script *script)
{
	if (!script->parts[0])
		return word(by, 3, between(by, 3, 5));
	StrBuf buf = {.arena = by->a};
	bool spaced = str_equal(script->forms[0], "%s"); /* Vietnamese parts are words */
	int count = words_count(script->parts, PARTS_MOST);
	for (int i = between(by, script->least, script->most); i > 0; i--) {
		strbuf_add(&buf, script->parts[between(by, 0, count - 1)]);
		strbuf_add(&buf, spaced && i > 1 ? " " : "");
	}
	return buf.text;
}

/* An organization. */
static inline const char *script_actor(Chance *by, const Script *script)
{
	const char *form =
	    script->forms[between(by, 0, words_count(script->forms, FORMS_MOST) - 1)];
	const char *holder = strstr(form, "%s");
	return str_format(by->a, "%.*s%s%s", (int)(holder - form), form, script_word(by, script),
			  holder + 2);
}
