package io.shopcare.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVException;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Shops;

/** Reads a platform's sheet. Rows of one order stand together and are taken together, or not at all. */
@Component
final class ReadOrders implements ImportReader {
    private final PlaceImportedOrder placing;
    private final TakeNews news;
    private final Shops shops;

    ReadOrders(PlaceImportedOrder placing, TakeNews news, Shops shops) {
        this.placing = placing;
        this.news = news;
        this.shops = shops;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    public boolean knows(InputStream file) throws IOException {
        try (var sheet = Sheet.open(file).orElse(null)) {
            return sheet != null;
        } catch (CSVException e) { // its quotes are in disorder before its first row
            return false;
        }
    }

    @Override
    public void read(OrderImport behind, InputStream file, Rows rows) throws IOException {
        var shop = shops.of(behind.shop());
        try (var sheet = Sheet.open(file).orElseThrow(() -> new IOException("not a sheet"))) {
            var orders = new Orders(behind, new SheetReader(shop.currency(), shop.zone()), rows);
            long done = rows.counted();
            for (var line : sheet)
                if (line.record().getRecordNumber() > done)
                    orders.add(line);
            orders.finish();
        }
    }

    /** Gathers the rows of an order. */
    private final class Orders {
        private final OrderImport behind;
        private final SheetReader reading;
        private final Rows rows;
        private final List<SheetReader.Read> group = new ArrayList<>();
        private String orderNo = "";

        Orders(OrderImport behind, SheetReader reading, Rows rows) {
            this.behind = behind;
            this.reading = reading;
            this.rows = rows;
        }

        void add(Sheet.Line line) {
            var read = read(line);
            var number = numberOf(read);
            if (!group.isEmpty() && !number.equals(orderNo))
                finish();
            orderNo = number;
            group.add(read);
            if (number.isEmpty())
                finish();
        }

        private SheetReader.Read read(Sheet.Line line) {
            try {
                return reading.read(line.record(), line.line());
            } catch (RuntimeException e) {
                return new SheetReader.Read.Bad(Rows.defect(line.line(), null, e));
            }
        }

        void finish() {
            if (group.isEmpty())
                return;
            try {
                take();
            } catch (RuntimeException e) {
                var defect = Rows.defect(lineOf(group.getFirst()), orderNo.isEmpty() ? null : orderNo, e);
                rows.bad(defect);
                group.stream().skip(1).forEach(read -> rows.bad(BadRow.because(defect, lineOf(read))));
            }
            rows.done(group.size());
            group.clear();
        }

        private void take() {
            var good = group.stream().filter(SheetReader.Read.Good.class::isInstance)
                    .map(read -> ((SheetReader.Read.Good) read).row()).toList();
            var bad = badRows(good.isEmpty());
            bad.forEach(rows::bad);
            if (bad.isEmpty() && good.isEmpty())
                rows.repeated(); // news of an order that is known
            else if (!bad.isEmpty())
                good.forEach(row -> rows.bad(BadRow.because(bad.getFirst(), row.line())));
            else
                switch (placing.handle(behind, good, good.size() == group.size())) {
                    case PLACED -> rows.placed();
                    case REPEATED -> rows.repeated();
                    case DIFFERENT -> good.forEach(row -> rows.bad(new BadRow(row.line(), row.orderNo(),
                            "known-with-other-content", Map.of())));
                }
        }

        /** A status that makes a new row a bad one is news of an order that is known: the gravest that its rows tell. */
        private List<BadRow> badRows(boolean noneIsPaid) {
            var told = group.stream().filter(SheetReader.Read.News.class::isInstance)
                    .map(read -> ((SheetReader.Read.News) read).news()).distinct().sorted().toList();
            boolean isKnown = !told.isEmpty() && news.handle(PlaceImportedOrder.idOf(behind, orderNo),
                    told.getLast(), noneIsPaid && told.size() == 1);
            return group.stream().flatMap(read -> switch (read) {
                case SheetReader.Read.Good good -> Stream.<BadRow>empty();
                case SheetReader.Read.Bad(var row) -> Stream.of(row);
                case SheetReader.Read.News(var row, var news) -> isKnown ? Stream.<BadRow>empty() : Stream.of(row);
            }).toList();
        }

        private static long lineOf(SheetReader.Read read) {
            return switch (read) {
                case SheetReader.Read.Good(var row) -> row.line();
                case SheetReader.Read.Bad(var row) -> row.line();
                case SheetReader.Read.News(var row, var told) -> row.line();
            };
        }

        private static String numberOf(SheetReader.Read read) {
            return switch (read) {
                case SheetReader.Read.Good(var row) -> row.orderNo();
                case SheetReader.Read.Bad(var row) -> row.orderNo() == null ? "" : row.orderNo();
                case SheetReader.Read.News(var row, var told) -> row.orderNo() == null ? "" : row.orderNo();
            };
        }
    }
}
