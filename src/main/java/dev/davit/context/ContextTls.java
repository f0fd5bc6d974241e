package dev.davit.context;

import dev.davit.io.AtomicFile;
import dev.davit.io.Directories;
import dev.davit.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The certificates and keys of one context: files by endpoint (cli/context/store/tlsstore.go). */
public record ContextTls(Path folder) {
  private static final String OWNER_ONLY = "rwx------";

  /** Returns the content of all files, by endpoint and name. */
  public Map<String, Map<String, byte[]>> read() throws IOException {
    Map<String, Map<String, byte[]>> material = new TreeMap<>();
    for (Path endpoint : Directories.list(folder)) {
      if (Files.isDirectory(endpoint, LinkOption.NOFOLLOW_LINKS)) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : Directories.list(endpoint)) {
          if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            files.put(file.getFileName().toString(), WholeFile.read(file));
          }
        }
        material.put(endpoint.getFileName().toString(), files);
      }
    }
    return material;
  }

  /** Replaces all files. */
  public void replace(Map<String, Map<String, byte[]>> material) throws IOException {
    Directories.remove(folder);
    for (Map.Entry<String, Map<String, byte[]>> endpoint : material.entrySet()) {
      write(folder.resolve(endpoint.getKey()), endpoint.getValue());
    }
  }

  /** Replaces the files of one endpoint. */
  public void replace(String endpoint, Map<String, byte[]> files) throws IOException {
    Directories.remove(folder.resolve(endpoint));
    write(folder.resolve(endpoint), files);
  }

  private static void write(Path endpoint, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Directories.make(endpoint, OWNER_ONLY);
      AtomicFile.write(endpoint.resolve(file.getKey()), file.getValue(), "rw-------");
    }
  }
}
