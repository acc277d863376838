package io.shopcare.acceptance.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People who run errands one after the other until they are told to go home; each errand under way is brought to its end. */
final class Load implements Crowd {
    private static final int PEOPLE = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Out of eleven. */
    private static final List<Errand> ERRANDS = List.of(new Buying(), new Buying(), new Buying(), new Buying(),
            new Buying(), new Talking(), new Talking(), new Shelving(), new Importing(), new Contesting(),
            new LookingUp());

    private final Shop shop;
    private final Findings findings;
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean open = true;

    Load(Shop shop, Findings findings) {
        this.shop = shop;
        this.findings = findings;
    }

    /** What people do is as repeatable as a race can be: the same dice for each of them. */
    @Override
    public void begin(long seed) {
        for (int person = 0; person < PEOPLE; person++) {
            var dice = new Random(seed + person);
            people.add(Thread.ofVirtual().name("person-" + person).start(() -> errands(dice)));
        }
    }

    @Override
    public void end() {
        open = false;
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var person : people) {
            try {
                if (!person.join(Duration.ofNanos(Math.max(1, end - System.nanoTime()))))
                    findings.add("every errand comes to its end", person.getName() + " is still waiting");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public String told() {
        return "";
    }

    private void errands(Random dice) {
        while (open) {
            var errand = ERRANDS.get(dice.nextInt(ERRANDS.size()));
            try {
                errand.run(shop, dice);
            } catch (RuntimeException | AssertionError e) {
                findings.add("every errand comes to its end",
                        errand.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
