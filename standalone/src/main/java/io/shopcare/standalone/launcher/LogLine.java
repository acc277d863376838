package io.shopcare.standalone.launcher;

import java.util.regex.Pattern;

/** A line of a program's log, for people: services write one JSON object per line. */
record LogLine(String raw) {
    private static final Pattern JSON = Pattern.compile(
            "\\{\"@timestamp\":\"[^T\"]*T([^.\"]+)[^\"]*\".*?\"message\":\"((?:\\\\.|[^\"\\\\])*+)\".*\"level\":\"([A-Z]+)\".*");

    String readable() {
        var found = JSON.matcher(raw);
        return found.matches()
                ? found.group(1) + " " + found.group(3) + " " + found.group(2).replace("\\n", "\n    ").replace("\\t",
                        "    ").replace("\\\"", "\"")
                : raw;
    }
}
