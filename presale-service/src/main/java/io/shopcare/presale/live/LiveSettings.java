package io.shopcare.presale.live;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param connections     most sockets of this instance; more are asked to come again
 * @param subscriptions   most conversations that one socket follows
 * @param heartbeat       how often a client pings; two missed end the connection
 * @param ticketLifetime  until when a ticket opens a socket
 * @param sweepEvery      how often followed conversations are looked at for what no hint told of
 * @param sendWithin      how long one frame may take to a slow reader
 * @param backlog         how much may wait for a slow reader
 * @param frameLimit      largest frame that is taken
 * @param framesPerSecond that a client may send, on average over ten seconds
 * @param hintTopic       topic of the hints between instances
 */
@Validated
@ConfigurationProperties("shopcare.presale.live")
record LiveSettings(@DefaultValue("2000") @Positive int connections, @DefaultValue("100") @Positive int subscriptions,
        @DefaultValue("25s") Duration heartbeat, @DefaultValue("30s") Duration ticketLifetime,
        @DefaultValue("5s") Duration sweepEvery, @DefaultValue("10s") Duration sendWithin,
        @DefaultValue("512KB") DataSize backlog, @DefaultValue("64KB") DataSize frameLimit,
        @DefaultValue("10") @Positive int framesPerSecond,
        @DefaultValue("shopcare.presale.hints") String hintTopic) {}
