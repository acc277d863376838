package io.shopcare.acceptance.failure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.shopcare.platform.testkit.services.Api;

/** Something that goes wrong, and is over when {@link #strike} returns. */
sealed interface Fault {
    /** How long a named point may take to be passed. */
    Duration PATIENCE = Duration.ofSeconds(60);
    /** A blow that crosses its own recall lands within it. */
    Duration ALREADY_UNDER_WAY = Duration.ofSeconds(1);

    /** In a few words, for the table. */
    String name();

    /** Lets it happen. Returns false when it could not: its point was never passed. */
    boolean strike(Stack stack);

    /** SIGKILL at a passage of a named point; the program comes back. */
    record KillAt(String program, String point, int passage) implements Fault {
        @Override
        public String name() {
            return "kill " + program + " " + point;
        }

        @Override
        public boolean strike(Stack stack) {
            var struck = stack.program(program);
            struck.tell("kill " + point + " " + passage);
            if (!struck.isGoneWithin(PATIENCE) && struck.isDisarmed() && !struck.isGoneWithin(ALREADY_UNDER_WAY))
                return false;
            struck.restart();
            return true;
        }
    }

    /** SIGKILL at any moment; the program comes back. */
    record Kill(String program) implements Fault {
        @Override
        public String name() {
            return "kill " + program;
        }

        @Override
        public boolean strike(Stack stack) {
            stack.program(program).kill();
            stack.program(program).restart();
            return true;
        }
    }

    /** Frozen at a passage of a named point, for longer than any lease; then it goes on as if nothing had been. */
    record FreezeAt(String program, String point, int passage, Duration time) implements Fault {
        @Override
        public String name() {
            return "freeze " + program + " " + point + " for " + time.toSeconds() + " s";
        }

        @Override
        public boolean strike(Stack stack) {
            var struck = stack.program(program);
            struck.tell("stop " + point + " " + passage);
            if (!struck.isFrozenWithin(PATIENCE) && struck.isDisarmed() && !struck.isFrozenWithin(ALREADY_UNDER_WAY))
                return false;
            Pause.of(time);
            struck.thaw();
            return true;
        }
    }

    /** Broker or database do not answer for a while: frozen. */
    record Silent(String program, Duration time) implements Fault {
        @Override
        public String name() {
            return program + " silent for " + time.toSeconds() + " s";
        }

        @Override
        public boolean strike(Stack stack) {
            stack.program(program).freeze(time);
            return true;
        }
    }

    /** Broker or database are killed, and away for a while. */
    record Away(String program, Duration time) implements Fault {
        @Override
        public String name() {
            return program + " killed and away for " + time.toSeconds() + " s";
        }

        @Override
        public boolean strike(Stack stack) {
            stack.program(program).kill();
            Pause.of(time);
            stack.program(program).restart();
            return true;
        }
    }

    /** Every consumer gets every record twice, or neighbours of different keys the other way round. */
    record Delivered(String how, Duration time) implements Fault {
        @Override
        public String name() {
            return "every record " + how;
        }

        @Override
        public boolean strike(Stack stack) {
            stack.instances().forEach(program -> stack.program(program).tell("deliver " + how));
            Pause.of(time);
            stack.instances().forEach(program -> stack.program(program).tell("disarm"));
            return true;
        }
    }

    /** A program's clock is wrong, and then right again. */
    record WrongClock(String program, Duration shift, Duration time) implements Fault {
        @Override
        public String name() {
            return "clock of " + program + " off by " + shift.toMinutes() + " min";
        }

        @Override
        public boolean strike(Stack stack) {
            stack.program(program).tell("clock " + shift);
            Pause.of(time);
            stack.program(program).tell("disarm");
            return true;
        }
    }

    /** SIGTERM, and started again. */
    record Restarted(String program) implements Fault {
        @Override
        public String name() {
            return "restart " + program;
        }

        @Override
        public boolean strike(Stack stack) {
            stack.program(program).restart();
            return true;
        }
    }

    /** The payment provider takes the money and does not answer, and tells everything three times. */
    record ProviderMisbehaves(Duration time) implements Fault {
        @Override
        public String name() {
            return "provider times out after taking, tells thrice";
        }

        @Override
        public boolean strike(Stack stack) {
            behave(stack, 2, true);
            Pause.of(time);
            behave(stack, 0, false);
            return true;
        }

        private static void behave(Stack stack, int repeat, boolean timeout) {
            new Api(stack.surroundings().sandbox()).post("/v1/behaviour", Map.of("delayMs", 0, "repeat", repeat,
                    "failRefunds", false, "timeoutAfterTaking", timeout)).expect(200);
        }
    }

    /** A record that nobody can handle comes in between: it is to be set aside, and nothing else with it. */
    record Poisoned() implements Fault {
        @Override
        public String name() {
            return "a poison record";
        }

        @Override
        public boolean strike(Stack stack) {
            Poison.write(stack.surroundings().broker());
            return true;
        }
    }

    /** Several at the same time. */
    record Together(List<Fault> faults) implements Fault {
        @Override
        public String name() {
            return String.join(" + ", faults.stream().map(Fault::name).toList());
        }

        @Override
        public boolean strike(Stack stack) {
            return faults.parallelStream().map(fault -> fault.strike(stack)).reduce(true, Boolean::logicalAnd);
        }
    }
}
