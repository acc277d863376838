package io.shopcare.mongo.command;

import de.bwaldvogel.mongo.bson.Document;

final class GetMoreCommand implements Command {

    private final Engine engine;

    GetMoreCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        String namespace = request.database() + "." + request.body().get("collection");
        return engine.cursors().next(request.number("getMore", 0), namespace, request.number("batchSize", 0));
    }
}
