package io.shopcare.acceptance.bench;

import java.util.Map;

/**
 * What came out.
 *
 * @param load    users or arrivals
 * @param warmUp  seconds; negative where the figure was not steady when patience ended
 * @param rate    flows a second
 * @param cpu     milliseconds of processor time of each program per flow
 * @param memory  MiB of each program at the end
 * @param driver  milliseconds of processor time of the driver per flow
 * @param others  cores that neither the stack nor the driver used while it was measured
 * @param ratios  to the bare limits of the same run
 */
record Measured(String name, String load, double warmUp, double seconds, long done, double rate, Recorder.Times times,
        Map<String, Long> errors, Map<String, Double> cpu, Map<String, Double> memory, double driver, double others,
        Map<String, Double> ratios) {

    double cpuOfAll() {
        return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    long errorCount() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    Measured with(Map<String, Double> comparedTo) {
        return new Measured(name, load, warmUp, seconds, done, rate, times, errors, cpu, memory, driver, others,
                comparedTo);
    }
}
