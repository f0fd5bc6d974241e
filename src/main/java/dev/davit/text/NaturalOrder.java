package dev.davit.text;

import java.util.Comparator;

/**
 * Orders texts by the numbers in them, so that {@code 9/tcp} comes before {@code 80/tcp}: digits
 * compare as numbers, equal numbers by their count of leading zeros, and all else by character.
 */
public enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      if (!isDigit(left, i) || !isDigit(right, j)) {
        if (left.charAt(i) != right.charAt(j)) {
          return Character.compare(left.charAt(i), right.charAt(j));
        }
        i++;
        j++;
        continue;
      }
      int leftEnd = endOfDigits(left, i);
      int rightEnd = endOfDigits(right, j);
      int numbers = compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd));
      if (numbers != 0) {
        return numbers;
      }
      i = leftEnd;
      j = rightEnd;
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  /** Compares numbers of any length that have no leading zeros. */
  private static int compareNumbers(String left, String right) {
    String l = left.replaceFirst("^0+", "");
    String r = right.replaceFirst("^0+", "");
    if (l.length() != r.length()) {
      return Integer.compare(l.length(), r.length());
    }
    int digits = l.compareTo(r);
    return digits != 0 ? digits : Integer.compare(left.length(), right.length());
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(String text, int index) {
    return text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
