package io.shopcare.acceptance.failure;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nobody is told a thing by two mails. A mail that the server took in the moment of a crash goes out once more under the
 * same message id, by which mail programs know it as one; SMTP has nothing better to offer.
 */
final class ToldOnce implements Check {
    @Override
    public String name() {
        return "no notice is told twice";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        return evidence.mails().stream()
                .collect(Collectors.groupingBy(mail -> mail.to() + "\n" + mail.subject() + "\n" + mail.text(),
                        Collectors.mapping(Evidence.Mail::messageId, Collectors.toSet())))
                .entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "told " + entry.getValue().size() + " times: " + entry.getKey().lines().skip(1)
                        .findFirst().orElse(""));
    }
}
