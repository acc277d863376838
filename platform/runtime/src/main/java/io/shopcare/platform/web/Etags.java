package io.shopcare.platform.web;

import org.springframework.http.ResponseEntity;

import io.shopcare.platform.store.Stored;

/** Representations with the version that {@code If-Match} asks for. */
public final class Etags {
    private Etags() {}

    /** 200 with the version as {@code ETag}. */
    public static <T> ResponseEntity<T> ok(Stored<?> stored, T view) {
        return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view);
    }

    /** 201 with the version as {@code ETag} and the place of what was made. */
    public static <T> ResponseEntity<T> created(java.net.URI location, Stored<?> stored, T view) {
        return ResponseEntity.created(location).eTag(Long.toString(stored.version())).body(view);
    }
}
