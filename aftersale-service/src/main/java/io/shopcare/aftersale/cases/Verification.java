package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shopcare.aftersale.policies.Reason;
import io.shopcare.platform.commands.Actor;

/**
 * What an agent found, kept apart from what the buyer said.
 *
 * @param confirmedExceptions lines for which there is proof that the buyer confirmed the exception (R3)
 * @param broken              by line, what breaks the intact condition (R4)
 */
public record Verification(Reason reason, Set<String> confirmedExceptions, Map<String, List<String>> broken, Actor by,
        Instant at) {
    public Verification {
        confirmedExceptions = Set.copyOf(confirmedExceptions);
        broken = Map.copyOf(broken);
    }
}
