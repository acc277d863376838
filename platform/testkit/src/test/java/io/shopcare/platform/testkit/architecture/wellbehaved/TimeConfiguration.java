package io.shopcare.platform.testkit.architecture.wellbehaved;

import java.time.Clock;

final class TimeConfiguration {
    Clock clock() {
        return Clock.systemUTC();
    }
}
