package io.shopcare.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What one thread asks of the database: the driver tells of a command on the thread that waits for it. */
@TestConfiguration(proxyBeanMethods = false)
public class DatabaseCalls {
    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

    @Bean
    MongoClientSettingsBuilderCustomizer listening() {
        return settings -> settings.addCommandListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                var heard = HEARD.get();
                if (heard != null)
                    heard.add(event.getCommandName() + " " + event.getCommand().get(event.getCommandName())
                            .asString().getValue());
            }
        });
    }

    /** The commands of this action, as {@code find orders}. */
    public static List<String> of(Runnable action) {
        HEARD.set(new ArrayList<>());
        try {
            action.run();
            return List.copyOf(Objects.requireNonNull(HEARD.get()));
        } finally {
            HEARD.remove();
        }
    }
}
