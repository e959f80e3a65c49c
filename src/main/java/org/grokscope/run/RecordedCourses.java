package org.grokscope.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.grokscope.measure.GrokCourse;

/**
 * The runs that predictions rest on: those of the studies of leads and architectures that grokked, as lines of a resource. Each
 * line has origin, age of the alarm, age of grokking, and a point {@code age:norm:loss} for each evaluation, with tabs between.
 */
final class RecordedCourses {
    private static final String RESOURCE = "recorded-courses.tsv";
    private static final List<Recorded> ALL = read();

    private record Recorded(String origin, GrokCourse course) {}

    private RecordedCourses() {}

    /** Returns all of them but those of one origin. */
    static List<GrokCourse> without(String origin) {
        return ALL.stream().filter(it -> !it.origin.equals(origin)).map(it -> it.course).toList();
    }

    /** Returns the line of a run. */
    static String line(String origin, GrokCourse course) {
        return "%s\t%s\t%s\t%s".formatted(origin, number(course.alarm()), number(course.grokked()),
                course.points().stream().map(it -> "%s:%s:%s".formatted(number(it.age()), number(it.norm()),
                        number(it.loss()))).collect(Collectors.joining("\t")));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static Recorded of(String line) {
        String[] words = line.split("\t");
        return new Recorded(words[0], new GrokCourse(Arrays.stream(words).skip(3).map(word -> {
            String[] numbers = word.split(":");
            return new GrokCourse.Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]),
                    Double.parseDouble(numbers[2]));
        }).toList(), Double.parseDouble(words[1]), Double.parseDouble(words[2])));
    }

    private static List<Recorded> read() {
        try (InputStream in = Objects.requireNonNull(RecordedCourses.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(RecordedCourses::of).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
