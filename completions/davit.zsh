#compdef davit
# Completion of davit for zsh. `davit __complete WORD...` prints the candidates; CONTRIBUTING describes the format.

_davit() {
  local -a answer names shown how
  local line ending
  answer=("${(@f)$(${~words[1]} __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  ending=$answer[-1]
  answer[-1]=()
  for line in $answer; do
    names+=("${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  [[ $ending == :word ]] || how=(-S '')
  # one a line if there are descriptions
  [[ "$shown" == "$names" ]] || how+=(-l)
  (( ! $#names )) || compadd "${how[@]}" -d shown -a names
  case $ending in
    :files) compset -P '*='; _files ;;
    :folders) compset -P '*='; _files -/ ;;
  esac
}

# autoloaded from fpath it is called at once; sourced, it registers itself
if [[ $funcstack[1] == _davit ]]; then _davit "$@"; else compdef _davit davit; fi
