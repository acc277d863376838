package io.shopcare.mongo.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** An edit that was done: the document before and after it (null: deleted), and whether a byte of it changed. */
public record Edited(Document before, @Nullable Document after, boolean modified) {}
