package io.shopcare.standalone.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerFilesTest {
    private static final int COMMANDS = 4;
    private static final int TIMES = 100;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("commands that prepare the broker at once, as restarts of several programs do, do not fail each other, and its files are always there")
    void severalCommandsPrepareItAtOnce() throws Exception {
        var workspace = new Workspace(folder, folder.resolve(".shopcare"));
        Files.createDirectories(workspace.broker().resolve("data"));
        Files.createFile(workspace.broker().resolve("data/meta.properties"));
        var broker = new Broker(workspace, new Ports(0));
        broker.prepare();
        var settings = Files.readString(workspace.broker().resolve("server.properties"));

        try (var commands = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> command = () -> {
                for (int time = 0; time < TIMES; time++) {
                    broker.prepare();
                    if (!Files.readString(workspace.broker().resolve("server.properties")).equals(settings))
                        return false;
                }
                return true;
            };
            for (var done : commands.invokeAll(IntStream.range(0, COMMANDS).mapToObj(each -> command).toList()))
                assertThat(done.get()).isTrue();
        }
        try (var files = Files.list(workspace.broker())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("data",
                    "log4j2.xml", "server.properties");
        }
    }
}
