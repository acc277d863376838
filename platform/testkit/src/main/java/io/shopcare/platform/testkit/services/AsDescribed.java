package io.shopcare.platform.testkit.services;

import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.util.function.SingletonSupplier;

import io.shopcare.platform.testkit.openapi.OpenApiAnswers;

/** Fails whichever test is answered something that the service's OpenAPI document does not describe. */
final class AsDescribed implements Consumer<Api.Response> {
    private final SingletonSupplier<Optional<OpenApiAnswers>> document;

    /** @param service asked for its document once, at the first answer; one that has none is taken at its word */
    AsDescribed(Api service) {
        this.document = SingletonSupplier.of(() -> Optional.of(service.get("/v3/api-docs"))
                .filter(answer -> answer.status() != 404).map(answer -> new OpenApiAnswers(answer.expect(200).json())));
    }

    @Override
    public void accept(Api.Response answer) {
        document.obtain().flatMap(known -> known.wrongWith(answer.http())).ifPresent(wrong -> {
            throw new AssertionError(wrong + "\nin " + answer.http().body());
        });
    }
}
