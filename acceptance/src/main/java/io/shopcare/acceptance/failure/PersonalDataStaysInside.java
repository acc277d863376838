package io.shopcare.acceptance.failure;

import java.util.stream.Stream;

/** No seeded phone, name, address or e-mail is in a log or on a public topic. */
final class PersonalDataStaysInside implements Check {
    @Override
    public String name() {
        return "no seeded personal data in logs or public topics";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var logs = evidence.logs().entrySet().stream().flatMap(log -> Shop.PERSONAL.stream()
                .filter(log.getValue()::contains).map(seed -> "the log " + log.getKey() + " has " + seed));
        var topics = evidence.told().stream().flatMap(event -> Shop.PERSONAL.stream()
                .filter(event.data().toString()::contains)
                .map(seed -> event.type() + " of " + event.subject() + " has " + seed));
        return Stream.concat(logs, topics);
    }
}
