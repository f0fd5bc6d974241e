# shellcheck shell=sh
# pre-commit: hooks whose images are built from a Dockerfile, with --pull, and run on the files to commit.
needs='pre-commit git busybox docker-registry curl'

# A repository with hooks, as pre-commit has one Dockerfile in each: hooks NAME ENTRY
hooks() {
  git init -q "$WORK/$1"
  cp Dockerfile "$WORK/$1"
  printf '%s\n' "- {id: $1, name: hook $1, language: docker, entry: \"$2\", types: [text]}" >"$WORK/$1/.pre-commit-hooks.yaml"
  [ "$1" != static ] || cp "$root/target/programs/busybox" "$WORK/$1"
  git -C "$WORK/$1" add .
  git -C "$WORK/$1" commit -qm first
  printf '%s\n' "- {repo: '$WORK/$1', rev: $(git -C "$WORK/$1" rev-parse HEAD), hooks: [{id: $1}]}"
}

configure() {
  hooks "$@" | sed '1s/^/repos:\n/' >.pre-commit-config.yaml
  git add .
}

actions() {
  export GIT_AUTHOR_DATE=2026-01-01T00:00:00Z GIT_COMMITTER_DATE=2026-01-01T00:00:00Z
  git config --global user.email a@b
  git config --global user.name a
  start_registry
  docker tag busybox:latest localhost:5000/busybox:latest
  docker push -q localhost:5000/busybox:latest
  git init -q .
  printf 'a\nb\n' >text

  printf '%s\n' 'FROM scratch' 'COPY busybox /bin/' >Dockerfile
  configure static '/bin/busybox wc -l'
  pre-commit run --verbose
  pre-commit run --all-files
  printf '%s\n' 'FROM localhost:5000/busybox:latest' 'RUN echo built >/built' >Dockerfile
  configure pulled "sh -c '! test -e refused'"
  pre-commit run --verbose
  pre-commit install
  git commit -qm accepted
  echo c | tee text >refused
  pre-commit run --files text
  git add text
  git commit -qm 'not accepted'
  configure absent-program /absent
  pre-commit run
  echo 'RUN exit 3' >>Dockerfile
  configure failing true
  pre-commit run
  echo 'FROM localhost:5000/absent:1' >Dockerfile
  configure absent true
  pre-commit run
  docker container prune -f
}
