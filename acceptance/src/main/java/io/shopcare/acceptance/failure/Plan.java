package io.shopcare.acceptance.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import io.shopcare.acceptance.failure.Fault.Away;
import io.shopcare.acceptance.failure.Fault.Delivered;
import io.shopcare.acceptance.failure.Fault.FreezeAt;
import io.shopcare.acceptance.failure.Fault.Kill;
import io.shopcare.acceptance.failure.Fault.KillAt;
import io.shopcare.acceptance.failure.Fault.Poisoned;
import io.shopcare.acceptance.failure.Fault.ProviderMisbehaves;
import io.shopcare.acceptance.failure.Fault.Restarted;
import io.shopcare.acceptance.failure.Fault.Silent;
import io.shopcare.acceptance.failure.Fault.Together;
import io.shopcare.acceptance.failure.Fault.WrongClock;

/** Which faults, in which order: drawn from the seed alone, so that a plan can be repeated. */
final class Plan {
    /**
     * @param faults struck one after the other, while people are in the shop
     * @param racing how many of them race against the deadline of their order; 0: they run errands
     */
    record Run(String name, List<Fault> faults, int racing) {
        Run(String name, List<Fault> faults) {
            this(name, faults, 0);
        }
    }

    private static final List<String> OF_THE_PLATFORM = List.of("before-the-write", "after-the-write",
            "before-the-broker", "after-the-acknowledgement", "after-the-pull", "before-the-handler",
            "after-the-handler");
    private static final Map<String, List<String>> POINTS = Map.of(
            "order", List.of("within-a-reservation", "within-a-settlement", "after-the-refund-is-reserved",
                    "within-a-refund", "after-the-payment", "within-an-import", "after-the-mail"),
            "presale", List.of("after-the-claim", "after-the-fact"), "aftersale",
            List.of("after-the-claim", "after-the-fact", "after-the-mail"), "crm",
            List.of("after-the-fact", "after-the-claim"));

    private static final int A_THOUSAND = 1_000;
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final List<String> instances;
    private final Random dice;
    private final List<Supplier<Fault>> deck = new ArrayList<>();

    /** @param instances of all services, by their names in the stack */
    Plan(List<String> instances, long seed) {
        this.instances = List.copyOf(instances);
        this.dice = new Random(seed);
    }

    /** The same dozen and a half of faults every time; the seed moves only the moments. */
    List<Run> shortForm() {
        return List.of(
                new Run("the order desks die", List.of(new Poisoned(), together(
                        at("order", "after-the-acknowledgement"), at("order-2", "within-a-reservation")),
                        at("order", "within-an-import"))),
                new Run("money in doubt", List.of(together(
                        new ProviderMisbehaves(Duration.ofSeconds(10)), at("order", "within-a-refund")))),
                new Run("consumers die and hear twice", List.of(together(at("crm", "after-the-fact"),
                        at("aftersale", "after-the-handler")), new Delivered("twice", Duration.ofSeconds(5)),
                        new Delivered("swapped", Duration.ofSeconds(5)))),
                new Run("frozen, away, and a wrong clock", List.of(
                        new FreezeAt("order", "after-the-acknowledgement", passage(), Duration.ofSeconds(12)),
                        new Away("broker", Duration.ofSeconds(8)), new Away("database", Duration.ofSeconds(4)),
                        new WrongClock("order-2", Duration.ofMinutes(-10), Duration.ofSeconds(5)),
                        new WrongClock("aftersale", Duration.ofMinutes(10), Duration.ofSeconds(5)))),
                // first one that has a second instance beside it: nobody may feel it
                new Run("stopped and started", List.of(new Restarted("order-2"), together(new Restarted("presale"),
                        new Restarted("gateway")))));
    }

