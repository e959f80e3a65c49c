import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Arguments of the form {@code key=value}. */
record Settings(Map<String, String> values) {
    static Settings of(String[] arguments) {
        return new Settings(Arrays.stream(arguments).map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    }

    int number(String key, int otherwise) {
        return Integer.parseInt(values.getOrDefault(key, Integer.toString(otherwise)));
    }

    String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }
}
