/* explain: the subjects that can be asked about, and the two forms of the answer.
 * Floor 7. Owner: the explanation's arena. */
#ifndef CMD_EXPLAIN_H
#define CMD_EXPLAIN_H

#include "explanation.h"

/* The whole of each subject. */
void explain_invoice(struct explanation *explanation, const struct progress *progress);
void explain_account(struct explanation *explanation);
void explain_letter(struct explanation *explanation, const struct letter *letter);

/* Parts of an invoice. */
void explain_amount(struct explanation *explanation, const struct item *item);
void explain_principal(struct explanation *explanation, const struct item *item);
void explain_interest(struct explanation *explanation, const struct item *item);
void explain_charges(struct explanation *explanation, const struct item *item);
void explain_stages(struct explanation *explanation, const struct progress *progress);

/* Why a charge counts, or does not; what was paid of it. */
void explain_claim(struct explanation *explanation, const struct item *item,
		   enum charge charge);
/* "letters/acme/reminder-1-GBP-plain.pdf" */
struct str explain_path(struct arena *arena, const struct account *account,
			const struct letter *letter);
/* "11.75" */
struct str explain_percent(struct arena *arena, ppm rate);

/* In 80 columns for people; as data. */
struct str explain_text(const struct explanation *explanation, bool color);
struct str explain_json(const struct explanation *const *explanations, size_t count);

#endif
