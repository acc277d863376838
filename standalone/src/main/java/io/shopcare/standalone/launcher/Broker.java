package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A real Kafka broker of one node (KRaft), in a JVM and class path of its own. */
record Broker(Workspace workspace, Ports ports) {
    static final String NAME = "broker";

    Program program() {
        return new Program(NAME, lib(), Set.of(), List.of(ports.broker(), ports.controller()),
                new Readiness.LogLine("Kafka Server started", ports.broker()), command("kafka.Kafka",
                        List.of(properties().toString())),
                Environment.COMMON);
    }

    /** Writes the settings, and formats the data folder once. Several commands may do so at once, beside a broker that runs. */
    void prepare() {
        try {
            Files.createDirectories(workspace.broker());
            var lines = settings().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue() + "\n").collect(
                    Collectors.joining());
            Folders.write(properties(), lines.getBytes(StandardCharsets.UTF_8));
            try (var logging = Objects
                    .requireNonNull(Broker.class.getResourceAsStream("/launcher/broker-log4j2.xml"))) {
                Folders.write(logging(), logging.readAllBytes());
            }
            if (Files.notExists(data().resolve("meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("Interrupted while formatting the broker's data");
        }
    }

    private void format() throws IOException, InterruptedException {
        Path log = workspace.broker().resolve("format.log");
        // in one word: every 64th id begins with a dash, and would be taken for the next option
        var command = command("kafka.tools.StorageTool",
                List.of("format", "--cluster-id=" + clusterId(), "-c", properties().toString()));
        int code = new ProcessBuilder(command.wordsOfAJob()).redirectErrorStream(true).redirectOutput(
                log.toFile()).start().waitFor();
        if (code != 0) {
            throw new UsageException("Kafka could not format its data folder: see " + log);
        }
    }

    private TreeMap<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + ports.controller());
        settings.put("listeners",
                "PLAINTEXT://127.0.0.1:" + ports.broker() + ",CONTROLLER://127.0.0.1:" + ports.controller());
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + ports.broker());
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", data().toString());
        // services declare their topics; a misspelt name shall fail, not become a topic
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // the default of 128 MB would be most of the heap
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        settings.put("log.cleaner.threads", "1");
        settings.put("num.io.threads", "4");
        settings.put("num.network.threads", "2");
        return settings;
    }

    private JavaCommand command(String mainClass, List<String> arguments) {
        return new JavaCommand(192, List.of("-Dlog4j2.configurationFile=" + logging()), lib() + "/*", mainClass,
                arguments, workspace.target("standalone/broker").resolve("quick/broker.jsa"));
    }

    private Path lib() {
        return workspace.target("standalone/broker").resolve("lib");
    }

    private Path properties() {
        return workspace.broker().resolve("server.properties");
    }

    private Path logging() {
        return workspace.broker().resolve("log4j2.xml");
    }

    private Path data() {
        return workspace.broker().resolve("data");
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(
                id.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
