package io.shopcare.order.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A sheet, streamed: never more than a row of it in memory. GB18030 or UTF-8, told apart by how its header reads. */
final class Sheet implements Iterable<Sheet.Line>, AutoCloseable {
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    /** Longer than any header in any of the encodings. */
    private static final int HEADER_BYTES = 4096;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true).setAllowMissingColumnNames(true).get();

    /**
     * One row.
     *
     * @param line where it begins in the file, from 1
     */
    record Line(long line, CSVRecord record) {}

    private final CSVParser parser;

    private Sheet(CSVParser parser) {
        this.parser = parser;
    }

    /**
     * Opens a sheet; empty when its header is not that of a known export.
     *
     * @throws IOException when it can't be read
     */
    static Optional<Sheet> open(InputStream in) throws IOException {
        var again = new PushbackInputStream(in, HEADER_BYTES);
        var head = again.readNBytes(HEADER_BYTES);
        again.unread(head);
        var charset = CHARSETS.stream().filter(each -> startsAsExpected(head, each)).findFirst();
        if (charset.isEmpty())
            return Optional.empty();
        var text = new BufferedReader(new InputStreamReader(again, charset.get()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK)
            text.reset();
        var parser = CSVParser.parse(text, FORMAT);
        boolean hasAll = parser.getHeaderNames().containsAll(
                Arrays.stream(SheetColumn.values()).map(SheetColumn::header).toList());
        if (!hasAll)
            parser.close();
        return hasAll ? Optional.of(new Sheet(parser)) : Optional.empty();
    }

    private static boolean startsAsExpected(byte[] head, Charset charset) {
        var text = new String(head, charset);
        var first = SheetColumn.ORDER_NO.header();
        return text.startsWith(first) || text.startsWith(BYTE_ORDER_MARK + first) || text.startsWith("\"" + first);
    }

    @Override
    public Iterator<Line> iterator() {
        var records = parser.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Line next() {
                var record = records.next();
                // commons-csv reads one row ahead only in hasNext, so the position is that of the row's own end
                return new Line(parser.getCurrentLineNumber() - lineBreaksIn(record), record);
            }
        };
    }

    private static long lineBreaksIn(CSVRecord record) {
        return record.stream().mapToLong(cell -> cell.chars().filter(each -> each == '\n').count()).sum();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
