package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Citation;
import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.aftersale.policies.ReturnAnswer;
import io.shopcare.platform.problems.ProblemCatalogue;

/** What the rules give for one line, with the sentence of each rule in the caller's language. */
public record RightView(String lineId, boolean eligible, ReturnAnswer.Ground ground, @Nullable Instant until,
        FreightPayer freightBy, Set<RemedyKind> remedies, Set<ReturnAnswer.Evidence> evidence, List<Finding> findings,
        List<Cited> citations, boolean calendarKnown) {

    /** Why not, or what else matters. */
    public record Finding(String code, String text) {}

    /** A rule with its sentence. */
    public record Cited(String rule, String pack, String version, String text) {
        static Cited of(Citation citation, CasePolicies policies, Locale language) {
            Map<String, String> texts = policies.text(citation);
            return new Cited(citation.rule(), citation.pack(), citation.version(),
                    texts.getOrDefault(language.getLanguage().equals("zh") ? "zh-CN" : "en", ""));
        }
    }

    static RightView of(String lineId, ReturnAnswer answer, CasePolicies policies, ProblemCatalogue texts,
            Locale language) {
        return new RightView(lineId, answer.eligible(), answer.ground(), answer.until(), answer.freightBy(),
                new TreeSet<>(answer.remedies()), new TreeSet<>(answer.evidence()),
                answer.findings().stream().map(finding -> new Finding(finding.code(),
                        texts.reason(finding.code(), finding.facts(), language))).toList(),
                answer.citations().stream().map(citation -> Cited.of(citation, policies, language)).toList(),
                answer.calendarKnown());
    }
}
