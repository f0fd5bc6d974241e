# shellcheck shell=sh
# gitlab-ci-local: runs the jobs of a .gitlab-ci.yml in containers, with services, caches and artifacts.
needs='rsync git'
order=sort

prepare() {
  npm_packages
}

# The program's images for waiting and copying are replaced, as there is no registry.
provide_images() {
  docker run --name util busybox:latest sh -c '
    printf "%s\n" "#!/bin/sh" "exec sh \"\$@\"" >/bin/bash
    printf "%s\n" "#!/bin/sh" "cp -r \"\$2\" \"\$3\"" >/bin/rsync
    chmod +x /bin/bash /bin/rsync'
  docker commit util docker.io/firecow/gitlab-ci-local-util:latest
  docker create --name wait busybox:latest
  docker commit --change 'ENTRYPOINT ["echo", "waiting"]' wait docker.io/sumina46/wait-for-it:latest
  docker rm util wait
}

actions() {
  provide_images >/dev/null
  cp "$here/gitlab-ci.yml" .gitlab-ci.yml
  git -c init.defaultBranch=main init -q
  git remote add origin git@example.com:group/project.git
  git config user.name a
  export GIT_AUTHOR_DATE=2026-01-01T00:00:00Z GIT_COMMITTER_DATE=2026-01-01T00:00:00Z
  git config user.email a@b
  git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
  echo text >file.txt
  git add .
  git commit -qm first
  ci() {
    gitlab-ci-local --no-color --pull-policy if-not-present --no-timestamps "$@" 2>&1 |
      sed -E 's/in [0-9.]+ m?s\b/in <time>/; s/\b[0-9]{5,6}\b/<number>/g'
  }
  ci --list
  ci build
  ci --needs test
  ci --mount-cache build
  ci failing
  ci absent-image
  ci with-service
  ci --volume /tmp:/host-tmp --extra-host h:1.2.3.4 build
  find . -path ./.git -prune -o -path ./.gitlab-ci-local -prune -o -type f -print | sort
}
