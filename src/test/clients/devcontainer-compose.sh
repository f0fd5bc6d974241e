# shellcheck shell=sh
# @devcontainers/cli: containers for development of a compose file, by docker's plugin.
needs=docker-compose
order=sort

prepare() {
  npm_packages
}

actions() {
  plugin compose
  git init -q
  mkdir .devcontainer
  cat >.devcontainer/devcontainer.json <<'END'
{"dockerComposeFile": "compose.yaml", "service": "app", "runServices": ["app", "web"], "workspaceFolder": "/project",
  "postCreateCommand": "echo created >/root/created", "shutdownAction": "none", "overrideCommand": true, "remoteEnv": {"C": "d"}}
END
  cat >.devcontainer/compose.yaml <<'END'
name: dev
services:
  app:
    build: {context: ., args: {A: b c}}
    volumes: ["..:/project"]
    init: true
  web:
    image: busybox:latest
    command: httpd -f -p 80 -h /etc
    init: true
  unused:
    image: busybox:latest
END
  printf '%s\n' 'FROM busybox:latest' 'ARG A' 'RUN echo "$A" >/built' >.devcontainer/Dockerfile
  echo text >file.txt
  dev up --workspace-folder . | grep -v '^#[0-9]'
  dev exec --workspace-folder . sh -c 'cat /built file.txt /root/created; echo "$C"; wget -q -O - http://web/group | head -n 1'
  docker ps --format '{{.Names}} {{.Image}}' | sort
  docker compose -p dev stop -t 0 2>&1 | sort
  dev up --workspace-folder .
  docker compose -p dev down -t 0 --volumes 2>&1 | sort
}
