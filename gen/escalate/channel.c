#include "escalate/channel.h"

static const struct channel_list UNSTATED = {{CHANNEL_POST, CHANNEL_EMAIL}, 2};

static bool is_usable(const struct customer *customer, enum channel channel)
{
	switch (channel) {
	case CHANNEL_EMAIL:
		return customer->email.len > 0;
	case CHANNEL_POST:
		return customer->address.len > 0;
	case CHANNEL_NONE:
	case CHANNEL_PHONE:
	case CHANNEL_VISIT:
	case CHANNEL__COUNT:
		break;
	}
	return false;
}

static const struct channel_list *list_of(const struct ledger *ledger,
					  const struct customer *customer)
{
	if (customer->channel.count)
		return &customer->channel;
	return ledger->defaults.channel.count ? &ledger->defaults.channel : &UNSTATED;
}

enum channel channel_choose(const struct ledger *ledger, const struct customer *customer,
			    const struct stage *stage)
{
	const struct channel_list *list = list_of(ledger, customer);

	for (size_t i = 0; i < list->count; i++) {
		enum channel channel = (enum channel)list->items[i];
		bool allowed =
			stage->channel == CHANNEL_NONE || stage->channel == channel;
		if (allowed && is_usable(customer, channel))
			return channel;
	}
	return CHANNEL_NONE;
}

const char *channel_name(enum channel channel)
{
	static const char *const names[CHANNEL__COUNT] = {"none", "email", "post",
							  "phone", "visit"};
	return names[channel];
}
