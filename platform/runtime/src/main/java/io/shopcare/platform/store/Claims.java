package io.shopcare.platform.store;

import java.util.Optional;
import java.util.function.Predicate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

/**
 * What must be unique or exclusive: an insert by {@code _id} that wins or loses, on every engine and every shard. A
 * claim names its owner, so that a loser knows whom it lost to, and a claimant that died before it made its document is
 * followed by one who makes it under the same id.
 */
public final class Claims {
    private final MongoCollection<Document> claims;

    /** Those of another database than the program's. */
    public static Claims in(MongoDatabase database) {
        return new Claims(database);
    }

    Claims(MongoDatabase database) {
        this.claims = database.getCollection("claims");
    }

    /**
     * Claims a name for a candidate.
     *
     * @return who holds it now: the candidate, or the one that was first
     */
    public String claim(String name, String candidate) {
        try {
            claims.insertOne(new Document("_id", name).append("owner", candidate));
            return candidate;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY)
                throw e;
            return holder(name).orElseGet(() -> claim(name, candidate));
        }
    }

    /** {@link #claim}, where a holder that no longer needs the name (its conversation is closed) gives way. */
    public String claim(String name, String candidate, Predicate<String> stillNeeded) {
        var holder = claim(name, candidate);
        if (holder.equals(candidate) || stillNeeded.test(holder))
            return holder;
        var taken = claims.updateOne(and(eq("_id", name), eq("owner", holder)), set("owner", candidate));
        return taken.getMatchedCount() == 1 ? candidate : claim(name, candidate, stillNeeded);
    }

    /** Who holds a name. */
    public Optional<String> holder(String name) {
        return Optional.ofNullable(claims.find(new Document("_id", name)).first())
                .map(claim -> claim.getString("owner"));
    }

    /** Gives a name back; does nothing when another holds it. */
    public void release(String name, String owner) {
        claims.deleteOne(and(eq("_id", name), eq("owner", owner)));
    }
}
