package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A sshd for one test, reachable as host {@code engine}. The {@code ssh} in {@link #programs} is
 * the installed one with a configuration that starts sshd for each connection, without a port or a
 * daemon; accounts and /run are separate from the system's. Only the key in {@code user_key} is
 * accepted.
 */
final class SshServer {
  private final Path folder;

  SshServer(Path folder) throws IOException {
    this(folder, System.getenv("PATH"));
  }

  /**
   * Creates a server.
   *
   * @param path the variable PATH of commands on the remote host
   */
  SshServer(Path folder, String path) throws IOException {
    this.folder = Files.createDirectories(folder);
    Files.createDirectories(programs());
    for (String key : List.of("host_key", "user_key")) {
      Pseudoterminal.run(
          List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file(key).toString()));
    }
    write("known_hosts", "engine " + Files.readString(file("host_key.pub")));
    write("passwd", "root:x:0:0:root:FOLDER:/bin/sh\nsshd:x:33:65534::/run/sshd:/bin/false\n");
    write("shadow", "root:*:1:0:99999:7:::\n");
    write(
        "sshd_config",
        """
        HostKey FOLDER/host_key
        AuthorizedKeysFile FOLDER/user_key.pub
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        StrictModes no
        UsePAM no
        PidFile none
        SetEnv PATH=REMOTE
        """
                .replace("REMOTE", path)
            + unpacked("SshdSessionPath", "sshd-session")
            + unpacked("SshdAuthPath", "sshd-auth"));
    write(
        "ssh_config",
        """
        Host *
        ProxyCommand setsid FOLDER/sshd
        User root
        IdentityFile FOLDER/user_key
        IdentitiesOnly yes
        UserKnownHostsFile FOLDER/known_hosts
        BatchMode yes
        """);
    script(
        "sshd",
        """
        exec unshare --mount sh -c '
          mount --bind FOLDER/passwd /etc/passwd
          mount --bind FOLDER/shadow /etc/shadow
          mount -t tmpfs -o mode=755 tmpfs /run
          mkdir /run/sshd
          exec SSHD -i -f FOLDER/sshd_config'
        """
            .replace("SSHD", path("sshd")));
    script(
        "programs/ssh",
        "echo x >>FOLDER/started; exec " + path("ssh") + " -F FOLDER/ssh_config \"$@\"");
  }

  /** Newer versions of sshd have other programs work for them, and look for these below /usr. */
  private static String unpacked(String option, String program) {
    Path file = Path.of("target/programs/root/usr/lib/openssh", program).toAbsolutePath();
    return Files.exists(file) ? option + ' ' + file + '\n' : "";
  }

  private static String path(String program) throws IOException {
    return Pseudoterminal.run(List.of("sh", "-c", "command -v " + program));
  }

  /** Returns a directory with an {@code ssh} that is configured for this server. */
  Path programs() {
    return file("programs");
  }

  /** Returns the number of ssh processes started. */
  long started() throws IOException {
    Path started = file("started");
    return Files.exists(started) ? Files.size(started) / 2 : 0;
  }

  /** Replaces one of the files. */
  void write(String name, String text) throws IOException {
    Files.writeString(file(name), text.replace("FOLDER", folder.toString()));
  }

  private void script(String name, String text) throws IOException {
    write(name, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
