package io.shopcare.platform.store;

/**
 * An aggregate as it stands in the store.
 *
 * @param version counts the writes of this document, from 1; the {@code ETag} of its representation
 */
public record Stored<A>(String id, long version, A aggregate) {}
