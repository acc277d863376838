package io.shopcare.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

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

    private static final AtomicReference<@Nullable Queue<Call>> ALL = new AtomicReference<>();
    private static final ThreadLocal<Boolean> ASIDE = ThreadLocal.withInitial(() -> false);

    /** @param by who asked: a request, the relay, or a subscription by its name; else the name of the thread */
    public record Call(String by, String command) {
        private static String by(String thread) {
            if (thread.startsWith("relay"))
                return "relay";
            if (thread.startsWith("tomcat"))
                return "request";
            var consumer = thread.indexOf("-C-");
            return consumer < 0 ? thread : "events: " + thread.substring(0, thread.lastIndexOf('-', consumer - 1));
        }
    }

    @Bean
    MongoClientSettingsBuilderCustomizer listening() {
        return settings -> settings.addCommandListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                var collection = event.getCommand().get(event.getCommandName());
                var command = event.getCommandName() + (collection.isString()
                        ? " " + collection.asString().getValue()
                        : "");
                var heard = HEARD.get();
                if (heard != null)
                    heard.add(command);
                var all = ALL.get();
                if (all != null && !isHousekeeping(event) && !ASIDE.get())
                    all.add(new Call(Call.by(Thread.currentThread().getName()), command));
            }
        });
    }

    /** Sweeps, leases, mails and pings go on whether there is an order or not. */
    private static boolean isHousekeeping(CommandStartedEvent event) {
        var command = event.getCommand();
        return command.containsKey("hint") || command.toString().contains("\"leases\"")
                || event.getCommandName().equals("hello") || Thread.currentThread().getName().equals("notices");
    }

    /** What all threads ask while this action runs, but for sweeps and leases. */
    public static List<Call> ofAll(Runnable action) {
        var calls = new ConcurrentLinkedQueue<Call>();
        ALL.set(calls);
        try {
            action.run();
            return List.copyOf(calls);
        } finally {
            ALL.set(null);
        }
    }

    /** A look of the test itself, which is not counted. */
    public static <T> T aside(Supplier<T> look) {
        ASIDE.set(true);
        try {
            return look.get();
        } finally {
            ASIDE.set(false);
        }
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
