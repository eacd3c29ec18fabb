#include "paper.h"

#include <stdlib.h>

#include "base/arena.h"

struct press *paper_press(void)
{
	static struct arena *arena;
	static struct press *press;
	static unsigned turn;
	if (turn++ % 512 == 0) {
		struct str fault;
		press_free(press);
		arena_free(arena);
		arena = arena_new(0);
		press = press_new(arena, NULL, &fault);
		if (!press)
			abort();
	}
	return press;
}

void paper_check(struct fuzz *fuzz, const struct layout *layout)
{
	const struct meta meta = {.title = STR("T"), .date = {2026, 11, 30}};
	for (size_t p = 0; p < layout->npages; p++) {
		const struct page *page = &layout->pages[p];
		for (size_t i = 0; i < page->nframes; i++) {
			const struct rect *at = &page->frames[i].at;
			fuzz_law(at->x >= 0 && at->y >= 0 && at->w >= 0 && at->h >= 0,
				 "nothing stands left of or above the paper");
			fuzz_law(at->x <= layout->width - at->w &&
					 at->y <= layout->height - at->h,
				 "nothing stands right of or below the paper");
		}
	}
	proof_text(fuzz->arena, layout);
	press_pdf(fuzz->arena, paper_press(), layout, &meta, &fuzz->notices);
}
