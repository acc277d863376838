package io.shopcare.acceptance.failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.shopcare.acceptance.People;

/**
 * Plays load, strikes, waits until all is at rest, and looks whether every promise held. {@code --long} draws faults until
 * the minutes are over; without it a fixed choice is played, short enough for every build. Exit code 1 with findings.
 */
public final class FailureSuite {
    private static final int OFFSET = 19_000;
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(2);

    private final Arguments arguments;
    private final Stack stack;
    private final Table table;
    private final Accepted accepted = new Accepted();

    private FailureSuite(Arguments arguments) {
        this.arguments = arguments;
        this.stack = new Stack(Path.of(System.getenv().getOrDefault("SHOPCARE_ROOT", ".")), arguments.offset(),
                arguments.isLong() ? Set.copyOf(Stack.SERVICES) : Set.of("order"));
        this.table = new Table(arguments.isLong() ? "long" : "short", arguments.seed());
    }

    public static void main(String[] words) {
        int offset = Integer.parseInt(System.getenv().getOrDefault("SHOPCARE_PORT_OFFSET", Integer.toString(OFFSET)));
        var arguments = Arguments.of(List.of(words), offset, Clock.systemUTC().millis() % 1_000_000);
        System.exit(new FailureSuite(arguments).play() ? 0 : 1);
    }

    private boolean play() {
        long began = System.nanoTime();
        System.out.printf("failure suite, %s form, seed %d (repeat with --seed %2$d)%n",
                arguments.isLong() ? "long" : "short", arguments.seed());
        if (!arguments.isOnThere())
            stack.up();
        System.out.printf("  %-34s %3d s%n", "stack is up", Duration.ofNanos(System.nanoTime() - began).toSeconds());
        try (var observer = new Observer(stack)) {
            new Shop(stack.surroundings(), client(new Findings()), accepted, Clock.systemUTC()).open();
            var plan = new Plan(stack.instances(), arguments.seed());
            if (arguments.isLong()) {
                int run = 1;
                while (Duration.ofNanos(System.nanoTime() - began).toMinutes() < arguments.minutes())
                    play(plan.next(run), observer, run++);
                for (var last : plan.lastOfTheLongForm())
                    play(last, observer, run++);
            } else
                for (var run : plan.shortForm())
                    play(run, observer, run.hashCode());
            rebuild();
        } finally {
            table.write(stack.root().resolve("acceptance/target"), Duration.ofNanos(System.nanoTime() - began));
            if (!arguments.isOnThere())
                stack.close();
        }
        System.out.println(table.isClean() ? "every promise held" : "PROMISES WERE BROKEN");
        return table.isClean();
    }

    /** What the services keep of each other's events, built anew from the topics by themselves. */
    private void rebuild() {
        long from = System.nanoTime();
        var findings = new Findings();
        if (!stack.check("rebuild"))
            findings.add("what consumers keep equals what is rebuilt from the topics", "./shopcare check rebuild; see "
                    + stack.logs());
        table.add(new Table.Row("rebuilt from the topics", List.of(), accepted.count(), 0, 0, 0,
                since(from), 0, findings.all()));
    }

    private static long since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toSeconds();
    }

    private void play(Plan.Run run, Observer observer, int number) {
        long from = System.nanoTime();
        var findings = new Findings();
        var client = client(findings);
        var shop = new Shop(stack.surroundings(), client, accepted, Clock.systemUTC());
        var crowd = run.racing() == 0 ? new Load(shop, findings) : new Race(shop, findings, run.racing());
        crowd.begin(arguments.seed() * 31 + number);
        Pause.of(BEFORE_THE_FIRST);
        var struck = new ArrayList<String>();
        for (var fault : run.faults()) {
            client.repeatedSince();
            long before = System.nanoTime();
            boolean happened = fault.strike(stack);
            if (fault instanceof Fault.Restarted(var program) && stack.isTwofold(program))
                unfelt(program, client.repeatedSince(), run.faults().getFirst().equals(fault), findings);
            struck.add("%s (%s%d s)".formatted(fault.name(), happened ? "" : "never got there, ", since(before)));
        }
        long struckAll = System.nanoTime();
        crowd.end();
        observer.rest(findings);
        long rested = since(struckAll);
        if (!crowd.told().isEmpty())
            struck.add(crowd.told());
        var evidence = observer.look(accepted);
        Checks.look(evidence, findings);
        table.add(new Table.Row(run.name(), struck, accepted.count(), client.answered(), client.repeated(),
                evidence.told().size(), since(from), rested, findings.all()));
    }

    /** Only of the first fault of a run is it known that no other is still felt. */
    private static void unfelt(String program, List<String> repeated, boolean isFirst, Findings findings) {
        if (isFirst && !repeated.isEmpty())
            findings.add("nobody feels the restart of one of two instances", repeated.size()
                    + " requests had to be sent again while " + program + " was restarted: "
                    + repeated.stream().limit(5)
                            .toList());
    }

    /** Signs everybody in anew: tokens do not outlive an hour. */
    private Client client(Findings findings) {
        return new Client(new People(stack.surroundings()), findings);
    }
}
