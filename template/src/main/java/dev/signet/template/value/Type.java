package dev.signet.template.value;

/** The static types of Go that a value can have, by the names that Go prints. */
public enum Type {
  ANY("interface {}", "interface"),
  BOOL("bool", "bool"),
  INT("int", "int"),
  INT64("int64", "int64"),
  UINT8("uint8", "uint8"),
  UINT32("uint32", "uint32"),
  UINT64("uint64", "uint64"),
  FLOAT("float64", "float64"),
  COMPLEX("complex128", "complex128"),
  STRING("string", "string"),
  LIST("[]interface {}", "slice"),
  STRINGS("[]string", "slice"),
  INTS("[]int", "slice"),
  LISTS("[][]interface {}", "slice"),
  TEXT_MAP("map[string]string", "map"),
  MAP("map[string]interface {}", "map"),
  BYTES("[]uint8", "slice"),
  TIME("time.Time", "struct"),
  MONTH("time.Month", "int"),
  WEEKDAY("time.Weekday", "int"),
  DURATION("time.Duration", "int64"),
  LOCATION("*time.Location", "ptr"),
  VERSION("*semver.Version", "ptr"),
  VERSION_STRUCT("semver.Version", "struct"),
  CERTIFICATE("sprig.certificate", "struct");

  private final String text;
  private final String kind;

  Type(String text, String kind) {
    this.text = text;
    this.kind = kind;
  }

  /** Go's name of its kind. */
  public String kind() {
    return kind;
  }

  /** Whether a constant can be given where this type is wanted if it is a signed integer. */
  public boolean isSigned() {
    return switch (this) {
      case INT, INT64, MONTH, WEEKDAY, DURATION -> true;
      default -> false;
    };
  }

  public boolean isUnsigned() {
    return this == UINT8 || this == UINT32 || this == UINT64;
  }

  /** Whether an explicit nil can be given where this type is wanted. */
  public boolean canBeNil() {
    return switch (this) {
      case ANY, LIST, STRINGS, INTS, LISTS, BYTES, TEXT_MAP, MAP, LOCATION, VERSION -> true;
      default -> false;
    };
  }

  /** What a variable of this type holds that was never set. */
  public Value zero() {
    return switch (this) {
      case ANY -> Value.Nil.ELEMENT;
      case BOOL -> new Value.Bool(false);
      case INT, INT64, UINT8, UINT32, UINT64, MONTH, WEEKDAY, DURATION -> new Value.Int(0, this);
      case FLOAT -> new Value.Real(0);
      case COMPLEX -> new Value.Complex(0, 0);
      case STRING -> Value.Text.EMPTY;
      case LIST, STRINGS, INTS, LISTS, BYTES -> Value.Items.none(this);
      case TEXT_MAP, MAP -> Value.Dict.none(this);
      case LOCATION, VERSION -> new Value.NilPointer(this);
      case TIME, VERSION_STRUCT, CERTIFICATE ->
          throw new IllegalArgumentException(text + " is never unset");
    };
  }

  /** The type of an element of this list or map. */
  public Type element() {
    return switch (this) {
      case STRINGS, TEXT_MAP -> STRING;
      case INTS -> INT;
      case LISTS -> LIST;
      case LIST, MAP -> ANY;
      case BYTES -> UINT8;
      default -> throw new IllegalArgumentException(text + " has no elements");
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
