package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** What the stack asks of the machine before it starts; a test answers in its place. */
interface Machine {
    /** Memory that can be had without swapping, if the system tells. */
    OptionalLong availableMegabytes();

    long freeDiskMegabytes(Path directory) throws IOException;

    boolean portFree(int port);

    Optional<String> portOwner(int port);

    /** This machine. */
    static Machine real() {
        return new Machine() {
            @Override
            public OptionalLong availableMegabytes() {
                try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
                    return lines.filter(line -> line.startsWith("MemAvailable:")).mapToLong(
                            line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst();
                } catch (IOException e) {
                    return OptionalLong.empty();
                }
            }

            @Override
            public long freeDiskMegabytes(Path directory) throws IOException {
                return Files.getFileStore(directory).getUsableSpace() / (1024 * 1024);
            }

            @Override
            public boolean portFree(int port) {
                return LocalPort.free(port);
            }

            @Override
            public Optional<String> portOwner(int port) {
                return LocalPort.owner(port);
            }
        };
    }
}
