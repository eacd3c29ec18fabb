/* paper: a press that is kept from input to input, and what holds for every page. */
#ifndef TESTS_FUZZ_PAPER_H
#define TESTS_FUZZ_PAPER_H

#include "fuzz.h"
#include "press/press.h"

/* Opening the fonts takes longer than setting a page; what a press has learnt grows, so
 * now and then it is another one. */
struct press *paper_press(void);

/* Nothing leaves the paper; both devices take the pages. */
void paper_check(struct fuzz *fuzz, const struct layout *layout);

#endif
