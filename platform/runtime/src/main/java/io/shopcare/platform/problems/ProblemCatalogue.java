package io.shopcare.platform.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** All problems and reasons with their texts, as {@code contracts} lists them. */
public final class ProblemCatalogue {
    private static final String PROBLEMS = "classpath*:contracts/problems.yaml";
    private static final String REASONS = "classpath*:contracts/reasons/*.yaml";

    /** Texts by language. */
    record Texts(Map<String, String> byLanguage) {
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

    private record Entry(int status, Map<String, String> title, Map<String, String> detail) {}

    private record ProblemFile(Map<String, Entry> problems) {}

    private record ReasonFile(Map<String, Map<String, String>> reasons) {}

    private final Map<String, Entry> problems = new java.util.TreeMap<>();
    private final Map<String, Map<String, String>> reasons = new java.util.TreeMap<>();

    /** Reads the files of the contract on the class path. */
    public ProblemCatalogue() {
        var yaml = new ObjectMapper(new YAMLFactory());
        for (var file : files(PROBLEMS))
            problems.putAll(read(yaml, file, ProblemFile.class).problems());
        for (var file : files(REASONS))
            reasons.putAll(read(yaml, file, ReasonFile.class).reasons());
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
        return build("invalid-field", locale, instance, null, Map.of("field", errors.getFirst().field(), "reason",
                errors.getFirst().message()), errors, traceId);
    }

    private Problem build(String name, Locale locale, String instance, @Nullable String reason,
            Map<String, Object> facts, List<Problem.FieldError> errors, @Nullable String traceId) {
        var entry = problems.get(name);
        if (entry == null)
            throw new IllegalArgumentException(name + " is not in contracts/problems.yaml");
        boolean worded = reason != null && knowsReason(reason);
        var detail = worded ? reason(String.valueOf(reason), facts, locale) : new Texts(entry.detail()).in(locale, facts);
        return new Problem("urn:shopcare:problem:" + name, new Texts(entry.title()).in(locale, facts),
                entry.status(), detail, instance, reason, reason == null ? Map.of() : facts, errors, traceId);
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(ObjectMapper yaml, Resource file, Class<T> type) {
        try (var in = file.getInputStream()) {
            return yaml.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
