# Counts of files as a table of folders: "FOLDER lines tried branches tried" a file, tabs between.
# Fails when a folder of `whole` lacks a branch, or gen/ more than a tenth of its branches.

BEGIN {
	FS = "\t"
}

function add(folder) {
	lines[folder] += $2
	lines_tried[folder] += $3
	branches[folder] += $4
	tried[folder] += $5
}

# Rounded down: 100.0 is all of them.
function percent(part, all) {
	return all ? sprintf("%.1f", int(1000 * part / all) / 10) : "100.0"
}

function row(folder) {
	printf "%-14s %7d %6s %% %9d %6s %% %7d\n", folder, lines[folder],
		percent(lines_tried[folder], lines[folder]), branches[folder],
		percent(tried[folder], branches[folder]), branches[folder] - tried[folder]
}

{
	if (!($1 in lines))
		order[++n] = $1
	add($1)
	if ($1 ~ /^gen\//)
		add("gen")
}

END {
	printf "%-14s %7s %8s %9s %8s %7s\n", "folder", "lines", "tried", "branches", "tried", "untried"
	for (i = 1; i <= n; i++)
		row(order[i])
	row("gen")
	count = split(whole, folders, " ")
	for (i = 1; i <= count; i++)
		if (!branches[folders[i]] || tried[folders[i]] < branches[folders[i]]) {
			print "coverage: error: branches of " folders[i] " are not tried"
			failed = 1
		}
	if (tried["gen"] < 0.9 * branches["gen"] || !branches["gen"]) {
		print "coverage: error: less than 90 % of the branches of gen are tried"
		failed = 1
	}
	exit failed
}
