package io.shopcare.crm.blacklist;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.crm.customers.Codes;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** A shop's blacklist over HTTP (C15). */
@RestController
@RequestMapping("/api/crm/blacklist")
@Tag(name = "Blacklist", description = "Buyers, phones and addresses whose orders a person looks at first")
class BlacklistController {
    private static final String IN_CHARGE = "hasAnyRole('crm', 'supervisor')";

    record Words(@NotBlank @Size(max = 500) @Schema(example = "买家已说明原因") String words) {
        @Override
        public String toString() {
            return "Words[redacted]";
        }
    }

    /** @param expires when the entry ends by itself; null: never */
    record Acceptance(@NotBlank @Size(max = 500) @Schema(example = "半年内五次无理由退款") String words,
            @Nullable @Schema(example = "2099-01-01T00:00:00Z") Instant expires) {
        @Override
        public String toString() {
            return "Acceptance[redacted]";
        }
    }

    private final AggregateStore<BlacklistEntry> entries;
    private final BlacklistList list;
    private final SubjectKeys keys;
    private final Clock clock;

    BlacklistController(AggregateStore<BlacklistEntry> entries, BlacklistList list, SubjectKeys keys, Clock clock) {
        this.entries = entries;
        this.list = list;
        this.keys = keys;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(IN_CHARGE)
    @Operation(summary = "Puts a buyer, a phone or an address on the list; of the latter only a keyed digest is kept")
    ResponseEntity<BlacklistEntry> list(@RequestBody @Valid NewEntry body,
            @Parameter(hidden = true) Person person, @Parameter(hidden = true) CommandContext context) {
        if (!person.worksIn(body.shop()))
            throw ProblemException.notFound();
        var now = clock.instant();
        var expires = body.expires();
        if (expires != null && !expires.isAfter(now))
            throw new InvalidFieldException("expires", "malformed", null);
        var id = context.newId();
        var subject = body.subject(keys);
        var stored = entries.create(id, context, () -> BlacklistEntry.list(new BlacklistEntry(id, body.shop(), subject,
                body.reason(), body.note(), context.actor(), now, expires, BlacklistState.LISTED, null, null)))
                .orThrow().stored();
        return Etags.created(URI.create("/api/crm/blacklist/" + id), stored, stored.aggregate());
    }

    @GetMapping
    @PreAuthorize(IN_CHARGE)
    @Operation(summary = "A shop's blacklist, the newest entry first; state=proposed is what rules ask a person to look at")
    Page<BlacklistEntry> page(@RequestParam @Parameter(example = "nuanyang") String shop,
            @RequestParam(required = false) @Parameter(example = "proposed") @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, @Parameter(hidden = true) Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return list.page(shop, Codes.read("state", state, BlacklistState.values(), BlacklistState::code),
                Cursor.read(after, 2), limit);
    }

    @GetMapping("/{entryId}")
    @PreAuthorize("hasAnyRole('crm', 'supervisor', 'auditor')")
    @Operation(summary = "One entry; an auditor finds its id in the hold")
    ResponseEntity<BlacklistEntry> get(@PathVariable @Parameter(example = "01a1c30a") String entryId,
            @Parameter(hidden = true) Person person) {
        var stored = visible(entryId, person);
        return Etags.ok(stored, stored.aggregate());
    }

    @PostMapping("/{entryId}/appeal")
    @PreAuthorize("hasAnyRole('crm', 'supervisor', 'presales', 'aftersales')")
    @Operation(summary = "Notes what is said against an entry; it counts until it is lifted")
    ResponseEntity<BlacklistEntry> appeal(@PathVariable @Parameter(example = "01a1c30a") String entryId,
            @RequestBody @Valid Words body, @Parameter(hidden = true) Person person,
            @Parameter(hidden = true) CommandContext context) {
        return decide(entryId, person, context,
                entry -> entry.appeal(context.actor(), clock.instant(), body.words()));
    }

    @PostMapping("/{entryId}/lift")
    @PreAuthorize(IN_CHARGE)
    @Operation(summary = "Takes an entry off the list, with the reason")
    ResponseEntity<BlacklistEntry> lift(@PathVariable @Parameter(example = "01a1c30a") String entryId,
            @RequestBody @Valid Words body, @Parameter(hidden = true) Person person,
            @Parameter(hidden = true) CommandContext context) {
        return decide(entryId, person, context,
                entry -> entry.lift(context.actor(), clock.instant(), body.words()));
    }

    @PostMapping("/{entryId}/acceptance")
    @PreAuthorize(IN_CHARGE)
    @Operation(summary = "Takes a buyer whom a rule proposes on the list, with the reason")
    ResponseEntity<BlacklistEntry> accept(@PathVariable @Parameter(example = "01a1c30a") String entryId,
            @RequestBody @Valid Acceptance body, @Parameter(hidden = true) Person person,
            @Parameter(hidden = true) CommandContext context) {
        visible(entryId, person); // before its body is judged: a stranger hears that there is none
        var now = clock.instant();
        var expires = body.expires();
        if (expires != null && !expires.isAfter(now))
            throw new InvalidFieldException("expires", "malformed", null);
        return decide(entryId, person, context, entry -> entry.accept(context.actor(), now, body.words(), expires));
    }

    @PostMapping("/{entryId}/decline")
    @PreAuthorize(IN_CHARGE)
    @Operation(summary = "Declines what a rule proposes, with the reason; what it counted is not counted again")
    ResponseEntity<BlacklistEntry> decline(@PathVariable @Parameter(example = "01a1c30a") String entryId,
            @RequestBody @Valid Words body, @Parameter(hidden = true) Person person,
            @Parameter(hidden = true) CommandContext context) {
        return decide(entryId, person, context,
                entry -> entry.decline(context.actor(), clock.instant(), body.words()));
    }

    private ResponseEntity<BlacklistEntry> decide(String entryId, Person person, CommandContext context,
            Function<BlacklistEntry, Decision<BlacklistEntry>> question) {
        visible(entryId, person);
        var stored = entries.decide(entryId, context, question).orThrow().stored();
        return Etags.ok(stored, stored.aggregate());
    }

    private Stored<BlacklistEntry> visible(String entryId, Person person) {
        return entries.find(entryId).filter(found -> person.worksIn(found.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
    }
}
