package io.shopcare.platform.testkit.services;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a context at the broker and the database of the tests. */
final class TestSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.kafka.bootstrap-servers=" + TestBroker.address(),
                "spring.data.mongodb.uri=" + TestDatabase.freshUri(),
                "shopcare.platform.events.partitions=2",
                "shopcare.platform.events.sweep-every=200ms",
                "logging.structured.format.console=",
                "logging.level.org.apache.kafka=ERROR",
                "logging.level.kafka=ERROR",
                "logging.level.state.change.logger=ERROR").applyTo(context.getEnvironment());
    }
}
