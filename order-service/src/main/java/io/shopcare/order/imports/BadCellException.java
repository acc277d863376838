package io.shopcare.order.imports;

import java.util.Map;

/** One cell of a row can't be taken. */
final class BadCellException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> facts;

    BadCellException(String reason, SheetColumn column) {
        this(reason, Map.of("column", column.header()));
    }

    BadCellException(String reason, Map<String, String> facts) {
        super(reason, null, false, false);
        this.reason = reason;
        this.facts = facts;
    }

    String reason() {
        return reason;
    }

    Map<String, String> facts() {
        return facts;
    }
}
