package io.shopcare.standalone.sandbox;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The sandbox payment provider.
 *
 * @param address as others reach it: pay pages lie under it
 * @param database MongoDB URI with the database's name
 * @param secret shared with who asks for payments; signs requests and notifications
 * @param hang how long an answer takes that is told to time out
 * @param late how long after the payment a late notification leaves
 */
@Validated
@ConfigurationProperties("shopcare.sandbox")
record SandboxSettings(@PositiveOrZero int port, @NotNull URI address, @NotBlank String database,
        @NotBlank String secret, @NotNull Duration hang, @NotNull Duration late) {
    @Override
    public String toString() {
        return "SandboxSettings[port=" + port + ", address=" + address + "]";
    }
}
