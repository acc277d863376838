package io.shopcare.aftersale.cases;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.policies.Coded;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Opening, reading and listing cases. */
@RestController
@RequestMapping("/api/aftersale/cases")
@Tag(name = "Cases", description = "What went wrong with lines of an order, and how it is settled")
class CaseController {
    private final OpenCase open;
    private final Cases cases;
    private final VisibleCases visible;
    private final CaseViews views;
    private final CaseTimeline timeline;

    CaseController(OpenCase open, Cases cases, VisibleCases visible, CaseViews views, CaseTimeline timeline) {
        this.open = open;
        this.cases = cases;
        this.visible = visible;
        this.views = views;
        this.timeline = timeline;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('buyer','aftersales','presales','supervisor','service')")
    @ApiResponse(responseCode = "201", description = "a new case", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "the open case that the request joined", useReturnTypeSchema = true)
    @Operation(summary = "Opens a case, or joins the one that is open for the same lines and kind", description = "201 with a new case; 200 with the open one that the request joined")
    ResponseEntity<CaseView> open(@RequestBody @Valid OpenCaseRequest request, Person person, CommandContext context,
            Locale language) {
        var opened = open.handle(request.command(person), context);
        var stored = opened.outcome().orThrow().stored();
        var view = views.of(stored, person, language);
        return opened.joined()
                ? Etags.ok(stored, view)
                : Etags.created(URI.create("/api/aftersale/cases/" + stored.id()), stored, view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A case, with what the rules give and what the reader can do now")
    ResponseEntity<CaseView> get(@PathVariable String id, Person person, Locale language) {
        var stored = visible.find(id, person);
        return Etags.ok(stored, views.of(stored, person, language));
    }

    @GetMapping
    @Operation(summary = "Cases of a shop by state or by whom they wait for; a buyer sees their own", description = "Key-based pages in the order of the case numbers: send next back as after")
    Page<CaseSummary> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String waitingFor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String after, Person person) {
        if (!person.isIn(shop))
            throw ProblemException.notFound();
        if (person.isBuyer())
            return cases.of(new Buyer(shop, String.valueOf(person.channel()), person.id()), limit, after)
                    .map(stored -> CaseSummary.of(stored.aggregate()));
        if (state != null && waitingFor != null)
            throw new InvalidFieldException("waitingFor", "one-filter-only", null);
        var page = waitingFor == null
                ? cases.inShop(shop, state == null ? null : read(CaseState.class, "state", state), limit, after)
                : cases.waiting(shop, read(Standing.WaitingFor.class, "waitingFor", waitingFor), limit, after);
        return page.map(stored -> CaseSummary.of(stored.aggregate()));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "What happened to the case, in order; can't be edited")
    Page<TimelineEntry> timeline(@PathVariable String id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String after, Person person) {
        visible.find(id, person);
        return timeline.of(id, limit, after).map(entry -> TimelineEntry.of(entry, person));
    }

    private static <E extends Enum<E> & Coded> E read(Class<E> type, String field, String code) {
        return Coded.read(type, code).orElseThrow(() -> new InvalidFieldException(
                java.util.List.of(new io.shopcare.platform.problems.FieldProblem(field, "unknown-value",
                        java.util.Map.of("allowed", String.join(", ", codes(type))))),
                null));
    }

    private static <E extends Enum<E> & Coded> Set<String> codes(Class<E> type) {
        return new java.util.TreeSet<>(java.util.Arrays.stream(type.getEnumConstants()).map(Coded::code).toList());
    }
}
