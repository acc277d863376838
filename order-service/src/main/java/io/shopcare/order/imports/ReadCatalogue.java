package io.shopcare.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.commons.csv.CSVException;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Shops;

/**
 * Reads a catalogue from another system: SKUs and (in JSON lines) products and offers, in any order. The system owns from
 * then on what it sent; the same again changes nothing.
 */
@Component
final class ReadCatalogue implements ImportReader {
    private final SkusInCatalogue skus;
    private final List<CatalogueKind<?, ?>> others;
    private final TakeCatalogueLine line;
    private final Shops shops;

    ReadCatalogue(SkusInCatalogue skus, ProductsInCatalogue products, OffersInCatalogue offers,
            TakeCatalogueLine line, Shops shops) {
        this.skus = skus;
        this.others = List.of(products, offers);
        this.line = line;
        this.shops = shops;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CATALOGUE;
    }

    @Override
    public boolean knows(InputStream file) throws IOException {
        try (file) {
            return CatalogueFile.open(file, "").isKnown();
        } catch (CSVException e) { // its quotes are in disorder before its first row
            return false;
        }
    }

    @Override
    public void read(OrderImport behind, InputStream file, Rows rows) throws IOException {
        try (file) {
            var content = CatalogueFile.open(file, shops.of(behind.shop()).currency());
            long done = rows.counted();
            long number = 0;
            for (var all = content.rows(); all.hasNext();) {
                var row = all.next();
                number++;
                if (number > done) {
                    rows.each(row.line(), null, () -> take(behind, row, content.format(), rows));
                    rows.done(1);
                }
            }
        }
    }

    private void take(OrderImport behind, CatalogueRow row, String format, Rows rows) {
        var content = row.content();
        if (content == null)
            rows.bad(new BadRow(row.line(), null, "row-not-readable", Map.of("format", format)));
        else
            line.handle(kindOf(content), behind, row.line(), content, rows).ifPresent(rows::bad);
    }

    /** A line that does not say what it is is taken for a SKU, and told that it has no code. */
    private CatalogueKind<?, ?> kindOf(ObjectNode content) {
        for (var kind : others)
            if (content.has(kind.field()))
                return kind;
        return skus;
    }
}
