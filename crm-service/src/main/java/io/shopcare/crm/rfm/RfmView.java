package io.shopcare.crm.rfm;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.crm.scoring.CutPoints;
import io.shopcare.crm.scoring.Group;
import io.shopcare.crm.scoring.RfmRules;
import io.shopcare.crm.scoring.Scale;
import io.shopcare.platform.money.Money;

/** The RFM of a shop as callers see it. */
@Schema(name = "Rfm")
record RfmView(String shop, int windowDays, Rules rules, Cuts cutPoints, List<Size> groups, long customers,
        @Nullable Run recomputation, List<String> allowedActions) {
    static final String RECOMPUTE = "recompute";

    /** Which rules decide. */
    @Schema(name = "RfmRules")
    record Rules(String version, String source) {}

    /** How many are in a group. */
    @Schema(name = "RfmGroupSize")
    record Size(Group group, long customers) {}

    /** Limits for score 1 to 5. */
    @Schema(name = "RfmCutPoints")
    record Cuts(@Schema(example = "2026-11-01.3") String version, @Nullable Instant asOf, long population,
            Limits recencyDays, Limits orders, Map<String, Limits> net) {

        static Cuts of(CutPoints cuts) {
            var net = new TreeMap<String, Limits>();
            cuts.monetary().forEach((currency, scale) -> net.put(currency, Limits.ofMoney(scale, currency)));
            return new Cuts(cuts.version(), cuts.asOf(), cuts.population(), Limits.of(cuts.recency()),
                    Limits.of(cuts.frequency()), net);
        }
    }

    /** Five limits, from score 1 to 5. */
    @Schema(name = "RfmLimits")
    record Limits(@Schema(allowableValues = {
            "quantile", "explicit"}) String origin,
            @Schema(allowableValues = {"at-least", "at-most"}) String compare,
            @Schema(example = "[\"1\", \"2\", \"3\", \"5\", \"10\"]") List<String> limits){

        static Limits of(Scale scale) {
            return new Limits(scale.origin().name().toLowerCase(Locale.ROOT), compare(scale),
                    scale.limits().stream().map(String::valueOf).toList());
        }

        static Limits ofMoney(Scale scale, String currency) {
            return new Limits(scale.origin().name().toLowerCase(Locale.ROOT), compare(scale),
                    scale.limits().stream().map(minor -> new Money(minor, currency).text()).toList());
        }

        private static String compare(Scale scale) {
            return scale.better() == Scale.Better.MORE ? "at-least" : "at-most";
        }
    }

    /** How far a recomputation is. */
    @Schema(name = "RfmRecomputation")
    record Run(int number, RecomputationState state, String startedBy, Instant startedAt, long scored, long total,
            @Nullable Instant finishedAt) {

        static Run of(Recomputation run) {
            return new Run(run.number(), run.state(), run.startedBy().id(), run.startedAt(), run.scored(), run.total(),
                    run.finishedAt());
        }
    }

    static RfmView of(ShopRfm shop, RfmRules rules, Map<Group, Long> sizes, boolean mayRecompute) {
        var run = shop.recomputation();
        var groups = sizes.entrySet().stream().map(size -> new Size(size.getKey(), size.getValue())).toList();
        return new RfmView(shop.shop(), rules.windowDays(), new Rules(rules.version(), rules.source()),
                Cuts.of(shop.cutPoints()), groups, sizes.values().stream().mapToLong(Long::longValue).sum(),
                run == null ? null : Run.of(run),
                mayRecompute && !shop.isRecomputing() ? List.of(RECOMPUTE) : List.of());
    }
}
