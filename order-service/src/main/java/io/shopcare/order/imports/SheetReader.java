package io.shopcare.order.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVRecord;

import io.shopcare.platform.json.StrictJson;
import io.shopcare.platform.money.Money;

import static io.shopcare.order.imports.SheetColumn.CHANGED_SKU;
import static io.shopcare.order.imports.SheetColumn.CREATED;
import static io.shopcare.order.imports.SheetColumn.FREIGHT;
import static io.shopcare.order.imports.SheetColumn.GOODS;
import static io.shopcare.order.imports.SheetColumn.INVOICE_TITLE;
import static io.shopcare.order.imports.SheetColumn.MEMBER;
import static io.shopcare.order.imports.SheetColumn.ORDER_NO;
import static io.shopcare.order.imports.SheetColumn.PAID;
import static io.shopcare.order.imports.SheetColumn.PAID_AT;
import static io.shopcare.order.imports.SheetColumn.QUANTITY;
import static io.shopcare.order.imports.SheetColumn.REMARK;
import static io.shopcare.order.imports.SheetColumn.SELLER_REMARK;
import static io.shopcare.order.imports.SheetColumn.SHIPPING;
import static io.shopcare.order.imports.SheetColumn.STATUS;
import static io.shopcare.order.imports.SheetColumn.TITLE;
import static io.shopcare.order.imports.SheetColumn.TOTAL;

/** Reads a row of a Taobao-style sheet, or says what is wrong with it. */
final class SheetReader {
    private static final Pattern TITLE_WITH_CODE = Pattern.compile("(.*?)\\s*[\\[【]([0-9A-Za-z_-]{1,64})[\\]】]\\s*");
    private static final Pattern SKU = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final String NOT_PAID = "not-paid-yet";
    private static final String PAID_THERE = "买家已付款";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-M-d H:mm[:ss]");

    private final String currency;
    private final ZoneId zone;

    /**
     * @param currency of the shop; the sheet names none
     * @param zone     of the sheet's times
     */
    SheetReader(String currency, ZoneId zone) {
        this.currency = currency;
        this.zone = zone;
    }

    /** A row, or why it can't be taken. */
    sealed interface Read {
        record Good(SheetRow row) implements Read {}

        record Bad(BadRow row) implements Read {}

        /** Bad if the order is not known; else news of it. */
        record News(BadRow row, PlatformNews news) implements Read {}
    }

    Read read(CSVRecord record, long line) {
        var cells = new Cells(record);
        if (record.size() != SheetColumn.ALL)
            return bad(line, cells.optional(ORDER_NO), "columns-missing",
                    Map.of("found", Integer.toString(record.size()), "expected", Integer.toString(SheetColumn.ALL)));
        try {
            return new Read.Good(row(cells, record.getRecordNumber(), line));
        } catch (BadCellException e) {
            var bad = bad(line, cells.optional(ORDER_NO), e.reason(), e.facts());
            return e.reason().equals(NOT_PAID) && bad instanceof Read.Bad(var row)
                    ? PlatformNews.ofStatus(cells.optional(STATUS)).<Read>map(news -> new Read.News(row, news))
                            .orElse(bad)
                    : bad;
        }
    }

    private SheetRow row(Cells cells, long record, long line) throws BadCellException {
        var orderNo = cells.required(ORDER_NO);
        if (!orderNo.matches("[0-9A-Za-z-]{1,64}"))
            throw new BadCellException("not-a-number", ORDER_NO);
        if (!cells.required(STATUS).startsWith(PAID_THERE))
            throw new BadCellException(NOT_PAID, STATUS);
        var goods = money(cells, GOODS);
        var freight = money(cells, FREIGHT);
        var total = money(cells, TOTAL);
        if (!goods.plus(freight).equals(total))
            throw new BadCellException("import-amounts-differ",
                    Map.of("goods", goods.text(), "freight", freight.text(), "total", total.text()));
        var item = TITLE_WITH_CODE.matcher(cells.required(TITLE));
        boolean hasCode = item.matches();
        var changed = cells.optional(CHANGED_SKU);
        var sku = !changed.isEmpty() ? changed : hasCode ? item.group(2) : "";
        if (!SKU.matcher(sku).matches())
            throw new BadCellException("sku-missing", TITLE);
        return new SheetRow(record, line, orderNo, cells.required(MEMBER), sku,
                hasCode ? item.group(1) : cells.required(TITLE), quantity(cells), goods, freight,
                money(cells, PAID), SheetAddress.of(cells), cells.optional(REMARK), cells.optional(SELLER_REMARK),
                cells.optional(INVOICE_TITLE), cells.optional(SHIPPING),
                time(cells, CREATED),
                time(cells, PAID_AT));
    }

    private static int quantity(Cells cells) throws BadCellException {
        var text = cells.required(QUANTITY);
        if (!text.matches("[1-9]\\d{0,5}"))
            throw new BadCellException("quantity-wrong", QUANTITY);
        return Integer.parseInt(text);
    }

    private Money money(Cells cells, SheetColumn column) throws BadCellException {
        try {
            var money = Money.of(cells.required(column), currency);
            if (money.isTooLarge())
                throw new BadCellException("amount-too-large", Map.of("max", Long.toString(Money.MOST)));
            if (!money.isNegative())
                return money;
        } catch (IllegalArgumentException e) {
            throw new BadCellException("not-a-number", column);
        }
        throw new BadCellException("not-a-number", column);
    }

    private Instant time(Cells cells, SheetColumn column) throws BadCellException {
        try {
            var time = LocalDateTime.parse(cells.required(column).replace('/', '-'), TIME).atZone(zone).toInstant();
            return StrictJson.instant(time.toString());
        } catch (DateTimeException e) {
            throw new BadCellException("not-a-time", column);
        }
    }

    private static Read bad(long line, String orderNo, String reason, Map<String, String> facts) {
        return new Read.Bad(new BadRow(line, orderNo.isEmpty() ? null : orderNo, reason, facts));
    }
}
