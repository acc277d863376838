package io.shopcare.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One line of a program's metrics page, without its figure. */
record Series(String metric, Map<String, String> labels) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static List<Series> on(String page) {
        return page.lines().filter(line -> !line.startsWith("#")).flatMap(Series::in).toList();
    }

    private static Stream<Series> in(String line) {
        var found = LINE.matcher(line);
        if (!found.matches())
            return Stream.of();
        var labels = new HashMap<String, String>();
        if (found.group(2) != null)
            LABEL.matcher(found.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return Stream.of(new Series(found.group(1), labels));
    }
}
