/* SPDX-License-Identifier: MIT */
#include "set/notice.h"

Notice notice_size(const Measure *m, const Words *words, Len width)
{
	Len most = len_max(len_add(width, -4 * NOTICE_GAP), 0);
	Notice notice = {.text = size_text(m, words, len_min(size_words_natural(m, words), most))};
	notice.width = len_add(notice.text.lines.width, 4 * NOTICE_GAP);
	notice.height = len_add(notice.text.lines.height, 2 * NOTICE_GAP);
	return notice;
}

void notice_paint(Painter *p, const Notice *notice, Len x, Len y, Len width, Len height,
		  const Ink *paper, const Ink *frame)
{
	Len left = len_add(x, len_add(width, -notice->width) / 2);
	Len top = len_add(y, len_add(height, -notice->height) / 2);
	paint_rect(p, left, top, notice->width, notice->height, paper, NULL);
	paint_frame(p, left, top, notice->width, notice->height, 600, 0, frame);
	paint_text(p, &notice->text, left + 2 * NOTICE_GAP, top + NOTICE_GAP,
		   notice->text.lines.width, ALIGN_CENTER);
}
