package io.shopcare.order.imports;

import java.io.IOException;
import java.io.InputStream;

/** Where sheets are kept while, and after, they are read. */
interface ImportFiles {
    /** Opens a stream of the content again and again. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** Keeps a file; the same content is kept once, under the same id. */
    String keep(Content content) throws IOException;

    /** Opens a kept file. */
    InputStream open(String fileId) throws IOException;
}
