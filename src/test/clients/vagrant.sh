# shellcheck shell=sh
# vagrant's docker provider, with a private network.
needs='vagrant git'
order='sort -u'

actions() {
  cat >Vagrantfile <<'END'
Vagrant.configure("2") do |config|
  config.vm.define "one" do |one|
    one.vm.network "private_network", ip: "172.30.0.5", netmask: "24"
    one.vm.network "forwarded_port", guest: 80, host: 8080
    one.vm.synced_folder ".", "/project"
    one.vm.provider "docker" do |d|
      d.image = "busybox:latest"
      d.name = "one"
      d.cmd = ["sleep", "600"]
      d.env = {"A" => "b c"}
      d.create_args = ["--label", "x=y"]
      d.remains_running = true
    end
  end
  config.vm.define "two" do |two|
    two.vm.network "private_network", type: "dhcp", subnet: "172.31.0.0/24"
    two.vm.provider "docker" do |d|
      d.image = "busybox:latest"
      d.name = "two"
      d.cmd = ["echo", "two"]
      d.remains_running = false
    end
  end
end
END
  export VAGRANT_CHECKPOINT_DISABLE=1 VAGRANT_NO_PARALLEL=1 VAGRANT_HOME="$HOME/.vagrant.d"
  vagrant up --provider=docker
  vagrant status
  vagrant docker-exec one -- sh -c 'echo "$A"; ls /project; ip -4 addr | grep -c inet'
  vagrant docker-logs
  vagrant docker-run one -- echo run
  vagrant halt one
  vagrant up one
  vagrant destroy -f
  docker network ls --format '{{.Name}}'
}
