# ledger.awk: writes a large ledger into the folder OUT: CUSTOMERS customers with six invoices
# each, payments, part payments, letters already sent. The same bytes on every run: the chance
# in it is Lehmer's generator. Days count from 2025-01-01; the as-of date is 2026-11-30, day 698.

function chance(n) { # 0 .. n - 1
	seed = (seed * 16807) % 2147483647
	return seed % n
}

function day_text(day,    year, month, length_of) {
	year = 2025
	while (day >= 365) { # 2025 and 2026 are no leap years
		day -= 365
		year++
	}
	for (month = 1; day >= (length_of = days_in[month]); month++)
		day -= length_of
	return sprintf("%d-%02d-%02d", year, month, day + 1)
}

function amount_text(pence) {
	return sprintf("%d.%02d", int(pence / 100), pence % 100)
}

function pick(list) {
	return list[1 + chance(list[0])]
}

function words(list, text,    count) {
	count = split(text, list, " ")
	list[0] = count
}

function customer(c,    name) {
	name = pick(first) " & " pick(second) " " pick(trade) " Ltd"
	printf "  - id: c%05d\n    name: \"%s %d\"\n    address: |\n      %d %s %s\n      %s\n", \
		c, name, c, 1 + chance(200), pick(second), pick(street), pick(town) > CUSTOMERS_FILE
	printf "    email: accounts@c%05d.example\n    kind: business\n", c > CUSTOMERS_FILE
}

# One invoice; returns nothing, adds what happened to it to the files of its months.
function invoice(c, i,    number, issued, due, pence, file, net) {
	number = sprintf("R-%05d-%d", c, i)
	issued = 270 + (i - 1) * 70 + chance(60)
	due = issued + 30
	file = OUT "/invoices/" substr(day_text(issued), 1, 7) ".yaml"
	if (!(file in begun))
		print "invoices:" > file
	begun[file] = 1
	printf "  - number: %s\n    customer: c%05d\n    issued: %s\n", \
		number, c, day_text(issued) > file
	if (chance(4) == 0) {
		net = 1000 + chance(200000)
		pence = 2 * net + int(2 * net / 5 + 0.5)
		printf "    lines:\n      - {description: \"%s %s\", quantity: 2, unit_price: %s, tax: 20}\n", \
			pick(thing), pick(trade), amount_text(net) > file
	} else {
		pence = 2000 + chance(800000)
		printf "    amount: %s\n", amount_text(pence) > file
	}
	settle(c, number, due, pence)
}

# Two thirds are paid, some late, some in part; the rest has had the letters that were due.
function settle(c, number, due, pence,    fate, paid) {
	fate = chance(12)
	paid = due - 10 + chance(25)
	if (paid > 697)
		return
	if (fate < 8)
		pay(c, number, paid, pence)
	else if (fate == 8)
		pay(c, number, paid, int(pence / 3))
	if (fate >= 8 && due + 6 < 690) {
		letter(c, number, due + 6, "reminder-1")
		if (due + 20 < 690)
			letter(c, number, due + 20, "reminder-2")
	}
}

function pay(c, number, day, pence) {
	printf "  - {date: %s, customer: c%05d, amount: %s, for: [%s]}\n", \
		day_text(day), c, amount_text(pence), number > PAYMENTS_FILE
}

function letter(c, number, day, stage) {
	printf "  - {date: %s, customer: c%05d, stage: %s, invoices: [%s], channel: post}\n", \
		day_text(day), c, stage, number > LOG_FILE
}

BEGIN {
	seed = 20261130
	split("31 28 31 30 31 30 31 31 30 31 30 31", days_in, " ")
	words(first, "Ashdown Birch Calder Dunmore Eastgate Fenwick Garth Hollis Ings Jarrow")
	words(second, "Kettle Larch Marsh Norton Oakley Pinder Quarry Rowan Saddler Thorne")
	words(trade, "Joinery Kitchens Flooring Windows Interiors Roofing Fittings Doors")
	words(thing, "Oak Ash Walnut Painted Fitted Reclaimed")
	words(street, "Street Lane Road Row Yard")
	words(town, "Bristol Leeds Hull York Derby Exeter Lincoln Durham")
	CUSTOMERS_FILE = OUT "/customers.yaml"
	PAYMENTS_FILE = OUT "/payments.yaml"
	LOG_FILE = OUT "/log.yaml"
	print "customers:" > CUSTOMERS_FILE
	print "payments:" > PAYMENTS_FILE
	print "log:" > LOG_FILE
	for (c = 1; c <= CUSTOMERS; c++) {
		customer(c)
		for (i = 1; i <= 6; i++)
			invoice(c, i)
	}
}
