package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * What processes use.
 *
 * @param cpu since their start
 * @param residentKilobytes empty where the system has no /proc to tell
 */
record Footprint(Duration cpu, OptionalLong residentKilobytes) {
    static Footprint of(ProcessHandle process) {
        return new Footprint(process.info().totalCpuDuration().orElse(Duration.ZERO), resident(process.pid()));
    }

    static Footprint of(Collection<ProcessHandle> processes) {
        return processes.stream().map(Footprint::of).reduce(new Footprint(Duration.ZERO, OptionalLong.of(0)),
                Footprint::plus);
    }

    private Footprint plus(Footprint other) {
        boolean known = residentKilobytes.isPresent() && other.residentKilobytes.isPresent();
        return new Footprint(cpu.plus(other.cpu),
                known
                        ? OptionalLong.of(residentKilobytes.getAsLong() + other.residentKilobytes.getAsLong())
                        : OptionalLong.empty());
    }

    String residentText() {
        return residentKilobytes.isPresent()
                ? Math.round(residentKilobytes.getAsLong() / 1024.0) + " MiB"
                : "not measured";
    }

    private static OptionalLong resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(
                    line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
