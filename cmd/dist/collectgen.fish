# Completion of collectgen for fish. What may stand next is said by the program itself, from
# the tables that read its command line: commands, options, values, the customers,
# invoices and letters of the ledger on the line.

function __collectgen_complete
    set -l words (commandline -opc)
    set -l begun (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in ($program --complete (string replace -r '^~/' "$HOME/" -- $words) "$begun" 2>/dev/null)
        switch $line
            case :folders
                __fish_complete_directories "$begun"
            case :files
                __fish_complete_path "$begun"
            case '*'
                echo $line
        end
    end
end

complete -c collectgen -f -a '(__collectgen_complete)'
