package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the policy check looks at.
 *
 * @param reason     verified, or the buyer's until then
 * @param askedAt    when the buyer gave notice; that within the term is enough (R1)
 * @param shipped    whether the goods have left
 * @param receivedAt when they were signed for; null when not, or not yet
 * @param terms      of the product page
 * @param broken     what was found that breaks the intact condition
 */
public record ReturnQuestion(Reason reason, Instant askedAt, boolean shipped, @Nullable Instant receivedAt,
        ReturnTerms terms, Set<String> broken) {
    public ReturnQuestion {
        broken = Set.copyOf(broken);
    }
}
