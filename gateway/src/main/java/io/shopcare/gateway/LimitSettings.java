package io.shopcare.gateway;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the gateway one may have.
 *
 * @param people     how often somebody with a token may ask one service
 * @param strangers  how often an address may ask one service without a token: visitors' tokens, call-backs, documents
 * @param clients    how many of them are counted at the same time; who has not asked for longest is forgotten first
 * @param concurrent how many requests may be under way to one service, so that a slow one takes no more of the gateway
 * @param body       of a request
 * @param upload     of a request that brings files
 * @param pause      how long a body may stand still, and a head take to come in, before the caller is hung up on
 * @param whole      how long a request may take to come in
 * @param redis      where all instances of the gateway count together how often one asks; without it each counts for itself
 * @param redisPatience how long it is waited for before an instance counts for itself after all
 */
@Validated
@ConfigurationProperties("shopcare.gateway.limits")
record LimitSettings(@DefaultValue Rate people, @DefaultValue Rate strangers,
        @DefaultValue("100000") @Min(1) int clients,
        @DefaultValue("250") @Min(1) int concurrent, @DefaultValue("1MB") DataSize body,
        @DefaultValue("101MB") DataSize upload, @DefaultValue("10s") Duration pause,
        @DefaultValue("5m") Duration whole, @Nullable URI redis,
        @DefaultValue("100ms") Duration redisPatience) {

    /**
     * @param perSecond what comes back each second
     * @param burst     what may be used at once
     */
    record Rate(@DefaultValue("500") @Min(1) int perSecond, @DefaultValue("1000") @Min(1) int burst) {}
}
