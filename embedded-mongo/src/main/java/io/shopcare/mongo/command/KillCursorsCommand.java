package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;

final class KillCursorsCommand implements Command {

    private final Engine engine;

    KillCursorsCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        List<Long> killed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Object id : Objects.requireNonNullElse(Request.typed(request.body(), "cursors", List.class, "array"),
                List.of())) {
            long cursor = ((Number) id).longValue();
            (engine.cursors().kill(cursor) ? killed : unknown).add(cursor);
        }
        return new Document("cursorsKilled", killed).append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of());
    }
}
