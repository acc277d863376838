package io.shopcare.order.catalogue;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.store.Rejection;

/**
 * The page that a buyer saw is a promise (O1). An order that names an older version is placed when nothing that matters
 * became worse since; else it is refused, and the buyer is told what changed. Nobody pays more than was shown, or buys on
 * terms that were not.
 */
@Component
public class SeenPage {
    private final SkuVersions versions;

    public SeenPage(SkuVersions versions) {
        this.versions = versions;
    }

    /**
     * Why it can't be ordered as it was seen; empty when it can.
     *
     * @param country whose buyers the page was for; null where it is not known
     */
    public Optional<Rejection> objection(Sku sku, int seen, @Nullable String country) {
        if (seen == sku.revision())
            return Optional.empty();
        var version = versions.find(sku.shop(), sku.sku(), seen);
        if (version.isEmpty())
            return Optional.of(Rejection.rule("page-unknown", Map.of("sku", sku.sku(), "seen", seen,
                    "current", sku.revision())));
        var changes = changes(version.get(), sku, country);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.notNow("page-changed", Map.of("sku", sku.sku(), "seen", seen, "current",
                        sku.revision(), "changes", changes)));
    }

    /** A price that fell is no reason to ask again: it is the lower one that is paid. */
    private static String changes(SkuVersion version, Sku sku, @Nullable String country) {
        var seen = version.page();
        var now = sku.page();
        var changes = new ArrayList<String>();
        if (!seen.price().currency().equals(now.price().currency()) || seen.price().compareTo(now.price()) < 0)
            changes.add("price " + seen.price() + " -> " + now.price());
        if (!seen.returnTerms().equals(now.returnTerms()))
            changes.add("returnTerms");
        if (!now.services().containsAll(seen.services()))
            changes.add("services " + String.join(" ", seen.services()) + " -> " + String.join(" ", now.services()));
        var facts = Sku.facts(now, sku.product(), country);
        Sku.facts(seen, version.product(), country).forEach((name, fact) -> {
            if (!fact.equals(facts.get(name)))
                changes.add(name + " " + fact + " -> " + facts.getOrDefault(name, "-"));
        });
        return String.join("; ", changes);
    }
}
