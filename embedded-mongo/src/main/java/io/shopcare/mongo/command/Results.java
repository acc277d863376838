package io.shopcare.mongo.command;

import java.util.Iterator;
import java.util.function.Function;

import io.shopcare.mongo.wire.RawDocument;

/** Results on their way out: each made into the bytes of an answer when its turn comes. */
final class Results<T> implements Iterator<RawDocument>, AutoCloseable {

    private final Iterator<T> source;
    private final Function<T, RawDocument> form;
    private final AutoCloseable resource;

    Results(Iterator<T> source, Function<T, RawDocument> form, AutoCloseable resource) {
        this.source = source;
        this.form = form;
        this.resource = resource;
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public RawDocument next() {
        return form.apply(source.next());
    }

    @Override
    public void close() throws Exception {
        resource.close();
    }
}
