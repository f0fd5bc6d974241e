# shellcheck shell=sh
# The client of VS Code's extension for containers.
prepare() {
  npm_packages
}

actions() {
  NODE_PATH=$NODE node "$here/vscode.js"
}
