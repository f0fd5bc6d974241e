# shellcheck shell=sh
# An image from a Debian system: debootstrap, tar and `docker import`.
needs=debootstrap

prepare() {
  debian_tar
}

actions() {
  docker import --change 'CMD ["bash"]' --change 'ENV A="b c"' --message 'from debootstrap' - debian:minbase <"$STATE/debian.tar"
  docker import "$STATE/debian.tar" debian:file
  docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}'
  docker history --format '{{.CreatedBy}} {{.Size}} {{.Comment}}' debian:minbase
  docker run --rm debian:minbase sh -c 'cat /etc/debian_version; dpkg -l | grep -c ^ii; echo "$A"'
  docker run --rm -i debian:minbase bash -c 'apt-get -qq check && echo fine' </dev/null
  docker rmi debian:file debian:minbase
}
