package io.shopcare.acceptance.failure;

import java.util.stream.Stream;

/** The poison is set aside by everybody who reads its topic, and no record of the programs' own is. */
final class NothingIsParked implements Check {
    @Override
    public String name() {
        return "nothing is parked but the poison";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var tooMuch = evidence.stored().entrySet().stream().filter(entry -> entry.getKey().endsWith(".parked"))
                .flatMap(entry -> entry.getValue().stream().filter(parked -> !parked.toJson().contains(Poison.PREFIX))
                        .map(parked -> entry.getKey() + ": " + parked.toJson()));
        var tooLittle = evidence.told().stream().filter(Evidence.Told::isPoison).map(Evidence.Told::subject).distinct()
                .flatMap(key -> Poison.readers().stream().filter(service -> evidence.all(service + ".parked").stream()
                        .noneMatch(parked -> parked.toJson().contains(key)))
                        .map(service -> service + " did not set " + key + " aside"));
        return Stream.concat(tooMuch, tooLittle);
    }
}
