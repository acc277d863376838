package io.shopcare.presale.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.calls.Answer;

/**
 * A part of a page that comes from another service. It shows by itself: one that is away does not hold up the others.
 *
 * @param asOf       when a copy was right
 * @param ageSeconds of a copy
 * @param value      null where it is not available, or where the service says that there is none
 */
public record Part<T>(Availability availability, @Nullable Instant asOf,
        @Nullable @Schema(example = "95") Long ageSeconds, @Nullable T value) {

    /** How it came. */
    public enum Availability {
        /** The service said so just now. */
        @JsonProperty("fresh")
        FRESH,
        /** The service is away; its events said so before. */
        @JsonProperty("copy")
        COPY,
        /** The service says that there is no such thing. */
        @JsonProperty("none")
        NONE,
        /** The service is away and nothing is known. */
        @JsonProperty("not-available")
        NOT_AVAILABLE
    }

    /** As an answer tells it at this moment. */
    public static <T> Part<T> of(Answer<Optional<T>> answer, Instant now) {
        return switch (answer) {
            case Answer.Fresh<Optional<T>>(var value) -> value.map(there -> new Part<>(Availability.FRESH, null, null,
                    there)).orElseGet(() -> new Part<>(Availability.NONE, null, null, null));
            case Answer.Copy<Optional<T>>(var value, var asOf) -> new Part<>(Availability.COPY, asOf,
                    Math.max(0, Duration.between(asOf, now).toSeconds()), value.orElse(null));
            case Answer.NotAvailable<Optional<T>> _ -> new Part<>(Availability.NOT_AVAILABLE, null, null, null);
        };
    }
}
