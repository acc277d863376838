package io.shopcare.platform.testkit.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a contract broke since a release. Allowed are new events and frames, new optional fields, new values where the
 * schema says that they may grow, wider bounds, new problems and reasons; everything else wants a {@code .v2} beside.
 */
final class BreakingChanges {
    private static final String SCHEMA = ".schema.json";

    private BreakingChanges() {}

    /** One line for each breaking change; empty when everybody out there can go on as before. */
    static List<String> between(ContractFiles release, ContractFiles now) {
        var breaks = new ArrayList<String>();
        var kept = now.matching(path -> true).keySet();
        for (String path : release.matching(BreakingChanges::isSchema).keySet()) {
            if (kept.contains(path))
                breaks.addAll(SchemaChanges.between(name(path), release.json(path), release.json(ContractFiles.COMMON),
                        now.json(path), now.json(ContractFiles.COMMON)));
            else
                breaks.add(name(path) + ": was removed or moved");
        }
        problems(release.yaml("problems.yaml"), now.yaml("problems.yaml"), breaks);
        reasons(release.yaml("reasons.yaml"), now.yaml("reasons.yaml"), breaks);
        return breaks;
    }

    /** The files that a release keeps: all that another version is judged by. */
    static boolean isJudged(String path) {
        return path.endsWith(SCHEMA) || path.equals("problems.yaml") || path.equals("reasons.yaml");
    }

    private static void problems(JsonNode before, JsonNode after, List<String> breaks) {
        for (Map.Entry<String, JsonNode> problem : before.properties()) {
            var now = after.path(problem.getKey());
            if (now.isMissingNode())
                breaks.add("problem " + problem.getKey() + ": was removed or renamed");
            else if (now.path("status").asInt() != problem.getValue().path("status").asInt())
                breaks.add("problem " + problem.getKey() + ": status changed from "
                        + problem.getValue().path("status").asInt() + " to " + now.path("status").asInt());
            problem.getValue().path("members").fieldNames().forEachRemaining(member -> {
                if (!now.isMissingNode() && !now.path("members").has(member))
                    breaks.add("problem " + problem.getKey() + ": member " + member + " was removed");
            });
        }
    }

    private static void reasons(JsonNode before, JsonNode after, List<String> breaks) {
        before.properties().forEach(section -> section.getValue().fieldNames().forEachRemaining(code -> {
            if (!after.path(section.getKey()).has(code))
                breaks.add("reason " + section.getKey() + "." + code + ": was removed, renamed or moved");
        }));
    }

    private static boolean isSchema(String path) {
        return path.endsWith(SCHEMA) && !path.equals(ContractFiles.COMMON);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - SCHEMA.length());
    }
}
