package io.shopcare.platform.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A document that is not as its topics tell it. Its contents are not told: whoever may see them can look.
 *
 * @param id of the document
 */
@Schema(name = "RebuildDifference")
public record Difference(String collection, String id, Kind kind) {

    /** In what the two differ. */
    public enum Kind {
        /** The topics tell of it, and it is not there. */
        MISSING,
        /** It is there, and no topic tells of it. */
        EXTRA,
        /** The topics tell something else. */
        DIFFERENT,
        /** It was written whenever it was looked at; nothing can be said before it rests. */
        MOVING
    }
}
