package dev.davit.logs.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.logs.line.LinePattern;
import dev.davit.logs.line.VisibleText;
import dev.davit.terminal.TextStyle;
import java.util.BitSet;
import java.util.List;

/** Highlights the matches of patterns in lines, which may have colours of their own. */
final class Highlighter {
  private final List<LinePattern> patterns;
  private final byte[] begin;
  private final byte[] end;

  Highlighter(List<LinePattern> patterns, TextStyle style) {
    this.patterns = patterns;
    begin = style.begin().getBytes(UTF_8);
    end = style.end().getBytes(UTF_8);
  }

  /** Returns the line with its matches highlighted. */
  byte[] of(byte[] line) {
    if (patterns.isEmpty()) {
      return line;
    }
    VisibleText text = VisibleText.of(line);
    BitSet matching = new BitSet();
    for (LinePattern pattern : patterns) {
      pattern.findAll(text, matching::set);
    }
    return matching.isEmpty() ? line : highlighted(line, matching);
  }

  /** Sets the style of each match; the line's own colours are set again behind it. */
  private byte[] highlighted(byte[] line, BitSet matching) {
    Bytes shown = new Bytes();
    Bytes own = new Bytes();
    boolean inMatch = false;
    for (int at = 0; at < line.length; at++) {
      if (matching.get(at) != inMatch) {
        inMatch = !inMatch;
        shown.add(inMatch ? begin : end);
        shown.add(inMatch ? new byte[0] : own.toByteArray());
      }
      int sgr = VisibleText.endOfSgr(line, at);
      if (sgr > 0) {
        if (isReset(line, at, sgr)) {
          own.reset();
        }
        own.add(line, at, sgr);
        if (!inMatch) {
          shown.add(line, at, sgr);
        }
        at = sgr - 1;
        continue;
      }
      shown.add((char) (line[at] & 0xff));
    }
    return (inMatch ? shown.add(end).add(own.toByteArray()) : shown).toByteArray();
  }

  /** Whether a sequence resets all styles: {@code ESC [ m} or {@code ESC [ 0 m}. */
  private static boolean isReset(byte[] line, int begin, int end) {
    return end - begin == 3 || end - begin == 4 && line[begin + 2] == '0';
  }
}
