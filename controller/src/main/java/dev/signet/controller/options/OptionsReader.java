package dev.signet.controller.options;

import dev.signet.controller.options.Options.ApiLimit;
import dev.signet.controller.options.Options.KeyOptions;
import dev.signet.controller.options.Options.LimitOptions;
import dev.signet.controller.options.Options.LogOptions;
import dev.signet.controller.options.Options.Marks;
import dev.signet.controller.options.Options.Namespaces;
import dev.signet.controller.options.Options.NewKeys;
import dev.signet.controller.options.Options.ServerOptions;
import dev.signet.controller.options.Options.Switch;
import dev.signet.controller.options.Options.Watched;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arguments and environment to {@link Options}: the grammar first, then what each value must be.
 */
public final class OptionsReader {
  private static final int USAGE_FAULT = 2;
  private static final int CONFIGURATION_FAULT = 1;
  private static final String DEPRECATION =
      "Flag --rotate-period has been deprecated, please use key-renew-period instead";

  private final Map<Flag, Given> given;

  private OptionsReader(Map<Flag, Given> given) {
    this.given = given;
  }

  /** The command line wins over the environment, the environment over what a flag is by itself. */
  public static OptionsReading read(List<String> arguments, Map<String, String> environment) {
    return switch (CommandLine.read(arguments)) {
      case CommandLine.Reading.Help() -> new OptionsReading.ShowHelp(Help.text());
      case CommandLine.Reading.Fault(String message) ->
          new OptionsReading.Fault(message + "\nsee --help", USAGE_FAULT);
      case CommandLine.Reading.Read(Map<Flag, Given> onCommandLine, boolean namesDeprecated) ->
          read(onCommandLine, environment, namesDeprecated ? List.of(DEPRECATION) : List.of());
    };
  }

  private static OptionsReading read(
      Map<Flag, Given> onCommandLine, Map<String, String> environment, List<String> warnings) {
    try {
      Map<Flag, Given> given = new EnumMap<>(Flag.class);
      for (Flag flag : Flag.values()) {
        String text = environment.get(flag.variable());
        if (text != null && !onCommandLine.containsKey(flag.target())) {
          Given value = Given.inEnvironment(flag, text);
          value.check();
          given.put(flag.target(), value);
        }
      }
      given.putAll(onCommandLine);
      OptionsReader reader = new OptionsReader(given);
      return reader.bool(Flag.VERSION)
          ? new OptionsReading.ShowVersion()
          : new OptionsReading.Run(reader.options(), warnings);
    } catch (BadValueException e) {
      return new OptionsReading.Fault(e.why(), CONFIGURATION_FAULT);
    }
  }

  private Options options() throws BadValueException {
    return new Options(
        switches(),
        keys(),
        new Watched(namespaces(), text(Flag.LABEL_SELECTOR)),
        servers(),
        limits());
  }

  private Set<Switch> switches() throws BadValueException {
    Set<Switch> on = EnumSet.noneOf(Switch.class);
    for (Switch each : Switch.values()) {
      Flag flag =
          switch (each) {
            case ACCEPT_DEPRECATED_DATA -> Flag.ACCEPT_DEPRECATED_V1_DATA;
            case LOG_INFO_TO_STDOUT -> Flag.LOG_INFO_STDOUT;
            case OMIT_METRICS_THAT_NAME_OBJECTS -> Flag.METRICS_OMIT_SECRET_LABELS;
            case DELETE_SECRETS_OF_DELETED -> Flag.OLD_GC_BEHAVIOR;
            case SKIP_RECREATE -> Flag.SKIP_RECREATE;
            case UPDATE_STATUS -> Flag.UPDATE_STATUS;
          };
      if (bool(flag)) {
        on.add(each);
      }
    }
    return on;
  }

  private KeyOptions keys() throws BadValueException {
    return new KeyOptions(
        new NewKeys(
            Checks.keyPrefix(at(Flag.KEY_PREFIX)),
            Checks.keySize(at(Flag.KEY_SIZE)),
            Checks.positive(at(Flag.KEY_TTL)),
            text(Flag.MY_CN),
            new Marks(
                Checks.labels(at(Flag.PRIVATEKEY_LABELS)),
                Checks.annotations(at(Flag.PRIVATEKEY_ANNOTATIONS)))),
        Checks.notNegative(at(Flag.KEY_RENEW_PERIOD)),
        Checks.keyOrder(at(Flag.KEY_ORDER_PRIORITY)),
        Checks.cutoff(at(Flag.KEY_CUTOFF_TIME)));
  }

  private Namespaces namespaces() throws BadValueException {
    // Any list wins, whatever --all-namespaces says: so it has always been.
    if (!text(Flag.ADDITIONAL_NAMESPACES).isEmpty()) {
      return new Namespaces.OwnAnd(Checks.namespaces(at(Flag.ADDITIONAL_NAMESPACES)));
    }
    return bool(Flag.ALL_NAMESPACES) ? new Namespaces.All() : new Namespaces.Own();
  }

  private ServerOptions servers() throws BadValueException {
    return new ServerOptions(
        Checks.address(at(Flag.LISTEN_ADDR)),
        Checks.address(at(Flag.LISTEN_METRICS_ADDR)),
        GoValue.duration(text(Flag.READ_TIMEOUT)),
        GoValue.duration(text(Flag.WRITE_TIMEOUT)),
        new LogOptions(Checks.logLevel(at(Flag.LOG_LEVEL)), Checks.logFormat(at(Flag.LOG_FORMAT))));
  }

  private LimitOptions limits() throws BadValueException {
    float perSecond = GoValue.decimal(text(Flag.KUBECLIENT_QPS));
    return new LimitOptions(
        Checks.atLeast(1, at(Flag.RATE_LIMIT)),
        Checks.atLeast(0, at(Flag.RATE_LIMIT_BURST)),
        Math.max(0, GoValue.integer(text(Flag.MAX_UNSEAL_RETRIES))),
        perSecond > 0
            ? Optional.of(new ApiLimit(perSecond, Checks.atLeast(1, at(Flag.KUBECLIENT_BURST))))
            : Optional.empty(),
        TemplateLimits.read(at(Flag.TEMPLATE_LIMITS)));
  }

  private Given at(Flag flag) {
    return given.getOrDefault(flag, Given.nowhere(flag));
  }

  private String text(Flag flag) {
    return at(flag).text();
  }

  private boolean bool(Flag flag) throws BadValueException {
    return GoValue.bool(text(flag));
  }
}
