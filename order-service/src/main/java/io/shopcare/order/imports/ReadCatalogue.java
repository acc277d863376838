package io.shopcare.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.ListSku;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.catalogue.SkuListing;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.StrictJson;
import io.shopcare.platform.json.TooLargeException;
import io.shopcare.platform.store.Outcome;

/**
 * Reads a catalogue from another system, SKUs and (in JSON lines) offers. The system owns from then on what it sent; the
 * same again changes nothing.
 */
@Component
final class ReadCatalogue implements ImportReader {
    private record OfSystem(@Nullable Long revision) {}

    private final ListSku listing;
    private final Catalogue catalogue;
    private final Validator validator;
    private final OffersInCatalogue offers;
    private final Shops shops;

    ReadCatalogue(ListSku listing, Catalogue catalogue, Validator validator, OffersInCatalogue offers, Shops shops) {
        this.listing = listing;
        this.catalogue = catalogue;
        this.validator = validator;
        this.offers = offers;
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
        if (content == null) {
            rows.bad(new BadRow(row.line(), null, "row-not-readable", Map.of("format", format)));
            return;
        }
        var bad = content.has("offer")
                ? offers.take(behind, row.line(), content, rows)
                : take(behind, row.line(), content, rows);
        bad.ifPresent(rows::bad);
    }

    private Optional<BadRow> take(OrderImport behind, long line, ObjectNode content, Rows rows) {
        var sku = content.path("sku").asText();
        try {
            var revision = revision(content);
            var said = StrictJson.READ.treeToValue(without(content, "sku"), SkuListing.class);
            var violation = validator.validate(said).stream().findFirst();
            if (violation.isPresent())
                return wrong(line, sku, violation.get().getPropertyPath().toString(), violation.get().getMessage());
            var problem = said.problem(sku, shops.of(behind.shop()));
            if (problem.isPresent())
                return wrong(line, sku, problem.get().field(), problem.get().reason());
            return list(behind, line, sku, said, new Sku.Owner(behind.platform(), revision), rows);
        } catch (JsonProcessingException e) {
            return unreadable(line, sku, e);
        }
    }

    /** What the file says beside what the API takes is no field of it. */
    static ObjectNode without(ObjectNode content, String id) {
        return content.deepCopy().without(List.of(id, "revision"));
    }

    /** That the system counts; null when it counts none. */
    static @Nullable Long revision(ObjectNode content) throws JsonProcessingException {
        return StrictJson.READ.treeToValue(content.objectNode().set("revision", content.get("revision")),
                OfSystem.class).revision();
    }

    /** Its message quotes the value, its path does not. */
    static Optional<BadRow> unreadable(long line, String number, JsonProcessingException e) {
        var field = e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? mapping.getPath().getFirst().getFieldName()
                : "-";
        return wrong(line, number, field, switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown-field";
            case TooLargeException amount -> "too-large";
            default -> "malformed";
        });
    }

    private Optional<BadRow> list(OrderImport behind, long line, String sku, SkuListing said, Sku.Owner from,
            Rows rows) {
        var before = catalogue.find(behind.shop(), sku).map(Sku::revision).orElse(0);
        var context = new CommandContext(Actor.service(behind.platform()), "import-sku", null, null, null);
        return switch (listing.handle(behind.shop(), sku, said.page(sku), from, context)) {
            case Outcome.Rejected<Sku>(var why) -> Optional.of(BadRow.refused(line, sku, why));
            case Outcome.Accepted<Sku> taken -> {
                if (taken.stored().aggregate().revision() > before)
                    rows.placed();
                else
                    rows.repeated();
                yield Optional.empty();
            }
        };
    }

    static Optional<BadRow> wrong(long line, String sku, String field, String problem) {
        return Optional.of(new BadRow(line, sku, "row-field-wrong", Map.of("sku", sku, "field", field, "problem",
                problem)));
    }
}
