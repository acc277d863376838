package io.shopcare.aftersale.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.shopcare.aftersale.policies.PolicyRule.ServiceTarget;
import io.shopcare.platform.time.BusinessCalendar;

/** By when the shop means to answer, to propose and to be done. */
public record Targets(Instant firstAnswerBy, Instant proposeBy, Instant resolveBy) {

    static Targets of(ServiceTarget rule, Instant openedAt, BusinessCalendar calendar) {
        Function<Integer, Instant> after = hours -> rule.businessHours()
                ? calendar.after(openedAt, Duration.ofHours(hours))
                : openedAt.plus(Duration.ofHours(hours));
        return new Targets(after.apply(rule.firstAnswerHours()), after.apply(rule.proposalHours()),
                after.apply(rule.resolutionHours()));
    }
}
