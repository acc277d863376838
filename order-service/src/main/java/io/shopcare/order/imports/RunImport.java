package io.shopcare.order.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.RejectedException;

/**
 * Reads a sheet from where it stands to its end. Rows of one order stand together; when they are done their number is
 * kept, a batch at a time, so that a reader that dies costs the next one a batch to look at again.
 */
@Component
final class RunImport {
    private static final Logger log = LoggerFactory.getLogger(RunImport.class);
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final int ROWS_IN_A_BATCH = 40;
    private static final CommandContext CONTEXT = CommandContext.bySystem("run-import");

    private final AggregateStore<OrderImport> imports;
    private final ImportFiles files;
    private final PlaceImportedOrder placing;
    private final Shops shops;
    private final Clock clock;
    private final String reader = Ids.next();

    RunImport(AggregateStore<OrderImport> imports, ImportFiles files, PlaceImportedOrder placing, Shops shops,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.placing = placing;
        this.shops = shops;
        this.clock = clock;
    }

    /** Reads on, unless another reader does. */
    void handle(String importId) {
        try {
            var taken = imports.decide(importId, CONTEXT, each -> each.take(reader, clock.instant(), LEASE)).orThrow()
                    .stored().aggregate();
            read(taken);
        } catch (RejectedException e) {
            log.info("import {} is read by another", importId);
        }
    }

    private void read(OrderImport taken) {
        var importId = taken.importId();
        try (var sheet = Sheet.open(files.open(taken.fileId())).orElseThrow(() -> new IOException("not a sheet"))) {
            var shop = shops.of(taken.shop());
            var batches = new Batches(taken, new SheetReader(shop.currency(), shop.zone()));
            for (var line : sheet)
                if (line.record().getRecordNumber() > taken.progress().rows())
                    batches.add(line);
            batches.end();
            imports.decide(importId, CONTEXT, each -> each.finish(reader, clock.instant())).orThrow();
        } catch (IOException | UncheckedIOException e) {
            log.warn("import {} can't be read on: {}", importId, e.toString());
            imports.decide(importId, CONTEXT, each -> each.fail(reader, "file-unreadable", clock.instant())).orThrow();
        }
    }

    /** Gathers the rows of an order, and orders into batches. */
    private final class Batches {
        private final OrderImport behind;
        private final SheetReader reading;
        private final List<SheetReader.Read> group = new ArrayList<>();
        private final List<BadRow> bad = new ArrayList<>();
        private String orderNo = "";
        private long from;
        private long to;
        private int placed;
        private int repeated;

        Batches(OrderImport behind, SheetReader reading) {
            this.behind = behind;
            this.reading = reading;
            this.from = behind.progress().rows();
            this.to = from;
        }

        void add(Sheet.Line line) {
            var read = reading.read(line.record(), line.line());
            var number = numberOf(read);
            if (!group.isEmpty() && !number.equals(orderNo))
                finishOrder();
            orderNo = number;
            group.add(read);
            if (number.isEmpty())
                finishOrder();
        }

        void end() {
            finishOrder();
            count();
        }

        private void finishOrder() {
            if (group.isEmpty())
                return;
            var rows = group.stream().filter(SheetReader.Read.Good.class::isInstance)
                    .map(read -> ((SheetReader.Read.Good) read).row()).toList();
            var badRows = group.stream().filter(SheetReader.Read.Bad.class::isInstance)
                    .map(read -> ((SheetReader.Read.Bad) read).row()).toList();
            bad.addAll(badRows);
            if (!badRows.isEmpty())
                rows.forEach(row -> bad.add(BadRow.because(badRows.getFirst(), row.line())));
            else
                switch (placing.handle(behind, rows)) {
                    case PLACED -> placed++;
                    case REPEATED -> repeated++;
                    case DIFFERENT -> rows.forEach(row -> bad.add(new BadRow(row.line(), row.orderNo(),
                            "known-with-other-content", java.util.Map.of())));
                }
            to += group.size();
            group.clear();
            if (to - from >= ROWS_IN_A_BATCH)
                count();
        }

        private void count() {
            if (to == from)
                return;
            var batch = new OrderImport.Batch(from, to, placed, repeated, List.copyOf(bad));
            imports.decide(behind.importId(), CONTEXT,
                    each -> each.advance(batch, reader, clock.instant(), LEASE)).orThrow();
            from = to;
            placed = 0;
            repeated = 0;
            bad.clear();
        }

        private static String numberOf(SheetReader.Read read) {
            return switch (read) {
                case SheetReader.Read.Good(var row) -> row.orderNo();
                case SheetReader.Read.Bad(var row) -> row.orderNo() == null ? "" : row.orderNo();
            };
        }
    }
}
