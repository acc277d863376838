package io.shopcare.aftersale.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.aftersale.AftersaleTest;

import static org.assertj.core.api.Assertions.assertThat;

class LiveCasesTest extends AftersaleTest {
    @Autowired
    private MongoDatabase database;
    @Autowired
    private Clock clock;

    @Test
    @DisplayName("A10 a dashboard sees the cases that are open, and those of them whose target has passed")
    void countsOpenAndOverdueCases() {
        orderServiceKnowsTheOrder();
        double open = open();
        double late = overdueAt(clock.instant().plus(Duration.ofDays(30)));

        opens(LIN).expect(201);

        assertThat(open()).isEqualTo(open + 1);
        assertThat(overdueAt(clock.instant().plus(Duration.ofDays(30)))).isEqualTo(late + 1);
        assertThat(overdueAt(clock.instant().minus(Duration.ofDays(30)))).isZero();
    }

    private double open() {
        var meters = new SimpleMeterRegistry();
        new CaseConfiguration().openCases(database).bindTo(meters);
        return meters.get("shopcare.cases").tag("state", "opened").gauge().value();
    }

    private double overdueAt(Instant now) {
        var meters = new SimpleMeterRegistry();
        new CaseConfiguration().overdueCases(database, Clock.fixed(now, ZoneOffset.UTC)).bindTo(meters);
        return meters.get("shopcare.cases.overdue").tag("state", "opened").gauge().value();
    }
}
