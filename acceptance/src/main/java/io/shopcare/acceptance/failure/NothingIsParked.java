package io.shopcare.acceptance.failure;

import java.util.stream.Stream;

/** No record of the programs' own is set aside as one that nobody can handle. */
final class NothingIsParked implements Check {
    @Override
    public String name() {
        return "nothing is parked but the poison";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        return evidence.stored().entrySet().stream().filter(entry -> entry.getKey().endsWith(".parked"))
                .flatMap(entry -> entry.getValue().stream().filter(parked -> !parked.toJson().contains(Poison.PREFIX))
                        .map(parked -> entry.getKey() + ": " + parked.toJson()));
    }
}
