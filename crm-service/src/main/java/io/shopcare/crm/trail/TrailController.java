package io.shopcare.crm.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.crm.customers.Codes;
import io.shopcare.crm.customers.CustomerDesk;
import io.shopcare.crm.customers.Readers;
import io.shopcare.platform.json.StrictJson;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/** The trail over HTTP. */
@RestController
@RequestMapping("/api/crm/customers/{customerId}/timeline")
@Tag(name = "Customers")
class TrailController {
    private final CustomerDesk desk;
    private final Trail trail;

    TrailController(CustomerDesk desk, Trail trail) {
        this.desk = desk;
        this.trail = trail;
    }

    /** An entry as callers see it; a buyer is not told who of the staff it was. */
    @Schema(name = "TimelineEntry")
    record Entry(String id, Instant at, Kind kind,
            @Schema(example = "order.paid.v1") String type,
            @Schema(description = "Id of the order, parcel, refund, case, conversation or customer") String subject,
            @Nullable By actor,
            @Schema(types = "object", example = "{\"paid\": {\"amount\": \"1103.90\", \"currency\": \"CNY\"}}") Map<String, JsonNode> facts) {

        static Entry of(TrailEntry entry, boolean withActor) {
            return new Entry(entry.id(), entry.at(), entry.kind(), entry.type(), entry.subject(),
                    withActor ? By.of(entry) : null, entry.facts());
        }
    }

    /** Who did it. */
    @Schema(name = "TimelineActor")
    record By(String kind, String id) {
        static By of(TrailEntry entry) {
            return new By(entry.actor().kind().name().toLowerCase(Locale.ROOT), entry.actor().id());
        }
    }

    @GetMapping
    @Readers
    @Operation(summary = "Everything that happened with a customer", description = "Newest first, from all services; "
            + "by kind where one is named. Buyers see their own, without what is internal.")
    Page<Entry> page(@PathVariable @Parameter(example = "01a1c30a-6200-8b6c-8458-63875e34487c") String customerId,
            @RequestParam(required = false) @Parameter(example = "order") @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Parameter(hidden = true) Person person) {
        var customer = desk.show(customerId, person).aggregate();
        boolean isStaff = person.worksIn(customer.shop());
        var filter = new Trail.Filter(Codes.read("kind", kind, Kind.values(), Kind::code), isStaff);
        return Page.of(trail.page(customerId, filter, place(after), limit + 1), limit,
                last -> Cursor.of(last.at().toString(), last.id())).map(entry -> Entry.of(entry, isStaff));
    }

    private static Trail.@Nullable Place place(@Nullable String after) {
        var cursor = Cursor.read(after, 2);
        if (cursor == null)
            return null;
        try {
            return new Trail.Place(StrictJson.instant(cursor.keys().getFirst()), cursor.keys().getLast());
        } catch (DateTimeException e) {
            throw new InvalidFieldException("after", "malformed", e);
        }
    }
}
