package io.shopcare.order.payments;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param sandbox the provider of the local stack */
@Validated
@ConfigurationProperties("shopcare.payment")
public record SandboxSettings(@DefaultValue Sandbox sandbox, @DefaultValue Provider provider) {

    /**
     * @param secret shared with the provider
     * @param window how old a signed message may be
     */
    public record Sandbox(@DefaultValue("sandbox-secret") @NotBlank String secret,
            @DefaultValue("300s") Duration window) {}

    /**
     * @param url            of the provider
     * @param notifyUrl      where it tells us what happened
     * @param connectTimeout to reach it
     * @param readTimeout    for its answer; afterwards what it did is not known
     */
    public record Provider(@DefaultValue("http://localhost:9010") URI url,
            @DefaultValue("http://localhost:8082/api/order/provider-callbacks/sandbox") URI notifyUrl,
            @DefaultValue("2s") Duration connectTimeout, @DefaultValue("5s") Duration readTimeout) {}
}
