package io.shopcare.platform.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** All problems and reasons with their texts, as {@code contracts} lists them. */
public final class ProblemCatalogue {
    private static final String PROBLEMS = "contracts/problems.yaml";
    private static final String REASONS = "contracts/reasons.yaml";
    private static final int RETRY_AFTER_SECONDS = 2;

    /** Texts by language. */
    private record Texts(Map<String, String> byLanguage) {
        String in(Locale locale, Map<String, Object> facts) {
            var text = "zh".equals(locale.getLanguage()) ? byLanguage.get("zh-CN") : byLanguage.get("en");
            return fill(String.valueOf(text), facts);
        }

        private static String fill(String text, Map<String, Object> facts) {
            for (var fact : facts.entrySet())
                text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
            return text;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(int status, Map<String, String> title, Map<String, String> detail, boolean retryAfter) {}

    private final Map<String, Entry> problems;
    private final Map<String, Map<String, String>> reasons = new TreeMap<>();

    /** Reads the files of the contract on the class path. */
    public ProblemCatalogue() {
        var yaml = new YAMLMapper();
        problems = new TreeMap<>(read(yaml, PROBLEMS, new TypeReference<Map<String, Entry>>() {
        }));
        read(yaml, REASONS, new TypeReference<Map<String, Map<String, Map<String, String>>>>() {
        }).values()
                .forEach(reasons::putAll);
    }

    /** Names of all problems. */
    public Set<String> problems() {
        return problems.keySet();
    }

    /** Codes of all reasons. */
    public Set<String> reasons() {
        return reasons.keySet();
    }

    /** Whether a reason has words. */
    public boolean knowsReason(String code) {
        return reasons.containsKey(code);
    }

    /** The words of a reason. */
    public String reason(String code, Map<String, Object> facts, Locale locale) {
        var texts = reasons.get(code);
        return texts == null ? code : new Texts(texts).in(locale, facts);
    }

    /** A problem in the caller's language. */
    public Problem problem(String name, Locale locale, String instance, Map<String, Object> facts,
            @Nullable String traceId) {
        return build(name, locale, instance, null, facts, List.of(), traceId);
    }

    /** A refusal in the caller's language; the detail is that of its reason. */
    public Problem refusal(String name, Locale locale, String instance, String reason, Map<String, Object> facts,
            @Nullable String traceId) {
        return build(name, locale, instance, reason, facts, List.of(), traceId);
    }

    /** Wrong fields in the caller's language. */
    public Problem fields(Locale locale, String instance, List<FieldProblem> fields, @Nullable String traceId) {
        var errors = fields.stream().map(field -> new Problem.FieldError(field.field(), field.reason(),
                reason(field.reason(), field.facts(), locale))).toList();
        var first = errors.getFirst();
        return build("invalid-field", locale, instance, null,
                Map.of("count", errors.size(), "field", first.field(), "reason", first.message()), errors, traceId);
    }

    private Problem build(String name, Locale locale, String instance, @Nullable String reason,
            Map<String, Object> facts, List<Problem.FieldError> errors, @Nullable String traceId) {
        var entry = problems.get(name);
        if (entry == null)
            throw new IllegalArgumentException(name + " is not in " + PROBLEMS);
        var told = new TreeMap<String, Object>(facts);
        if (reason != null)
            told.put("reason", reason(reason, facts, locale));
        return new Problem("urn:shopcare:problem:" + name, new Texts(entry.title()).in(locale, told), entry.status(),
                new Texts(entry.detail()).in(locale, told), instance, reason, reason == null ? Map.of() : facts,
                errors, entry.retryAfter() ? RETRY_AFTER_SECONDS : null, traceId);
    }

    private static <T> T read(YAMLMapper yaml, String file, TypeReference<T> type) {
        try (var in = new ClassPathResource(file).getInputStream()) {
            return yaml.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
