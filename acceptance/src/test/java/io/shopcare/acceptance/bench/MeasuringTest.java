package io.shopcare.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MeasuringTest {
    @TempDir
    Path folder;

    @Test
    void tellsPercentilesAndTheWorst() {
        var recorder = new Recorder();
        for (int millis = 1; millis <= 1000; millis++)
            recorder.took(Duration.ofMillis(millis).toNanos());
        recorder.failed("refused");
        recorder.failed("refused");

        assertThat(recorder.times().p50()).isCloseTo(500, within(1.0));
        assertThat(recorder.times().p90()).isCloseTo(900, within(1.0));
        assertThat(recorder.times().p99()).isCloseTo(990, within(1.0));
        assertThat(recorder.times().max()).isCloseTo(1000, within(1.0));
        assertThat(recorder.errors()).isEqualTo(Map.of("refused", 2L));
    }

    @Test
    void isSteadyWhenItNoLongerRises() {
        assertThat(windowsUntilSteady(10, 20, 40, 60, 80, 90, 95, 98, 100, 100, 99, 101, 100, 100)).isEqualTo(11);
        assertThat(windowsUntilSteady(100, 101, 99, 100, 100, 101)).as("needs windows to compare").isEqualTo(6);
        assertThat(windowsUntilSteady(10, 20, 30, 40, 50, 60, 70, 80)).isEqualTo(-1);
        assertThat(windowsUntilSteady(0, 0, 0, 0, 0, 0, 0)).as("nothing happens").isEqualTo(-1);
    }

    private static int windowsUntilSteady(double... figures) {
        var steady = new Steady(3, 0.08);
        var answers = DoubleStream.of(figures).mapToObj(steady::add).toList();
        return answers.indexOf(true) + (answers.contains(true) ? 1 : 0);
    }

    @Test
    void measuresArrivalsFromTheMomentTheyWereDue() throws InterruptedException {
        var recorder = new Recorder();
        var once = new AtomicInteger();
        // one lock for all, held once for 300 ms: who came meanwhile has waited, though it was quick then
        var door = new java.util.concurrent.locks.ReentrantLock();
        var begun = new Load.Arrivals(200).begin((_, due) -> {
            door.lock();
            try {
                if (once.incrementAndGet() == 20)
                    pause(Duration.ofMillis(300));
            } finally {
                door.unlock();
            }
            return System.nanoTime() - due;
        }, () -> recorder);
        while (once.get() < 150)
            pause(Duration.ofMillis(5));
        begun.stop();

        assertThat(recorder.times().max()).isGreaterThan(290);
        assertThat(recorder.times().p90()).as("those behind it waited too").isGreaterThan(50);
    }

    @Test
    void keepsAsManyUsersAsWereAskedFor() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var recorder = new Recorder();
        var begun = new Load.Users(5).begin((number, due) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause(Duration.ofMillis(2));
            now.decrementAndGet();
            if (number == 3)
                throw new FlowFailedException("refused");
            return System.nanoTime() - due;
        }, () -> recorder);
        while (recorder.done() < 50)
            pause(Duration.ofMillis(5));
        begun.stop();

        assertThat(most.get()).isEqualTo(5);
        assertThat(recorder.errors()).isEqualTo(Map.of("refused", 1L));
        assertThat(now.get()).as("all have ended").isZero();
    }

    @Test
    void readsProcessorTimeAndMemory() throws IOException {
        proc(100, 50, 1000);
        var before = Usage.of(Map.of("order", 7L), folder);
        proc(160, 60, 1100);
        var used = Usage.of(Map.of("order", 7L), folder).since(before);

        assertThat(used.cpuOfAll()).isEqualTo(700);
        assertThat(used.residentOfAll()).isEqualTo(200);
        assertThat(used.machine()).isEqualTo(1000);
    }

    private void proc(int user, int system, int machine) throws IOException {
        Files.createDirectories(folder.resolve("7"));
        Files.writeString(folder.resolve("7/stat"), "7 (java (of a stack)) S 1 2 3 4 5 6 7 8 9 10 %d %d 0 0".formatted(
                user, system));
        Files.writeString(folder.resolve("7/status"), "Name:\tjava\nVmRSS:\t  204800 kB\n");
        Files.writeString(folder.resolve("stat"), "cpu  %d 0 0 99999 5\ncpu0 1 2 3\n".formatted(machine));
    }

    @Test
    void comparesWithTheBareLimits() {
        var ours = measured("ours", 50, 8);
        var compared = Subjects.compared(ours, Map.of("update", measured("update", 1000, 2)));

        assertThat(compared.ratios())
                .isEqualTo(Map.of("rate / update", 0.05, "p50 / update", 4.0, "p99 / update", 4.0));
    }

    @Test
    void writesATable() {
        var row = Report.row(measured("ours", 50.04, 8));

        assertThat(Report.head()).contains("p50 ms", "p99", "CPU ms", "driver", "others");
        assertThat(row.split("\\s+")).containsExactly("", "ours", "8", "users", "1500", "50.0", "8.00", "8.00", "8.00",
                "8.00", "2", "12.0", "1.50", "0.20");
        assertThat(Report.row(new Measured("ours", "8 users", -9, 30, 1, 1, new Recorder().times(), Map.of(), Map.of(),
                Map.of(), 0, 0, Map.of()))).as("says that it was not steady").contains("unsteady");
        assertThat(Report.details(measured("ours", 50, 8).with(Map.of("rate / update", 0.25)))).contains("order",
                "12.0 ms", "300 MiB", "rate / update: 0.25", "2 times: refused");
    }

    private static Measured measured(String name, double rate, double millis) {
        return new Measured(name, "8 users", 20, 30, 1500, rate, new Recorder.Times(millis, millis, millis, millis),
                Map.of("refused", 2L), Map.of("order", 12.0), Map.of("order", 300.0), 1.5, 0.2, Map.of());
    }

    @Test
    void copiesFitTogetherAndAreOthers() {
        var order = "{\"_id\": \"019a9f00-1111-7abc-8def-0123456789ab\", \"buyer\": \"buyer-17\", \"print\": \"00112233445566778899aabbccddeeff\","
                + " \"sku\": \"BENCH-001\", \"at\": {\"$date\": \"2026-11-22T10:00:00Z\"}}";
        var entry = "{\"_id\": \"019a9f00-1111-7abc-8def-0123456789ab/3\"}";

        var copy = MoreData.renamed(order, 3);
        assertThat(copy).contains("019a9f00-1111-7abc-8def-", "buyer-1703", "BENCH-001", "2026-11-22T10:00:00Z")
                .doesNotContain("0123456789ab", "00112233445566778899aabbccddeeff").hasSize(order.length() + 2);
        assertThat(MoreData.renamed(entry, 3)).startsWith(copy.substring(0, copy.indexOf("\", \"buyer")));
        assertThat(MoreData.renamed(order, 4)).isNotEqualTo(copy);
    }

    @Test
    void readsItsCommandLine() {
        assertThat(Wishes.of(List.of("orders", "--rate", "20", "--seconds", "5"))).isEqualTo(new Wishes("orders", 20, 0,
                5, 150, 1, false));
        assertThat(Wishes.of(List.of("chat")).rateOr(200)).isEqualTo(200);
        assertThatThrownBy(() -> Wishes.of(List.of("sales"))).hasMessageContaining("orders chat gateway");
        assertThatThrownBy(() -> Wishes.of(List.of("orders", "--rate", "fast"))).hasMessageContaining("--rate");
        assertThatThrownBy(() -> Wishes.of(List.of("chat", "--with-data", "10"))).hasMessageContaining("orders");
        assertThatThrownBy(() -> Wishes.of(List.of("orders", "--fast"))).hasMessageContaining("--fast");
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
