package io.shopcare.order.imports;

import java.io.IOException;
import java.io.InputStream;

/** Reads files of one kind. */
interface ImportReader {
    /** What it reads. */
    ImportKind kind();

    /** Whether the file begins as files of this kind do. */
    boolean knows(InputStream file) throws IOException;

    /** Reads on after the rows that are counted already, and counts what it takes. */
    void read(OrderImport behind, InputStream file, Rows rows) throws IOException;
}
