package io.shopcare.mongo.wire;

import de.bwaldvogel.mongo.bson.Document;

/** Answers commands. Called by many connections at a time, by each for one command after the other. */
@FunctionalInterface
public interface CommandHandler {

    /** The answer to a command; an error is an answer too ({@code ok: 0}). Does not throw. */
    Document handle(Document command);
}
