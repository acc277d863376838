package io.shopcare.acceptance.doors;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.shopcare.acceptance.doors.RawHttp.Answer;
import io.shopcare.acceptance.doors.RawHttp.Request;
import io.shopcare.platform.testkit.contracts.Contracts;

/** Whether an answer to whatever was sent is one that a caller can work with. */
final class Verdict {
    private static final String TYPE = "urn:shopcare:problem:";
    /** What the web server itself turns away before anybody can say why: no HTTP, or a head beyond all limits. */
    private static final Set<Integer> NO_HTTP = Set.of(400, 413, 414, 431, 501);

    private static final Pattern INSIDE = Pattern
            .compile("\\b[A-Z]\\w*Exception\\b|java\\.|org\\.springframework|\\bat io\\.shopcare");

    private Verdict() {}

    /** What is wrong with it. */
    static Optional<String> on(Request request, Answer answer) {
        if (answer.status() == 0)
            return Optional.of("no answer: " + answer.body());
        if (answer.status() < 400)
            return answer.header("X-Trace-Id").isEmpty()
                    ? Optional.of("an answer that does not say how to find it again")
                    : Optional.empty();
        if (answer.body().isEmpty() && (NO_HTTP.contains(answer.status()) || request.method().equals("HEAD")))
            return Optional.empty();
        if (answer.status() >= 500)
            return Optional.of("a defect or a refusal to work: " + answer.status());
        if (!answer.header("Content-Type").startsWith("application/problem+json"))
            return Optional.of("no problem but " + answer.header("Content-Type") + ": " + answer.status());
        return onProblem(request, answer);
    }

    private static Optional<String> onProblem(Request request, Answer answer) {
        var problem = answer.json();
        var name = problem.path("type").asText().replace(TYPE, "");
        if (!Contracts.problems().containsKey(name))
            return Optional.of("a problem that is not in problems.yaml: " + name);
        if (problem.path("status").asInt() != answer.status())
            return Optional.of("status " + answer.status() + " and in the problem " + problem.path("status"));
        if (problem.path("title").asText().isBlank() || problem.path("detail").asText().isBlank())
            return Optional.of("a problem without words");
        if (problem.path("traceId").asText().isBlank())
            return Optional.of("a problem without a trace id: " + name);
        if (problem.toString().contains("{problem}") || problem.path("detail").asText().matches(".*\\{[a-z]+}.*"))
            return Optional.of("a problem with an unfilled placeholder: " + problem.path("detail").asText());
        var words = problem.path("title").asText() + problem.path("detail").asText() + problem.path("errors");
        var inside = INSIDE.matcher(words);
        if (inside.find() && !request.target().contains(inside.group())) // or it is what was sent
            return Optional.of("a problem that tells of the inside: " + inside.group());
        if (name.equals("invalid-field"))
            return onFields(request, answer);
        return Optional.empty();
    }

    private static Optional<String> onFields(Request request, Answer answer) {
        var errors = answer.json().path("errors");
        if (errors.isEmpty())
            return Optional.of("invalid-field names no field");
        boolean chinese = request.headers().stream()
                .anyMatch(header -> header.getKey().equals("Accept-Language") && header.getValue().equals("zh-CN"));
        for (var error : errors) {
            if (error.path("field").asText().isBlank())
                return Optional.of("a wrong field without a name");
            var words = error.path("message").asText();
            if (words.isBlank() || words.equals(error.path("code").asText()))
                return Optional.of("a code without words: " + error.path("code").asText());
            if (chinese && words.codePoints().noneMatch(Character::isIdeographic))
                return Optional.of("not in the caller's language: " + words);
        }
        return Optional.empty();
    }
}
