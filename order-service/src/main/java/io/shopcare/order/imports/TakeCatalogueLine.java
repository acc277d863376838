package io.shopcare.order.imports;

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

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.StrictJson;
import io.shopcare.platform.json.TooLargeException;
import io.shopcare.platform.store.Outcome;

/** Takes a line of a catalogue as strictly as the API would, whatever kind it is of: what is wrong is told with its field. */
@Component
final class TakeCatalogueLine {
    private record OfSystem(@Nullable Long revision) {}

    private final Validator validator;
    private final Shops shops;

    TakeCatalogueLine(Validator validator, Shops shops) {
        this.validator = validator;
        this.shops = shops;
    }

    /** What is wrong with it; empty when it was taken, and counted. */
    <T, A> Optional<BadRow> handle(CatalogueKind<T, A> kind, OrderImport behind, long line, ObjectNode content,
            Rows rows) {
        var id = content.path(kind.field()).asText();
        try {
            var from = new Sku.Owner(behind.platform(), revision(content));
            var said = StrictJson.READ.treeToValue(content.deepCopy().without(List.of(kind.field(), "revision")),
                    kind.listing()); // what the file says beside what the API takes is no field of it
            var violation = validator.validate(said).stream().findFirst();
            if (violation.isPresent())
                return wrong(line, id, violation.get().getPropertyPath().toString(), violation.get().getMessage());
            var problem = kind.problem(id, said, shops.of(behind.shop()));
            if (problem.isPresent())
                return wrong(line, id, problem.get().field(), problem.get().reason());
            return take(kind, behind, line, id, said, from, rows);
        } catch (JsonProcessingException e) {
            return unreadable(line, id, e);
        }
    }

    private static <T, A> Optional<BadRow> take(CatalogueKind<T, A> kind, OrderImport behind, long line, String id,
            T said, Sku.Owner from, Rows rows) {
        int before = kind.known(behind.shop(), id);
        var context = new CommandContext(Actor.service(behind.platform()), "import-" + kind.field(), null, null, null);
        return switch (kind.take(behind.shop(), id, said, from, context)) {
            case Outcome.Rejected<A>(var why) -> Optional.of(BadRow.refused(line, id, why));
            case Outcome.Accepted<A> taken -> {
                if (kind.revision(taken.stored().aggregate()) > before)
                    rows.placed();
                else
                    rows.repeated();
                yield Optional.empty();
            }
        };
    }

    /** That the system counts; null when it counts none. */
    private static @Nullable Long revision(ObjectNode content) throws JsonProcessingException {
        return StrictJson.READ.treeToValue(content.objectNode().set("revision", content.get("revision")),
                OfSystem.class).revision();
    }

    /** Its message quotes the value, its path does not. */
    private static Optional<BadRow> unreadable(long line, String id, JsonProcessingException e) {
        var field = e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? mapping.getPath().getFirst().getFieldName()
                : "-";
        return wrong(line, id, field, switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown-field";
            case TooLargeException amount -> "too-large";
            default -> "malformed";
        });
    }

    private static Optional<BadRow> wrong(long line, String id, String field, String problem) {
        return Optional.of(new BadRow(line, id, "row-field-wrong", Map.of("sku", id, "field", field, "problem",
                problem)));
    }
}
