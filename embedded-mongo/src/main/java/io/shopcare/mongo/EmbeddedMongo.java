package io.shopcare.mongo;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.command.Commands;
import io.shopcare.mongo.command.Cursors;
import io.shopcare.mongo.command.Engine;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.Catalog;
import io.shopcare.mongo.store.IntegrityCheck;
import io.shopcare.mongo.store.RocksStore;
import io.shopcare.mongo.wire.WireServer;

/**
 * A running server. Any MongoDB driver connects to {@link #uri()}.
 *
 * <pre>
 * try (EmbeddedMongo mongo = EmbeddedMongo.at(directory).port(27017).start()) { ... }
 * try (EmbeddedMongo mongo = EmbeddedMongo.inMemory().start()) { ... }
 * </pre>
 */
public final class EmbeddedMongo implements AutoCloseable {

    private final Settings settings;
    private final Engine engine;
    private final Housekeeping housekeeping;
    private final WireServer server;
    private boolean closed;

    private EmbeddedMongo(Settings settings) {
        this.settings = settings;
        Path directory = settings.directory;
        RocksStore store = directory == null ? RocksStore.inMemory() : RocksStore.open(directory);
        try {
            Clock clock = settings.clock;
            engine = new Engine(store, Catalog.load(store, partialFilters(clock)), new Cursors(clock), clock);
            server = WireServer.listen(new InetSocketAddress(settings.host, settings.port), new Commands(engine));
            housekeeping = new Housekeeping(engine, settings.sweepEvery);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Function<Document, Predicate<Document>> partialFilters(Clock clock) {
        return filter -> Filter.parse(filter, Names.at(clock.instant()))::matches;
    }

    /** A server whose data lives in the directory, which is made when it is missing. */
    public static Settings at(Path directory) {
        return new Settings(directory);
    }

    /** A server whose data is gone when it is closed. Nothing waits for a disk. */
    public static Settings inMemory() {
        return new Settings(null);
    }

    public int port() {
        return server.port();
    }

    public String uri() {
        return "mongodb://" + settings.host + ":" + port();
    }

    /** Walks all documents and index entries both ways; by namespace. */
    public Map<String, IntegrityCheck.Report> check() {
        return IntegrityCheck.all(engine.store(), engine.catalog());
    }

    /** Hangs up on clients, ends what is under way and closes the files. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        housekeeping.close();
        engine.cursors().closeAll();
        engine.store().close();
    }

    /** What a server is started with. */
    public static final class Settings {

        private final @Nullable Path directory;
        private String host = "127.0.0.1";
        private int port;
        private Clock clock = Clock.systemUTC();
        private Duration sweepEvery = Duration.ofMinutes(1);

        private Settings(@Nullable Path directory) {
            this.directory = directory;
        }

        /** 0, as without it, picks a free one. */
        public Settings port(int number) {
            port = number;
            return this;
        }

        /** The address to listen on; without it only this machine can connect. There are no users and passwords. */
        public Settings bind(String address) {
            host = address;
            return this;
        }

        /** What time it is for expiring documents and for {@code NOW}. */
        public Settings clock(Clock time) {
            clock = time;
            return this;
        }

        /** How often expired documents are deleted; a minute, as MongoDB. */
        public Settings sweepEvery(Duration interval) {
            sweepEvery = interval;
            return this;
        }

        /**
         * @throws IllegalStateException when another server uses the directory
         * @throws io.shopcare.mongo.store.StoreDamagedException when the store cannot be trusted
         */
        public EmbeddedMongo start() {
            return new EmbeddedMongo(this);
        }
    }
}
