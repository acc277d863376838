package io.shopcare.presale.conversations;

import org.jspecify.annotations.Nullable;

/**
 * Who said it.
 *
 * @param id          of the person; of the system, what spoke
 * @param displayName to show; null where there is none
 */
public record Author(AuthorKind kind, String id, @Nullable String displayName) {

    static Author system(String what) {
        return new Author(AuthorKind.SYSTEM, what, null);
    }

    boolean isSystem() {
        return kind == AuthorKind.SYSTEM;
    }
}
