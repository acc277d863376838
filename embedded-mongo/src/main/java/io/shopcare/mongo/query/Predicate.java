package io.shopcare.mongo.query;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a filter asks of one path; of arrays it asks the elements too, unless it is about the array itself. */
sealed interface Predicate {
    boolean found(Document document, String[] path, Trace trace);

    /** Asked of exactly this value, as within {@code $elemMatch} and {@code $pull}. */
    boolean on(@Nullable Object value, Trace trace);

    interface Test {
        boolean test(@Nullable Object value, Trace trace);
    }

    record Leaf(Test test, boolean elements) implements Predicate {
        @Override
        public boolean found(Document document, String[] path, Trace trace) {
            return new Traversal(path, test, elements, trace).inDocument(document, 0);
        }

        @Override
        public boolean on(@Nullable Object value, Trace trace) {
            return test.test(value, trace);
        }
    }

    record AllOf(List<Predicate> parts) implements Predicate {
        @Override
        public boolean found(Document document, String[] path, Trace trace) {
            return parts.stream().allMatch(part -> part.found(document, path, trace));
        }

        @Override
        public boolean on(@Nullable Object value, Trace trace) {
            return parts.stream().allMatch(part -> part.on(value, trace));
        }
    }

    record Not(Predicate part) implements Predicate {
        @Override
        public boolean found(Document document, String[] path, Trace trace) {
            return !part.found(document, path, new Trace());
        }

        @Override
        public boolean on(@Nullable Object value, Trace trace) {
            return !part.on(value, new Trace());
        }
    }

    record Never() implements Predicate {
        @Override
        public boolean found(Document document, String[] path, Trace trace) {
            return false;
        }

        @Override
        public boolean on(@Nullable Object value, Trace trace) {
            return false;
        }
    }
}
