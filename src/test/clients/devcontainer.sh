# shellcheck shell=sh
# @devcontainers/cli: starts a container for development, and runs commands in it.
order=sort

prepare() {
  npm_packages
}

actions() {
  git init -q
  mkdir -p .devcontainer
  cat >.devcontainer/devcontainer.json <<'END'
{"image": "busybox:latest", "remoteEnv": {"A": "b c"}, "containerEnv": {"C": "d"}, "mounts": ["type=volume,source=kept,target=/kept"],
  "postCreateCommand": "echo created >/root/created", "runArgs": ["--name", "dev", "--label", "x=y"], "forwardPorts": [80],
  "shutdownAction": "none", "overrideCommand": true}
END
  dev read-configuration --workspace-folder .
  dev up --workspace-folder . --log-level info
  dev exec --workspace-folder . sh -c 'cat /root/created; echo "$A $C"; pwd; ls'
  dev exec --workspace-folder . sh -c 'exit 4'
  dev up --workspace-folder . --remove-existing-container
  docker stop -t 0 dev
  dev up --workspace-folder .
  dev run-user-commands --workspace-folder .
  dev exec --container-id "$(docker ps -q --filter name=dev)" echo by id
}
