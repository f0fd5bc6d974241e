# shellcheck shell=sh
# @devcontainers/cli: builds a container's image from a Dockerfile and a feature, in several stages.
order=sort

prepare() {
  npm_packages
}

write_feature() {
  mkdir -p .devcontainer/feature
  echo '{"id": "feature", "version": "1.0.0", "name": "Feature", "options": {"word": {"type": "string", "default": "a"}},
    "containerEnv": {"F": "from feature"}}' >.devcontainer/feature/devcontainer-feature.json
  printf '%s\n' '#!/bin/sh' 'echo "$WORD $_REMOTE_USER" >/feature' >.devcontainer/feature/install.sh
}

actions() {
  git init -q
  write_feature
  cat >.devcontainer/devcontainer.json <<'END'
{"build": {"dockerfile": "Dockerfile", "context": "..", "args": {"A": "b c"}, "target": "base"}, "remoteUser": "dev",
  "features": {"./feature": {"word": "d e"}}, "postCreateCommand": "id -u >/tmp/created", "runArgs": ["--name", "dev"]}
END
  cat >.devcontainer/Dockerfile <<'END'
FROM busybox:latest AS base
ARG A
RUN echo "dev:x:1000:1000::/home/dev:/bin/sh" >>/etc/passwd && mkdir -p /home/dev && chown 1000 /home/dev && echo "$A" >/built
COPY file.txt /copied
ENV B="f g"
FROM base
RUN echo never >/never
END
  echo text >file.txt
  dev build --workspace-folder . --image-name example:dev
  dev up --workspace-folder .
  dev exec --workspace-folder . sh -c 'cat /built /copied /feature /tmp/created; echo "$B $F"'
  echo changed >file.txt
  dev up --workspace-folder . --remove-existing-container
  dev exec --workspace-folder . cat /copied
  dev up --workspace-folder . --remove-existing-container --build-no-cache
  echo 'RUN exit 5' >>.devcontainer/Dockerfile
  sed -i 's/, "target": "base"//' .devcontainer/devcontainer.json
  dev up --workspace-folder . --remove-existing-container
  docker container prune -f
}
