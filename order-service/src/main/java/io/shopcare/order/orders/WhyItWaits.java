package io.shopcare.order.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

import io.shopcare.order.trade.Figure;
import io.shopcare.platform.problems.ProblemCatalogue;

/**
 * Why an order waits, or what its rules only warned of, as a person reads it (O6, O8).
 *
 * @param holdId  the hold that says so; null for a warning, which stops nothing
 * @param message its words with its figures, in the language of the request; the code where the hold's author made it up
 */
public record WhyItWaits(@Nullable String holdId, String code, String message) {
    private static final ProblemCatalogue WORDS = new ProblemCatalogue();

    /** All of it at once: open holds first. */
    static List<WhyItWaits> of(Order order) {
        var holds = order.holds().open().stream()
                .map(hold -> new WhyItWaits(hold.holdId(), hold.code(), words(hold.code(), hold.figures())));
        var warnings = order.audit().findings().stream().filter(finding -> finding.verdict() == Verdict.WARN)
                .flatMap(finding -> Stream.ofNullable(finding.code())
                        .map(code -> new WhyItWaits(null, code, words(code, finding.figures()))));
        return Stream.concat(holds, warnings).toList();
    }

    private static String words(String code, List<Figure> figures) {
        Map<String, Object> facts = new HashMap<>();
        figures.forEach(figure -> facts.put(figure.name(), figure.value()));
        return WORDS.reason(code, facts, LocaleContextHolder.getLocale());
    }
}
