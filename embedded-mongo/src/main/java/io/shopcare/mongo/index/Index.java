package io.shopcare.mongo.index;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.function.Predicate;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** An index in use. What it learns while documents come (which fields lead into arrays) only ever grows. */
public final class Index {

    private final int id;
    private final IndexDefinition definition;
    private final @Nullable Predicate<Document> partial;
    private volatile boolean[] multikey;
    private volatile boolean[] stored;

    public Index(int id, IndexDefinition definition, @Nullable Predicate<Document> partial, boolean[] multikey) {
        this.id = id;
        this.definition = definition;
        this.partial = partial;
        this.multikey = multikey;
        this.stored = multikey;
    }

    public int id() {
        return id;
    }

    public IndexDefinition definition() {
        return definition;
    }

    public String name() {
        return definition.name();
    }

    public boolean unique() {
        return definition.unique();
    }

    /** The keys of the document; none when the index leaves it out (sparse, partial). */
    public SortedSet<IndexKey> keysOf(Document document) {
        if (partial != null && !partial.test(document)) {
            return Collections.emptySortedSet();
        }
        boolean[] found = new boolean[definition.fields().size()];
        SortedSet<IndexKey> keys = new DocumentKeys(definition.fields(), definition.sparse(), found).of(document);
        learn(found);
        return keys;
    }

    public boolean isMultikey() {
        for (boolean field : multikey) {
            if (field) {
                return true;
            }
        }
        return false;
    }

    public boolean isMultikey(int field) {
        return multikey[field];
    }

    /** Which fields were seen to lead into arrays; a copy. */
    public boolean[] multikey() {
        return multikey.clone();
    }

    /** The same entries under another definition. */
    public Index redefined(IndexDefinition changed) {
        return new Index(id, changed, partial, multikey());
    }

    /** Whether it knows more than the catalog does. */
    public boolean hasLearnt() {
        return !Arrays.equals(multikey, stored);
    }

    /** The catalog knows this much now. */
    public void stored(boolean[] known) {
        stored = known;
    }

    /** Known before a document with the array can be read, so that no plan overlooks it. */
    private void learn(boolean[] found) {
        for (int i = 0; i < found.length; i++) {
            if (found[i] && !multikey[i]) {
                synchronized (this) {
                    boolean[] grown = multikey.clone();
                    grown[i] = true;
                    multikey = grown;
                }
            }
        }
    }
}
