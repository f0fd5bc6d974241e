#!/bin/bash
# Writes the last column of the tables beside this script anew, from the docker on PATH:
#   record.sh addresses.tsv    text -> the address docker makes of it
#   record.sh choices.tsv      files, environment, flags -> what `docker ps` prints
# No row needs an engine: docker names the one it cannot reach. In choices.tsv, entries of a column
# are separated by `|`, `-` is an empty column, and DIR is the configuration directory.
set -u
table=$(dirname "$0")/$1
docker=$(command -v docker)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

run() { env -i HOME="$dir/home" DOCKER_CONFIG="$dir" "${env[@]}" timeout 10 "$docker" "$@" 2>&1; }

address() { # No PATH, hence no ssh: only what is refused beforehand can fail to initialize.
  env=()
  local text
  text=$(run -H "$1" ps)
  case $text in
    'Failed to initialize: '*) echo "${text#Failed to initialize: }" ;;
    *) run -H "$1" context inspect default -f '{{.Endpoints.docker.Host}}' ;;
  esac
}

files() { # config.json={...} or NAME={...}, NAME being a context
  rm -rf "${dir:?}"/*
  local file folder
  for file in "$@"; do
    folder=$dir/contexts/meta/$(printf %s "${file%%=*}" | sha256sum | cut -d' ' -f1)
    case $file in
      config.json=*) printf %s "${file#*=}" >"$dir/config.json" ;;
      *=*) mkdir -p "$folder" && printf %s "${file#*=}" >"$folder/meta.json" ;;
      *) : >"$dir/$file" ;;
    esac
  done
}

split() { # $1 = array name, $2 = column
  if [ "$2" = - ]; then eval "$1=()"; else mapfile -t -d '|' "$1" < <(printf '%s|' "${2//DIR/$dir}"); fi
}

while IFS= read -r line; do
  case $line in
    '' | '#'*) echo "$line" ;;
    *)
      IFS=$'\t' read -r first second third _ <<<"$line"
      if [ "$1" = addresses.tsv ]; then
        printf '%s\t%s\n' "$first" "$(address "$first")"
      else
        split given "$first" && split env "$second" && split flags "$third"
        files "${given[@]}"
        printf '%s\t%s\t%s\t%s\n' "$first" "$second" "$third" \
          "$(run "${flags[@]}" ps | sed "s#$dir#DIR#g" | paste -sd'|')"
      fi
      ;;
  esac
done <"$table" >"$dir.new" && mv "$dir.new" "$table"
