package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Warms up until the figure is steady, then measures for a fixed time. */
final class Measuring {
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final int WINDOWS = 5;
    /** Programs that compile themselves look steady long before they are. */
    private static final int FLOWS_AT_LEAST = 300;
    private static final double RATE = 0.08;
    private static final double LATENCY = 0.2;

    private final Programs programs;
    private final Duration warmUpAtMost;
    private final Duration time;

    Measuring(Programs programs, Duration warmUpAtMost, Duration time) {
        this.programs = programs;
        this.warmUpAtMost = warmUpAtMost;
        this.time = time;
    }

    Measured run(String name, Load load, Flow flow) throws InterruptedException {
        var target = new Window();
        var begun = load.begin(flow, target);
        double warmUp = warmUp(load, target);
        var measured = new Recorder();
        var before = programs.usage();
        double driver = driver();
        long from = System.nanoTime();
        target.set(measured);
        Thread.sleep(time);
        target.set(new Recorder());
        double seconds = (System.nanoTime() - from) / 1e9;
        var used = programs.usage().since(before);
        double own = driver() - driver;
        begun.stop();
        return measured(name, load, warmUp, seconds, measured, used, own);
    }

    /** What is written to now. */
    private static final class Window implements Load.Target {
        private volatile Recorder now = new Recorder();

        @Override
        public Recorder now() {
            return now;
        }

        void set(Recorder next) {
            now = next;
        }
    }

    /** Arrivals have a rate from the first moment; how long they take is what settles. */
    private double warmUp(Load load, Window target) throws InterruptedException {
        boolean isFixed = load instanceof Load.Arrivals;
        var steady = new Steady(WINDOWS, isFixed ? LATENCY : RATE);
        long from = System.nanoTime();
        boolean isSteady = false;
        long done = 0;
        while (!(isSteady && done >= FLOWS_AT_LEAST) && System.nanoTime() - from < warmUpAtMost.toNanos()) {
            var window = new Recorder();
            target.set(window);
            Thread.sleep(WINDOW);
            done += window.done();
            isSteady = steady.add(isFixed ? window.meanMillis() : window.done());
        }
        double took = (System.nanoTime() - from) / 1e9;
        return isSteady && done >= FLOWS_AT_LEAST ? took : -took;
    }

    private static Measured measured(String name, Load load, double warmUp, double seconds, Recorder recorder,
            Usage used, double own) {
        long done = recorder.done();
        double flows = Math.max(1, done);
        Map<String, Double> cpu = new LinkedHashMap<>();
        used.cpu().forEach((program, millis) -> cpu.put(program, millis / flows));
        double others = Math.max(0, used.machine() - used.cpuOfAll() - own) / (seconds * 1000);
        return new Measured(name, load.words(), warmUp, seconds, done, done / seconds, recorder.times(),
                recorder.errors(), cpu, used.resident(), own / flows, others, Map.of());
    }

    private static double driver() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }
}
