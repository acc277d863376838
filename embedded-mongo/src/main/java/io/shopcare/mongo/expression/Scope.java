package io.shopcare.mongo.expression;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What an expression is evaluated on: a document and the local variables of {@code $map}, {@code $let} and so on. */
public final class Scope {
    private final Document root;
    private final @Nullable Scope outer;
    private final String name;
    private final @Nullable Object value;

    private Scope(Document root, @Nullable Scope outer, String name, @Nullable Object value) {
        this.root = root;
        this.outer = outer;
        this.name = name;
        this.value = value;
    }

    public static Scope of(Document document) {
        return new Scope(document, null, "", null);
    }

    public Document root() {
        return root;
    }

    public Scope with(String variable, @Nullable Object bound) {
        return new Scope(root, this, variable, bound);
    }

    @Nullable
    Object variable(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.name.equals(wanted)) {
                return scope.value;
            }
        }
        throw new IllegalStateException("variable not bound: " + wanted);
    }
}
