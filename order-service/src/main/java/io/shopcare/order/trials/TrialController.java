package io.shopcare.order.trials;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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

import io.shopcare.order.orders.Verdict;
import io.shopcare.order.rules.RuleSet;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trials.Trial.Sample;
import io.shopcare.order.trials.Trial.Window;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** A version of the rules is tried on past orders before it is turned on (O6). */
@RestController
@RequestMapping("/api/order")
@Tag(name = "Audit rules")
class TrialController {
    private static final Duration LONGEST = Duration.ofDays(92);

    /** @param from first moment of the orders' placing; until: the first that is no more in it */
    record NewTrial(@NotNull Instant from, @NotNull Instant until) {}

    /** A sample with the reason in the caller's language. */
    record SampleView(String orderId, String orderNo, String rule, Verdict verdict, String code, String message,
            List<Figure> figures, boolean heldThen) {}

    /** @param reachedAt placing of the last order that was looked at: from until it goes back to from */
    @Schema(name = "TrialView")
    record View(String trialId, String shop, String ruleSetId, String version, Instant from, Instant until,
            TrialState state, @Nullable Instant reachedAt, Tally tally, List<SampleView> samples, ActorRef startedBy,
            Instant startedAt, @Nullable Instant finishedAt) {}

    /** A trial in the list: how far it is and what came of it, all rules together. */
    @Schema(name = "TrialLine")
    record Line(String trialId, String shop, String ruleSetId, String version, Instant from, Instant until,
            TrialState state, long looked, long heldThen, long heldNow, long onlyThen, long onlyNow, long warned,
            ActorRef startedBy, Instant startedAt, @Nullable Instant finishedAt) {
        static Line of(Trial trial) {
            var tally = trial.tally();
            return new Line(trial.trialId(), trial.shop(), trial.ruleSetId(), trial.version(), trial.window().from(),
                    trial.window().until(), trial.state(), tally.looked(), tally.heldThen(), tally.heldNow(),
                    tally.onlyThen(), tally.onlyNow(), tally.warned(), trial.startedBy(), trial.startedAt(),
                    trial.finishedAt());
        }
    }

    private final AggregateStore<Trial> trials;
    private final TrialList list;
    private final AggregateStore<RuleSet> sets;
    private final ProblemCatalogue words;
    private final Clock clock;

    TrialController(AggregateStore<Trial> trials, TrialList list, AggregateStore<RuleSet> sets, ProblemCatalogue words,
            Clock clock) {
        this.trials = trials;
        this.list = list;
        this.sets = sets;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/rule-sets/{id}/trials")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAnyRole('supervisor', 'manager', 'admin')")
    @Operation(summary = "Tries a version on the orders of a window (at most 92 days): what would it have held?", description = "Goes on by itself, whatever is restarted; nothing happens to the orders.")
    ResponseEntity<View> start(@PathVariable String id, @RequestBody @Valid NewTrial body, Person person,
            CommandContext context, Locale locale) {
        var set = sets.find(id).map(Stored::aggregate).filter(found -> person.worksIn(found.shop()))
                .orElseThrow(ProblemException::notFound);
        if (!body.from().isBefore(body.until()) || body.from().plus(LONGEST).isBefore(body.until()))
            throw new InvalidFieldException(List.of(new FieldProblem("until", "out-of-range",
                    java.util.Map.of("min", body.from(), "max", body.from().plus(LONGEST)))), null);
        var trialId = context.newId();
        var stored = trials.create(trialId, context, () -> Trial.start(trialId, set.shop(), set.ruleSetId(),
                set.version(), new Window(body.from(), body.until()), ActorRef.of(context.actor()), clock.instant()))
                .orThrow().stored();
        return ResponseEntity.accepted().location(URI.create("/api/order/trials/" + trialId))
                .body(view(stored.aggregate(), locale));
    }

    @GetMapping("/trials/{trialId}")
    @PreAuthorize("hasAnyRole('supervisor', 'manager', 'admin', 'auditor')")
    @Operation(summary = "How far a trial is, what each rule would say, and samples with reason and figures")
    ResponseEntity<View> get(@PathVariable String trialId, Person person, Locale locale) {
        var stored = trials.find(trialId).filter(found -> person.worksIn(found.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
        return Etags.ok(stored, view(stored.aggregate(), locale));
    }

    @GetMapping("/trials")
    @PreAuthorize("hasAnyRole('supervisor', 'manager', 'admin', 'auditor')")
    @Operation(summary = "The trials of a shop, the newest first, with their totals")
    Page<Line> page(@RequestParam String shop, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return list.page(shop, Cursor.read(after, 2), limit).map(Line::of);
    }

    private View view(Trial trial, Locale locale) {
        var reached = trial.reached();
        return new View(trial.trialId(), trial.shop(), trial.ruleSetId(), trial.version(), trial.window().from(),
                trial.window().until(), trial.state(), reached == null ? null : reached.placedAt(), trial.tally(),
                trial.samples().stream().map(sample -> view(sample, locale)).toList(), trial.startedBy(),
                trial.startedAt(), trial.finishedAt());
    }

    private SampleView view(Sample sample, Locale locale) {
        var facts = new java.util.HashMap<String, Object>();
        sample.figures().forEach(figure -> facts.put(figure.name(), figure.value()));
        return new SampleView(sample.orderId(), sample.orderNo(), sample.rule(), sample.verdict(), sample.code(),
                words.reason(sample.code(), facts, locale), sample.figures(), sample.heldThen());
    }
}
