# shellcheck shell=sh
# ansible's connection through `docker`: commands, files and modules in a container, which has the machine's Python.
needs=ansible-playbook

actions() {
  mkdir -p files
  seq 1 50000 >files/numbers
  printf 'file\000binary\n' >files/binary
  # Not -v, as docker's order of these is random.
  bind() { echo "--mount=type=bind,readonly,source=$1,target=$1"; }
  docker run -d --name host "$(bind /usr)" "$(bind /lib)" "$(bind /lib64)" busybox:latest sleep 600
  printf '%s\n' '[all]' 'host ansible_connection=community.docker.docker ansible_python_interpreter=/usr/bin/python3' \
    'ended ansible_connection=community.docker.docker' >hosts
  docker create --name ended busybox:latest true
  cp "$here/ansible.yml" .
  export ANSIBLE_NOCOLOR=1 ANSIBLE_HOME="$HOME/ansible" ANSIBLE_LOCALHOST_WARNING=0 PYTHONWARNINGS=ignore
  ansible -i hosts host -m raw -a 'echo raw; id -u'
  ansible -i hosts ended -m raw -a 'true'
  ansible -i hosts absent -m raw -a 'true'
  ansible-playbook -i hosts -l host ansible.yml
  cmp files/numbers fetched/host/root/numbers && echo same
  ls -R fetched
}
