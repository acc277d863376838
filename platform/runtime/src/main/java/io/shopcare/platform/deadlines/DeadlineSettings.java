package io.shopcare.platform.deadlines;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lookEvery    how often an instance looks for what is due in its shards
 * @param workers      deadlines of one aggregate type that are answered at once
 * @param firstPause   before a deadline that could not be answered is tried again; doubled after every try
 * @param longestPause between two tries
 * @param busyPause    the same where too many others were at what it changes: that passes by itself
 * @param clockWithin  how far this program's clock may be from the database's before the latter counts
 */
@Validated
@ConfigurationProperties("shopcare.platform.deadlines")
public record DeadlineSettings(@DefaultValue("1s") Duration lookEvery, @DefaultValue("8") @Positive int workers,
        @DefaultValue("2s") Duration firstPause, @DefaultValue("10m") Duration longestPause,
        @DefaultValue("20s") Duration busyPause, @DefaultValue("10s") Duration clockWithin) {

    Duration pauseAfter(int tries, boolean wasBusy) {
        var pause = firstPause.multipliedBy(1L << Math.min(tries, 20));
        var longest = wasBusy ? busyPause : longestPause;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