    /** What the long form ends with, whatever was drawn before. */
    List<Run> lastOfTheLongForm() {
        var runs = new ArrayList<Run>();
        for (var program : instances)
            if (program.endsWith("-2"))
                runs.add(new Run("nobody feels that " + program + " restarts", List.of(new Restarted(program))));
        runs.add(new Run("payments at the deadline", List.of(at("order", "after-the-payment"),
                at("order-2", "after-the-payment"), at("order", "before-the-handler"),
                new FreezeAt("order-2", "after-the-write", passage(), Duration.ofSeconds(12)), at("order",
                        "after-the-pull")),
                A_THOUSAND));
        return List.copyOf(runs);
    }

    /** One run after the other without an end. */
    Run next(int number) {
        var faults = new ArrayList<Fault>();
        int many = 1 + dice.nextInt(3);
        for (int i = 0; i < many; i++)
            faults.add(any());
        return new Run("run " + number, List.copyOf(faults));
    }

    /** From a shuffled deck: whoever plays two dozen faults has met every kind. */
    private Fault any() {
        if (deck.isEmpty()) {
            deck.addAll(cards());
            Collections.shuffle(deck, dice);
        }
        return deck.removeLast().get();
    }

    private List<Supplier<Fault>> cards() {
        Supplier<Fault> anOrderDeskDies = () -> at(anOrderDesk(), anyPoint("order"));
        Supplier<Fault> aProgramDies = () -> {
            var program = aProgram();
            return at(program, anyPoint(service(program)));
        };
        Supplier<Fault> aProgramRestarts = () -> new Restarted(aProgram());
        return List.of(anOrderDeskDies, anOrderDeskDies, anOrderDeskDies, anOrderDeskDies, anOrderDeskDies,
                aProgramDies, aProgramDies, aProgramDies,
                () -> new Kill(aProgram()), () -> new Kill("gateway"),
                () -> new FreezeAt(aProgram(), OF_THE_PLATFORM.get(dice.nextInt(OF_THE_PLATFORM.size())), passage(),
                        Duration.ofSeconds(20)),
                () -> new Away("broker", HALF_A_MINUTE), () -> new Away("database", HALF_A_MINUTE),
                () -> new Silent("broker", HALF_A_MINUTE), () -> new Silent("database", HALF_A_MINUTE),
                () -> new Delivered("twice", Duration.ofSeconds(15)),
                () -> new Delivered("swapped", Duration.ofSeconds(15)),
                this::aWrongClock, this::aWrongClock,
                aProgramRestarts, aProgramRestarts, () -> new Restarted("gateway"),
                Poisoned::new,
                () -> together(new ProviderMisbehaves(Duration.ofSeconds(15)), at(anOrderDesk(), "within-a-refund")));
    }

    private static Together together(Fault... faults) {
        return new Together(List.of(faults));
    }

    /** What an order desk's clock that ran ahead has timed is due when the right one gets there: no run waits so long. */
    private Fault aWrongClock() {
        var program = aProgram();
        boolean isBehind = service(program).equals("order") || dice.nextBoolean();
        return new WrongClock(program, Duration.ofMinutes(isBehind ? -10 : 10), Duration.ofSeconds(15));
    }

    private String aProgram() {
        return instances.get(dice.nextInt(instances.size()));
    }

    private static String service(String program) {
        return program.replaceFirst("-2$", "");
    }

    private String anOrderDesk() {
        var desks = instances.stream().filter(program -> program.startsWith("order")).toList();
        return desks.get(dice.nextInt(desks.size()));
    }

    private String anyPoint(String service) {
        var own = POINTS.getOrDefault(service, List.of());
        int which = dice.nextInt(OF_THE_PLATFORM.size() + own.size());
        return which < own.size() ? own.get(which) : OF_THE_PLATFORM.get(which - own.size());
    }

    private KillAt at(String program, String point) {
        boolean isRare = POINTS.values().stream().anyMatch(points -> points.contains(point));
        return new KillAt(program, point, isRare ? 1 + dice.nextInt(2) : passage());
    }

    private int passage() {
        return 1 + dice.nextInt(12);
    }
}
