package io.shopcare.platform.parking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.parking.Replayed.Outcome;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/**
 * What is parked in this service, for admins of the shop; what can't be read belongs to no shop and is for all of them. A
 * replay works for a few seconds and says what is left, so that the caller sees it go on and can stop.
 */
@RestController
@RequestMapping("/api/${shopcare.platform.web.path:service}/admin/parked")
@PreAuthorize("hasRole('admin')")
@Tag(name = "parked", description = "Events that could not be handled, and those that wait behind them")
class ParkedController {
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final int SHOWN = 50;
    private static final String AN_ID = "2b7c3a10-91d4-8e5f-a6b0-3c1d2e4f5a6b";

    private final ParkedKeys keys;
    private final ParkedRecords records;
    private final ReplayParked replay;
    private final DiscardParked discard;
    private final Clock clock;

    ParkedController(ParkedKeys keys, ParkedRecords records, ReplayParked replay, DiscardParked discard, Clock clock) {
        this.keys = keys;
        this.records = records;
        this.replay = replay;
        this.discard = discard;
        this.clock = clock;
    }

    /** A key with the first of its records. */
    record Detail(ParkedView parked, List<RecordView> records) {}

    /** @param value as it came; null when there was none */
    record RecordView(long offset, Instant at, Map<String, String> headers, @Nullable String value) {
        static RecordView of(ParkedRecord record) {
            var headers = new TreeMap<String, String>();
            record.headers().forEach(
                    header -> headers.put(header.name(), record.header(header.name()).orElse("")));
            return new RecordView(record.offset(), record.at(), headers, record.value());
        }
    }

    /**
     * What a replay of many keys came to.
     *
     * @param freed keys that wait no longer
     * @param ran   records whose handler succeeded
     * @param stuck keys that stay parked so far
     * @param next  where to go on; null when all were tried
     */
    record ManyReplayed(int freed, int ran, int stuck, @Nullable String next) {}

    /** @param offset of the first record of the key */
    record Discarding(@NotNull @Schema(example = "42") Long offset,
            @NotBlank @Size(max = 200) @Schema(example = "sent by a test tool, no event of ours") String reason) {}

    @GetMapping
    @Operation(summary = "Keys that are parked, with the cause", description = "Of one subscription or of all of the service.")
    Page<ParkedView> list(@RequestParam(required = false) @Nullable String subscription,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String after,
            Person person) {
        if (limit < 1 || limit > 200)
            throw new InvalidFieldException("limit", "malformed", null);
        return Page.of(page(subscription, after, limit + 1, person), limit, key -> Cursor.of(key.id()))
                .map(this::view);
    }

    @GetMapping("/{parkedId}")
    @Operation(summary = "One parked key with the content of its first records")
    Detail show(@PathVariable @Parameter(example = AN_ID) String parkedId, Person person) {
        var key = visible(parkedId, person);
        return new Detail(view(key), records.of(parkedId, -1, SHOWN).stream().map(RecordView::of).toList());
    }

    @PostMapping("/{parkedId}/replays")
    @Operation(summary = "Run the records of a key again, in order", description = "Stops at the first that fails again. Works for a few seconds; UNFINISHED says that there is more.")
    Replayed replay(@PathVariable @Parameter(example = AN_ID) String parkedId, Person person, CommandContext context) {
        if (keys.find(parkedId).isPresent())
            visible(parkedId, person);
        var replayed = replay.handle(parkedId, A_WHILE);
        if (replayed.outcome() == Outcome.BUSY)
            throw new RejectedException(Rejection.notNow("replay-under-way"));
        return replayed;
    }

    @PostMapping("/replays")
    @Operation(summary = "Run all that is parked again, key by key", description = "Of one subscription or of all of the service. Works for a few seconds; next says where to go on.")
    ManyReplayed replayAll(@RequestParam(required = false) @Nullable String subscription,
            @RequestParam(required = false) @Nullable String after, Person person, CommandContext context) {
        long end = System.nanoTime() + A_WHILE.toNanos();
        int freed = 0;
        int ran = 0;
        int stuck = 0;
        var from = after;
        while (System.nanoTime() < end) {
            var next = page(subscription, from, 1, person);
            if (next.isEmpty())
                return new ManyReplayed(freed, ran, stuck, null);
            var replayed = replay.handle(next.getFirst().id(), Duration.ofNanos(end - System.nanoTime()));
            ran += replayed.ran();
            if (replayed.outcome() == Outcome.UNFINISHED)
                return new ManyReplayed(freed, ran, stuck, from == null ? Cursor.of("").text() : from);
            if (replayed.outcome() == Outcome.FREE)
                freed++;
            else
                stuck++;
            from = Cursor.of(next.getFirst().id()).text();
        }
        return new ManyReplayed(freed, ran, stuck, from);
    }

    @PostMapping("/{parkedId}/discards")
    @Operation(summary = "Give the first record of a key up, for a reason", description = "It is gone then, and in the audit trail; those behind it still wait for a replay.")
    Map<String, Object> discard(@PathVariable @Parameter(example = AN_ID) String parkedId,
            @RequestBody @Valid Discarding wish, Person person,
            CommandContext context) {
        if (keys.find(parkedId).isPresent())
            visible(parkedId, person);
        var refused = discard
                .handle(new DiscardParked.Command(parkedId, wish.offset(), wish.reason(), context.actor()));
        if (refused != null)
            throw new RejectedException(refused);
        return Map.of("discarded", wish.offset(), "left", records.count(parkedId));
    }

    private List<ParkedKey> page(@Nullable String subscription, @Nullable String after, int most, Person person) {
        var cursor = Cursor.read(after, 1);
        return keys.list(subscription, person.shops(), cursor == null ? null : cursor.keys().getFirst(), most);
    }

    private ParkedView view(ParkedKey key) {
        return ParkedView.of(key, records.count(key.id()), clock.instant());
    }

    private ParkedKey visible(String parkedId, Person person) {
        return keys.find(parkedId).filter(key -> key.shop() == null || person.worksIn(key.shop()))
                .orElseThrow(ProblemException::notFound);
    }
}
