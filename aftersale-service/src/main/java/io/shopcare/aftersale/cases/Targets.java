package io.shopcare.aftersale.cases;

import java.time.Duration;
import java.time.Instant;

import io.shopcare.aftersale.policies.PolicyRule.ServiceTarget;

/** By when the shop means to answer, to propose and to be done. */
public record Targets(Instant firstAnswerBy, Instant proposeBy, Instant resolveBy) {

    static Targets of(ServiceTarget rule, Instant openedAt) {
        return new Targets(openedAt.plus(Duration.ofHours(rule.firstAnswerHours())),
                openedAt.plus(Duration.ofHours(rule.proposalHours())),
                openedAt.plus(Duration.ofHours(rule.resolutionHours())));
    }
}
