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

    /** Between the digest of a file's content and what makes its id unique. */
    char SEPARATOR = '.';

    /** Keeps a file. Content that is kept already is not kept again, unless two bring it at once: then under two ids. */
    String keep(Content content) throws IOException;

    /** Opens a kept file. */
    InputStream open(String fileId) throws IOException;

    /** Whether two kept files are the same, byte by byte. */
    static boolean isSame(String fileId, String otherId) {
        return digestOf(fileId).equals(digestOf(otherId));
    }

    private static String digestOf(String fileId) {
        int end = fileId.indexOf(SEPARATOR);
        return end < 0 ? fileId : fileId.substring(0, end);
    }
}
