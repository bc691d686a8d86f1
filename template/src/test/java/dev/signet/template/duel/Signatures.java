package dev.signet.template.duel;

import java.util.Arrays;
import java.util.List;

/**
 * What functions take and give, in letters: S string, I int, W int64, F float64, B bool, L list, T
 * strings, N ints, D map, M map of strings, X anything, l any list; small letters come from {@link
 * Items}; an asterisk repeats the letter before. Pipelines make the type of some.
 */
final class Signatures {
  private static final String TABLE =
      """
      S trim S|S upper S|S lower S|S title S|S untitle S|S nospace S|S initials S|S swapcase S
      S snakecase S|S camelcase S|S kebabcase S|S trunc nS|S abbrev nS|S abbrevboth nnS
      S substr nnS|S repeat nS|S replace sSS|S trimAll sS|S trimPrefix sS|S trimSuffix sS
      B contains sS|B hasPrefix sS|B hasSuffix sS|S quote X*|S squote X*|S cat X*|S indent nS
      S nindent nS|S wrap nS|S wrapWith nsS|S plural SSI|M split sS|M splitn snS|T splitList sS
      S join sX|S join sl|S toString X|T toStrings X|T toStrings l|T sortAlpha l|T sortAlpha X
      S sha256sum S|S adler32sum S|S base S|S dir S|S clean S|S ext S|B isAbs S|S osBase S
      S hello |S b64enc S|S b64dec S|S b32enc S|S b32dec S|S html XX*|S js XX*|S urlquery XX*
      S print X*|S println X*|S printf fX*|S printf fXX|S printf fF|S printf fI|S printf fS
      I int X|W int64 X|F float64 X|W toDecimal X|I atoi S|W add X*|W add1 X|W sub XX|W div WI
      W mod XX|W mul XX*|W max XX*|W min XX*|W biggest XX*|F addf X*|F add1f X|F subf XX*
      F mulf XX*|F divf XX*|F maxf XX*|F minf XX*|F ceil X|F floor X|F round Xn|F round FnF
      S seq n*|N until n|N untilStep nnn|L list X*|L tuple X*|L append lX|L push lX|L prepend lX
      X first l|X last l|L rest l|L initial l|L reverse l|L uniq l|L compact l|L without lX*
      B has Xl|X slice lnn|L slice ln|L concat l*|L chunk nl|B all X*|B any X*|L pluck kD*
      D dict kXkX|D dict kX|D dict XX*|X get Dk|D set DkX|D unset Dk|B hasKey Dk|D pick Dk*
      D omit Dk*|D merge DD*|D mergeOverwrite DD*|D mustMerge DD|D mustMergeOverwrite DDD
      D deepCopy D|L deepCopy l|X dig kXD|X dig kkXD|X default XX*|B empty X|X coalesce X*
      X ternary XXB|X fromJson S|X mustFromJson S|S toJson X|S toPrettyJson X
      S toRawJson X|S mustToJson X|S mustToPrettyJson X|S typeOf X|S kindOf X|B typeIs hX
      B typeIsLike hX|B kindIs hX|B deepEqual XX|X and XX*|X or XX*|B not X|I len X|I len S
      X index Dk|X index Mk|X index Ln|S index Tn|B eq XX*|B eq SS|B eq II|B ne XX|B ne SS
      B lt II|B le SS|B gt FF|B ge WI|X call X|L mustRest l|L mustUniq l
      X mustFirst l|X mustLast l|L mustAppend lX|L mustPrepend lX|L mustReverse l|L mustCompact l
      L mustChunk nl|B mustHas Xl|L mustWithout lX|X mustSlice ln|L mustInitial l|L mustPush lX
      B regexMatch rS|S regexFind rS|T regexFindAll rSn|S regexReplaceAll rSp
      S regexReplaceAllLiteral rSp|T regexSplit rSn|S regexQuoteMeta S|B mustRegexMatch rS
      t toDate yz|t dateModify dt|t mustDateModify dt|S date yt|S dateInZone ytq|S htmlDate t
      S htmlDateInZone tq|S unixEpoch t|S duration g|S durationRound g|X mustToDate yz
      t date_modify dt
      S mustRegexFind rS|X semver v|B semverCompare cv|D urlParse u|S urlJoin D
      """;

  private Signatures() {}

  record Signature(char result, String name, String arguments) {}

  static List<Signature> all() {
    return TABLE
        .lines()
        .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
        .map(entry -> entry.split(" ", -1))
        .map(parts -> new Signature(parts[0].charAt(0), parts[1], parts[2]))
        .toList();
  }
}
