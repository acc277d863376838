package io.shopcare.order.imports;

import java.util.regex.Pattern;

import org.apache.commons.csv.CSVRecord;

/** The cells of a row, without what spreadsheets wrap around long numbers: {@code ="123"}, tabs, apostrophes. */
record Cells(CSVRecord record) {
    private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"");

    /** Empty where the row has nothing. */
    String optional(SheetColumn column) {
        if (!record.isSet(column.header()))
            return "";
        var text = record.get(column.header()).strip();
        var formula = FORMULA.matcher(text);
        if (formula.matches())
            text = formula.group(1).strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    String required(SheetColumn column) throws BadCellException {
        var text = optional(column);
        if (text.isEmpty() || text.equals("null"))
            throw new BadCellException("value-missing", column);
        return text;
    }
}
