# shellcheck shell=bash
# Completion of davit for bash. `davit __complete WORD...` prints the candidates; CONTRIBUTING describes the format.

# Puts into REPLY what bash would make of a word, without carrying out anything in it.
__davit_unquoted() {
  local rest=$1 quote='' c
  REPLY=
  while [[ -n $rest ]]; do
    c=${rest:0:1} rest=${rest:1}
    case $quote$c in
      \'\' | \"\") quote= ;;
      \' | \") quote=$c ;;
      \\ | \"\\)
        [[ -z $quote || ${rest:0:1} == [\\\"\$\`] ]] || REPLY+=\\
        REPLY+=${rest:0:1} rest=${rest:1}
        ;;
      *) REPLY+=$c ;;
    esac
  done
}

__davit() {
  local line=${COMP_LINE:0:COMP_POINT} words=() plain=() answer=() flag='' piece prefix directive word i
  # bash breaks words at = and : as well; what no blank divides belongs together
  for ((i = 0; i <= COMP_CWORD; i++)); do
    if ((i == 0)) || [[ $line == [[:space:]]* ]]; then
      words+=('') line=${line#"${line%%[![:space:]]*}"}
    fi
    piece=${COMP_WORDS[i]}
    # only what is before the cursor
    ((i < COMP_CWORD)) || piece=$line
    words[-1]+=$piece
    line=${line#"$piece"}
  done
  for word in "${words[@]:1}"; do __davit_unquoted "$word" && plain+=("$REPLY"); done
  mapfile -t answer < <("${words[0]/#\~/$HOME}" __completeNoDesc "${plain[@]}" 2>/dev/null)
  ((${#answer[@]})) || return
  directive=${answer[-1]#:}

  # readline replaces the last piece only
  [[ $piece == ["$COMP_WORDBREAKS"] && $piece != [\'\"] ]] && piece=
  __davit_unquoted "${words[-1]%"$piece"}"
  prefix=$REPLY COMPREPLY=()
  # the flag of --flag=value, which candidates lack
  [[ ${plain[-1]} != -*=* ]] || flag=${plain[-1]%%=*}=
  for word in "${answer[@]:0:${#answer[@]}-1}"; do
    word=$flag$word word=${word#"$prefix"}
    # in an open quote only what ends it or means something there
    case $piece in
      \"*) for i in \\ \" \$ \`; do word=${word//"$i"/\\"$i"}; done ;;
      \'*) word=${word//\'/\'\\\'\'} ;;
      *) printf -v word %q "$word" ;;
    esac
    COMPREPLY+=("$word")
  done
  if ((directive & 16)); then
    compopt -o dirnames -o nospace
  elif ((directive & 5)); then
    ((directive & 2)) && compopt -o nospace
  else
    compopt -o default && ((${#COMPREPLY[@]})) && compopt -o nospace
  fi
}
complete -F __davit davit
