package io.shopcare.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What processes have used of the machine, as {@code /proc} tells.
 *
 * @param cpu         milliseconds of processor time by process
 * @param resident    MiB in memory by process
 * @param machine     milliseconds of processor time of everybody, on all cores
 */
record Usage(Map<String, Double> cpu, Map<String, Double> resident, double machine) {
    private static final Path PROC = Path.of("/proc");
    /** What the kernel counts in, on every Linux that is met: a hundredth of a second. */
    private static final double TICK = 10;
    private static final int AFTER_THE_NAME = 11;

    static Usage of(Map<String, Long> processes) {
        return of(processes, PROC);
    }

    static Usage of(Map<String, Long> processes, Path proc) {
        var cpu = new LinkedHashMap<String, Double>();
        var resident = new LinkedHashMap<String, Double>();
        processes.forEach((name, pid) -> {
            cpu.put(name, cpu(read(proc.resolve(pid + "/stat"))));
            resident.put(name, resident(read(proc.resolve(pid + "/status"))));
        });
        return new Usage(cpu, resident, machine(read(proc.resolve("stat"))));
    }

    /** What was used since an earlier look; memory as it is now. */
    Usage since(Usage before) {
        var spent = new LinkedHashMap<String, Double>();
        cpu.forEach((name, now) -> spent.put(name, now - before.cpu.getOrDefault(name, 0.0)));
        return new Usage(spent, resident, machine - before.machine);
    }

    double cpuOfAll() {
        return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double residentOfAll() {
        return resident.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The name of a process stands in brackets and may hold anything; user and system time are the 14th and 15th field. */
    private static double cpu(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[AFTER_THE_NAME]) + Long.parseLong(fields[AFTER_THE_NAME + 1])) * TICK;
    }

    private static double resident(String status) {
        return status.lines().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0).findFirst().orElse(0);
    }

    /** User, nice, system; not idle, not waiting for a disk. */
    private static double machine(String stat) {
        var fields = stat.lines().findFirst().orElse("").trim().split("\\s+");
        return (Long.parseLong(fields[1]) + Long.parseLong(fields[2]) + Long.parseLong(fields[3])) * TICK;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a program has ended, or this system has no /proc: " + file, e);
        }
    }
}
