#compdef davit
# Completion of davit for zsh. `davit __complete WORD...` prints the candidates; CONTRIBUTING describes the format.

_davit() {
  local -a answer names shown how
  local line directive flag word=${(Q)PREFIX}
  answer=("${(@f)$(${~words[1]} __complete "${(@Q)words[2,CURRENT-1]}" "$word" 2>/dev/null)}")
  directive=${answer[-1]#:}
  [[ -n $directive ]] || return
  answer[-1]=()
  # the flag of --flag=value, which candidates lack
  [[ $word != -*=* ]] || flag=${word%%=*}=
  for line in $answer; do
    names+=("$flag${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  (( (directive & 2) == 0 && (directive & 5) != 0 )) || how=(-S '')
  # one a line if there are descriptions
  [[ "$answer" != *$'\t'* ]] || how+=(-l)
  (( ! $#names )) || compadd "${how[@]}" -d shown -a names
  if (( directive & 16 )); then
    compset -P '*='
    _files -/
  elif (( (directive & 5) == 0 )); then
    compset -P '*='
    _files
  fi
}

# autoloaded from fpath it is called at once; sourced, it registers itself
if [[ $funcstack[1] == _davit ]]; then _davit "$@"; else compdef _davit davit; fi
