package io.shopcare.acceptance.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.shopcare.acceptance.failure.Fault.Away;
import io.shopcare.acceptance.failure.Fault.Delivered;
import io.shopcare.acceptance.failure.Fault.Kill;
import io.shopcare.acceptance.failure.Fault.Restarted;
import io.shopcare.acceptance.failure.Fault.Silent;
import io.shopcare.acceptance.failure.Plan.Run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThePlanTest {
    private static final List<String> INSTANCES = List.of("presale", "order", "order-2", "aftersale", "crm");

    @Test
    void theSameSeedStrikesTheSameFaultsInTheSameOrder() {
        assertThat(runs(42)).isEqualTo(runs(42)).isNotEqualTo(runs(43));
        assertThat(new Plan(INSTANCES, 42).shortForm()).isEqualTo(new Plan(INSTANCES, 42).shortForm());
    }

    @Test
    void twoDozenFaultsOfALongPlanAreOfEveryKind() {
        var drawn = runs(1).stream().flatMap(run -> run.faults().stream()).limit(24).toList();
        assertThat(drawn.stream().map(Object::getClass).distinct().toList())
                .containsAll(List.of(Fault.class.getPermittedSubclasses()).stream()
                        .filter(kind -> kind != Fault.ProviderMisbehaves.class).toList()); // which comes together with a kill
        assertThat(drawn).contains(new Kill("gateway"), new Restarted("gateway"),
                new Delivered("twice", Duration.ofSeconds(15)), new Delivered("swapped", Duration.ofSeconds(15)),
                new Away("broker", Duration.ofSeconds(30)), new Away("database", Duration.ofSeconds(30)),
                new Silent("broker", Duration.ofSeconds(30)), new Silent("database", Duration.ofSeconds(30)));
    }

    @Test
    void endsWithARestartOfEverySecondInstanceAndAThousandPaymentsAtTheDeadline() {
        var last = new Plan(List.of("presale", "presale-2", "order", "order-2", "crm", "crm-2"), 1).lastOfTheLongForm();
        assertThat(last.subList(0, 3)).extracting(Run::faults).containsExactly(List.of(new Restarted("presale-2")),
                List.of(new Restarted("order-2")), List.of(new Restarted("crm-2")));
        assertThat(last.getLast().racing()).isEqualTo(1_000);
    }

    @Test
    void readsItsCommandLine() {
        assertThat(Arguments.of(List.of("--long", "--seed", "9", "--minutes", "30"), 5, 1))
                .isEqualTo(new Arguments(true, 9, 30, 5, false));
        assertThat(Arguments.of(List.of(), 5, 1)).isEqualTo(new Arguments(false, 1, 20, 5, false));
        assertThatThrownBy(() -> Arguments.of(List.of("--seed"), 5, 1)).hasMessageContaining("--seed");
        assertThatThrownBy(() -> Arguments.of(List.of("--fast"), 5, 1)).hasMessageContaining("--fast");
    }

    private static List<Run> runs(long seed) {
        var plan = new Plan(INSTANCES, seed);
        return new ArrayList<>(IntStream.rangeClosed(1, 200).mapToObj(plan::next).toList());
    }
}
