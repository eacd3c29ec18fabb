/* look: the sizes, leadings and blanks of a letter, in one place.
 * Floor 3, paper wing. Owner: values only. All [mpt]. */
#ifndef PAGE_LOOK_H
#define PAGE_LOOK_H

#include "page/words.h"

#define LOOK_BODY 10500
#define LOOK_LEADING 13800
#define LOOK_PARAGRAPH_GAP 6900 /* half a line */
#define LOOK_ITEM_GAP 2500
#define LOOK_INDENT 15000 /* of a list's text behind its label */
#define LOOK_TABLE_GAP 9000
#define LOOK_RULE 500 /* thickness of a thin rule */
#define LOOK_PANEL_PADDING 9000
#define LOOK_PANEL_INSET 12000
#define LOOK_SMALL_GREY 80

/* Characters a line of running text holds on average: 60 to 75 read well. */
#define LOOK_LINE_CHARACTERS 76

/* What a line of text can do without of its leading where a page is short of room. */
mpt look_give(const struct type *type);

struct type look_body(void);
struct type look_heading(unsigned level);
struct type look_subject(void);
/* A table's text at one of the sizes below. */
struct type look_table(mpt size);
/* Tables too wide try the next smaller size: index from 0; 0 after the last. */
mpt look_table_size(size_t index);
/* The recipient's address: index from 0; size 0 after the last. */
struct type look_address(size_t index);
/* Letterhead's name: large, then smaller for long names; size 0 after the last. */
struct type look_name(size_t index);
struct type look_small(void); /* letterhead lines, running heads */
struct type look_foot(void);  /* footer, page number, sender line */
struct type look_info(void);  /* reference block */

#endif
