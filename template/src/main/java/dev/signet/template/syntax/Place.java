package dev.signet.template.syntax;

/**
 * Where in a template text.
 *
 * @param line counted from 1
 * @param column bytes since the start of the line
 */
public record Place(int line, int column) {
  public static Place of(String text, int position) {
    String before = text.substring(0, position);
    int line = 1 + (int) before.chars().filter(octet -> octet == '\n').count();
    return new Place(line, position - (before.lastIndexOf('\n') + 1));
  }
}
