package io.shopcare.mongo.command;

import de.bwaldvogel.mongo.bson.Document;

/** Does what one command asks. The answer gets its {@code ok} later; errors are thrown. */
@FunctionalInterface
interface Command {

    Document run(Request request);
}
