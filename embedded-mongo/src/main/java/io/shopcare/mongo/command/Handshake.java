package io.shopcare.mongo.command;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.values.Code;

/** What the server says of itself: a single node that speaks as MongoDB 7.0 does. */
final class Handshake {

    private static final String VERSION = "7.0.0";
    private static final int WIRE_VERSION = 21;
    private static final int MESSAGE_BYTES = 48_000_000;
    private static final int WRITE_BATCH = 100_000;
    private static final int SESSION_MINUTES = 30;

    private final Clock clock;
    private final Instant started;
    private final AtomicInteger connections = new AtomicInteger();

    Handshake(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    Document hello(Request request) {
        String primary = request.name().equals("hello") ? "isWritablePrimary" : "ismaster";
        return new Document("helloOk", true).append(primary, true)
                .append("maxBsonObjectSize", StoredCollection.MAX_DOCUMENT_BYTES)
                .append("maxMessageSizeBytes", MESSAGE_BYTES).append("maxWriteBatchSize", WRITE_BATCH)
                .append("localTime", Instant.ofEpochMilli(clock.millis()))
                .append("logicalSessionTimeoutMinutes", SESSION_MINUTES)
                .append("connectionId", connections.incrementAndGet()).append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false);
    }

    Document buildInfo(Request request) {
        return new Document("version", VERSION).append("gitVersion", "embedded-mongo").append("modules", List.of())
                .append("versionArray", List.of(7, 0, 0, 0)).append("bits", 64).append("debug", false)
                .append("maxBsonObjectSize", StoredCollection.MAX_DOCUMENT_BYTES)
                .append("storageEngines", List.of("rocksdb"));
    }

    Document connectionStatus(Request request) {
        return new Document("authInfo",
                new Document("authenticatedUsers", List.of()).append("authenticatedUserRoles", List.of()));
    }

    Document serverStatus(Request request) {
        long uptime = clock.millis() - started.toEpochMilli();
        return new Document("host", "localhost").append("version", VERSION).append("process", "embedded-mongo")
                .append("pid", ProcessHandle.current().pid()).append("uptime", uptime / 1000.0)
                .append("uptimeMillis", uptime)
                .append("localTime", Instant.ofEpochMilli(clock.millis()))
                .append("storageEngine", new Document("name", "rocksdb"));
    }

    Document hostInfo(Request request) {
        return new Document("system",
                new Document("currentTime", Instant.ofEpochMilli(clock.millis())).append("hostname", "localhost")
                        .append("numCores", Runtime.getRuntime().availableProcessors()))
                .append("os", new Document("type", System.getProperty("os.name")).append("version",
                        System.getProperty("os.version")));
    }

    Document startSession(Request request) {
        return new Document("id", new Document("id", UUID.randomUUID())).append("timeoutMinutes", SESSION_MINUTES);
    }

    /** Of the settings that a mongod has there is one to tell. */
    Document getParameter(Request request) {
        boolean all = "*".equals(request.body().get("getParameter"));
        if (all || request.body().containsKey("featureCompatibilityVersion")) {
            return new Document("featureCompatibilityVersion", new Document("version", "7.0"));
        }
        throw Code.INVALID_OPTIONS.error("no option found to get");
    }

    Document replicaSetStatus(Request request) {
        throw Code.NO_REPLICATION_ENABLED.error("not running with --replSet");
    }

    Document log(Request request) {
        return switch (request.body().get("getLog")) {
            case String name when name.equals("*") -> new Document("names", List.of("startupWarnings"));
            case String name when name.equals("startupWarnings") ->
                new Document("totalLinesWritten", 0).append("log", List.of());
            case null, default ->
                throw Code.ILLEGAL_OPERATION.error("No log named '" + request.body().get("getLog") + "'");
        };
    }

    Document options(Request request) {
        return new Document("argv", List.of()).append("parsed", new Document());
    }
}
