# shellcheck shell=sh
# ansible's module docker_compose_v2: the services of a compose file, by docker's plugin.
needs='ansible-playbook collections docker-compose'

actions() {
  plugin compose
  mkdir services
  cat >services/compose.yaml <<'END'
name: example
services:
  web:
    image: busybox:latest
    command: httpd -f -p 80 -h /etc
    init: true
  built:
    build: .
    command: sleep 600
    init: true
END
  printf '%s\n' 'FROM busybox:latest' 'RUN echo built >/built' >services/Dockerfile
  cp "$here/ansible-compose.yml" .
  export ANSIBLE_NOCOLOR=1 ANSIBLE_HOME="$HOME/ansible" ANSIBLE_LOCALHOST_WARNING=0 PYTHONWARNINGS=ignore DOCKER_BUILDKIT=0
  export ANSIBLE_COLLECTIONS_PATH="$root/target/programs/collections" ANSIBLE_COLLECTIONS_ON_ANSIBLE_VERSION_MISMATCH=ignore
  ansible-playbook -i localhost, -c local ansible-compose.yml
}
