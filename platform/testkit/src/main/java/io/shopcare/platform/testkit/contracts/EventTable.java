package io.shopcare.platform.testkit.contracts;

import java.util.Comparator;

/** One Markdown table of all events. */
final class EventTable {
    private static final String FROM = "<!-- table of events: built from the schemas -->\n";
    private static final String TO = "<!-- end of the table -->";

    private EventTable() {}

    static String markdown() {
        var table = new StringBuilder("""
                | event | topic | key | what it says |
                |---|---|---|---|
                """);
        Contracts.events().values().stream()
                .sorted(Comparator.comparing(EventContract::topic).thenComparing(EventContract::type))
                .forEach(event -> table.append("| `%s` | `%s` | `%s` | %s |%n".formatted(event.type(), event.topic(),
                        event.key(), event.description().replace("|", "\\|"))));
        return table.toString();
    }

    /** The page with the table as it is now between its marks. */
    static String putInto(String page) {
        int from = page.indexOf(FROM);
        int to = page.indexOf(TO);
        if (from < 0 || to < from)
            throw new IllegalArgumentException("the page has no marks around the table");
        return page.substring(0, from) + FROM + markdown() + page.substring(to);
    }
}
