package dev.davit.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which archives an import of a volume refuses, and the names in those it does not. */
final class TarRelocationTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "folder ./; file ./a          | vol/ vol/a",
        "folder d; file d/a           | vol/d/ vol/d/a",
        "symlink a>/etc; file b       | vol/a>/etc vol/b",
        "file a; hard_link b>a        | vol/a vol/b>vol/a",
        "symlink a>b; hard_link c>./a | vol/a>b vol/c>vol/a",
        "file ./../v                  | \"./../v\" is outside of the archive's directory",
        "file /v                      | \"/v\" is outside of the archive's directory",
        "file a/../../v               | \"a/../../v\" is outside of the archive's directory",
        "hard_link a>../v             | \"../v\" is outside of the archive's directory",
        "symlink a>/etc; file a/x     | \"a/x\" is behind a symbolic link",
        "symlink a>/etc; file ./a//x  | \"./a//x\" is behind a symbolic link",
        "symlink a>/etc; hard_link b>a; file b/x | \"b/x\" is behind a symbolic link",
        "symlink a>/etc; hard_link b>a/x | \"a/x\" is behind a symbolic link",
        "file .                       | \".\" is not a directory",
      })
  void relocates(String entries, String expected) throws IOException {
    byte[] archive = archive(entries);
    if (expected.startsWith("vol")) {
      assertEquals(List.of(expected.split(" ", -1)), names(relocated(archive)));
    } else {
      assertEquals(
          expected, assertThrows(IOException.class, () -> relocated(archive)).getMessage());
    }
  }

  private static byte[] relocated(byte[] archive) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarRelocation.copy(new ByteArrayInputStream(archive), out, "vol");
    return out.toByteArray();
  }

  private static byte[] archive(String entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarOutput tar = new TarOutput(out);
    for (String entry : entries.split("; ", -1)) {
      String[] words = entry.split(" |>", -1);
      String link = words.length > 2 ? words[2] : "";
      Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
      TarEntry header = new TarEntry(words[1], kind, 0644, 0, 0, 0, 0, link, Device.NONE);
      tar.put(header);
      tar.endContent(header);
    }
    tar.finish();
    return out.toByteArray();
  }

  private static List<String> names(byte[] archive) throws IOException {
    TarInput in = new TarInput(new ByteArrayInputStream(archive));
    List<String> names = new ArrayList<>();
    for (TarEntry entry = in.next(); entry != null; entry = in.next()) {
      boolean link = entry.kind() == Kind.SYMLINK || entry.kind() == Kind.HARD_LINK;
      names.add(entry.name() + (link ? '>' + entry.linkName() : ""));
    }
    return names;
  }
}
