# completion.zsh FOLDER LINE: types LINE and Tab into a zsh that has the completion script of
# FOLDER, and prints the line as it stands then. A shell under a pseudo-terminal, because
# zsh completes in its line editor only.
zmodload zsh/zpty
zpty shell "zsh -f -i"
zpty -w shell 'PROMPT= RPROMPT= PS2=; unsetopt zle_bracketed_paste prompt_cr prompt_sp; stty -echo'
zpty -w shell "fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w shell 'report() { print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line }'
zpty -w shell 'zle -N report; bindkey "^X" report; print ready-$((6 * 7))'
zpty -r -m shell seen '*ready-42*'
zpty -w -n shell "$2"$'\t'$'\x18'
zpty -r -m shell seen '*<<*>>*'
zpty -d shell
seen=${${seen##*<<}%%>>*}
print -r -- "${seen% }"
