package io.shopcare.order.refunds;

import java.time.Instant;

/** What a provider said about a payout, or that it did not. */
sealed interface ProviderAnswer {
    /** Nobody to ask: money that came in this way goes back by hand. */
    record NoProvider() implements ProviderAnswer {}

    /** Taken on; what comes of it will be told. An accepted call is not a refund. */
    record Accepted() implements ProviderAnswer {}

    /** @param at by the provider's clock */
    record Paid(Instant at) implements ProviderAnswer {}

    /** @param reason code, section refund of reasons.yaml */
    record Refused(String reason) implements ProviderAnswer {}

    /** No answer, or none that can be believed: it may have happened. */
    record Unknown() implements ProviderAnswer {}

    /** The provider has never heard of this number. */
    record NeverHeard() implements ProviderAnswer {}

    /** It was not even reached: nothing happened. */
    record NotReached() implements ProviderAnswer {}
}
