package io.shopcare.standalone.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses and local secrets that the programs are told, by the names their settings have. */
record Environment(Ports ports, Scale scale) {
    /** Few malloc arenas: dozens of threads would otherwise keep as many half-empty ones. */
    static final Map<String, String> COMMON = Map.of("MALLOC_ARENA_MAX", "2");

    String issuer() {
        return "http://localhost:" + ports.identity();
    }

    String gateway() {
        return "http://localhost:" + ports.gateway();
    }

    String sandbox() {
        return "http://localhost:" + ports.sandbox();
    }

    String mailPage() {
        return "http://localhost:" + ports.mailPage();
    }

    private String instances(Service service) {
        return scale.instances(service.shortName()).mapToObj(
                instance -> "http://localhost:" + ports.service(service, instance)).collect(Collectors.joining(","));
    }

    String database(String name) {
        return "mongodb://localhost:" + ports.database() + "/" + name;
    }

    /** For an instance of the gateway or of a service. */
    Map<String, String> of(String program, int port) {
        var settings = new HashMap<>(COMMON);
        settings.put("SERVER_PORT", Integer.toString(port));
        // demo people have guessable passwords: nothing here may be reached from another machine
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.broker());
        // one consumer a subscription is enough for a laptop, and half the work of a start at the broker
        settings.put("SHOPCARE_PLATFORM_EVENTS_CONCURRENCY", "1");
        settings.put("SPRING_DATA_MONGODB_URI", database(program));
        settings.put("SPRING_MAIL_HOST", "localhost");
        settings.put("SPRING_MAIL_PORT", Integer.toString(ports.smtp()));
        settings.put("SHOPCARE_SECURITY_ISSUER", issuer());
        settings.put("SHOPCARE_GATEWAY_URL", gateway());
        settings.put("SHOPCARE_PAYMENT_PROVIDER_URL", sandbox());
        settings.put("SHOPCARE_PAYMENT_PROVIDER_NOTIFYURL", gateway() + "/api/order/provider-callbacks/sandbox");
        for (Service service : Service.values()) {
            // separated by commas, one for each instance
            settings.put("SHOPCARE_" + service.name() + "_URL", instances(service));
            // the gateway keeps them in a map
            settings.put("SHOPCARE_GATEWAY_SERVICES_" + service.name(), instances(service));
        }
        return Map.copyOf(settings);
    }

    /** For the partners, which know the stack from the other side. */
    Map<String, String> ofPartners(Workspace workspace) {
        var settings = new HashMap<>(COMMON);
        settings.put("SHOPCARE_IDENTITY_ISSUER", issuer());
        settings.put("SHOPCARE_IDENTITY_PORT", Integer.toString(ports.identity()));
        settings.put("SHOPCARE_IDENTITY_KEYS", workspace.identity().toString());
        settings.put("SHOPCARE_IDENTITY_GATEWAY", gateway());
        settings.put("SHOPCARE_SANDBOX_PORT", Integer.toString(ports.sandbox()));
        settings.put("SHOPCARE_SANDBOX_ADDRESS", sandbox());
        settings.put("SHOPCARE_SANDBOX_DATABASE", database("sandbox"));
        settings.put("SHOPCARE_MAIL_PORT", Integer.toString(ports.mailPage()));
        settings.put("SHOPCARE_MAIL_SMTP", Integer.toString(ports.smtp()));
        return Map.copyOf(settings);
    }
}
