package io.shopcare.platform.notices;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param from       address that notices come from; its domain is that of the message ids
 * @param sweepEvery how often what is due is looked for
 * @param lease      how long one sender keeps others away from a notice
 * @param retryAfter the first failure, doubled with each further one
 * @param retryMax   longest pause between two attempts
 * @param attempts   after which a notice is given up
 */
@Validated
@ConfigurationProperties("shopcare.platform.notices")
public record NoticeSettings(@DefaultValue("service@shopcare.example") String from,
        @DefaultValue("2s") Duration sweepEvery, @DefaultValue("2m") Duration lease,
        @DefaultValue("5s") Duration retryAfter, @DefaultValue("1h") Duration retryMax,
        @DefaultValue("20") @Positive int attempts) {

    Duration pauseAfter(int failures) {
        var pause = retryAfter.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(retryMax) < 0 ? pause : retryMax;
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
