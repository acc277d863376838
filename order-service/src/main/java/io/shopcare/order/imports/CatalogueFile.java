package io.shopcare.order.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.json.StrictJson;

/**
 * A catalogue file, streamed: JSON lines (an object a line, fields as the API takes them) or CSV in UTF-8, told apart by
 * how it begins. In a cell, several values are divided by semicolons, and facts are written {@code name=value}; a column
 * {@code facts.US} says what one market is told otherwise.
 */
final class CatalogueFile {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final List<String> NEEDED = List.of("sku", "title", "category", "price", "grams");
    private static final Set<String> MONEY = Set.of("price", "floor");
    private static final Set<String> LISTS = Set.of("markets", "services");
    /** {@code facts.US}, {@code floor.US}: what is said otherwise in one market. */
    private static final Pattern OF_MARKET = Pattern.compile("(facts|floor)\\.(.+)");
    private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true).setTrim(true).get();

    private final BufferedReader text;
    private final String currency;
    private final boolean isJson;

    private CatalogueFile(BufferedReader text, String currency, boolean isJson) {
        this.text = text;
        this.currency = currency;
        this.isJson = isJson;
    }

    /** @param currency of prices in CSV, which names none */
    static CatalogueFile open(InputStream in, String currency) throws IOException {
        var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        text.mark(2);
        int first = text.read();
        if (first != BYTE_ORDER_MARK)
            text.reset();
        text.mark(2);
        boolean isJson = text.read() == '{';
        text.reset();
        return new CatalogueFile(text, currency, isJson);
    }

    /** What is wrong with the rows of this file when they can't be read. */
    String format() {
        return isJson ? "JSON" : "CSV";
    }

    /** Whether it begins as a catalogue does. */
    boolean isKnown() throws IOException {
        return isJson || csv().getHeaderNames().containsAll(NEEDED);
    }

    /** Its rows in order, to be read once. */
    Iterator<CatalogueRow> rows() throws IOException {
        if (isJson) {
            var lines = text.lines().iterator();
            return Stream.iterate(1L, line -> lines.hasNext(), line -> line + 1)
                    .map(line -> new CatalogueRow(line, object(lines.next()))).iterator();
        }
        var parser = csv();
        return parser.stream().map(record -> new CatalogueRow(record.getRecordNumber() + 1, object(record)))
                .iterator();
    }

    private CSVParser csv() throws IOException {
        return CSVParser.parse(text, FORMAT);
    }

    private static @Nullable ObjectNode object(String line) {
        try {
            return StrictJson.READ.readTree(line) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private @Nullable ObjectNode object(CSVRecord record) {
        if (!record.isConsistent())
            return null;
        var object = Json.WIRE.createObjectNode();
        try {
            record.toMap().forEach((column, cell) -> {
                if (!cell.isEmpty())
                    put(object, column, cell);
            });
        } catch (UnsupportedOperationException e) { // a column said a text where another puts something into
            return null;
        }
        return object;
    }

    private void put(ObjectNode object, String column, String cell) {
        var ofMarket = OF_MARKET.matcher(column);
        if (ofMarket.matches())
            put(object.withObjectProperty("inMarkets").withObjectProperty(ofMarket.group(2)), ofMarket.group(1), cell);
        else if (MONEY.contains(column))
            object.putObject(column).put("amount", cell).put("currency", currency);
        else if (LISTS.contains(column))
            Stream.of(cell.split(";")).map(String::strip).forEach(object.withArray(column)::add);
        else if (column.equals("facts"))
            Stream.of(cell.split(";")).map(fact -> fact.split("=", 2)).forEach(
                    fact -> object.withObjectProperty(column).put(fact[0].strip(),
                            fact.length > 1 ? fact[1].strip() : ""));
        else if (column.equals("intact"))
            object.putObject("returnTerms").put("intact", cell);
        else
            object.put(column, cell);
    }
}
