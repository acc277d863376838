package io.shopcare.order.rules;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

import io.shopcare.order.rules.RulesInForce.Activation;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/** The rules of a shop's audit: drafted, tried, turned on, without a release. */
@RestController
@RequestMapping("/api/order")
@Tag(name = "Audit rules")
class RuleSetController {
    private static final String READERS = "hasAnyRole('supervisor', 'manager', 'admin', 'auditor')";
    private static final String EDITORS = "hasAnyRole('supervisor', 'manager', 'admin')";

    /**
     * @param rules             by name; those it does not name are off, but for those that always hold
     * @param auditAfterMinutes how long the audit waits after a payment, so that merges and remarks can arrive; where it is
     *                          left out the product's setting counts
     */
    record NewRuleSet(@NotBlank String shop, @Nullable @Size(max = 500) String note,
            @NotNull @Size(max = 100) Map<@NotBlank String, @NotNull @Valid RuleSetting> rules,
            @Nullable @Min(0) @Max(1440) Integer auditAfterMinutes) {}

    record ActivationNote(@Nullable @Size(max = 500) String note) {}

    /**
     * @param settings    names of its settings and what they may be
     * @param alwaysHolds whether it holds in every shop, named or not
     */
    record Known(String rule, Map<String, String> settings, @Nullable RuleSetting standard, boolean alwaysHolds) {}

    /** @param activations of this version, the newest first */
    @Schema(name = "RuleSetView")
    record View(String ruleSetId, String shop, int number, String version, RuleSetState state,
            Map<String, RuleSetting> rules, @Nullable Integer auditAfterMinutes, @Nullable String note,
            ActorRef author, Instant draftedAt, List<Activation> activations) {}

    /** @param source where the product's own come from; null where the shop has made its choice */
    record Current(String shop, String version, @Nullable String ruleSetId, Map<String, RuleSetting> rules,
            @Nullable Integer auditAfterMinutes, @Nullable String source, List<Activation> activations) {}

    private final AggregateStore<RuleSet> sets;
    private final AggregateStore<RulesInForce> inForce;
    private final RuleSetList list;
    private final DraftRuleSet draft;
    private final ActivateRuleSet activate;
    private final RuleBook book;
    private final DefaultRules standard;
    private final Shops shops;

    RuleSetController(AggregateStore<RuleSet> sets, AggregateStore<RulesInForce> inForce, RuleSetList list,
            DraftRuleSet draft, ActivateRuleSet activate, RuleBook book, DefaultRules standard, Shops shops) {
        this.sets = sets;
        this.inForce = inForce;
        this.list = list;
        this.draft = draft;
        this.activate = activate;
        this.book = book;
        this.standard = standard;
        this.shops = shops;
    }

    @GetMapping("/audit-rules")
    @PreAuthorize(READERS)
    @Operation(summary = "Every rule that there is, what its settings may be, and how the product sets it")
    List<Known> rules() {
        return book.rules().stream().map(rule -> new Known(rule.name(), RuleBook.settingsOf(rule),
                standard.rules().get(rule.name()), rule.alwaysHolds())).toList();
    }

    @GetMapping("/rule-sets")
    @PreAuthorize(READERS)
    @Operation(summary = "All versions of a shop's rules, the newest first")
    Page<View> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        var force = inForce(ofTheShop(shop, person));
        return list.page(shop, Cursor.read(after, 1), limit).map(set -> view(set, force));
    }

    @GetMapping("/rule-sets/current")
    @PreAuthorize(READERS)
    @Operation(summary = "The rules that hold now; the ETag is what an activation has to bring as If-Match")
    ResponseEntity<Current> current(@RequestParam String shop, Person person) {
        return answer(shop, inForce(ofTheShop(shop, person)));
    }

    @GetMapping("/rule-sets/{id}")
    @PreAuthorize(READERS)
    @Operation(summary = "One version")
    View get(@PathVariable String id, Person person) {
        var set = visible(id, person);
        return view(set, inForce(set.shop()));
    }

    @PostMapping("/rule-sets")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(EDITORS)
    @Operation(summary = "Drafts the next version; it looks at no order before it is activated")
    ResponseEntity<View> draft(@RequestBody @Valid NewRuleSet body, Person person, CommandContext context) {
        shops.of(ofTheShop(body.shop(), person));
        var set = draft.handle(body.shop(), body.rules(), body.auditAfterMinutes(), body.note(), context).orThrow()
                .stored().aggregate();
        return ResponseEntity.created(URI.create("/api/order/rule-sets/" + set.ruleSetId()))
                .body(view(set, inForce(set.shop())));
    }

    @PostMapping("/rule-sets/{id}/activation")
    @PreAuthorize(EDITORS)
    @Operation(summary = "Turns a version on, in place of the one seen in force (If-Match: the ETag of /rule-sets/current)")
    ResponseEntity<Current> activate(@PathVariable String id, @RequestBody @Valid ActivationNote body, Person person,
            CommandContext context) {
        var set = visible(id, person);
        if (context.expectedVersion() == null)
            throw new InvalidFieldException("If-Match", "required", null);
        return answer(set.shop(), activate.handle(set, body.note(), context).orThrow().stored());
    }

    private ResponseEntity<Current> answer(String shop, @Nullable Stored<RulesInForce> force) {
        if (force == null)
            return ResponseEntity.ok().eTag("0").body(new Current(shop, standard.name(), null, standard.rules(),
                    null, standard.source(), List.of()));
        var set = sets.find(force.aggregate().ruleSetId()).orElseThrow().aggregate();
        return ResponseEntity.ok().eTag(Long.toString(force.version())).body(new Current(shop, set.version(),
                set.ruleSetId(), set.rules(), set.auditAfterMinutes(), null, force.aggregate().activations()));
    }

    private @Nullable Stored<RulesInForce> inForce(String shop) {
        return inForce.find(shop).orElse(null);
    }

    private RuleSet visible(String id, Person person) {
        return sets.find(id).map(Stored::aggregate).filter(set -> person.worksIn(set.shop()))
                .orElseThrow(ProblemException::notFound);
    }

    private static String ofTheShop(String shop, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return shop;
    }

    private static View view(RuleSet set, @Nullable Stored<RulesInForce> force) {
        var all = force == null ? List.<Activation>of() : force.aggregate().activations();
        return new View(set.ruleSetId(), set.shop(), set.number(), set.version(),
                force == null ? RuleSetState.DRAFT : force.aggregate().stateOf(set.ruleSetId()), set.rules(),
                set.auditAfterMinutes(), set.note(), set.author(), set.draftedAt(),
                all.stream().filter(each -> each.ruleSetId().equals(set.ruleSetId())).toList());
    }
}
