package io.shopcare.acceptance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an expression asks Prometheus for.
 *
 * @param labels that a series needs in order to be found or grouped
 * @param values that some of them must have
 */
record Asked(String metric, Set<String> labels, Map<String, String> values) {
    /** Set by Prometheus itself, by prometheus.yml. */
    private static final Set<String> ADDED = Set.of("program", "instance", "job");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "without", "on", "bool", "offset");
    private static final Pattern GROUPING = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern SELECTOR = Pattern.compile("(?<![\\w.])([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)}|(\\())?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    static List<Asked> by(String expression) {
        var grouped = GROUPING.matcher(expression).results()
                .flatMap(found -> Arrays.stream(found.group(1).split(","))).map(String::strip)
                .collect(Collectors.toSet());
        var bare = RANGE.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
        return SELECTOR.matcher(bare).results()
                .filter(found -> found.group(3) == null && !WORDS.contains(found.group(1)))
                .map(found -> asked(found.group(1), found.group(2) == null ? "" : found.group(2), grouped)).toList();
    }

    private static Asked asked(String metric, String matchers, Set<String> grouped) {
        var labels = new HashSet<>(grouped);
        var values = new TreeMap<String, String>();
        for (Matcher matcher = MATCHER.matcher(matchers); matcher.find();) {
            labels.add(matcher.group(1));
            if (matcher.group(2).equals("=") && !ADDED.contains(matcher.group(1)))
                values.put(matcher.group(1), matcher.group(3));
        }
        labels.removeAll(ADDED);
        return new Asked(metric, labels, values);
    }

    boolean isAnsweredBy(Series series) {
        return series.metric().equals(metric) && series.labels().keySet().containsAll(labels)
                && series.labels().entrySet().containsAll(values.entrySet());
    }
}
