package io.shopcare.crm.rfm;

import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.crm.customers.StaffReaders;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.crm.scoring.CutPoints;
import io.shopcare.crm.scoring.RfmRules;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** RFM over HTTP. */
@RestController
@RequestMapping("/api/crm/rfm")
@Tag(name = "RFM", description = "Cut points of a shop, groups and their sizes")
class RfmController {
    private final AggregateStore<ShopRfm> shops;
    private final StartRecomputation start;
    private final Population population;
    private final CutPointBook book;
    private final RfmRules rules;

    RfmController(AggregateStore<ShopRfm> shops, StartRecomputation start, Population population, CutPointBook book,
            CrmRules rules) {
        this.shops = shops;
        this.start = start;
        this.population = population;
        this.book = book;
        this.rules = rules.rfm();
    }

    @GetMapping
    @StaffReaders
    @Operation(summary = "The RFM of a shop", description = "Cut points that hold now, the eleven groups with their "
            + "sizes, and how far the last recomputation is.")
    RfmView show(@RequestParam @Parameter(example = "nuanyang") String shop, @Parameter(hidden = true) Person person) {
        checkWorksIn(shop, person);
        return RfmView.of(stored(shop).orElseGet(() -> ShopRfm.startingWith(shop, rules.startingCutPoints())), rules,
                population.groups(shop), person.has("crm") || person.has("supervisor"));
    }

    @GetMapping("/cut-points/{version}")
    @StaffReaders
    @Operation(summary = "Cut points by the version that a score names", description = "So that a score of long ago can "
            + "still be explained.")
    RfmView.Cuts cutPoints(@PathVariable @Parameter(example = "2026-11-01.3") String version,
            @RequestParam @Parameter(example = "nuanyang") String shop, @Parameter(hidden = true) Person person) {
        checkWorksIn(shop, person);
        return RfmView.Cuts.of(now(shop, version).or(() -> book.find(shop, version))
                .orElseThrow(ProblemException::notFound));
    }

    @PostMapping("/recomputations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAnyRole('crm', 'supervisor')")
    @Operation(summary = "Take new cut points from the shop's customers", description = "Goes on by itself, piece by "
            + "piece; its progress is in the RFM of the shop. One that is running already is what was asked for.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true, example = "7d0c6a1e")
    RfmView.Run recompute(@RequestParam @Parameter(example = "nuanyang") String shop,
            @Parameter(hidden = true) Person person, @Parameter(hidden = true) CommandContext context) {
        checkWorksIn(shop, person);
        var run = start.handle(shop, context).orThrow().stored().aggregate().recomputation();
        if (run == null)
            throw new IllegalStateException("a started recomputation is there");
        return RfmView.Run.of(run);
    }

    private Optional<CutPoints> now(String shop, String version) {
        return Optional.of(stored(shop).map(ShopRfm::cutPoints).orElseGet(rules::startingCutPoints))
                .filter(cuts -> cuts.version().equals(version))
                .or(() -> Optional.of(rules.startingCutPoints()).filter(cuts -> cuts.version().equals(version)));
    }

    private Optional<ShopRfm> stored(String shop) {
        return shops.find(ShopRfm.idOf(shop)).map(Stored::aggregate);
    }

    private static void checkWorksIn(String shop, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
    }
}
