package io.shopcare.mongo.index;

import java.util.List;

/** A field of an index, with its direction. */
public record IndexField(String path, List<String> steps, boolean ascending) {

    public static IndexField of(String path, boolean ascending) {
        return new IndexField(path, List.of(path.split("\\.", -1)), ascending);
    }
}
