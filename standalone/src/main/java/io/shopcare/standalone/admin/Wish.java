package io.shopcare.standalone.admin;

import java.util.ArrayList;
import java.util.List;

/** What was asked for on the command line: which services, and whether only to look. */
record Wish(List<String> services, boolean isListOnly) {
    static final List<String> ALL = List.of("presale", "order", "aftersale", "crm");

    static Wish read(List<String> arguments, String usage) {
        var words = new ArrayList<>(arguments);
        boolean listOnly = words.remove("--list");
        var services = ALL;
        int at = words.indexOf("--service");
        if (at >= 0 && at + 1 < words.size()) {
            words.remove(at);
            String service = words.remove(at).replaceFirst("-service$", "");
            if (!ALL.contains(service)) {
                throw new IllegalArgumentException("There is no service " + service + ", only " + ALL);
            }
            services = List.of(service);
        }
        if (!words.isEmpty()) {
            throw new IllegalArgumentException(usage);
        }
        return new Wish(services, listOnly);
    }
}
