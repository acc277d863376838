package io.shopcare.presale;

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestIssuer;

/** Another instance of the service, on the same database and broker as the one under test. Started once per JVM. */
public final class SecondInstance {
    private static final AtomicReference<SecondInstance> STARTED = new AtomicReference<>();

    private final ConfigurableApplicationContext context;

    private SecondInstance(Environment first) {
        this.context = new SpringApplicationBuilder(PresaleServiceApplication.class, TestIssuer.class)
                .properties("server.port=0").run("--server.port=0",
                        "--spring.data.mongodb.uri=" + first.getProperty("spring.data.mongodb.uri"),
                        "--spring.kafka.bootstrap-servers=" + first.getProperty("spring.kafka.bootstrap-servers"),
                        "--shopcare.crm.url=" + first.getProperty("shopcare.crm.url"),
                        "--shopcare.order.url=" + first.getProperty("shopcare.order.url"),
                        "--shopcare.security.client.id=false", "--shopcare.platform.events.partitions=2",
                        "--shopcare.platform.events.sweep-every=200ms", "--logging.structured.format.console=",
                        "--shopcare.presale.routing.sweep-every=300ms", "--shopcare.presale.live.sweep-every=5s",
                        "--logging.level.org.apache.kafka=ERROR");
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    /** Beside the instance with these settings. */
    public static synchronized SecondInstance beside(Environment first) {
        if (STARTED.get() == null)
            STARTED.set(new SecondInstance(first));
        return STARTED.get();
    }

    public Api api() {
        return new Api("http://localhost:" + port());
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
