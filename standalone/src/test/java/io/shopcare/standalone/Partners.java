package io.shopcare.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import io.shopcare.mongo.EmbeddedMongo;
import io.shopcare.standalone.doors.Door;
import io.shopcare.standalone.doors.Doors;

/** The running partners, on free ports, with a place for their data that outlives them. */
public final class Partners implements AutoCloseable {
    private static final EmbeddedMongo DATABASE = EmbeddedMongo.inMemory().start();
    private static final String DATABASE_ADDRESS = DATABASE.uri() + "/";

    private final Place place;
    private final ConfigurableApplicationContext context;

    private Partners(Place place, ConfigurableApplicationContext context) {
        this.place = place;
        this.context = context;
    }

    public static Partners start(String... settings) {
        return start(Place.fresh(), settings);
    }

    private static Partners start(Place place, String... settings) {
        var arguments = new ArrayList<>(List.of("--shopcare.identity.port=0", "--shopcare.sandbox.port=0",
                "--shopcare.identity.crowd=2", "--shopcare.mail.port=0", "--shopcare.mail.smtp=0",
                "--logging.level.root=warn",
                "--shopcare.identity.keys=" + place.keys(), "--shopcare.sandbox.database=" + place.database()));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new Partners(place, SpringApplication.run(PartnersApplication.class, arguments.toArray(
                String[]::new)));
    }

    /** Stops, and starts again with the same data. */
    public Partners restarted(String... settings) {
        close();
        return start(place, settings);
    }

    public URI identity() {
        return at(((ServletWebServerApplicationContext) context).getWebServer().getPort());
    }

    public URI sandbox() {
        return at(context.getBean(Doors.class).port(Door.SANDBOX));
    }

    public URI mails() {
        return at(context.getBean(Doors.class).port(Door.MAIL));
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static URI at(int port) {
        return URI.create("http://localhost:" + port);
    }

    private record Place(Path keys, String database) {
        static Place fresh() {
            try {
                return new Place(Files.createTempDirectory("identity"), DATABASE_ADDRESS + "sandbox-" + UUID
                        .randomUUID());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
