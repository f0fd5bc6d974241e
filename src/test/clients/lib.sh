# shellcheck shell=sh
# What several clients need. prepare() runs in the clone, with the machine's network; actions() in $WORK/project, without one.
STATE=${STATE-$PWD/target/clients}
NODE=$STATE/npm/node_modules
PATH=$NODE/.bin:$PATH
export NODE PATH

# Installs the programs of package.json below target.
npm_packages() {
  cmp -s src/test/clients/package.json "$STATE/npm/package.json" && [ -d "$NODE" ] && return
  rm -rf "$STATE/npm" "$STATE/npm-new"
  mkdir -p "$STATE/npm-new"
  cp src/test/clients/package.json "$STATE/npm-new"
  npm install --prefix "$STATE/npm-new" --ignore-scripts --no-package-lock --no-fund --no-audit
  mv "$STATE/npm-new" "$STATE/npm"
}

# Creates target/clients/debian.tar, a minimal Debian of the release and the mirror in the machine's package lists.
debian_tar() {
  [ ! -e "$STATE/debian.tar" ] || return 0
  rm -rf "$STATE/debian"
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Component: main' | head -n 1)
  release=$(apt-get indextargets --format '$(CODENAME)' 'Created-By: Packages' 'Component: main' | head -n 1)
  unshare --mount sh -eux -c "
    mount --make-rprivate /
    mount -t overlay -o 'ro,lowerdir=$PWD/target/programs/root/usr:/usr' overlay /usr
    debootstrap --variant=minbase '$release' '$STATE/debian' '$mirror'"
  tar -C "$STATE/debian" --sort=name -cf "$STATE/debian.tar.new" .
  rm -rf "$STATE/debian"
  mv "$STATE/debian.tar.new" "$STATE/debian.tar"
}

# Runs a registry at localhost:5000 until the client ends.
start_registry() {
  mkdir "$WORK/registry"
  cat >"$WORK/registry.yml" <<END
version: 0.1
log: {level: error}
storage: {filesystem: {rootdirectory: $WORK/registry}}
http: {addr: localhost:5000}
END
  docker-registry serve "$WORK/registry.yml" >"$WORK/registry.log" 2>&1 &
  trap 'kill $!' EXIT
  curl -s --retry 50 --retry-connrefused --retry-delay 1 localhost:5000/v2/
}

# Gives docker an unpacked plugin: plugin NAME
plugin() {
  mkdir -p "$HOME/.docker/cli-plugins"
  ln -s "$root/target/programs/docker-$1" "$HOME/.docker/cli-plugins"
}

# Calls @devcontainers/cli, without the lines of its log. It writes the time wherever a piece of docker's output begins.
dev() {
  export TMPDIR="$HOME/tmp"
  mkdir -p "$TMPDIR"
  devcontainer "$@" 2>&1 | sed -E '/^\[[0-9]+ ms\]/d; s/^\[[0-9T:.-]+Z\] ?//; /^ *$/d'
}
