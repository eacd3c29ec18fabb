# month.awk: writes a ledger for a month-end into the folder OUT: CUSTOMERS customers with ten
# invoices each. Every account has an invoice that is not due yet, so each gets a statement; three
# customers in ten have paid nothing of the last two months and get the letter that is their turn.
# The same bytes on every run: the chance in it is Lehmer's generator. The as-of day is 2026-11-30.

function chance(n) { # 0 .. n - 1
	seed = (seed * 16807) % 2147483647
	return seed % n
}

function pick(list) {
	return list[1 + chance(list[0])]
}

function words(list, text) {
	list[0] = split(text, list, " ")
}

function amount(    pence) {
	pence = 2000 + chance(800000)
	return sprintf("%d.%02d", int(pence / 100), pence % 100)
}

function customer(c) {
	printf "  - id: c%06d\n    name: \"%s & %s %s Ltd\"\n    address: |\n      %d %s %s\n      %s\n", \
		c, pick(first), pick(second), pick(trade), 1 + chance(200), pick(second), pick(street), \
		pick(town) > PEOPLE
	printf "    email: accounts@c%06d.example\n", c > PEOPLE
}

# Of month m (1 = February 2026 .. 10 = November), paid or not.
function invoice(c, m, paid,    number, sum, file, day) {
	number = sprintf("R-%06d-%02d", c, m)
	sum = amount()
	day = 1 + chance(28)
	file = OUT "/" part "/invoices-" sprintf("%02d", m) ".yaml"
	if (!(file in begun))
		print "invoices:" > file
	begun[file] = 1
	printf "  - {number: %s, customer: c%06d, issued: 2026-%02d-%02d, amount: %s}\n", \
		number, c, m + 1, day, sum > file
	if (paid)
		printf "  - {date: 2026-%02d-%02d, customer: c%06d, amount: %s, for: [%s]}\n", \
			m + 2, 1 + chance(28), c, sum, number > PAID
	return number
}

function logged(c, day, stage, numbers) {
	printf "  - {date: %s, customer: c%06d, stage: %s, invoices: [%s], channel: post}\n", \
		day, c, stage, numbers > SENT
}

function begin(c) {
	part = sprintf("%03d", int((c - 1) / 1000))
	system("mkdir -p " OUT "/" part)
	PEOPLE = OUT "/" part "/customers.yaml"
	PAID = OUT "/" part "/payments.yaml"
	SENT = OUT "/" part "/log.yaml"
	print "customers:" > PEOPLE
	print "payments:" > PAID
	print "log:" > SENT
}

BEGIN {
	seed = 20261130
	words(first, "Ashdown Birch Calder Dunmore Eastgate Fenwick Garth Hollis Ings Jarrow")
	words(second, "Kettle Larch Marsh Norton Oakley Pinder Quarry Rowan Saddler Thorne")
	words(trade, "Joinery Kitchens Flooring Windows Interiors Roofing Fittings Doors")
	words(street, "Street Lane Road Row Yard")
	words(town, "Bristol Leeds Hull York Derby Exeter Lincoln Durham")
	for (c = 1; c <= CUSTOMERS; c++) {
		if (c % 1000 == 1)
			begin(c)
		customer(c)
		late = c % 10 < 3
		for (m = 1; m <= 7; m++)
			invoice(c, m, 1)
		august = invoice(c, 8, !late)
		if (late && c % 3 > 0)
			logged(c, "2026-10-20", "reminder-1", august)
		if (late && c % 3 > 1)
			logged(c, "2026-11-05", "reminder-2", august)
		invoice(c, 9, 1)
		invoice(c, 10, 0)
		if (c % 1000 == 0 || c == CUSTOMERS)
			for (file in begun) {
				close(file)
				delete begun[file]
			}
	}
}
